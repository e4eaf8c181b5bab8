# The overhead monitors in Arabic.


## The code

code-scan = وجّه الكاميرا واطلب
code-left = { $left ->
    [zero] لم يبق مشروب
    [one] بقي مشروب واحد
    [two] بقي مشروبان
    [few] بقيت { $left } مشروبات
    [many] بقي { $left } مشروبًا
   *[other] بقي { $left } مشروب
}
code-turns = رمز جديد بعد { $time }
code-address = أو افتح { $address }
code-wifi = واي فاي: { $name }


## The numbers

ready-title = جاهز
ready-none = هنا يظهر رقمك.
ready-spoken = الرقم { $number } جاهز.
preparing-title = قيد التحضير
preparing-none = لا أحد ينتظر.


## Why there is no code

sold-out = نفدت الكمية مؤقتًا
    .next = الرمز التالي بعد { $time }
    .why = نحضّر المشروبات الآن.
full = كل الأيدي مشغولة الآن
    .why = يعود الرمز مع أول مشروب يجهز.
paused = استراحة قصيرة
    .soon = نعود قريبًا.
    .until = { $minutes ->
        [one] نعود في الساعة { $time }، بعد دقيقة.
        [two] نعود في الساعة { $time }، بعد دقيقتين.
        [few] نعود في الساعة { $time }، بعد { $minutes } دقائق.
        [many] نعود في الساعة { $time }، بعد { $minutes } دقيقة.
       *[other] نعود في الساعة { $time }، بعد { $minutes } دقيقة.
    }
closed = مغلق
    .code = حين يفتح المقهى، يظهر الرمز هنا.
    .opens = { $day ->
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
turning = لحظة من فضلكم
    .next = الرمز التالي في الطريق.
connecting = في انتظار المقهى
    .self = تبدأ الشاشة وحدها حين يعمل الخادم.
line-lost = لا رمز الآن
    .self = انقطع اتصال الشاشة بالمقهى، ويعود وحده.
unpaired = الشاشة غير مقرونة
wifi-join = الاتصال بالواي فاي


## Over numbers that may have moved on

stale-now = انقطع الاتصال. هذه أرقام ما قبل لحظة.
stale-minutes = { $minutes ->
    [one] انقطع الاتصال. هذه أرقام ما قبل دقيقة.
    [two] انقطع الاتصال. هذه أرقام ما قبل دقيقتين.
    [few] انقطع الاتصال. هذه أرقام ما قبل { $minutes } دقائق.
    [many] انقطع الاتصال. هذه أرقام ما قبل { $minutes } دقيقة.
   *[other] انقطع الاتصال. هذه أرقام ما قبل { $minutes } دقيقة.
}
stale-hours = { $hours ->
    [one] انقطع الاتصال. هذه أرقام ما قبل ساعة.
    [two] انقطع الاتصال. هذه أرقام ما قبل ساعتين.
    [few] انقطع الاتصال. هذه أرقام ما قبل { $hours } ساعات.
    [many] انقطع الاتصال. هذه أرقام ما قبل { $hours } ساعة.
   *[other] انقطع الاتصال. هذه أرقام ما قبل { $hours } ساعة.
}
