# The overhead monitors in Japanese.


## The code

code-scan = 読み取って注文
code-left = あと{ $left }杯
code-turns = 次のコードまで{ $time }
code-address = または { $address } を開く
code-wifi = Wi-Fi：{ $name }


## The numbers

ready-title = できました
ready-none = 番号はここに出ます。
ready-spoken = { $number }番、できました。
preparing-title = お作り中
preparing-none = お待ちの方はいません。


## Why there is no code

sold-out = 今の分は売り切れました
    .next = 次のコードまで{ $time }
    .why = ドリンクをお作りしています。
full = ただいま手いっぱいです
    .why = 1杯できると、またコードが出ます。
paused = ただいま小休憩中です
    .soon = まもなく再開します。
    .until = { $time }に再開します。あと{ $minutes }分です。
closed = 閉店中
    .code = 開店すると、ここにコードが出ます。
    .opens = { $day ->
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
turning = 少々お待ちください
    .next = まもなく次のコードが出ます。
connecting = お店を待っています
    .self = サーバーが動くと、自動で始まります。
line-lost = ただいまコードはありません
    .self = お店との接続が切れています。自動でつなぎ直します。
unpaired = ペアリングされていません
wifi-join = Wi-Fiにつなぐ


## Over numbers that may have moved on

stale-now = 接続が切れています。少し前の番号です。
stale-minutes = 接続が切れています。{ $minutes }分前の番号です。
stale-hours = 接続が切れています。{ $hours }時間前の番号です。
