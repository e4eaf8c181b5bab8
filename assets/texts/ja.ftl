# The guests' pages in Japanese (日本語).


## The frame around every page

frame-mine = 注文一覧
frame-language = 言語
frame-change = 変更する
frame-about = { $venue }のコーヒーをスマホでご注文。できあがりもスマホで分かります。
frame-silent = お店と最後につながったのは{ $seconds }秒前です。自動でつなぎ直しています。
frame-sending = お店に送っています。
    .again = まだ返事がありません。自動で送り直しています。


## The first page

home-open = ただいま営業中です
    .next = モニターのコードをカメラで読み取ってください。
home-sold-out = 今の分は売り切れました
    .next = 次のコードがモニターに出たら、カメラで読み取ってください。
home-full = ただいま手いっぱいです
    .next = 1杯できあがるごとに、次の1杯を承れます。そのときモニターにまたコードが出ます。
home-paused = ただいま小休憩中です
    .next = 再開すると、モニターにまたコードが出ます。
home-closed = ただいま閉店中です
    .next = 開店すると、モニターにコードが出ます。読み取ってご注文ください。
home-own-reserved = 1杯お取り置き中です。ドリンクをお選びください
home-own-waiting = 順番待ち
home-own-making = お作り中
home-own-ready = できあがりました


## The three ways to a code

scan-live = ここでコードを読み取る
    .aim = モニターのコードを枠に合わせてください。
    .stop = カメラを閉じる
scan-photo = コードを撮影する
    .send = 写真を読み取る
    .about = 写真は読み取るだけで、保存しません。
    .none = 写真にコードが見つかりませんでした。少し近づいて、スマホを動かさずにもう一度撮ってみてください。
scan-typed = モニターのコードを入力する
    .hint = 英数字16文字
    .send = このコードで進む


## Moments that are counted down to

next-code = 次のコードは{ $time }に出ます。
    .left = 次のコードまで、あと{ $time }です。
    .over = 次のコードがモニターに出ています。
goes-on = { $time }に再開します。
    .left = 再開まで、あと{ $time }です。
    .over = 再開しました。
opens = { $day ->
    [today] 本日{ $time }に開店します。
    [tomorrow] 明日{ $time }に開店します。
    [mon] 月曜日の{ $time }に開店します。
    [tue] 火曜日の{ $time }に開店します。
    [wed] 水曜日の{ $time }に開店します。
    [thu] 木曜日の{ $time }に開店します。
    [fri] 金曜日の{ $time }に開店します。
    [sat] 土曜日の{ $time }に開店します。
   *[sun] 日曜日の{ $time }に開店します。
}
    .over = まもなく開店します。
try-again = { $time }になったら、もう一度お試しください。
    .left = あと{ $time }で、もう一度お試しいただけます。
    .over = もう一度お試しいただけます。
choose-by = { $time }までお取り置きしています。
    .left = お取り置きは、あと{ $time }です。
    .over = お選びいただく時間が過ぎました。
send-again = { $time }から、新しい確認コードをお送りできます。
    .left = あと{ $time }で、新しい確認コードをお送りできます。
    .over = 新しい確認コードをお送りできます。
proof-good-until = { $time }まで有効です。
    .left = あと{ $time }有効です。
    .over = 有効な時間が過ぎました。新しい確認コードをお受け取りください。


## Signing in

name-ask = なんとお呼びしましょうか？
    .next = 呼び名だけで大丈夫です。画面に出るのは番号だけで、お名前は出ません。
    .field = 呼び名
    .refused = { $most }文字以内で入力してください。そのお名前でお呼びします。
name-signed-in = { $name }さんとしてログイン中です
    .nameless = ログイン中です
    .next = 別の呼び名になさいますか？
name-title = お名前
email-ask = メールアドレス
    .next = ログイン用に6桁の確認コードをお送りします。ほかのメールはお送りしません。
    .field = メールアドレス
    .refused = このアドレスにはお送りできないようです。ご確認のうえ、もう一度お送りください。
sms-ask = 携帯電話の番号
    .next = ログイン用に6桁の確認コードをお送りします。ほかのメッセージはお送りしません。
    .field = 国番号からの携帯電話番号
    .hint = +81 90 1234 5678
    .refused = この番号にはお送りできないようです。+と国番号から入力してください。
badge-ask = 参加証
    .next = 参加証に書かれたコードを入力してください。
    .field = 参加証のコード
    .refused = この参加証はリストに見当たりません。書かれているとおりに、もう一度入力してください。
sign-in-go-on = 進む
sign-in-send = 確認コードを受け取る
sign-in-out = ログアウトする
sign-in-title = ログイン
proof-ask = お送りした確認コードを入力してください
    .to = { $address }にお送りしました。
    .field = 6桁の数字
    .again = 新しい確認コードを送る
    .other = ほかの宛先にする
    .wrong = お送りした確認コードと違うようです。ご確認のうえ、もう一度入力してください。
    .used-up = この確認コードはもう使えません。新しい確認コードをお受け取りください。
proof-tries-left = { $tries ->
   *[other] あと{ $tries }回入力できます。
}
proof-message = { $venue }の確認コード：{ $code }。5分間有効です。
    .short = { $venue }の確認コード：{ $code }（5分間有効）
    .unasked = お心当たりがなければ、何もなさらなくて大丈夫です。
    .subject = { $venue }の確認コード


## The menu

choose-ask = 何になさいますか？
choose-title = ドリンクを選ぶ
choose-about = { $venue }のメニューです。お好きなドリンクを選んでご注文ください。
choose-drinks = ドリンク
choose-sold-out = 売り切れ
choose-plain = そのまま
choose-note = バリスタへひとこと
    .optional = よろしければ
choose-order = 注文する
choose-hold = 選ぶあいだ取り置く
choose-give-back = 取り置きをやめる
choose-usual = { $drink }、もう一杯？
    .about = いつもの
choose-kept = ほかの選択はそのまま残っています。


## An order's life

order-number = お客さまの番号
order-reserved = 何になさいますか？
    .next = お選びになるあいだ、1杯お取り置きしています。
order-waiting = 順番待ち
    .next = 順番が来たら、このページでお知らせします。
order-making = お作り中
    .next = バリスタがお作りしています。ここからはキャンセルできません。
    .by = { $barista }がお作りしています。ここからはキャンセルできません。
order-ready = できました
    .next = カウンターでこの番号を見せて、お受け取りください。
    .where = この番号を見せて、こちらでお受け取りください：
    .tab = ✓ { $number }番 できました
order-collected = ごゆっくりどうぞ
    .next = { $time }にお渡ししました。次の一杯は、モニターの次のコードでどうぞ。
    .now = お渡ししました。次の一杯は、モニターの次のコードでどうぞ。
order-cancelled = キャンセルしました
    .next = { $time }にキャンセルを承りました。モニターのコードで、またご注文いただけます。
order-cancelled-bar = お店の都合でキャンセルになりました
    .why = お店から：{ $reason }
    .next = モニターのコードで、またご注文いただけます。
order-expired = お選びいただく時間が過ぎました
    .next = お取り置きの1杯は、ほかの方へお回しします。モニターのコードを読み取ると、またご注文いただけます。
order-expired-bar = お作りが間に合いませんでした
    .next = こちらの都合で申し訳ありません。今日の杯数には数えません。モニターのコードで、すぐにまたご注文いただけます。
order-next-in-line = 次はお客さまの番です
order-ahead = { $ahead ->
   *[other] お客さまの前に{ $ahead }杯
}
order-ahead-about = お客さまの前に約{ $ahead }杯
order-estimate = あと{ $minutes }分ほどでできあがり
    .soon = まもなくできあがります
    .late = 思ったより少しお時間をいただいています
order-notify = ロック画面にも知らせる
order-cancel = この注文をキャンセルする
    .sure = はい、キャンセルします
order-journey = この一杯のあゆみを見る
order-mine = 今日の注文を見る


## Today's orders

today-title = 今日の注文
    .heading = 今日
    .none = まだありません。モニターのコードを読み取ってご注文ください。
today-left = { $drinks ->
    [0] 今日の分は、すべてご注文いただきました。
   *[other] 今日はあと{ $drinks }杯ご注文いただけます。
}
today-no-drink = 未選択
today-reserved = お取り置き中
today-waiting = 順番待ち
today-making = お作り中
today-ready = できあがりました
today-collected = { $time }にお渡し
today-cancelled = { $time }にキャンセル
today-expired = { $time }に時間切れ
today-signed-in = { $name }さんとしてログイン中です。
    .nameless = ログイン中です。
    .change = 変更する
today-forget = 自分の情報を消す


## An order's journey

journey-title = { $number }番の一杯のあゆみ
    .nameless = ご注文のあゆみ
journey-about = 最初のタップからカップまで。{ $venue }で一杯ができあがるまでのあゆみです。
journey-reserved = 1杯お取り置きしました
journey-submitted = ご注文いただきました
journey-making = お作りし始めました
    .by = { $barista }がお作りし始めました
journey-unmade = いったん順番待ちに戻りました
journey-ready = カウンターに出ました
journey-recalled = もう一度お作りしました
journey-collected = お手元に届きました
journey-cancelled = キャンセルになりました
journey-expired = 時間切れになりました
journey-shared = ある一杯のあゆみ
    .reserved = お取り置きが入りました
    .submitted = ご注文が入りました
    .making = バリスタが作り始めました
    .collected = お客さまの手に渡りました
journey-choosing = 選ぶのに{ $time }
journey-queueing = 順番待ちに{ $time }
journey-brewing = お作りするのに{ $time }
journey-waiting = カウンターで{ $time }
journey-whole = ご注文からカウンターまで{ $time }でした。
journey-share = このあゆみをシェアする
    .about = リンクを開いた人に見えるのは、ドリンクと時刻だけです。お客さまのことは何も出ません。
journey-order = この注文を見る


## Forget me

forget-title = 自分の情報を消す
    .ask = お客さまの情報をすべて消しますか？
    .what = お名前、バリスタへのひとこと、ログインの記録を消し、このスマホからログアウトします。1日の杯数などの集計は、どなたのものか分からない形で残ります。
    .open = まだお渡ししていないご注文があります。先にお受け取りになるか、キャンセルしてください。
    .yes = はい、消します
    .no = 消さずに戻る
forget-done = お客さまの情報を消しました
    .next = お名前、バリスタへのひとこと、ログインの記録は残っていません。お越しいただき、ありがとうございました。


## When the bar says no: what happened, and what to do

refused-wrong_code = お店のコードではないようです
    .happened = どこか1文字違っているのかもしれません。
    .next = モニターのコードを読み取るか、もう一度入力してください。
refused-old_code = このコードは時間が過ぎました
    .happened = コードは数分ごとに変わります。
    .next = 今モニターに出ているコードを読み取ってください。
refused-sold_out = 今の分は売り切れました
    .happened = このコードの分は、すべて出ました。
    .next = 次のコードがモニターに出たら、読み取ってください。
refused-shop_closed = ただいま閉店中です
    .happened = 今はご注文を承っていません。
    .next = 開店すると、モニターにコードが出ます。
refused-shop_paused = ただいま小休憩中です
    .happened = そのあいだ、新しいご注文は承っていません。
    .next = 再開すると、モニターにまたコードが出ます。
refused-bar_full = ただいま手いっぱいです
    .happened = 一度にお作りできる数まで、ご注文をいただいています。
    .next = 1杯できあがるごとに、次の1杯を承れます。1分ほどしてから、もう一度お試しください。
refused-has_open_order = すでにご注文をいただいています
    .happened = ご注文は、お一人さま一度に1杯です。
    .next = この一杯ができあがったら、次をご注文いただけます。
refused-daily_limit = 今日の分は先ほどの一杯までです
    .happened = 今日の分は、すべてご注文いただきました。
    .next = 明日また、ご注文いただけます。
refused-unknown_drink = どのドリンクになさいますか？
    .happened = メニューにあるドリンクが、まだ選ばれていません。
    .next = 下からお選びください。
refused-unknown_option = その組み合わせはご用意がありません
    .happened = このドリンクにはない選択が入っています。
    .next = ご確認のうえ、もう一度ご注文ください。
refused-missing_option = あとひとつお選びください
    .happened = お作りする前に、もうひとつ伺いたいことがあります。
    .next = 下から選んで、もう一度ご注文ください。
refused-duplicate_option = 選択がひとつ多いようです
    .happened = ひとつの質問に、答えがふたつあります。
    .next = お好みのほうを残して、もう一度ご注文ください。
refused-drink_sold_out = ちょうど売り切れました
    .happened = 最後のひとつが、ほかの方に出たところです。
    .named = { $what }は、ちょうど売り切れました。
    .next = お取り置きはそのままです。ほかのものをお選びください。
refused-claimed_by_other = もう変更できません
    .happened = そのあいだに、ご注文が先へ進みました。
    .next = 今の様子をご覧ください。
refused-wrong_state = もう変更できません
    .happened = そのあいだに、ご注文が先へ進みました。
    .next = 今の様子をご覧ください。
refused-not_signed_in = 先にログインをお願いします
    .happened = こちらはご本人さまのページで、どなたかまだ伺っていません。
    .next = ログインすると、自動で開きます。
refused-wrong_proof = お送りした確認コードと違うようです
    .happened = どこか1桁違っているのかもしれません。
    .next = もう一度入力するか、新しい確認コードをお受け取りください。
refused-old_proof = この確認コードはもう使えません
    .happened = 使えるのは5分間、入力は3回までです。
    .next = 新しい確認コードをお受け取りください。
refused-unknown_badge = この参加証はリストに見当たりません
    .happened = どこか1文字違っているのかもしれません。
    .next = 参加証に書かれているとおりに、もう一度入力してください。
refused-not_allowed = こちらはお客さま用ではありません
    .happened = カウンターの内側のスタッフが使うページです。
    .next = ご自分の注文は、ワンタップでご覧いただけます。
refused-not_found = こちらには何もありません
    .happened = ページがなくなったか、ほかのお客さまのページです。
    .next = 最初のページから、すべてご覧いただけます。
refused-too_many_tries = 少し時間をおきましょう
    .happened = 短いあいだに何度も試されました。
    .next = そのあとは、いつもどおりお使いいただけます。
refused-invalid_request = うまく届きませんでした
    .happened = 読み取れないところがありました。
    .next = ひとつ前のページに戻って、もう一度お送りください。
refused-unavailable = 今は承ることができません
    .happened = ご注文は入っておらず、何も失われていません。
    .next = 少ししてから、もう一度お試しください。
refused-see-order = 注文を見る
refused-again = もう一度試す
refused-orders = 注文一覧を見る
refused-home = 最初のページへ
