# The barista's terminal in Japanese (日本語).


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = 順番待ち
    .empty = お待ちの注文はありません。
column-making = お作り中
    .empty = 手元に注文はありません。
column-ready = 完成
    .empty = カウンターは空いています。
column-more = あと{ $count }件
    .crossed-out = 取消線{ $count }件


## Tickets

age-new = <1分
age-minutes = { $minutes }分
age-hours = { $hours }時間{ $minutes }分
ticket-mine = 自分が担当
ticket-with = { $barista }が担当
ticket-walk-up = 店頭
ticket-note = 「{ $note }」
ticket-expires = あと{ $minutes }分で期限切れ
ticket-taken-back = 差し戻し
ticket-marked = 選択中
ticket-same-drink = 同じドリンク
ticket-same-base = 同じく{ $choice }
ticket-cancelled-by-guest = お客さまがキャンセル
ticket-cancelled-by-bar = お店がキャンセル：{ $reason }
ticket-cancelled-by-you = 自分がキャンセル：{ $reason }
ticket-expired = 間に合いませんでした


## The top line

shop-opening = 開店します…
shop-closing = 閉店します…
shop-open = 営業中
shop-sold-out = 売り切れ
shop-full = 手いっぱい
shop-paused = 小休憩中
    .minutes = 小休憩中、あと{ $minutes }分
shop-closed = 閉店中
drinks-left = { $drinks }杯中、残り{ $left }杯
    .short = 残り{ $left }/{ $drinks }
header-sold-out = 売り切れ{ $count }品
header-turns = あと{ $minutes }分で次のコード
station-all = すべての持ち場
    .short = すべて
station-share = 持ち場{ $station }/{ $stations }
    .short = { $station }/{ $stations }
station-drinks = 自分のドリンク
    .short = 自分
line-live = 接続OK
line-silent = { $seconds }秒応答なし
line-down = 切断
line-not-paired = 未登録
line-connecting = 接続待ち


## What all open orders come to, and the rush

totals-title = これから作るもの
totals-more = +{ $count ->
   *[other] { $count }種類
}
elsewhere-more = +{ $count } 他の持ち場
rush-now = 今
rush-queue = { $orders ->
   *[other] { $orders }件待ち
}、最長{ $age }
rush-same = 同じものがあと{ $same }杯
rush-base = { $base }があと{ $others }杯
rush-same-and-base = 同じものがあと{ $same }杯、{ $base }が{ $others }杯
rush-ready = できあがり { $count } 件


## The band while the line is down

banner-down = 接続切れ
banner-not-paired = 未登録
banner-before = 切れる前の状態です
banner-unsent = 操作は届きません
banner-again = 再接続中


## Before the first board

connecting-looking = お店につないでいます…
connecting-unreached = お店につながりません。
connecting-quit = 自動でつなぎ直しています。{ $key }で終了します。


## The footer: what a key does, in a word or two

step-make = 作る
step-unmake = 待ちに戻す
step-complete = 完成
step-recall = 作り直す
step-collect = お渡し
step-cancel = キャンセル
hint-open = 開店
hint-close = 閉店
hint-layout = 列表示
hint-rush = ラッシュ
hint-walk-up-kept = 未送信の注文
hint-whole = メモ全文
hint-keys = キー
hint-quit = 終了
hint-yes = はい
hint-no = いいえ
hint-take = これにする
hint-send = 送る
hint-up = 上
hint-down = 下
hint-back = 戻る
hint-stay = 終了しない
hint-dismiss = 片づける
hint-marked = 選択中の{ $count }件：{ $step }
hint-alike = 同じもの{ $count }件
    .base = { $choice } { $count }件
undo-made = 元に戻す：{ $what } 作り始め
undo-unmade = 元に戻す：{ $what } 待ち戻し
undo-completed = 元に戻す：{ $what } 完成
undo-recalled = 元に戻す：{ $what } 作り直し
undo-collected = 元に戻す：{ $what } お渡し
undo-short = 元に戻す
undo-several = 伝票{ $count }件
leaving-waits = 最後の操作を送っています。もう一度終了を押すと、すぐに閉じます。


## Names of keys, as they are printed on the keyboard

key-enter = Enter
key-escape = Esc
key-tab = Tab
key-shift = Shift-{ $key }
key-control = Ctrl-{ $key }
key-home = Home
key-end = End
key-backspace = Backspace
key-page-up = PgUp
key-page-down = PgDn
key-delete = Del
key-insert = Ins
key-space = Space


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = キー一覧
help-left = 左の列へ
help-right = 右の列へ
help-up = 上の伝票へ
help-down = 下の伝票へ
help-first = いちばん古い伝票へ
help-last = いちばん新しい伝票へ
help-place = その位置の伝票を次へ
help-next = 選んだ伝票を次へ
help-make = 作る：自分が担当する
help-unmake = 待ちに戻す：いったん手放す
help-complete = 完成：カウンターに置く
help-collect = お渡し：お客さまの手元へ
help-recall = 作り直す：もう一度作る
help-cancel = キャンセル（理由つき）
help-shop = 開店・閉店
help-mark = 選択：まとめて進める
help-batch = 同じものをまとめて選択
help-undo = 直前の操作を元に戻す
help-jump = 番号を指定して移動
help-whole = 伝票とメモの全文
help-dismiss = 取消線の伝票を片づける
help-layout = 混雑時表示：自動・入・切
help-station = すべての伝票／持ち場だけ
help-pause = 数分の小休憩
help-sold-out = 売り切れ・販売再開
help-walk-up = 店頭注文を入れる
help-announce = みなさんへのお知らせ
help-settings = お店のルール
help-figures = 今日の集計
help-log = 操作の記録
help-sound = 音
help-help = このキー一覧
help-quit = 終了
help-accept = はい、これにする
help-back = 戻る
help-erase = 1文字消す
help-type = 入力する


## Why an order is cancelled

cancel-title = { $number }をキャンセル：理由は？（お客さまに届きます）
cancel-other = ほかの理由…
reason-run-out = 材料がなくなりました
reason-asked = お客さまのご希望です
reason-twice = ご注文が重なっていました
reason-machine = マシンを少し休ませています


## Which order is taken back

recall-title = どれを作り直しますか？
recall-now = たった今
recall-ago = { $minutes }分前


## Going to a number

jump-title = 移動先の番号
jump-none = { $number }はありません


## Closing the bar

close-title = 閉店しますか？
close-about = コードが消え、新しい注文は入りません。
close-still = { $orders ->
    [0] お待ちの注文はありません。
   *[other] これから作る注文が{ $orders }件あります。
}
close-yes = 閉店する
close-no = 営業を続ける


## What just happened: one line

order-unknown = ある注文
notice-rush-auto = 混雑時表示：待ちが{ $orders }件以上のとき。
notice-rush-on = 混雑時表示：常に入。
notice-rush-off = 混雑時表示：切。
notice-rush-left = { $number } を見るため、いったん列表示です。{ $key } でラッシュ表示に戻ります。
notice-station-none = この画面には持ち場の設定がないので、すべての伝票が出ます。
notice-station-all = すべての伝票が出ています。
notice-station-mine = この持ち場の伝票だけが出ています。
notice-station-unknown = メニューにない名前：{ $drinks }。この持ち場の一覧をご確認ください。
notice-back = つながりました。今の状態が出ています。
notice-unsent-steps = 最後の操作は送る前に接続が切れました。あとでもう一度押してください。
notice-cancelled-by-guest = { $number }はお客さまがキャンセルしました。
notice-cancelled-by-bar = { $number }はお店がキャンセルしました。
notice-expired = { $number }は間に合わず、順番待ちから外れました。
notice-shop-unanswered = まだ返事がありません。営業中かどうかご確認ください。
notice-shop-waits = 前の変更に返事が来たら続けて送ります。
notice-shop-under-way = それはもう送っています。
notice-recall-gone = { $number } は先に進んだので、もう取り戻せません。
notice-pause-over = 休止はもう終わっています。
notice-line-gone = そのお知らせはもうありません。Esc で戻って確かめてください。
notice-nothing-recent = この30分にできあがったものはありません。
notice-taken-back = { $number }は元に戻りました：{ $words }
notice-step-unanswered = { $number }の「{ $step }」に返事がありません。今の状態をご確認ください。
notice-not-paired = 送れませんでした。この端末の登録は外れています。
notice-not-sent = 接続が切れていて送れませんでした。つながったら、もう一度押してください。
notice-steps-pending = { $number }は、前の操作を送っているところです。
notice-moved-on = その注文はもう先へ進んでいます。
notice-nothing-cancelled = { $number }はもう先へ進んでいて、キャンセルしていません。
notice-still-waiting = { $number }はまだ順番待ちです。先に作ってください。
notice-already-making = { $number }はもうお作り中です。
notice-already-ready = { $number }は完成しています。お渡しするか、作り直してください。
notice-no-ticket = その位置に伝票はありません。
notice-not-shown = その伝票は表示されていません。先に移動してください。
notice-just-moved = ちょうど動きがありました。確かめてもう一度押してください。
notice-crossed-out = { $number }は終わっています。作らなくて大丈夫です。
notice-nothing-crossed-out = 取消線の伝票はありません。
notice-dismissed = { $number }を片づけました。{ $count ->
    [0] 取消線の伝票はもうありません。
   *[other] 取消線の伝票はあと{ $count }件です。
}


## Several at once

notice-marked-drinks = { $count }件を選択中：同じドリンク。
notice-marked-base = { $count }件を選択中：すべて{ $choice }。
notice-unmarked = 選択中の伝票はありません。
notice-none-alike = { $number }と同じものは順番待ちにありません。
notice-left-out = そのままのもの：{ $words }。
left-out-waiting = { $number }はまだ順番待ち
left-out-making = { $number }は{ $barista }が担当
left-out-ready = { $number }は完成
left-out-ended = { $number }は終わり
left-out-pending = { $number }は送信中


## Taking the last step back

notice-undone = { $numbers }：元に戻しました。
notice-not-undone = { $numbers }：ほかの人が先へ進めたので、戻していません。
notice-partly-undone = { $numbers }：元に戻しました。{ $left }：ほかの人が先へ進めています。
notice-cancel-stays = { $number }：キャンセルはお客さまに届いたので、元に戻せません。
notice-nothing-to-undo = 元に戻す操作はありません。戻せるのは{ $seconds }秒のあいだです。
notice-undo-refused = { $numbers }：その操作は受け付けられなかったので、取り消すものはありません。


## Sold out, and there again

hint-mark = 切り替え
hint-choose = 選ぶ
hint-set = 決める
hint-pause = 小休憩
hint-left = 左
hint-right = 右
stock-title = 売り切れ・販売再開
stock-out = 売り切れ
# What a drink cannot do without is gone, such as milk.
stock-lacks = 売り切れ：{ $group }なし
notice-sold-out = { $name }：売り切れにしました。
notice-there = { $name }：販売を再開しました。
notice-mark-refused = { $name }は前のままです：{ $words }
notice-mark-unanswered = { $name }に返事がありません。切り替わったかご確認ください。
notice-no-menu = メニューを受け取っています。少ししてから、もう一度どうぞ。


## A pause

pause-title = どのくらい休憩しますか？
pause-until = 小休憩中：あと{ $minutes }分で再開
pause-open = 今すぐ再開
pause-minutes = { $minutes }分
pause-other = ほかの分数…
pause-typing = 何分休憩しますか？
notice-pause-closed = 閉店中なので、小休憩はできません。
notice-between = { $min }から{ $max }までです。


## A walk-up order

walk-drinks = 店頭注文：どのドリンク？
walk-title = 店頭注文：{ $drink }
walk-note = ひとこと
notice-cannot = { $name }は売り切れです。ほかのものを選んでください。
notice-choose = あと選ぶもの：{ $group }。
notice-walk-up-sent = 注文を送っています。
notice-walk-up = { $number }が順番待ちに入りました：{ $drink }。
notice-walk-up-unanswered = 注文に返事がありません。送り直しても、二重にはなりません。
notice-walk-up-kept = { $words } { $key } で注文をもう一度開けます。


## A line to everybody: phones and monitor show it

announce-title = 何をお知らせしますか？
announce-take-down = 取り下げる：「{ $text }」
announce-soon = あと数分で再開します。
announce-machine = マシンの都合で少しお時間をいただきます。ご注文の順番はそのままです。
announce-busy = ご注文が多く、少しお時間をいただいています。
announce-last = あと10分でラストオーダーです。
announce-other = ほかの文面…
announce-writing = 文面を入力：みなさんに届きます
announce-how-long = どのくらい出しますか？
notice-announced = { $minutes }分間、みなさんにお知らせします。
notice-announce-unanswered = まだ返事がありません。お知らせが出ているか、モニターをご確認ください。


## The rules of the bar: names of at most 24 cells

rule-title = お店のルール
rule-capacity = 一度に受ける注文
rule-window-drinks = コード1つの杯数
rule-window = コードの表示時間
rule-day = お一人1日の杯数
rule-open = お一人の同時注文
rule-grace = 古いコードの有効時間
rule-submit = 選ぶ時間
rule-unclaimed = 手つかずの期限
rule-ready = 完成後のモニター表示
rule-amber = 黄色になるまで
rule-red = 赤になるまで
rule-orders = { $value }件
rule-drinks = { $value }杯
rule-minutes = { $value }分
rule-seconds = { $value }秒
rule-bounds = { $min }〜{ $max }
rule-reading = 変更は責任者の端末でできます。
notice-managers-rules = ここでは見るだけです。ルールの変更は責任者の端末でできます。
notice-rules-unanswered = まだ返事がありません。ルールが変わったかご確認ください。
notice-rule-other = 「{ $rule }」はほかの人が変更しました：{ $value }
notice-rule-again = 「{ $rule }」も同時に変更されました：{ $value } のままです。


## For managers only

managers-title = 責任者向け
managers-how = 集計と記録は責任者の端末で見られます。登録コードはサーバーの担当者が作ります：
notice-unread = まだ返事がありません。集計は前のままです。


## Today in figures

figures-title = 今日の集計
figures-coming = 受け取っています。
figures-head = { $served }杯をお渡し
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = 半数は{ $usual }、95%は{ $long }以内
figures-sums = 1日の合計
figures-hours = 時間ごとの杯数
# The signs of the two lines.
figures-waiting = 待ち時間：{ $usual } 半数、{ $long } 95%
figures-drinks = ドリンク別
sum-served = お渡し
sum-usual = 半数ができるまで
sum-long = 95%ができるまで
sum-longest = いちばん長い待ち
sum-under-way = 進行中
sum-walk-ups = 店頭注文
sum-by = { $barista }の担当
sum-cancelled-guest = お客さまがキャンセル
sum-cancelled-bar = お店がキャンセル
sum-cancelled = キャンセル：{ $reason }
sum-not-chosen = 時間切れ：未選択
sum-not-made = 時間切れ：間に合わず
away-wrong-code = 入れず：違うコード
away-old-code = 入れず：古いコード
away-sold-out = 入れず：コードの分は終了
away-closed = 入れず：閉店中
away-paused = 入れず：小休憩中
away-full = 入れず：手いっぱい
away-has-order = 入れず：注文がある
away-limit = 入れず：今日の分は終了
away-drink = 注文できず：売り切れ
away-other = 注文できず：その他


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = 操作の記録
log-coming = 受け取っています。
log-guest = お客さま
log-device = 端末
log-local = サーバーの担当者
log-bar = お店
log-nothing = なし
log-reserved = { $who }が1杯を取り置き
log-submitted = { $who }が注文：{ $what }
log-walked-up = { $who }が店頭注文を入力：{ $what }
log-making = { $who }が作り始め：{ $what }
log-unmade = { $who }が待ちに戻した：{ $what }
log-ready = { $who }が完成：{ $what }
log-recalled = { $who }が作り直しに：{ $what }
log-collected = { $who }がお渡し：{ $what }
log-aged-out = モニターから外れた：{ $what }
log-cancelled = { $who }がキャンセル：{ $what }
log-expired = 時間切れ：{ $what }
log-opened = { $who }が開店
log-closed = { $who }が閉店
log-paused = { $who }が小休憩を開始
log-resumed = 小休憩が終わった
log-window = 新しいコード
log-window-shown = コードが再び出た
log-window-hidden = コードが隠れた
log-window-resized = コードの杯数が変わった
log-rules = { $who }がルールを変更
log-stock = { $who }が品切れを更新、今の売り切れ：{ $what }
log-menu = { $who }がメニューを差し替え、今の売り切れ：{ $what }
log-announced = { $who }がお知らせ：{ $what }
log-taken-down = { $who }がお知らせを取り下げ
log-announcement-over = お知らせが終わった
log-paired = { $who }を登録
log-pairing = { $who }が登録コードを作成
log-revoked = { $who }が登録を解除：{ $what }
log-device-renamed = { $who }が端末の名前を変更：{ $what }
log-badges = { $who }がバッジの一覧を登録
log-signed-in = { $who }がログイン
log-signed-out = { $who }がログアウト
log-renamed = { $who }が名前を変更
log-forgotten = { $who }の情報を消去
# A word of the journal that has no text yet.
log-other = { $who }：{ $what }


## Sound: how the board calls somebody who looks elsewhere

sound-title = 音
sound-mute = 音を止める
sound-unmute = 音を戻す
sound-try = 試してみる
sound-bell = ベル
sound-flash = 点滅
sound-both = ベルと点滅
# In the top line, while nothing calls.
sound-muted = 消音中
