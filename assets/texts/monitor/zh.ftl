# The overhead monitors in Chinese.


## The code

code-scan = 扫码点单
code-left = 还有 { $left } 杯
code-turns = { $time } 后换新码
code-address = 或打开 { $address }
code-wifi = Wi-Fi：{ $name }


## The numbers

ready-title = 做好了
ready-none = 你的号码会出现在这里。
ready-spoken = { $number } 号做好了。
preparing-title = 制作中
preparing-none = 现在没有人在等。


## Why there is no code

sold-out = 这一轮点完了
    .next = 距下一个点单码还有 { $time }
    .why = 我们正在制作饮品。
full = 咖啡师正忙不过来
    .why = 每做好一杯，点单码就会回来。
paused = 小憩中
    .soon = 马上回来。
    .until = { $time } 继续营业，还有 { $minutes } 分钟。
closed = 暂未营业
    .code = 营业时，点单码会出现在这里。
    .opens = { $day ->
        [today] 今天 { $time } 开始营业。
        [tomorrow] 明天 { $time } 开始营业。
        [mon] 周一 { $time } 开始营业。
        [tue] 周二 { $time } 开始营业。
        [wed] 周三 { $time } 开始营业。
        [thu] 周四 { $time } 开始营业。
        [fri] 周五 { $time } 开始营业。
        [sat] 周六 { $time } 开始营业。
       *[sun] 周日 { $time } 开始营业。
    }
turning = 稍等片刻
    .next = 下一个点单码马上就来。
connecting = 正在等待吧台
    .self = 服务器一启动，大屏就会自动开始。
line-lost = 暂时没有点单码
    .self = 大屏与吧台的连接断了，会自动恢复。
unpaired = 未配对
wifi-join = 连接 Wi-Fi


## Over numbers that may have moved on

stale-now = 连接断了，这些是刚才的号码。
stale-minutes = 连接断了，这些是 { $minutes } 分钟前的号码。
stale-hours = 连接断了，这些是 { $hours } 小时前的号码。
