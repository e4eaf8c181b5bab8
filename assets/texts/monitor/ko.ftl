# The overhead monitors in Korean.


## The code

code-scan = 스캔해서 주문하세요
code-left = { $left }잔 남았어요
code-turns = { $time } 뒤 새 코드
code-address = 또는 { $address } 열기
code-wifi = 와이파이: { $name }


## The numbers

ready-title = 나왔어요
ready-none = 번호가 여기에 떠요.
ready-spoken = { $number }번 나왔어요.
preparing-title = 만드는 중
preparing-none = 기다리는 분이 없어요.


## Why there is no code

sold-out = 지금은 다 나갔어요
    .next = 다음 코드까지 { $time }
    .why = 음료를 만들고 있어요.
full = 지금 바리스타의 손이 꽉 찼어요
    .why = 한 잔이 나오면 코드가 다시 떠요.
paused = 잠시 쉬고 있어요
    .soon = 곧 돌아올게요.
    .until = { $time }에 다시 시작해요. { $minutes }분 남았어요.
closed = 지금은 영업하지 않아요
    .code = 문을 열면 여기에 코드가 떠요.
    .opens = { $day ->
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
turning = 잠시만요
    .next = 다음 코드가 곧 떠요.
connecting = 바를 기다리고 있어요
    .self = 서버가 켜지면 저절로 시작해요.
line-lost = 지금은 코드가 없어요
    .self = 바와 연결이 끊겼어요. 저절로 다시 연결돼요.
unpaired = 연결되지 않은 모니터예요
wifi-join = 와이파이 연결


## Over numbers that may have moved on

stale-now = 연결이 끊겼어요. 조금 전 번호예요.
stale-minutes = 연결이 끊겼어요. { $minutes }분 전 번호예요.
stale-hours = 연결이 끊겼어요. { $hours }시간 전 번호예요.
