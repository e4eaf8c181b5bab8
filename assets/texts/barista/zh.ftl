# The barista's terminal in Chinese, simplified (简体中文).


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = 排队中
    .empty = 没有人在排队。
column-making = 制作中
    .empty = 手上没有单。
column-ready = 做好了
    .empty = 吧台上没有待取的。
column-more = 还有 { $count } 单
    .crossed-out = 已划掉 { $count } 单


## Tickets

age-new = <1 分钟
age-minutes = { $minutes } 分钟
age-hours = { $hours } 小时 { $minutes } 分
ticket-mine = 在你手上
ticket-with = 在 { $barista } 手上
ticket-walk-up = 吧台点单
ticket-note = “{ $note }”
ticket-expires = { $minutes } 分钟后过期
ticket-taken-back = 已退回
ticket-marked = 已勾选
ticket-same-drink = 同款饮品
ticket-same-base = 也用{ $choice }
ticket-cancelled-by-guest = 客人取消
ticket-cancelled-by-bar = 吧台取消：{ $reason }
ticket-cancelled-by-you = 你已取消：{ $reason }
ticket-expired = 没来得及做


## The top line

shop-opening = 准备营业…
shop-closing = 正在打烊…
shop-open = 营业中
shop-sold-out = 点完了
shop-full = 忙不过来
shop-paused = 小憩中
    .minutes = 小憩中，还有 { $minutes } 分钟
shop-closed = 暂未营业
drinks-left = 还能点 { $left } 杯，共 { $drinks } 杯
    .short = 剩 { $left }/{ $drinks } 杯
header-sold-out = { $count } 样售罄
header-turns = { $minutes } 分钟后换码
station-all = 全部工位
    .short = 全部
station-share = 工位 { $station }，共 { $stations } 个
    .short = { $station }/{ $stations }
station-drinks = 我的饮品
    .short = 我的
line-live = 在线
line-silent = { $seconds } 秒没消息
line-down = 已断线
line-not-paired = 未配对
line-connecting = 连接中


## What all open orders come to, and the rush

totals-title = 待做
totals-more = +{ $count } 种
elsewhere-more = +{ $count } 在别处
rush-now = 现在
rush-queue = { $orders } 单在排队，最早的等了 { $age }
rush-same = 还有 { $same } 杯同款
rush-base = 还有 { $others } 杯用{ $base }
rush-same-and-base = 还有 { $same } 杯同款，{ $others } 杯用{ $base }
rush-ready = { $count } 杯做好


## The band while the line is down

banner-down = 已断线
banner-not-paired = 未配对
banner-before = 这是之前的情况
banner-unsent = 按键暂不起作用
banner-again = 正在重试


## Before the first board

connecting-looking = 正在连接吧台…
connecting-unreached = 暂时连不上吧台。
connecting-quit = 会一直自动重试。按 { $key } 退出。


## The footer: what a key does, in a word or two

step-make = 制作
step-unmake = 放回
step-complete = 做好
step-recall = 重做
step-collect = 递给客人
step-cancel = 取消
hint-open = 开始营业
hint-close = 打烊
hint-layout = 分栏
hint-rush = 高峰布局
hint-walk-up-kept = 未送出的单
hint-whole = 完整备注
hint-keys = 按键
hint-quit = 退出
hint-yes = 是
hint-no = 否
hint-take = 选这个
hint-send = 发送
hint-up = 向上
hint-down = 向下
hint-back = 返回
hint-stay = 留在这里
hint-dismiss = 移走
hint-marked = { $step }：勾选的 { $count } 单
hint-alike = 同款 { $count } 单
    .base = 用{ $choice }的 { $count } 单
undo-made = 撤回：{ $what } 制作
undo-unmade = 撤回：{ $what } 放回
undo-completed = 撤回：{ $what } 做好
undo-recalled = 撤回：{ $what } 重做
undo-collected = 撤回：{ $what } 递给客人
undo-short = 撤回
undo-several = { $count } 单
leaving-waits = 还有最后几步没完成，稍等一下。再按一次退出就马上离开。


## Names of keys, as they are printed on the keyboard

key-enter = Enter
key-escape = Esc
key-tab = Tab
key-shift = Shift-{ $key }
key-control = Ctrl-{ $key }
key-home = Home
key-end = End
key-backspace = 退格
key-page-up = PgUp
key-page-down = PgDn
key-delete = Del
key-insert = Ins
key-space = 空格


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = 按键
help-left = 左边一栏
help-right = 右边一栏
help-up = 上面一单
help-down = 下面一单
help-first = 最早的一单
help-last = 最新的一单
help-place = 那个位置的单：下一步
help-next = 这一单：下一步
help-make = 制作：接到手上
help-unmake = 放回：回到队伍中
help-complete = 做好：放上吧台
help-collect = 递给客人：已取走
help-recall = 重做：再做一杯
help-cancel = 取消，并说明原因
help-shop = 开始营业或打烊
help-mark = 勾选：几单一起做
help-batch = 勾选所有同类的单
help-undo = 撤回上一步
help-jump = 跳到某个号码
help-whole = 整张单和备注
help-dismiss = 移走一张划掉的单
help-layout = 高峰布局：自动、开、关
help-station = 全部订单，或只看本工位
help-pause = 小憩几分钟
help-sold-out = 售罄，或恢复供应
help-walk-up = 录入吧台点单
help-announce = 给大家发公告
help-settings = 吧台规则
help-figures = 今日数据
help-log = 谁做了什么
help-sound = 提示音
help-help = 这些按键
help-quit = 退出
help-accept = 是，就这个
help-back = 返回
help-erase = 删除
help-type = 输入


## Why an order is cancelled

cancel-title = 为什么取消 { $number }？客人会看到
cancel-other = 自己写…
reason-run-out = 有一样原料用完了
reason-asked = 客人要求取消
reason-twice = 这一单点重复了
reason-machine = 咖啡机需要歇一会儿


## Which order is taken back

recall-title = 重做哪一单？
recall-now = 刚刚
recall-ago = { $minutes } 分钟前


## Going to a number

jump-title = 跳到号码
jump-none = 这里没有 { $number } 号


## Closing the bar

close-title = 要打烊吗？
close-about = 点单码会收起，不再接新单。
close-still = { $orders ->
    [0] 没有人在排队。
   *[other] 还有 { $orders } 单要做。
}
close-yes = 打烊
close-no = 继续营业


## What just happened: one line

order-unknown = 有一单
notice-rush-auto = 高峰布局：排队满 { $orders } 单时自动打开。
notice-rush-on = 高峰布局：一直打开。
notice-rush-off = 高峰布局：关闭。
notice-rush-left = 先用分栏显示 { $number }。按 { $key } 回到高峰布局。
notice-station-none = 这块看板没有设工位，会显示全部订单。
notice-station-all = 现在显示全部订单。
notice-station-mine = 现在只显示本工位的订单。
notice-station-unknown = 饮品单上没有：{ $drinks }。请看看本工位的饮品列表。
notice-back = 重新连上了，现在看到的是最新情况。
notice-unsent-steps = 上一步还没发出就断线了，稍后再按一次。
notice-cancelled-by-guest = { $number } 被客人取消了。
notice-cancelled-by-bar = { $number } 被吧台取消了。
notice-expired = { $number } 没来得及做，已离开队伍。
notice-shop-unanswered = 没有回音：看看吧台是否在营业。
notice-shop-waits = 等上一个更改有了答复就接着做。
notice-shop-under-way = 这个已经在处理了。
notice-recall-gone = { $number } 已经往前走了，收不回来了。
notice-pause-over = 暂停已经结束了。
notice-line-gone = 那行字已经不在了：按 Esc 再看一下。
notice-nothing-recent = 最近半小时没有做好的单。
notice-taken-back = { $number } 已退回：{ $words }
notice-step-unanswered = { $number } 的“{ $step }”没有回音：看看它到哪一步了。
notice-not-paired = 没有发出：这台设备已不再配对。
notice-not-sent = 没有发出：已断线。连上后再按一次。
notice-steps-pending = { $number } 的前几步还在发送中。
notice-moved-on = 这一单已经有了新进展。
notice-nothing-cancelled = { $number } 已经有了新进展，没有取消。
notice-still-waiting = { $number } 还在排队：先制作。
notice-already-making = { $number } 已经在制作中。
notice-already-ready = { $number } 做好了：递给客人，或者重做。
notice-no-ticket = 那个位置没有单。
notice-not-shown = 那张单没有显示，请先移到那里。
notice-just-moved = 那里刚刚有变动，看一眼再按一次。
notice-crossed-out = { $number } 已经结束，不用做了。
notice-nothing-crossed-out = 没有划掉的单。
notice-dismissed = { $number } 已移走。{ $count ->
    [0] 没有别的划掉的单了。
   *[other] 还有 { $count } 张划掉的单。
}


## Several at once

notice-marked-drinks = 勾选了 { $count } 单：同款饮品。
notice-marked-base = 勾选了 { $count } 单：都用{ $choice }。
notice-unmarked = 现在没有勾选的单。
notice-none-alike = 没有和 { $number } 同类的单在排队。
notice-left-out = 没有动：{ $words }。
left-out-waiting = { $number } 还在排队
left-out-making = { $number } 在 { $barista } 手上
left-out-ready = { $number } 做好了
left-out-ended = { $number } 已经结束
left-out-pending = { $number } 还在发送中


## Taking the last step back

notice-undone = { $numbers }：已撤回。
notice-not-undone = { $numbers }：没有撤回，已经有人接着做了。
notice-partly-undone = { $numbers }：已撤回。{ $left }：没有，已经有人接着做了。
notice-cancel-stays = { $number }：取消不能撤回，客人已经看到了。
notice-nothing-to-undo = 没有可以撤回的：每一步可以在 { $seconds } 秒内撤回。
notice-undo-refused = { $numbers }：那一步没有被接受，没有可撤回的。


## Sold out, and there again

hint-mark = 标记
hint-choose = 选择
hint-set = 设定
hint-pause = 小憩
hint-left = 向左
hint-right = 向右
stock-title = 售罄，或恢复供应
stock-out = 已售罄
# What a drink cannot do without is gone, such as milk.
stock-lacks = 已售罄：缺{ $group }
notice-sold-out = { $name }：现在起售罄。
notice-there = { $name }：恢复供应。
notice-mark-refused = { $name }没有变动：{ $words }
notice-mark-unanswered = { $name }：没有回音，看看是否已标记。
notice-no-menu = 饮品单还没到：过一会儿再试。


## A pause

pause-title = 小憩多久？
pause-until = 小憩中：{ $minutes } 分钟后继续营业
pause-open = 现在就继续营业
pause-minutes = { $minutes } 分钟
pause-other = 其他时长…
pause-typing = 小憩几分钟？
notice-pause-closed = 吧台没在营业，不用小憩。
notice-between = 请填 { $min } 到 { $max }。


## A walk-up order

walk-drinks = 吧台点单：哪一款？
walk-title = 吧台点单：{ $drink }
walk-note = 备注
notice-cannot = { $name }已售罄：换一样吧。
notice-choose = 还没选：{ $group }。
notice-walk-up-sent = 这一单正在发送。
notice-walk-up = { $number } 排上队了：{ $drink }。
notice-walk-up-unanswered = 这一单没有回音：再发一次，不会重复下单。
notice-walk-up-kept = { $words } 按 { $key } 重新打开这张单。


## A line to everybody: phones and monitor show it

announce-title = 想告诉大家什么？
announce-take-down = 撤下：“{ $text }”
announce-soon = 我们几分钟后就回来。
announce-machine = 咖啡机需要歇一会儿，你的订单仍按原来的顺序。
announce-busy = 现在单子比较多，要多等一会儿。
announce-last = 再过十分钟就停止接单了。
announce-other = 自己写…
announce-writing = 写下你想说的：大家都会看到
announce-how-long = 显示多久？
notice-announced = 大家都能看到，显示 { $minutes } 分钟。
notice-announce-unanswered = 没有回音：看看大屏上有没有这条公告。


## The rules of the bar: names of at most 24 cells

rule-title = 吧台规则
rule-capacity = 同时接单数
rule-window-drinks = 每个点单码的杯数
rule-window = 点单码显示时长
rule-day = 每位客人每天杯数
rule-open = 每位客人未完成的单
rule-grace = 旧点单码继续有效
rule-submit = 选饮品的时间
rule-unclaimed = 没做的单保留
rule-ready = 在大屏上显示
rule-amber = 变黄
rule-red = 变红
rule-orders = { $value }
rule-drinks = { $value }
rule-minutes = { $value } 分钟
rule-seconds = { $value } 秒
rule-bounds = { $min } 到 { $max }
rule-reading = 要修改，请用店长的设备。
notice-managers-rules = 这里只能看：修改规则请用店长的设备。
notice-rules-unanswered = 没有回音：看看规则是否已改。
notice-rule-other = “{ $rule }”被别人改了：{ $value }。
notice-rule-again = “{ $rule }”同时被改了：保持 { $value }。


## For managers only

managers-title = 店长专用
managers-how = 数据和记录要在店长的设备上看。请管服务器的同事为它生成配对码：
notice-unread = 没有回音：数据还是之前的。


## Today in figures

figures-title = 今日数据
figures-coming = 马上就到。
figures-head = 已出 { $served } 杯
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = 半数在 { $usual } 内，95% 在 { $long } 内
figures-sums = 全天
figures-hours = 每小时杯数
# The signs of the two lines.
figures-waiting = 等待：{ $usual } 半数，{ $long } 95%
figures-drinks = 按饮品
sum-served = 已出杯
sum-usual = 半数做好用时不超过
sum-long = 95% 做好用时不超过
sum-longest = 最久的等待
sum-under-way = 进行中
sum-walk-ups = 吧台点单
sum-by = { $barista } 制作
sum-cancelled-guest = 客人取消
sum-cancelled-bar = 吧台取消
sum-cancelled = 取消：{ $reason }
sum-not-chosen = 过期：没选饮品
sum-not-made = 过期：没来得及做
away-wrong-code = 没接：点单码不对
away-old-code = 没接：点单码已过期
away-sold-out = 没接：点单码点完了
away-closed = 没接：暂未营业
away-paused = 没接：小憩中
away-full = 没接：忙不过来
away-has-order = 没接：已经有一单
away-limit = 没接：今天点完了
away-drink = 没接：饮品售罄
away-other = 没接：其他原因


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = 谁做了什么
log-coming = 马上就到。
log-guest = 一位客人
log-device = 一台设备
log-local = 管服务器的同事
log-bar = 吧台
log-nothing = 无
log-reserved = { $who } 留了一杯
log-submitted = { $who } 点了 { $what }
log-walked-up = { $who } 录入了 { $what }
log-making = { $who } 开始做 { $what }
log-unmade = { $who } 放回了 { $what }
log-ready = { $who } 做好了 { $what }
log-recalled = { $who } 要重做 { $what }
log-collected = { $who } 递出了 { $what }
log-aged-out = { $what } 不再显示在大屏上
log-cancelled = { $who } 取消了 { $what }
log-expired = 过期：{ $what }
log-opened = { $who } 开始了营业
log-closed = { $who } 打烊了
log-paused = { $who } 开始了小憩
log-resumed = 小憩结束
log-window = 换了新的点单码
log-window-shown = 点单码再次出现
log-window-hidden = 点单码已收起
log-window-resized = 点单码的杯数变了
log-rules = { $who } 修改了规则
log-stock = { $who } 改了标记；现在售罄：{ $what }
log-menu = { $who } 换了菜单；现在售罄：{ $what }
log-announced = { $who } 发了公告：{ $what }
log-taken-down = { $who } 撤下了公告
log-announcement-over = 公告到时间了
log-paired = { $who } 已配对
log-pairing = { $who } 生成了配对码
log-revoked = { $who } 取消了配对：{ $what }
log-device-renamed = { $who } 给设备改了名：{ $what }
log-badges = { $who } 导入了胸牌名单
log-signed-in = { $who } 登录了
log-signed-out = { $who } 退出了登录
log-renamed = { $who } 改了称呼
log-forgotten = { $who } 的信息已清除
# A word of the journal that has no text yet.
log-other = { $who }：{ $what }


## Sound: how the board calls somebody who looks elsewhere

sound-title = 提示音
sound-mute = 静音
sound-unmute = 恢复提示音
sound-try = 试一下
sound-bell = 铃声
sound-flash = 闪屏
sound-both = 铃声加闪屏
# In the top line, while nothing calls.
sound-muted = 已静音
