# The barista's terminal in Arabic.


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = انتظار
    .empty = لا أحد ينتظر.
column-making = تحضير
    .empty = لا شيء قيد التحضير.
column-ready = جاهز
    .empty = المنضدة خالية.
column-more = { $count } غيرها
    .crossed-out = المشطوب: { $count }


## Tickets

age-new = <1 د
age-minutes = { $minutes } د
age-hours = { $hours } س { $minutes } د
ticket-mine = بين يديك
ticket-with = لدى { $barista }
ticket-walk-up = طلب مباشر
ticket-note = «{ $note }»
ticket-expires = ينتهي وقته بعد { $minutes } د
ticket-taken-back = لم يُقبل
ticket-marked = محدد
ticket-same-drink = المشروب نفسه
ticket-same-base = { $choice } أيضًا
ticket-cancelled-by-guest = ألغاه الضيف
ticket-cancelled-by-bar = ألغاه المقهى: { $reason }
ticket-cancelled-by-you = أُلغي من عندك: { $reason }
ticket-expired = لم نلحق به في وقته


## The top line

shop-opening = قيد الفتح…
shop-closing = قيد الإغلاق…
shop-open = مفتوح
shop-sold-out = نفدت الكمية
shop-full = مشغول
shop-paused = استراحة
    .minutes = استراحة، بقي { $minutes } د
shop-closed = مغلق
drinks-left = المشروبات: بقي { $left } من { $drinks }
    .short = بقي { $left } من { $drinks }
header-sold-out = نفد { $count }
header-turns = رمز جديد بعد { $minutes } د
station-all = كل المحطات
    .short = الكل
station-share = المحطة { $station } من { $stations }
    .short = { $station }/{ $stations }
station-drinks = مشروباتي
    .short = لي
line-live = متصل
line-silent = صامت منذ { $seconds } ث
line-down = غير متصل
line-not-paired = غير مقترن
line-connecting = قيد الاتصال


## What all open orders come to, and the rush

totals-title = للتحضير
totals-more = +{ $count } { $count ->
    [zero] نوع
    [one] نوع
    [two] نوعان
    [few] أنواع
    [many] نوعًا
   *[other] نوع
}
elsewhere-more = +{ $count } في مكان آخر
rush-now = الآن
rush-queue = { $orders ->
    [zero] لا طلبات في الانتظار
    [one] طلب واحد ينتظر
    [two] طلبان ينتظران
    [few] { $orders } طلبات تنتظر
    [many] { $orders } طلبًا ينتظر
   *[other] { $orders } طلب ينتظر
}، الأقدم منذ { $age }
rush-same = مثله أيضًا: { $same }
rush-base = مع { $base } أيضًا: { $others }
rush-same-and-base = مثله أيضًا: { $same }، مع { $base }: { $others }


## The band while the line is down

banner-down = انقطع الاتصال
banner-not-paired = غير مقترن
banner-before = هذا آخر ما وصل
banner-unsent = المفاتيح لا ترسل شيئًا
banner-again = نعيد المحاولة


## Before the first board

connecting-looking = نبحث عن المقهى…
connecting-unreached = لا يمكن الوصول إلى المقهى الآن.
connecting-quit = المحاولة مستمرة. للخروج { $key }.


## The footer: what a key does, in a word or two

step-make = تحضير
step-unmake = إرجاع
step-complete = إتمام
step-recall = إعادة تحضير
step-collect = تسليم
step-cancel = إلغاء
hint-open = فتح المقهى
hint-close = إغلاق المقهى
hint-layout = الأعمدة
hint-keys = المفاتيح
hint-quit = خروج
hint-yes = نعم
hint-no = لا
hint-take = اختيار هذا
hint-send = إرسال
hint-up = أعلى
hint-down = أسفل
hint-back = رجوع
hint-stay = البقاء هنا
hint-dismiss = إزالة
hint-marked = { $step } المحدد: { $count }
hint-alike = المماثل: { $count }
    .base = مع { $choice }: { $count }
undo-made = تراجع عن تحضير { $what }
undo-unmade = تراجع عن إرجاع { $what }
undo-completed = تراجع عن إتمام { $what }
undo-recalled = تراجع عن إعادة تحضير { $what }
undo-collected = تراجع عن تسليم { $what }
undo-short = تراجع
undo-several = { $count ->
    [zero] { $count } طلب
    [one] طلب واحد
    [two] طلبين
    [few] { $count } طلبات
    [many] { $count } طلبًا
   *[other] { $count } طلب
}
leaving-waits = آخر الخطوات ما زالت في الطريق. للمغادرة فورًا: خروج مرة أخرى.


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
key-space = مسافة


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = المفاتيح
help-left = العمود إلى اليسار
help-right = العمود إلى اليمين
help-up = الطلب الأعلى
help-down = الطلب الأسفل
help-first = أقدم طلب
help-last = أحدث طلب
help-place = خطوة تالية لذلك الموضع
help-next = خطوة تالية لهذا الطلب
help-make = تحضير: صار بين يديك
help-unmake = إرجاع: إلى الانتظار
help-complete = إتمام: إلى المنضدة
help-collect = تسليم: استلمه الضيف
help-recall = إعادة تحضير: من جديد
help-cancel = إلغاء مع ذكر السبب
help-shop = فتح المقهى أو إغلاقه
help-mark = تحديد: لعدة طلبات معًا
help-batch = تحديد كل ما يماثله
help-undo = تراجع عن آخر خطوة
help-jump = الانتقال إلى رقم
help-dismiss = إزالة طلب مشطوب
help-layout = عرض الذروة: آلي، نعم، لا
help-station = كل الطلبات أو محطتي
help-pause = استراحة لبضع دقائق
help-sold-out = نفد، أو عاد من جديد
help-walk-up = تسجيل طلب مباشر
help-announce = إعلان للجميع
help-settings = قواعد المقهى
help-figures = أرقام اليوم
help-log = من فعل ماذا
help-sound = الصوت
help-help = هذه المفاتيح
help-quit = خروج
help-accept = نعم، هذا
help-back = رجوع
help-erase = مسح
help-type = كتابة


## Why an order is cancelled

cancel-title = إلغاء { $number }: ما السبب؟ سيقرؤه الضيف
cancel-other = بكلمات أخرى…
reason-run-out = نفد شيء يحتاج إليه هذا المشروب
reason-asked = بطلب من الضيف
reason-twice = تكرر هذا الطلب
reason-machine = تحتاج الآلة إلى استراحة


## Which order is taken back

recall-title = أي طلب نعيد تحضيره؟
recall-now = للتو
recall-ago = قبل { $minutes } د


## Going to a number

jump-title = إلى الرقم
jump-none = لا رقم { $number } هنا


## Closing the bar

close-title = هل نغلق المقهى؟
close-about = يختفي الرمز ولا تصل طلبات جديدة.
close-still = { $orders ->
    [0] لا أحد ينتظر.
    [one] بقي طلب واحد للتحضير.
    [two] بقي طلبان للتحضير.
    [few] بقيت { $orders } طلبات للتحضير.
    [many] بقي { $orders } طلبًا للتحضير.
   *[other] بقي { $orders } طلب للتحضير.
}
close-yes = إغلاق
close-no = يبقى مفتوحًا


## What just happened: one line

order-unknown = أحد الطلبات
notice-rush-auto = عرض الذروة: حين يبلغ عدد المنتظر { $orders }.
notice-rush-on = عرض الذروة: دائمًا.
notice-rush-off = عرض الذروة: متوقف.
notice-station-none = لا محطة خاصة بهذه اللوحة، فهي تعرض كل الطلبات.
notice-station-all = تظهر كل الطلبات.
notice-station-mine = تظهر طلبات هذه المحطة فقط.
notice-station-unknown = ليس في القائمة: { $drinks }. يُرجى مراجعة مشروبات هذه المحطة.
notice-back = عاد الاتصال، وهذا هو الوضع الآن.
notice-unsent-steps = انقطع الاتصال قبل إرسال آخر خطوة. يُرجى تكرارها لاحقًا.
notice-cancelled-by-guest = { $number }: ألغاه الضيف.
notice-cancelled-by-bar = { $number }: ألغاه المقهى.
notice-expired = { $number }: خرج من الانتظار، لم نلحق به في وقته.
notice-shop-unanswered = لا جواب بعد. يُرجى التحقق هل المقهى مفتوح.
notice-nothing-recent = لم يجهز شيء في آخر نصف ساعة.
notice-taken-back = { $number }: لم تُقبل الخطوة. { $words }
notice-step-unanswered = { $number }: لا جواب على «{ $step }». يُرجى التحقق أين وصل.
notice-not-paired = لم يُرسل شيء: لم يعد هذا الجهاز مقترنًا.
notice-not-sent = لم يُرسل شيء: انقطع الاتصال. يُرجى التكرار حين يعود.
notice-steps-pending = { $number }: آخر خطواته ما زالت في الطريق.
notice-moved-on = تقدّم هذا الطلب في هذه الأثناء.
notice-nothing-cancelled = { $number }: تقدّم في هذه الأثناء، ولم يُلغَ شيء.
notice-still-waiting = { $number }: ما زال في الانتظار. التحضير أولًا.
notice-already-making = { $number }: قيد التحضير بالفعل.
notice-already-ready = { $number }: جاهز، للتسليم أو لإعادة التحضير.
notice-no-ticket = لا طلب في ذلك الموضع.
notice-crossed-out = { $number }: انتهى، ولا حاجة إلى تحضيره.
notice-nothing-crossed-out = لا طلبات مشطوبة.
notice-dismissed = { $number }: أُزيل. { $count ->
    [0] لا طلبات مشطوبة غيره.
    [one] بقي طلب مشطوب واحد.
    [two] بقي طلبان مشطوبان.
    [few] بقيت { $count } طلبات مشطوبة.
    [many] بقي { $count } طلبًا مشطوبًا.
   *[other] بقي { $count } طلب مشطوب.
}


## Several at once

notice-marked-drinks = المحدد: { $count }، المشروب نفسه.
notice-marked-base = المحدد: { $count }، كلها مع { $choice }.
notice-unmarked = لا طلبات محددة الآن.
notice-none-alike = لا شيء مثل { $number } في الانتظار.
notice-left-out = بقي دون تغيير: { $words }.
left-out-waiting = { $number } ما زال في الانتظار
left-out-making = { $number } لدى { $barista }
left-out-ready = { $number } جاهز
left-out-ended = { $number } انتهى
left-out-pending = { $number } ما زال في الطريق


## Taking the last step back

notice-undone = { $numbers }: تم التراجع.
notice-not-undone = { $numbers }: لم يتم التراجع، فقد تابع العمل عليه شخص آخر.
notice-partly-undone = { $numbers }: تم التراجع. { $left }: لا، فقد تابع العمل عليه شخص آخر.
notice-cancel-stays = { $number }: الإلغاء نهائي، فقد قرأه الضيف.
notice-nothing-to-undo = لا شيء للتراجع عنه. التراجع عن الخطوة ممكن خلال { $seconds } ث.


## Sold out, and there again

hint-mark = تعليم
hint-choose = اختيار
hint-set = ضبط
hint-pause = استراحة
hint-left = يسار
hint-right = يمين
stock-title = نفد، أو عاد من جديد
stock-out = نفد
# What a drink cannot do without is gone, such as milk.
stock-lacks = نفد، ينقصه: { $group }
notice-sold-out = { $name }: نفد من الآن.
notice-there = { $name }: عاد من جديد.
notice-mark-refused = { $name }: بقي كما كان. { $words }
notice-mark-unanswered = { $name }: لا جواب بعد. يُرجى التحقق من علامته.
notice-no-menu = القائمة في الطريق. يُرجى التكرار بعد لحظة.


## A pause

pause-title = كم تدوم الاستراحة؟
pause-until = استراحة: نعود بعد { $minutes } د
pause-open = الفتح الآن
pause-minutes = { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
pause-other = مدة أخرى…
pause-typing = كم دقيقة تدوم الاستراحة؟
notice-pause-closed = المقهى مغلق، فلا حاجة إلى استراحة.
notice-between = من { $min } إلى { $max }.


## A walk-up order

walk-drinks = طلب مباشر: أي مشروب؟
walk-title = طلب مباشر: { $drink }
walk-note = ملاحظة
notice-cannot = { $name }: نفد. يُرجى اختيار غيره.
notice-choose = بقي الاختيار: { $group }.
notice-walk-up-sent = الطلب في الطريق.
notice-walk-up = { $number }: في الانتظار، { $drink }.
notice-walk-up-unanswered = لا جواب على الطلب بعد. يمكن إرساله من جديد، ولن يتكرر.


## A line to everybody: phones and monitor show it

announce-title = ماذا نقول للجميع؟
announce-take-down = إزالة: «{ $text }»
announce-soon = نعود بعد بضع دقائق.
announce-machine = تحتاج الآلة إلى لحظة. دورك محفوظ.
announce-busy = الطلبات كثيرة الآن، فقد يطول الانتظار قليلًا.
announce-last = آخر الطلبات بعد عشر دقائق.
announce-other = بكلمات أخرى…
announce-writing = بكلماتك: سيقرؤها الجميع
announce-how-long = لأي مدة؟
notice-announced = { $minutes ->
    [zero] يقرؤه الجميع لمدة { $minutes } دقيقة.
    [one] يقرؤه الجميع لمدة دقيقة واحدة.
    [two] يقرؤه الجميع لمدة دقيقتين.
    [few] يقرؤه الجميع لمدة { $minutes } دقائق.
    [many] يقرؤه الجميع لمدة { $minutes } دقيقة.
   *[other] يقرؤه الجميع لمدة { $minutes } دقيقة.
}
notice-announce-unanswered = لا جواب بعد. يُرجى التحقق هل الإعلان على شاشة المقهى.


## The rules of the bar: names of at most 24 cells

rule-title = قواعد المقهى
rule-capacity = الطلبات معًا
rule-window-drinks = مشروبات كل رمز
rule-window = مدة ظهور الرمز
rule-day = مشروبات الضيف في اليوم
rule-open = طلبات الضيف الجارية
rule-grace = بقاء الرمز القديم صالحًا
rule-submit = وقت الاختيار
rule-unclaimed = انتهاء ما لم يُحضّر بعد
rule-ready = مدة البقاء على الشاشة
rule-amber = أصفر بعد
rule-red = أحمر بعد
rule-orders = { $value }
rule-drinks = { $value }
rule-minutes = { $value } د
rule-seconds = { $value } ث
rule-bounds = من { $min } إلى { $max }
rule-reading = تغييرها من جهاز الإدارة.
notice-managers-rules = للقراءة فقط: تغيير القواعد من جهاز الإدارة.
notice-rules-unanswered = لا جواب بعد. يُرجى التحقق هل تغيرت القاعدة.


## For managers only

managers-title = للإدارة
managers-how = الأرقام والسجل على جهاز الإدارة. من يعمل على الخادم ينشئ له رمز اقتران:
notice-unread = لا جواب بعد. الأرقام كما كانت.


## Today in figures

figures-title = أرقام اليوم
figures-coming = الأرقام في الطريق.
figures-head = قُدّم { $served }
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = النصف خلال { $usual }، و95 % خلال { $long }
figures-sums = اليوم
figures-hours = المشروبات كل ساعة
# The signs of the two lines.
figures-waiting = الانتظار: { $usual } النصف، { $long } 95 %
figures-drinks = حسب المشروب
sum-served = ما قُدّم
sum-usual = جهز النصف خلال
sum-long = جهز 95 من 100 خلال
sum-longest = أطول انتظار
sum-under-way = قيد العمل
sum-walk-ups = طلبات مباشرة
sum-by = من تحضير { $barista }
sum-cancelled-guest = ألغاها الضيوف
sum-cancelled-bar = ألغاها المقهى
sum-cancelled = أُلغي: { $reason }
sum-not-chosen = انتهى وقته: بلا اختيار
sum-not-made = انتهى وقته: لم نلحق به
away-wrong-code = لم يُقبل: رمز غير صحيح
away-old-code = لم يُقبل: رمز قديم
away-sold-out = لم يُقبل: نفد الرمز
away-closed = لم يُقبل: مغلق
away-paused = لم يُقبل: استراحة
away-full = لم يُقبل: المقهى مشغول
away-has-order = لم يُقبل: لديه طلب
away-limit = لم يُقبل: أخذ حصة اليوم
away-drink = لم يُقبل: نفد المشروب
away-other = لم يُقبل: سبب آخر


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = من فعل ماذا
log-coming = السجل في الطريق.
log-guest = ضيف
log-device = جهاز
log-local = من يعمل على الخادم
log-bar = المقهى
log-nothing = لا شيء
log-reserved = { $who }: حجز مكان
log-submitted = { $who }: طلب { $what }
log-walked-up = { $who }: تسجيل { $what }
log-making = { $who }: بدء تحضير { $what }
log-unmade = { $who }: إرجاع { $what }
log-ready = { $who }: إتمام { $what }
log-recalled = { $who }: إعادة تحضير { $what }
log-collected = { $who }: تسليم { $what }
log-aged-out = غادر الشاشة: { $what }
log-cancelled = { $who }: إلغاء { $what }
log-expired = انتهى وقته: { $what }
log-opened = { $who }: فتح المقهى
log-closed = { $who }: إغلاق المقهى
log-paused = { $who }: بدء استراحة
log-resumed = انتهت الاستراحة
log-window = رمز جديد
log-window-shown = ظهر الرمز من جديد
log-window-hidden = اختفى الرمز
log-window-resized = تغير عدد مشروبات الرمز
log-rules = { $who }: تغيير القواعد
log-stock = { $who }: تعليم، وقد نفد الآن: { $what }
log-announced = { $who }: إعلان «{ $what }»
log-taken-down = { $who }: إزالة الإعلان
log-announcement-over = انتهى وقت الإعلان
log-paired = { $who }: تم الاقتران
log-pairing = { $who }: إنشاء رمز اقتران
log-signed-in = { $who }: دخول
log-signed-out = { $who }: خروج
log-renamed = { $who }: تغيير الاسم
log-forgotten = { $who }: نُسيت البيانات
# A word of the journal that has no text yet.
log-other = { $who }: { $what }


## Sound: how the board calls somebody who looks elsewhere

sound-title = الصوت
sound-mute = كتم الصوت
sound-unmute = إعادة الصوت
sound-try = تجربة
sound-bell = جرس
sound-flash = وميض
sound-both = جرس ووميض
# In the top line, while nothing calls.
sound-muted = مكتوم
