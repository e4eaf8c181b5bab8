# The guests' pages in Korean (한국어).


## The frame around every page

frame-mine = 내 주문
frame-language = 언어
frame-change = 바꾸기
frame-about = { $venue }에서 휴대폰으로 커피를 주문하고, 언제 나오는지 확인하세요.
frame-silent = 바와 마지막으로 연결된 지 { $seconds }초 됐어요. 자동으로 다시 연결하고 있어요.
frame-sending = 바에 전하고 있어요.
    .again = 아직 답이 없어요. 자동으로 다시 보내고 있어요.


## The first page

home-open = 지금 영업 중이에요
    .next = 모니터의 코드를 카메라로 스캔해 주세요.
home-sold-out = 지금은 다 나갔어요
    .next = 모니터에 다음 코드가 뜨면 카메라로 스캔해 주세요.
home-full = 지금 바리스타의 손이 꽉 찼어요
    .next = 한 잔이 나올 때마다 자리가 하나씩 나요. 그때 모니터에 코드가 다시 떠요.
home-paused = 잠시 쉬고 있어요
    .next = 다시 시작하면 모니터에 코드가 떠요.
home-closed = 지금은 영업하지 않아요
    .next = 문을 열면 모니터에 코드가 떠요. 스캔해서 주문해 주세요.
home-own-reserved = 한 잔 맡아 두었어요. 음료를 골라 주세요
home-own-waiting = 대기 중
home-own-making = 만드는 중
home-own-ready = 음료가 나왔어요


## The three ways to a code

scan-live = 여기서 코드 스캔하기
    .aim = 모니터의 코드를 네모 안에 맞춰 주세요.
    .stop = 카메라 끄기
scan-photo = 코드 사진 찍기
    .send = 사진에서 코드 읽기
    .about = 사진은 코드만 읽고 보관하지 않아요.
    .none = 사진에서 코드를 찾지 못했어요. 조금 더 다가가서, 흔들리지 않게 다시 찍어 주세요.
scan-typed = 모니터의 코드 입력하기
    .hint = 영문과 숫자 16자
    .send = 이 코드로 주문하기


## Moments that are counted down to

next-code = 다음 코드는 { $time }에 떠요.
    .left = 다음 코드까지 { $time } 남았어요.
    .over = 다음 코드가 모니터에 떠 있어요.
goes-on = { $time }에 다시 시작해요.
    .left = 다시 시작하기까지 { $time } 남았어요.
    .over = 다시 시작했어요.
opens = { $day ->
    [today] 오늘 { $time }에 문을 열어요.
    [tomorrow] 내일 { $time }에 문을 열어요.
    [mon] 월요일 { $time }에 문을 열어요.
    [tue] 화요일 { $time }에 문을 열어요.
    [wed] 수요일 { $time }에 문을 열어요.
    [thu] 목요일 { $time }에 문을 열어요.
    [fri] 금요일 { $time }에 문을 열어요.
    [sat] 토요일 { $time }에 문을 열어요.
   *[sun] 일요일 { $time }에 문을 열어요.
}
    .over = 곧 문을 열어요.
try-again = { $time }부터 다시 할 수 있어요.
    .left = { $time } 뒤에 다시 할 수 있어요.
    .over = 이제 다시 할 수 있어요.
choose-by = { $time }까지 한 잔 맡아 둘게요.
    .left = 앞으로 { $time } 동안 한 잔 맡아 둘게요.
    .over = 고르는 시간이 지났어요.
send-again = { $time }부터 인증번호를 다시 받을 수 있어요.
    .left = { $time } 뒤에 인증번호를 다시 받을 수 있어요.
    .over = 이제 인증번호를 다시 받을 수 있어요.
proof-good-until = { $time }까지 쓸 수 있어요.
    .left = 앞으로 { $time } 동안 쓸 수 있어요.
    .over = 쓸 수 있는 시간이 지났어요. 새 인증번호를 받아 주세요.


## Signing in

name-ask = 어떻게 불러 드릴까요?
    .next = 이름이나 별명이면 충분해요. 화면에는 번호만 나오고 이름은 나오지 않아요.
    .field = 이름
    .refused = 불러 드릴 이름을 { $most }자까지 적어 주세요.
name-signed-in = { $name } 님으로 로그인했어요
    .nameless = 로그인했어요
    .next = 다른 이름으로 불러 드릴까요?
name-title = 이름
email-ask = 이메일 주소
    .next = 로그인할 여섯 자리 인증번호를 보내 드려요. 그 밖에는 아무것도 보내지 않아요.
    .field = 이메일 주소
    .refused = 이 주소로는 보낼 수 없어요. 살펴보고 다시 보내 주세요.
sms-ask = 휴대폰 번호
    .next = 로그인할 여섯 자리 인증번호를 보내 드려요. 그 밖에는 아무것도 보내지 않아요.
    .field = 국가 번호를 붙인 휴대폰 번호
    .hint = +82 10 1234 5678
    .refused = 이 번호로는 보낼 수 없어요. +와 국가 번호부터 적어 주세요.
badge-ask = 참가자 명찰
    .next = 명찰에 적힌 코드를 입력해 주세요.
    .field = 명찰의 코드
    .refused = 이 명찰은 명단에 보이지 않아요. 명찰에 적힌 대로 다시 입력해 주세요.
sign-in-go-on = 계속하기
sign-in-send = 인증번호 받기
sign-in-out = 로그아웃하기
sign-in-title = 로그인
proof-ask = 보내 드린 인증번호를 입력해 주세요
    .to = 보낸 곳: { $address }
    .field = 여섯 자리 숫자
    .again = 인증번호 다시 받기
    .other = 다른 곳으로 받기
    .wrong = 보내 드린 인증번호와 달라요. 확인하고 다시 입력해 주세요.
    .used-up = 이 인증번호는 이제 쓸 수 없어요. 새로 받아 주세요.
proof-tries-left = { $tries ->
   *[other] { $tries }번 더 입력할 수 있어요.
}
proof-message = { $venue } 인증번호: { $code }. 5분 동안 쓸 수 있어요.
    .short = { $venue } 인증번호: { $code } (5분 동안)
    .unasked = 요청한 적이 없다면 그냥 두셔도 돼요.
    .subject = { $venue } 인증번호


## The menu

choose-ask = 무엇을 드릴까요?
choose-title = 음료 고르기
choose-about = { $venue } 메뉴예요. 음료를 골라 주문해 주세요.
choose-drinks = 음료
choose-sold-out = 품절
choose-plain = 기본으로
choose-note = 바리스타에게 한마디
    .optional = 원하시면
choose-order = 주문하기
choose-hold = 한 잔 맡아 두고 고르기
choose-give-back = 다음 분께 양보하기
choose-usual = { $drink }, 이번에도요?
    .about = 늘 드시던 것
choose-kept = 다른 선택은 그대로 있어요.


## An order's life

order-number = 주문 번호
order-reserved = 무엇을 드릴까요?
    .next = 고르시는 동안 한 잔 맡아 둘게요.
order-waiting = 대기 중
    .next = 차례가 되면 이 화면에서 알려 드려요.
order-making = 만드는 중
    .next = 바리스타가 만들고 있어서 이제는 취소할 수 없어요.
    .by = { $barista } 님이 만들고 있어서 이제는 취소할 수 없어요.
order-ready = 나왔어요
    .next = 카운터에서 이 번호를 보여 주고 받아 가세요.
    .where = 이 번호를 보여 주고 여기서 받아 가세요:
    .tab = ✓ { $number }번 나왔어요
order-collected = 맛있게 드세요
    .next = { $time }에 받아 가셨어요. 다음 잔은 모니터에 뜨는 다음 코드로 주문해 주세요.
    .now = 받아 가셨어요. 다음 잔은 모니터에 뜨는 다음 코드로 주문해 주세요.
order-cancelled = 취소했어요
    .next = { $time }에 취소하셨어요. 모니터의 코드로 다시 주문할 수 있어요.
order-cancelled-bar = 바에서 취소해야 했어요
    .why = 바에서 전하는 말: { $reason }
    .next = 모니터의 코드로 다시 주문할 수 있어요.
order-expired = 고르는 시간이 지났어요
    .next = 맡아 둔 잔은 다른 분께 드려요. 모니터의 코드를 스캔하면 다시 고를 수 있어요.
order-expired-bar = 제때 만들어 드리지 못했어요
    .next = 저희가 늦었어요. 죄송해요. 오늘 잔 수에는 넣지 않아요. 모니터의 코드로 바로 다시 주문할 수 있어요.
order-next-in-line = 다음 차례예요
order-ahead = { $ahead ->
   *[other] 앞에 { $ahead }잔 있어요
}
order-ahead-about = 앞에 약 { $ahead }잔 있어요
order-estimate = { $minutes }분 뒤에 나와요
    .soon = 금방 나와요
    .late = 생각보다 조금 더 걸리고 있어요
order-notify = 잠금 화면에서도 알림 받기
order-cancel = 이 주문 취소하기
    .sure = 네, 취소할게요
order-journey = 이 한 잔의 여정 보기
order-mine = 오늘 주문 보기


## Today's orders

today-title = 오늘 주문
    .heading = 오늘
    .none = 아직 없어요. 모니터의 코드를 스캔해서 주문해 주세요.
today-left = { $drinks ->
    [0] 오늘 드릴 수 있는 잔은 모두 드렸어요.
   *[other] 오늘 { $drinks }잔 더 주문할 수 있어요.
}
today-no-drink = 고르지 않음
today-reserved = 한 잔 맡아 두었어요
today-waiting = 대기 중
today-making = 만드는 중
today-ready = 음료가 나왔어요
today-collected = { $time }에 받음
today-cancelled = { $time }에 취소
today-expired = { $time }에 시간 지남
today-signed-in = { $name } 님으로 로그인했어요.
    .nameless = 로그인했어요.
    .change = 바꾸기
today-forget = 내 정보 지우기


## An order's journey

journey-title = { $number }번 한 잔의 여정
    .nameless = 이 주문의 여정
journey-about = 첫 터치부터 잔에 담기기까지, { $venue }에서 한 잔이 만들어진 여정이에요.
journey-reserved = 한 잔을 맡아 두었어요
journey-submitted = 주문했어요
journey-making = 만들기 시작했어요
    .by = { $barista } 님이 만들기 시작했어요
journey-unmade = 잠시 대기로 돌아갔어요
journey-ready = 카운터에 나왔어요
journey-recalled = 한 번 더 만들었어요
journey-collected = 손님께 전해졌어요
journey-cancelled = 취소됐어요
journey-expired = 시간이 지났어요
journey-shared = 어느 한 잔의 여정
    .reserved = 한 잔을 맡아 두었어요
    .submitted = 주문이 들어왔어요
    .making = 바리스타의 손이 움직였어요
    .collected = 손님이 받아 갔어요
journey-choosing = 고르는 데 { $time }
journey-queueing = 기다리는 데 { $time }
journey-brewing = 만드는 데 { $time }
journey-waiting = 카운터에서 { $time }
journey-whole = 주문부터 카운터까지 { $time } 걸렸어요.
journey-share = 이 여정 공유하기
    .about = 링크를 가진 사람에게는 음료와 시간만 보이고, 손님에 대해서는 아무것도 보이지 않아요.
journey-order = 이 주문 보기


## Forget me

forget-title = 내 정보 지우기
    .ask = 내 정보를 모두 지울까요?
    .what = 이름과 남긴 말, 로그인 정보를 지우고 이 휴대폰에서 로그아웃해요. 하루 잔 수 같은 집계는 누구의 것인지 알 수 없게 남아요.
    .open = 아직 끝나지 않은 주문이 있어요. 먼저 음료를 받거나 주문을 취소해 주세요.
    .yes = 네, 지워 주세요
    .no = 그대로 두기
forget-done = 정보를 지웠어요
    .next = 이름과 남긴 말, 로그인 정보가 모두 지워졌어요. 찾아 주셔서 감사해요.


## When the bar says no: what happened, and what to do

refused-wrong_code = 저희 코드가 아닌 것 같아요
    .happened = 글자 하나가 다를 수 있어요.
    .next = 모니터의 코드를 스캔하거나 다시 입력해 주세요.
refused-old_code = 이 코드는 시간이 지났어요
    .happened = 코드는 몇 분마다 바뀌어요.
    .next = 지금 모니터에 떠 있는 코드를 스캔해 주세요.
refused-sold_out = 지금은 다 나갔어요
    .happened = 이 코드로 드릴 수 있는 잔이 모두 나갔어요.
    .next = 모니터에 다음 코드가 뜨면 스캔해 주세요.
refused-shop_closed = 지금은 영업하지 않아요
    .happened = 지금은 주문을 받지 않고 있어요.
    .next = 문을 열면 모니터에 코드가 떠요.
refused-shop_paused = 잠시 쉬고 있어요
    .happened = 그동안은 새 주문을 받지 않아요.
    .next = 다시 시작하면 모니터에 코드가 떠요.
refused-bar_full = 지금 바리스타의 손이 꽉 찼어요
    .happened = 한 번에 만들 수 있는 만큼 주문을 받았어요.
    .next = 한 잔이 나올 때마다 자리가 하나씩 나요. 1분쯤 뒤에 다시 해 주세요.
refused-has_open_order = 이미 주문이 하나 있어요
    .happened = 주문은 한 분에 한 번에 한 잔씩 받아요.
    .next = 이 음료가 나오면 다음 잔을 주문할 수 있어요.
refused-daily_limit = 오늘은 지난 잔이 마지막이었어요
    .happened = 오늘 드릴 수 있는 잔은 모두 드렸어요.
    .next = 내일 다시 주문할 수 있어요.
refused-unknown_drink = 어떤 음료로 드릴까요?
    .happened = 메뉴에 있는 음료를 아직 고르지 않았어요.
    .next = 아래에서 골라 주세요.
refused-unknown_option = 함께할 수 없는 선택이에요
    .happened = 이 음료에 없는 선택이 하나 있어요.
    .next = 살펴보고 다시 주문해 주세요.
refused-missing_option = 하나만 더 골라 주세요
    .happened = 바리스타가 한 가지를 더 알아야 해요.
    .next = 아래에서 고르고 다시 주문해 주세요.
refused-duplicate_option = 선택이 하나 많아요
    .happened = 한 가지 질문에 답이 둘이에요.
    .next = 원하는 것 하나만 남기고 다시 주문해 주세요.
refused-drink_sold_out = 방금 다 나갔어요
    .happened = 마지막 하나를 다른 분께 드렸어요.
    .named = { $what }, 방금 다 나갔어요.
    .next = 맡아 둔 잔은 그대로예요. 다른 것을 골라 주세요.
refused-claimed_by_other = 이제는 바꿀 수 없어요
    .happened = 그사이 주문이 다음 단계로 넘어갔어요.
    .next = 지금 어디까지 왔는지 확인해 주세요.
refused-wrong_state = 이제는 바꿀 수 없어요
    .happened = 그사이 주문이 다음 단계로 넘어갔어요.
    .next = 지금 어디까지 왔는지 확인해 주세요.
refused-not_signed_in = 먼저 로그인해 주세요
    .happened = 손님만의 화면이라, 어느 분인지 먼저 알아야 해요.
    .next = 로그인하면 저절로 열려요.
refused-wrong_proof = 보내 드린 인증번호와 달라요
    .happened = 숫자 하나가 다를 수 있어요.
    .next = 다시 입력하거나 새로 받아 주세요.
refused-old_proof = 이 인증번호는 이제 쓸 수 없어요
    .happened = 인증번호는 5분 동안, 세 번까지 입력할 수 있어요.
    .next = 새로 받아 주세요.
refused-unknown_badge = 이 명찰은 명단에 보이지 않아요
    .happened = 글자 하나가 다를 수 있어요.
    .next = 명찰에 적힌 대로 다시 입력해 주세요.
refused-not_allowed = 손님용 화면이 아니에요
    .happened = 카운터 안쪽 직원들이 쓰는 곳이에요.
    .next = 내 주문은 한 번만 누르면 볼 수 있어요.
refused-not_found = 여기에는 아무것도 없어요
    .happened = 화면이 없어졌거나 다른 손님의 것이에요.
    .next = 첫 화면에서 모두 찾을 수 있어요.
refused-too_many_tries = 잠시 기다려 주세요
    .happened = 짧은 동안 여러 번 시도됐어요.
    .next = 그 뒤에는 평소처럼 쓸 수 있어요.
refused-invalid_request = 제대로 도착하지 않았어요
    .happened = 읽을 수 없는 부분이 있었어요.
    .next = 이전 화면으로 돌아가 다시 보내 주세요.
refused-unavailable = 지금은 받을 수 없어요
    .happened = 주문은 들어가지 않았고, 잃은 것도 없어요.
    .next = 잠시 뒤에 다시 해 주세요.
refused-see-order = 주문 보기
refused-again = 다시 해 보기
refused-orders = 내 주문 보기
refused-home = 첫 화면으로 가기
