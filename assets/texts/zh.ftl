# The guests' pages in Chinese, simplified (简体中文).


## The frame around every page

frame-mine = 我的订单
frame-language = 语言
frame-change = 切换
frame-about = 用手机在 { $venue } 点咖啡，做好了手机上就能看到。
frame-silent = 上次收到吧台的消息是 { $seconds } 秒前，正在自动重试。
frame-sending = 正在送往吧台。
    .again = 还没有回音，正在自动重试。


## The first page

home-open = 正在营业
    .next = 用相机扫大屏上的点单码。
home-sold-out = 这一轮点完了
    .next = 等大屏出现下一个点单码，用相机扫一扫。
home-full = 咖啡师正忙不过来
    .next = 每做好一杯，就能再接一单，大屏也会再次出现点单码。
home-paused = 吧台小憩中
    .next = 继续营业时，大屏会再次出现点单码。
home-closed = 暂未营业
    .next = 营业时，大屏会出现点单码，扫一扫就能点单。
home-own-reserved = 已为你留好一杯，请选饮品
home-own-waiting = 排队中
home-own-making = 制作中
home-own-ready = 做好了，等你来取


## The three ways to a code

scan-live = 在这里扫点单码
    .aim = 把大屏上的点单码放进框里。
    .stop = 关闭相机
scan-photo = 拍下点单码
    .send = 识别照片
    .about = 照片只用来识别，不会保存。
    .none = 照片里没找到点单码。走近一点，拿稳手机，再拍一张试试。
scan-typed = 输入大屏上的点单码
    .hint = 16 位字母和数字
    .send = 用这个码点单


## Moments that are counted down to

next-code = 下一个点单码 { $time } 出现。
    .left = 距下一个点单码还有 { $time }。
    .over = 下一个点单码已经在大屏上了。
goes-on = { $time } 继续营业。
    .left = 距继续营业还有 { $time }。
    .over = 已经继续营业了。
opens = { $day ->
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
    .over = 马上就要营业了。
try-again = 请在 { $time } 以后再试。
    .left = 还有 { $time } 就可以再试。
    .over = 现在可以再试了。
choose-by = 这一杯为你留到 { $time }。
    .left = 这一杯还为你留 { $time }。
    .over = 选饮品的时间到了。
send-again = { $time } 可以再发一个验证码。
    .left = 还有 { $time } 就可以再发一个验证码。
    .over = 现在可以再发一个验证码了。
proof-good-until = { $time } 前有效。
    .left = 还有 { $time } 有效。
    .over = 验证码已过期，请再发一个。


## Signing in

name-ask = 怎么称呼你？
    .next = 留个称呼就够了。屏幕上只显示号码，从不显示名字。
    .field = 称呼
    .refused = 请填一个 { $most } 个字以内的称呼，方便我们叫你。
name-signed-in = 当前登录：{ $name }
    .nameless = 已登录
    .next = 想换个称呼吗？
name-title = 称呼
email-ask = 你的邮箱
    .next = 我们会发一个六位验证码供你登录，此外不会再发任何邮件。
    .field = 邮箱地址
    .refused = 这个邮箱好像收不到信，看一看再发一次吧。
sms-ask = 你的手机号
    .next = 我们会发一个六位验证码供你登录，此外不会再发任何短信。
    .field = 手机号（含国家代码）
    .hint = +86 138 1234 5678
    .refused = 这个号码好像收不到短信。请以 + 和国家代码开头。
badge-ask = 你的胸牌
    .next = 请输入胸牌上的编码。
    .field = 胸牌上的编码
    .refused = 名单上没找到这张胸牌。请照着胸牌再输一次。
sign-in-go-on = 继续
sign-in-send = 发送验证码
sign-in-out = 退出登录
sign-in-title = 登录
proof-ask = 请输入收到的验证码
    .to = 已发送至 { $address }。
    .field = 六位数字
    .again = 再发一个验证码
    .other = 换个接收方式
    .wrong = 和我们发的验证码不一样。看一看，再输一次吧。
    .used-up = 这个验证码不能再用了，请再发一个。
proof-tries-left = { $tries ->
   *[other] 还可以输 { $tries } 次。
}
proof-message = { $venue } 的验证码：{ $code }，五分钟内有效。
    .short = { $venue } 的验证码：{ $code }，五分钟内有效。
    .unasked = 如果不是你要的，不用理会。
    .subject = { $venue } 的验证码


## The menu

choose-ask = 想喝点什么？
choose-title = 选饮品
choose-about = { $venue } 的饮品单：选好就能下单。
choose-drinks = 饮品
choose-sold-out = 已售罄
choose-plain = 照常
choose-note = 给咖啡师捎句话
    .optional = 可不填
choose-order = 下单
choose-hold = 先留一杯，慢慢选
choose-give-back = 让出这一杯
choose-usual = { $drink }，再来一杯？
    .about = 老样子
choose-kept = 其他选择都还在。


## An order's life

order-number = 你的号码
order-reserved = 想喝点什么？
    .next = 慢慢选，这一杯为你留着。
order-waiting = 排队中
    .next = 轮到你时，这个页面会告诉你。
order-making = 制作中
    .next = 咖啡师已经在做了，不能再取消。
    .by = { $barista } 已经在做了，不能再取消。
order-ready = 做好了
    .next = 请到吧台出示这个号码取杯。
    .where = 请到这里出示号码取杯：
    .tab = ✓ { $number } 号做好了
order-collected = 请慢用
    .next = { $time } 已取走。想再来一杯，扫大屏上的下一个点单码。
    .now = 已取走。想再来一杯，扫大屏上的下一个点单码。
order-cancelled = 已取消
    .next = 你在 { $time } 取消了这一单。想再点，扫大屏上的点单码。
order-cancelled-bar = 抱歉，吧台只好取消这一单
    .why = 吧台说：{ $reason }
    .next = 扫大屏上的点单码就能再点。
order-expired = 选饮品的时间到了
    .next = 留的那一杯会让给别的客人。扫大屏上的点单码，可以再来。
order-expired-bar = 抱歉，没来得及做
    .next = 是我们没忙过来。这一杯不计入你今天的杯数，扫大屏上的点单码，马上就能再点。
order-next-in-line = 下一个就是你
order-ahead = { $ahead ->
   *[other] 前面还有 { $ahead } 杯
}
order-ahead-about = 前面还有约 { $ahead } 杯
order-estimate = 大约 { $minutes } 分钟做好
    .soon = 马上就好
    .late = 比预想的久一点，请稍等
order-notify = 锁屏时也提醒我
order-cancel = 取消这一单
    .sure = 是的，取消
order-journey = 看看这一杯的旅程
order-mine = 查看今天的订单


## Today's orders

today-title = 今天的订单
    .heading = 今天
    .none = 还没有订单。扫大屏上的点单码就能点单。
today-left = { $drinks ->
    [0] 今天的杯数都点完了。
   *[other] 今天还能点 { $drinks } 杯。
}
today-no-drink = 未选饮品
today-reserved = 已为你留好一杯
today-waiting = 排队中
today-making = 制作中
today-ready = 做好了，等你来取
today-collected = { $time } 已取走
today-cancelled = { $time } 已取消
today-expired = { $time } 时间已到
today-signed-in = 当前登录：{ $name }。
    .nameless = 已登录。
    .change = 更改
today-forget = 清除我的信息


## An order's journey

journey-title = { $number } 号的旅程
    .nameless = 这一单的旅程
journey-about = 从第一下轻点到杯中：看看一杯饮品在 { $venue } 是怎么来的。
journey-reserved = 你留了一杯
journey-submitted = 你下了单
journey-making = 开始制作
    .by = { $barista } 开始制作
journey-unmade = 暂时回到队伍中
journey-ready = 放上了吧台
journey-recalled = 又重新做了一杯
journey-collected = 到了你手里
journey-cancelled = 已取消
journey-expired = 时间到了
journey-shared = 一杯饮品的旅程
    .reserved = 留了一杯
    .submitted = 下了单
    .making = 咖啡师动手了
    .collected = 被取走了
journey-choosing = 挑选 { $time }
journey-queueing = 排队 { $time }
journey-brewing = 制作 { $time }
journey-waiting = 在吧台上 { $time }
journey-whole = 从下单到上吧台，用了 { $time }。
journey-share = 分享这段旅程
    .about = 有链接的人只能看到饮品和时间，看不到任何关于你的信息。
journey-order = 查看这一单


## Forget me

forget-title = 清除我的信息
    .ask = 清除关于你的一切？
    .what = 你的称呼、留言和登录信息都会清除，这部手机也会退出登录。今天的杯数等统计会保留，但不再与你有关。
    .open = 你还有一单没完成，请先取杯或取消。
    .yes = 是的，清除
    .no = 保留
forget-done = 你的信息已清除
    .next = 你的称呼、留言和登录信息都没有了。谢谢光临。


## When the bar says no: what happened, and what to do

refused-wrong_code = 这不像是我们的点单码
    .happened = 也许有个字符不对。
    .next = 扫大屏上的点单码，或者再输一次。
refused-old_code = 这个点单码已过期
    .happened = 点单码每隔几分钟会换。
    .next = 扫现在大屏上的那个就好。
refused-sold_out = 这一轮点完了
    .happened = 这个点单码的饮品都点完了。
    .next = 等大屏出现下一个点单码，再扫一扫。
refused-shop_closed = 暂未营业
    .happened = 暂时不接单。
    .next = 营业时，大屏会出现点单码。
refused-shop_paused = 吧台小憩中
    .happened = 这会儿暂不接新单。
    .next = 继续营业时，大屏会再次出现点单码。
refused-bar_full = 咖啡师正忙不过来
    .happened = 手上的饮品已经是一次能做的最多了。
    .next = 每做好一杯，就能再接一单。过一分钟再试试。
refused-has_open_order = 你已经有一单了
    .happened = 每位客人一次点一杯。
    .next = 这一杯做好后，就可以再点。
refused-daily_limit = 今天的最后一杯已经点过了
    .happened = 今天的杯数都点完了。
    .next = 明天可以再点。
refused-unknown_drink = 想要哪一款？
    .happened = 还没有选中单子上的饮品。
    .next = 请在下面选一款。
refused-unknown_option = 这样搭配不了
    .happened = 有一项选择不适合这款饮品。
    .next = 看看你的选择，再下单吧。
refused-missing_option = 还差一项没选
    .happened = 咖啡师还需要知道一件事。
    .next = 在下面选好，再下单吧。
refused-duplicate_option = 多选了一项
    .happened = 有一个问题选了两个答案。
    .next = 留下想要的那个，再下单吧。
refused-drink_sold_out = 刚刚售罄
    .happened = 最后一份刚被点走。
    .named = { $what }刚刚售罄。
    .next = 这一杯还为你留着，换一样吧。
refused-claimed_by_other = 现在不能改了
    .happened = 这一单已经有了新进展。
    .next = 看看它到哪一步了。
refused-wrong_state = 现在不能改了
    .happened = 这一单已经有了新进展。
    .next = 看看它到哪一步了。
refused-not_signed_in = 请先登录
    .happened = 这是客人自己的页面，我们还不知道你是谁。
    .next = 登录后会自动打开。
refused-wrong_proof = 和我们发的验证码不一样
    .happened = 也许有个数字不对。
    .next = 再输一次，或者再发一个。
refused-old_proof = 这个验证码不能再用了
    .happened = 验证码五分钟内有效，可以输三次。
    .next = 请再发一个。
refused-unknown_badge = 名单上没找到这张胸牌
    .happened = 也许有个字符不对。
    .next = 请照着胸牌再输一次。
refused-not_allowed = 这里不对客人开放
    .happened = 这是吧台里的伙伴用的。
    .next = 点一下就能看你自己的订单。
refused-not_found = 这里什么也没有
    .happened = 页面已经不在了，或者属于别的客人。
    .next = 从首页什么都能找到。
refused-too_many_tries = 先等一等吧
    .happened = 短时间内试了很多次。
    .next = 之后就一切照常了。
refused-invalid_request = 没有完整收到
    .happened = 表单里有一处没读懂。
    .next = 返回上一页，再发一次吧。
refused-unavailable = 吧台暂时接不了
    .happened = 没有下单，也没有丢失什么。
    .next = 过一会儿再试试。
refused-see-order = 查看订单
refused-again = 再试一次
refused-orders = 查看我的订单
refused-home = 回到首页
