# صفحات الضيوف بالعربية.


## The frame around every page

frame-mine = طلباتي
frame-language = اللغة
frame-change = تغيير
frame-about = طلب القهوة من الهاتف في { $venue } ومعرفة متى تصبح جاهزة.
frame-silent = آخر خبر من المقهى قبل { $seconds } ث. نعيد المحاولة تلقائيًا.
frame-sending = في الطريق إلى المقهى.
    .again = لا جواب بعد. نعيد المحاولة تلقائيًا.


## The first page

home-open = المقهى مفتوح
    .next = يكفي توجيه الكاميرا إلى الرمز على شاشة المقهى.
home-sold-out = نفدت الكمية مؤقتًا
    .next = حين يظهر الرمز التالي على شاشة المقهى، يكفي توجيه الكاميرا إليه.
home-full = كل الأيدي مشغولة الآن
    .next = مع كل مشروب يجهز يفرغ مكان، فيظهر رمز على شاشة المقهى من جديد.
home-paused = المقهى في استراحة قصيرة
    .next = حين نعود، يظهر رمز على شاشة المقهى من جديد.
home-closed = المقهى مغلق
    .next = حين يفتح، يظهر على شاشته رمز للطلب.
home-own-reserved = مكانك محجوز، وبقي اختيار المشروب
home-own-waiting = في الانتظار
home-own-making = قيد التحضير
home-own-ready = جاهز لك


## The three ways to a code

scan-live = قراءة الرمز هنا
    .aim = ليكن رمز الشاشة داخل الإطار.
    .stop = إيقاف الكاميرا
scan-photo = التقاط صورة للرمز
    .send = قراءة الصورة
    .about = تُقرأ الصورة ولا تُحفظ.
    .none = لم يظهر رمز في الصورة. يُفضّل الاقتراب قليلًا وتثبيت الهاتف ثم التقاط صورة أخرى.
scan-typed = كتابة الرمز من شاشة المقهى
    .hint = مكوّن من 16 حرفًا ورقمًا
    .send = استخدام هذا الرمز


## Moments that are counted down to

next-code = الرمز التالي في الساعة { $time }.
    .left = الرمز التالي بعد { $time }.
    .over = الرمز التالي على الشاشة الآن.
goes-on = نعود في الساعة { $time }.
    .left = نعود بعد { $time }.
    .over = عدنا الآن.
opens = { $day ->
    [today] نفتح في الساعة { $time }.
    [tomorrow] نفتح غدًا في الساعة { $time }.
    [mon] نفتح يوم الإثنين في الساعة { $time }.
    [tue] نفتح يوم الثلاثاء في الساعة { $time }.
    [wed] نفتح يوم الأربعاء في الساعة { $time }.
    [thu] نفتح يوم الخميس في الساعة { $time }.
    [fri] نفتح يوم الجمعة في الساعة { $time }.
    [sat] نفتح يوم السبت في الساعة { $time }.
   *[sun] نفتح يوم الأحد في الساعة { $time }.
}
    .over = نفتح بعد لحظات.
try-again = يمكنك المحاولة من جديد في الساعة { $time }.
    .left = يمكنك المحاولة من جديد بعد { $time }.
    .over = يمكنك المحاولة من جديد الآن.
choose-by = مكانك محجوز حتى الساعة { $time }.
    .left = مكانك محجوز لمدة { $time }.
    .over = انتهى وقت الاختيار.
send-again = يمكنك طلب رمز آخر في الساعة { $time }.
    .left = يمكنك طلب رمز آخر بعد { $time }.
    .over = يمكنك طلب رمز آخر الآن.
proof-good-until = الرمز صالح حتى الساعة { $time }.
    .left = الرمز صالح لمدة { $time }.
    .over = انتهى وقت الرمز. يمكنك طلب رمز آخر.


## Signing in

name-ask = بأي اسم نناديك؟
    .next = يكفي اسمك الأول. على الشاشات تظهر الأرقام، لا الأسماء.
    .field = اسمك الأول
    .refused = يُرجى كتابة اسم لا يزيد على { $most } حرفًا، لنعرف كيف نناديك.
name-signed-in = تم الدخول باسم { $name }
    .nameless = تم الدخول
    .next = هل نناديك باسم آخر؟
name-title = اسمك
email-ask = بريدك الإلكتروني
    .next = نرسل إليك رمزًا من ستة أرقام للدخول، ولا نرسل أي شيء آخر أبدًا.
    .field = عنوان البريد الإلكتروني
    .refused = لا يمكن الكتابة إلى هذا العنوان. يُرجى مراجعته وإرساله من جديد.
sms-ask = رقم هاتفك المحمول
    .next = نرسل إليك رمزًا من ستة أرقام للدخول، ولا نرسل أي شيء آخر أبدًا.
    .field = رقم الهاتف مع رمز البلد
    .hint = +351 912 345 678
    .refused = لا يمكن الكتابة إلى هذا الرقم. يبدأ الرقم بعلامة + ثم رمز البلد.
badge-ask = بطاقة المشاركة
    .next = يُرجى كتابة الرمز الموجود على بطاقتك.
    .field = الرمز على بطاقتك
    .refused = هذه البطاقة ليست في قائمتنا. يُرجى كتابة الرمز من جديد كما هو على بطاقتك.
sign-in-go-on = متابعة
sign-in-send = إرسال رمز إليّ
sign-in-out = الخروج
sign-in-title = الدخول
proof-ask = يُرجى كتابة الرمز الذي أرسلناه
    .to = أُرسل إلى { $address }.
    .field = ستة أرقام
    .again = إرسال رمز آخر
    .other = إرساله إلى وجهة أخرى
    .wrong = ليس هذا هو الرمز الذي أرسلناه. يُرجى التحقق منه وكتابته مرة أخرى.
    .used-up = لم يعد هذا الرمز صالحًا. يمكنك طلب رمز آخر.
proof-tries-left = { $tries ->
    [zero] لم تبقَ محاولات.
    [one] بقيت محاولة واحدة.
    [two] بقيت محاولتان.
    [few] بقيت { $tries } محاولات.
    [many] بقيت { $tries } محاولة.
   *[other] بقيت { $tries } محاولة.
}
proof-message = { $code } هو رمزك في { $venue }، صالح لخمس دقائق.
    .short = { $code } رمزك في { $venue }، لخمس دقائق.
    .unasked = إن لم تطلبه فلا حاجة إلى فعل أي شيء.
    .subject = رمزك في { $venue }


## The menu

choose-ask = ماذا نحضّر لك؟
choose-title = الاختيار
choose-about = قائمة { $venue }: اختيار مشروب وطلبه.
choose-drinks = المشروبات
choose-sold-out = نفد
choose-plain = كما هو
choose-note = كلمة إلى الباريستا
    .optional = إن أردت
choose-order = إرسال الطلب
choose-hold = حجز مكان أثناء الاختيار
choose-give-back = ترك المكان لغيري
choose-usual = { $drink } مرة أخرى؟
    .about = طلبك المعتاد
choose-kept = بقية اختيارك ما زالت هنا.


## An order's life

order-number = رقمك
order-reserved = ماذا نحضّر لك؟
    .next = مكانك محجوز أثناء الاختيار.
order-waiting = في الانتظار
    .next = تُعلمك هذه الصفحة حين يحين دورك.
order-making = قيد التحضير
    .next = طلبك بين يدي الباريستا، فلم يعد إلغاؤه ممكنًا.
    .by = طلبك بين يدي { $barista }، فلم يعد إلغاؤه ممكنًا.
order-ready = جاهز
    .next = ينتظرك عند المنضدة. يكفي إظهار هذا الرقم.
    .where = لاستلامه، يكفي إظهار هذا الرقم هنا:
    .tab = ✓ { $number } جاهز
order-collected = بالهناء والعافية
    .next = غادر المنضدة في الساعة { $time }. بالرمز التالي على شاشة المقهى يمكنك طلب غيره.
    .now = غادر المنضدة. بالرمز التالي على شاشة المقهى يمكنك طلب غيره.
order-cancelled = أُلغي الطلب
    .next = ألغيته في الساعة { $time }. بالرمز على شاشة المقهى يمكنك طلب غيره.
order-cancelled-bar = اضطر المقهى إلى الإلغاء
    .why = يقولون: { $reason }
    .next = يمكنك الطلب من جديد بالرمز على شاشة المقهى.
order-expired = انتهى وقت الاختيار
    .next = ذهب مكانك إلى غيرك. بالرمز على شاشة المقهى يمكنك حجز مكان جديد.
order-expired-bar = لم نلحق بطلبك في الوقت المناسب
    .next = التأخير من جانبنا. لا يُحتسب الطلب من مشروباتك لهذا اليوم، ويمكنك الطلب من جديد فورًا بالرمز على شاشة المقهى.
order-next-in-line = الدور التالي لك
order-ahead = { $ahead ->
    [zero] لا طلبات قبلك
    [one] قبلك طلب واحد
    [two] قبلك طلبان
    [few] قبلك { $ahead } طلبات
    [many] قبلك { $ahead } طلبًا
   *[other] قبلك { $ahead } طلب
}
order-ahead-about = قبلك نحو { $ahead } من الطلبات
order-estimate = جاهز خلال { $minutes } د
    .soon = جاهز بعد لحظات
    .late = أطول قليلًا مما توقعنا
order-notify = تنبيهي أيضًا والشاشة مقفلة
order-cancel = إلغاء هذا الطلب
    .sure = نعم، إلغاء الطلب
order-journey = كيف جرى
order-mine = طلباتي اليوم


## Today's orders

today-title = طلباتي اليوم
    .heading = اليوم
    .none = لا شيء بعد. الطلب يبدأ بالرمز على شاشة المقهى.
today-left = { $drinks ->
    [0] حصلت على كل مشروباتك لهذا اليوم.
    [one] يمكنك اليوم طلب مشروب آخر.
    [two] يمكنك اليوم طلب مشروبين آخرين.
    [few] يمكنك اليوم طلب { $drinks } مشروبات أخرى.
    [many] يمكنك اليوم طلب { $drinks } مشروبًا آخر.
   *[other] يمكنك اليوم طلب { $drinks } مشروب آخر.
}
today-no-drink = بلا اختيار
today-reserved = مكانك محجوز
today-waiting = في الانتظار
today-making = قيد التحضير
today-ready = جاهز لك
today-collected = استُلم في الساعة { $time }
today-cancelled = أُلغي في الساعة { $time }
today-expired = انتهى وقته في الساعة { $time }
today-signed-in = تم الدخول باسم { $name }.
    .nameless = تم الدخول.
    .change = تغيير
today-forget = نسيان بياناتي


## An order's journey

journey-title = رحلة الرقم { $number }
    .nameless = رحلة طلبك
journey-about = من أول لمسة إلى الفنجان: قصة مشروب في { $venue }.
journey-reserved = حجزت مكانًا
journey-submitted = طلبت مشروبك
journey-making = بدأ تحضير مشروبك
    .by = بدأ تحضير مشروبك على يد { $barista }
journey-unmade = عاد إلى الانتظار للحظة
journey-ready = وصل إلى المنضدة
journey-recalled = أُعيد تحضيره
journey-collected = صار لك
journey-cancelled = أُلغي
journey-expired = انتهى وقته
journey-shared = رحلة مشروب
    .reserved = حُجز مكان
    .submitted = جاء الطلب
    .making = بدأت الأيدي العمل
    .collected = استُلم
journey-choosing = { $time } للاختيار
journey-queueing = { $time } في الانتظار
journey-brewing = { $time } عند الآلة
journey-waiting = { $time } على المنضدة
journey-whole = من الطلب إلى المنضدة في { $time }.
journey-share = مشاركة هذه الرحلة
    .about = من لديه الرابط يرى المشروب والأوقات، ولا شيء عنك.
journey-order = طلبك


## Forget me

forget-title = نسيان بياناتي
    .ask = هل ننسى كل شيء عنك؟
    .what = يُمحى اسمك وملاحظاتك وبيانات دخولك، ويتم الخروج من هذا الهاتف. أما الأعداد، كعدد مشروبات اليوم، فتبقى دون أي شيء يخصك.
    .open = لديك طلب جارٍ. يُرجى استلامه أو إلغاؤه أولًا.
    .yes = نعم، نسيان بياناتي
    .no = لا، سأبقى
forget-done = نسينا بياناتك
    .next = لم يعد لدينا اسمك ولا ملاحظاتك ولا بيانات دخولك. شكرًا على زيارتك.


## When the bar says no: what happened, and what to do

refused-wrong_code = هذا الرمز ليس من رموزنا
    .happened = ربما تاه منه حرف أو رقم.
    .next = يُرجى قراءة الرمز على شاشة المقهى أو كتابته من جديد.
refused-old_code = فات وقت هذا الرمز
    .happened = تتغير الرموز كل بضع دقائق.
    .next = يُرجى قراءة الرمز الظاهر الآن على شاشة المقهى.
refused-sold_out = نفدت الكمية مؤقتًا
    .happened = كل مشروبات هذا الرمز محجوزة.
    .next = حين يظهر الرمز التالي على شاشة المقهى، يكفي توجيه الكاميرا إليه.
refused-shop_closed = المقهى مغلق
    .happened = لا تُستقبل طلبات في الوقت الحالي.
    .next = حين يفتح المقهى، يظهر رمز على شاشته.
refused-shop_paused = المقهى في استراحة قصيرة
    .happened = لا تُستقبل طلبات جديدة في هذه الأثناء.
    .next = حين نعود، يظهر رمز على شاشة المقهى من جديد.
refused-bar_full = كل الأيدي مشغولة الآن
    .happened = لدينا الآن من الطلبات كل ما يمكن تحضيره معًا.
    .next = مع كل مشروب يجهز يفرغ مكان. يمكنك المحاولة من جديد بعد دقيقة.
refused-has_open_order = لديك طلب بالفعل
    .happened = لكل ضيف طلب واحد في كل مرة.
    .next = حين يجهز هذا المشروب، يمكنك طلب غيره.
refused-daily_limit = كان هذا آخر مشروب لليوم
    .happened = حصلت على كل مشروباتك لهذا اليوم.
    .next = غدًا يمكنك الطلب من جديد.
refused-unknown_drink = أي مشروب نحضّر لك؟
    .happened = لم يُختر مشروب من القائمة.
    .next = يُرجى اختيار واحد أدناه.
refused-unknown_option = هذان لا يجتمعان
    .happened = أحد الخيارات ليس لهذا المشروب.
    .next = يُرجى مراجعة اختيارك والطلب من جديد.
refused-missing_option = بقي اختيار واحد
    .happened = يحتاج الباريستا إلى معرفة أمر آخر.
    .next = يُرجى الاختيار أدناه والطلب من جديد.
refused-duplicate_option = خيار زائد
    .happened = لأحد الأسئلة جوابان.
    .next = يُرجى إبقاء الخيار المفضل والطلب من جديد.
refused-drink_sold_out = نفد للتو
    .happened = ذهب آخر ما بقي إلى ضيف آخر.
    .named = { $what }: نفدت الكمية للتو.
    .next = مكانك ما زال محجوزًا، ويمكنك اختيار شيء آخر.
refused-claimed_by_other = لم يعد ذلك ممكنًا
    .happened = تقدّم طلبك في هذه الأثناء.
    .next = يمكنك الآن رؤية أين وصل.
refused-wrong_state = لم يعد ذلك ممكنًا
    .happened = تقدّم طلبك في هذه الأثناء.
    .next = يمكنك الآن رؤية أين وصل.
refused-not_signed_in = الدخول أولًا
    .happened = هذه الصفحة تخص أحد الضيوف، ولم نتعرف إليك بعد.
    .next = بعد ذلك تُفتح من تلقاء نفسها.
refused-wrong_proof = ليس هذا هو الرمز الذي أرسلناه
    .happened = ربما تاه منه رقم.
    .next = يُرجى كتابته من جديد أو طلب رمز آخر.
refused-old_proof = لم يعد هذا الرمز صالحًا
    .happened = كان صالحًا لخمس دقائق وثلاث محاولات.
    .next = يمكنك طلب رمز آخر.
refused-unknown_badge = هذه البطاقة ليست في قائمتنا
    .happened = ربما تاه من رمزها حرف أو رقم.
    .next = يُرجى كتابة الرمز من جديد كما هو على بطاقتك.
refused-not_allowed = هذا ليس للضيوف
    .happened = هو لمن يعملون خلف المنضدة.
    .next = طلباتك على بُعد لمسة.
refused-not_found = لا شيء هنا
    .happened = لم تعد الصفحة موجودة، أو أنها تخص ضيفًا آخر.
    .next = كل شيء تجده من الصفحة الأولى.
refused-too_many_tries = لننتظر قليلًا
    .happened = تكررت المحاولة كثيرًا في وقت قصير.
    .next = بعد ذلك يستمر كل شيء كالمعتاد.
refused-invalid_request = لم يصل كما ينبغي
    .happened = تعذّرت قراءة شيء في الاستمارة.
    .next = يُرجى العودة صفحة واحدة والإرسال من جديد.
refused-unavailable = لا يستطيع المقهى تلقّي ذلك الآن
    .happened = لم يُطلب شيء، ولم يضِع شيء.
    .next = يمكنك المحاولة من جديد بعد لحظة.
refused-see-order = عرض طلبي
refused-again = المحاولة من جديد
refused-orders = طلباتي
refused-home = إلى الصفحة الأولى
