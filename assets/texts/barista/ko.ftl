# The barista's terminal in Korean (한국어).


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = 대기 중
    .empty = 기다리는 주문이 없어요.
column-making = 제조 중
    .empty = 만드는 음료가 없어요.
column-ready = 완료
    .empty = 카운터가 비었어요.
column-more = { $count }건 더
    .crossed-out = 줄 그음 { $count }건


## Tickets

age-new = <1분
age-minutes = { $minutes }분
age-hours = { $hours }시간 { $minutes }분
ticket-mine = 내가 제조 중
ticket-with = { $barista } 님 제조 중
ticket-walk-up = 현장
ticket-note = “{ $note }”
ticket-expires = { $minutes }분 뒤 만료
ticket-taken-back = 되돌아옴
ticket-marked = 선택됨
ticket-same-drink = 같은 음료
ticket-same-base = 똑같이 { $choice }
ticket-cancelled-by-guest = 손님이 취소
ticket-cancelled-by-bar = 바에서 취소: { $reason }
ticket-cancelled-by-you = 내가 취소: { $reason }
ticket-expired = 제때 만들지 못함


## The top line

shop-opening = 여는 중…
shop-closing = 닫는 중…
shop-open = 영업 중
shop-sold-out = 다 나감
shop-full = 꽉 참
shop-paused = 쉬는 중
    .minutes = 쉬는 중, { $minutes }분 남음
shop-closed = 영업 안 함
drinks-left = { $drinks }잔 중 { $left }잔 남음
    .short = { $left }/{ $drinks } 남음
header-sold-out = 품절 { $count }개
header-turns = { $minutes }분 뒤 새 코드
station-all = 모든 스테이션
    .short = 전체
station-share = 스테이션 { $station }/{ $stations }
    .short = { $station }/{ $stations }
station-drinks = 내 음료
    .short = 내 것
line-live = 연결됨
line-silent = { $seconds }초째 무응답
line-down = 끊김
line-not-paired = 등록 안 됨
line-connecting = 연결 중


## What all open orders come to, and the rush

totals-title = 만들 음료
totals-more = +{ $count ->
   *[other] { $count }종류 더
}
elsewhere-more = +{ $count } 다른 곳
rush-now = 지금
rush-queue = { $orders ->
   *[other] { $orders }건 대기
}, 최장 { $age }
rush-same = 같은 음료 { $same }잔 더
rush-base = { $base } { $others }잔 더
rush-same-and-base = 같은 음료 { $same }잔 더, { $base } { $others }잔
rush-ready = 완성 { $count }건


## The band while the line is down

banner-down = 연결 끊김
banner-not-paired = 등록 안 됨
banner-before = 끊기기 전 상태
banner-unsent = 키 입력 전송 안 됨
banner-again = 다시 연결 중


## Before the first board

connecting-looking = 바에 연결하고 있어요…
connecting-unreached = 바에 연결되지 않아요.
connecting-quit = 계속 연결해 볼게요. { $key } 키로 종료해요.


## The footer: what a key does, in a word or two

step-make = 만들기
step-unmake = 대기로
step-complete = 완료
step-recall = 다시 제조
step-collect = 전달
step-cancel = 취소
hint-open = 문 열기
hint-close = 문 닫기
hint-layout = 목록 화면
hint-rush = 바쁜 화면
hint-walk-up-kept = 보내지 못한 주문
hint-whole = 메모 전체
hint-keys = 키 안내
hint-quit = 종료
hint-yes = 네
hint-no = 아니요
hint-take = 선택
hint-send = 보내기
hint-up = 위
hint-down = 아래
hint-back = 뒤로
hint-stay = 머물기
hint-dismiss = 치우기
hint-marked = 선택한 { $count }건 { $step }
hint-alike = 같은 것 { $count }건
    .base = { $choice } { $count }건
undo-made = 되돌리기: { $what } 만들기
undo-unmade = 되돌리기: { $what } 대기로
undo-completed = 되돌리기: { $what } 완료
undo-recalled = 되돌리기: { $what } 다시 제조
undo-collected = 되돌리기: { $what } 전달
undo-short = 되돌리기
undo-several = 주문 { $count }건
leaving-waits = 마지막 작업을 보내고 있어요. 종료를 한 번 더 누르면 바로 나가요.


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
key-space = Space


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = 키 안내
help-left = 왼쪽 칸
help-right = 오른쪽 칸
help-up = 위 주문
help-down = 아래 주문
help-first = 가장 오래된 주문
help-last = 가장 최근 주문
help-place = 그 자리 주문의 다음 단계
help-next = 고른 주문의 다음 단계
help-make = 만들기: 내가 맡기
help-unmake = 대기로: 손에서 내려놓기
help-complete = 완료: 카운터에 올리기
help-collect = 전달: 손님이 받아 감
help-recall = 다시 제조: 한 번 더
help-cancel = 취소하고 이유 알리기
help-shop = 바 열기, 닫기
help-mark = 선택: 여러 건 한꺼번에
help-batch = 같은 음료 모두 선택
help-undo = 마지막 단계 되돌리기
help-jump = 번호로 가기
help-whole = 주문과 메모 전체
help-dismiss = 줄 그은 주문 치우기
help-layout = 바쁠 때 화면: 자동/켬/끔
help-station = 전체 주문, 내 스테이션
help-pause = 몇 분 쉬기
help-sold-out = 품절, 다시 판매
help-walk-up = 현장 주문 넣기
help-announce = 모두에게 알리기
help-settings = 바 운영 규칙
help-figures = 오늘의 집계
help-log = 누가 무엇을 했는지
help-sound = 소리
help-help = 이 키 안내
help-quit = 종료
help-accept = 네, 이것으로
help-back = 뒤로
help-erase = 지우기
help-type = 입력하기


## Why an order is cancelled

cancel-title = { $number } 취소: 이유는요? 손님이 읽어요
cancel-other = 직접 쓰기…
reason-run-out = 재료가 다 떨어졌어요
reason-asked = 손님이 요청하셨어요
reason-twice = 주문이 두 번 들어왔어요
reason-machine = 머신이 잠시 쉬어야 해요


## Which order is taken back

recall-title = 어느 것을 다시 만들까요?
recall-now = 방금
recall-ago = { $minutes }분 전


## Going to a number

jump-title = 찾을 번호
jump-none = { $number }: 여기 없어요


## Closing the bar

close-title = 바를 닫을까요?
close-about = 코드가 사라지고 새 주문은 들어오지 않아요.
close-still = { $orders ->
    [0] 기다리는 주문이 없어요.
   *[other] 만들 주문이 { $orders }건 남았어요.
}
close-yes = 닫기
close-no = 계속 열어 두기


## What just happened: one line

order-unknown = 어느 주문
notice-rush-auto = 바쁠 때 화면: 대기 { $orders }건부터 켜져요.
notice-rush-on = 바쁠 때 화면: 항상 켜져 있어요.
notice-rush-off = 바쁠 때 화면: 꺼졌어요.
notice-rush-left = { $number } 주문을 보려고 잠시 열로 보여요. { $key } 키로 바쁜 화면에 돌아가요.
notice-station-none = 이 화면에는 정해진 스테이션이 없어서 모든 주문이 보여요.
notice-station-all = 모든 주문이 보여요.
notice-station-mine = 이 스테이션의 주문만 보여요.
notice-station-unknown = 메뉴에 없는 이름: { $drinks }. 이 스테이션의 목록을 확인해 주세요.
notice-back = 다시 연결됐어요. 지금 상태 그대로예요.
notice-unsent-steps = 마지막 작업을 보내기 전에 연결이 끊겼어요. 나중에 다시 눌러 주세요.
notice-cancelled-by-guest = { $number }: 손님이 취소했어요.
notice-cancelled-by-bar = { $number }: 바에서 취소했어요.
notice-expired = { $number }: 제때 만들지 못해 대기에서 빠졌어요.
notice-shop-unanswered = 아직 답이 없어요. 바가 열려 있는지 확인해 주세요.
notice-shop-waits = 앞의 변경에 답이 오면 이어서 보낼게요.
notice-shop-under-way = 이미 보내는 중이에요.
notice-recall-gone = { $number } 주문은 이미 넘어가서 되돌릴 수 없어요.
notice-pause-over = 쉬는 시간은 이미 끝났어요.
notice-line-gone = 그 알림은 이제 없어요. Esc로 나가 다시 보세요.
notice-nothing-recent = 지난 30분 동안 나온 음료가 없어요.
notice-taken-back = { $number }: 되돌아왔어요. { $words }
notice-step-unanswered = { $number }: “{ $step }”에 답이 없어요. 지금 어디에 있는지 확인해 주세요.
notice-not-paired = 보내지 못했어요. 이 기기는 이제 등록되어 있지 않아요.
notice-not-sent = 연결이 끊겨 보내지 못했어요. 다시 연결되면 한 번 더 눌러 주세요.
notice-steps-pending = { $number }: 마지막 작업을 아직 보내고 있어요.
notice-moved-on = 그 주문은 이미 다음 단계로 넘어갔어요.
notice-nothing-cancelled = { $number }: 이미 다음 단계로 넘어가서 취소하지 않았어요.
notice-still-waiting = { $number }: 아직 대기 중이에요. 먼저 만들어 주세요.
notice-already-making = { $number }: 이미 만드는 중이에요.
notice-already-ready = { $number }: 이미 나왔어요. 전달하거나 다시 만들어 주세요.
notice-no-ticket = 그 자리에는 주문이 없어요.
notice-not-shown = 그 주문은 화면에 없어요. 먼저 그쪽으로 이동하세요.
notice-just-moved = 방금 그 자리가 바뀌었어요. 보고 다시 눌러 주세요.
notice-crossed-out = { $number }: 끝난 주문이에요. 만들지 않아도 돼요.
notice-nothing-crossed-out = 줄 그은 주문이 없어요.
notice-dismissed = { $number }: 치웠어요. { $count ->
    [0] 줄 그은 주문이 더 없어요.
   *[other] 줄 그은 주문이 { $count }건 더 있어요.
}


## Several at once

notice-marked-drinks = { $count }건 선택: 같은 음료예요.
notice-marked-base = { $count }건 선택: 모두 { $choice }.
notice-unmarked = 선택한 주문이 없어요.
notice-none-alike = { $number }: 같은 음료가 대기에 없어요.
notice-left-out = 그대로 둔 주문: { $words }.
left-out-waiting = { $number } 아직 대기 중
left-out-making = { $number } { $barista } 님 제조 중
left-out-ready = { $number } 완료됨
left-out-ended = { $number } 끝난 주문
left-out-pending = { $number } 아직 전송 중


## Taking the last step back

notice-undone = { $numbers }: 되돌렸어요.
notice-not-undone = { $numbers }: 다른 분이 이어서 진행해 되돌리지 않았어요.
notice-partly-undone = { $numbers }: 되돌렸어요. { $left }: 다른 분이 이어서 진행했어요.
notice-cancel-stays = { $number }: 손님이 이미 읽어서 취소는 되돌릴 수 없어요.
notice-nothing-to-undo = 되돌릴 단계가 없어요. { $seconds }초 안에만 되돌릴 수 있어요.
notice-undo-refused = { $numbers }: 그 단계는 거절되어서 되돌릴 것이 없어요.


## Sold out, and there again

hint-mark = 표시
hint-choose = 고르기
hint-set = 정하기
hint-pause = 쉬기
hint-left = 왼쪽
hint-right = 오른쪽
stock-title = 품절, 다시 판매
stock-out = 품절
# What a drink cannot do without is gone, such as milk.
stock-lacks = 품절: { $group } 없음
notice-sold-out = { $name }: 이제부터 품절이에요.
notice-there = { $name }: 다시 판매해요.
notice-mark-refused = { $name }: 그대로예요. { $words }
notice-mark-unanswered = { $name }: 아직 답이 없어요. 표시됐는지 확인해 주세요.
notice-no-menu = 메뉴를 받고 있어요. 잠시 뒤에 다시 해 주세요.


## A pause

pause-title = 얼마나 쉴까요?
pause-until = 쉬는 중: { $minutes }분 뒤 다시 시작
pause-open = 지금 다시 시작
pause-minutes = { $minutes }분
pause-other = 직접 정하기…
pause-typing = 몇 분 쉴까요?
notice-pause-closed = 지금은 영업하지 않아서 쉬기를 쓸 일이 없어요.
notice-between = { $min }~{ $max } 사이로 적어 주세요.


## A walk-up order

walk-drinks = 현장 주문: 어떤 음료인가요?
walk-title = 현장 주문: { $drink }
walk-note = 한마디
notice-cannot = { $name }: 품절이에요. 다른 것을 골라 주세요.
notice-choose = 아직 고를 것: { $group }.
notice-walk-up-sent = 주문을 보내고 있어요.
notice-walk-up = { $number }: 대기에 들어갔어요. { $drink }.
notice-walk-up-unanswered = 주문에 답이 없어요. 다시 보내도 두 번 들어가지 않아요.
notice-walk-up-kept = { $words } { $key } 키로 주문을 다시 열어요.


## A line to everybody: phones and monitor show it

announce-title = 모두에게 무엇을 알릴까요?
announce-take-down = 내리기: “{ $text }”
announce-soon = 몇 분 뒤에 다시 시작해요.
announce-machine = 머신에 잠시 시간이 필요해요. 주문 순서는 그대로예요.
announce-busy = 지금 주문이 많아 조금 더 걸려요.
announce-last = 10분 뒤에 주문을 마감해요.
announce-other = 직접 쓰기…
announce-writing = 직접 쓰기: 모두가 읽어요
announce-how-long = 얼마 동안 보여 줄까요?
notice-announced = { $minutes }분 동안 모두에게 보여요.
notice-announce-unanswered = 아직 답이 없어요. 모니터에 안내가 떠 있는지 확인해 주세요.


## The rules of the bar: names of at most 24 cells

rule-title = 바 운영 규칙
rule-capacity = 한 번에 받는 주문
rule-window-drinks = 코드 하나의 잔 수
rule-window = 코드를 띄우는 시간
rule-day = 한 분의 하루 잔 수
rule-open = 한 분의 진행 중 주문
rule-grace = 지난 코드 인정 시간
rule-submit = 고르는 시간
rule-unclaimed = 안 만든 주문의 만료
rule-ready = 완료 후 모니터 표시
rule-amber = 노란색까지
rule-red = 빨간색까지
rule-orders = { $value }건
rule-drinks = { $value }잔
rule-minutes = { $value }분
rule-seconds = { $value }초
rule-bounds = { $min }~{ $max }
rule-reading = 매니저의 기기에서 바꿀 수 있어요.
notice-managers-rules = 여기서는 볼 수만 있어요. 규칙은 매니저의 기기에서 바꿀 수 있어요.
notice-rules-unanswered = 아직 답이 없어요. 규칙이 바뀌었는지 확인해 주세요.
notice-rule-other = ‘{ $rule }’ 값을 다른 사람이 바꿨어요: { $value }
notice-rule-again = ‘{ $rule }’ 값도 동시에 바뀌었어요: { $value } 그대로예요.


## For managers only

managers-title = 매니저용
managers-how = 집계와 기록은 매니저의 기기에서 볼 수 있어요. 등록 코드는 서버 담당자가 만들어요:
notice-unread = 아직 답이 없어요. 집계는 전과 같아요.


## Today in figures

figures-title = 오늘의 집계
figures-coming = 받고 있어요.
figures-head = { $served }잔 전달
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = 절반은 { $usual }, 95%는 { $long } 안에
figures-sums = 하루 합계
figures-hours = 시간대별 잔 수
# The signs of the two lines.
figures-waiting = 대기 시간: { $usual } 절반, { $long } 95%
figures-drinks = 음료별
sum-served = 전달
sum-usual = 절반이 나온 시간
sum-long = 95%가 나온 시간
sum-longest = 가장 긴 대기
sum-under-way = 진행 중
sum-walk-ups = 현장 주문
sum-by = { $barista } 님 제조
sum-cancelled-guest = 손님이 취소
sum-cancelled-bar = 바에서 취소
sum-cancelled = 취소: { $reason }
sum-not-chosen = 시간 지남: 고르지 않음
sum-not-made = 시간 지남: 못 만듦
away-wrong-code = 못 들어옴: 다른 코드
away-old-code = 못 들어옴: 지난 코드
away-sold-out = 못 들어옴: 코드 다 나감
away-closed = 못 들어옴: 영업 안 함
away-paused = 못 들어옴: 쉬는 중
away-full = 못 들어옴: 꽉 참
away-has-order = 못 들어옴: 주문 있음
away-limit = 못 들어옴: 오늘 잔 다 받음
away-drink = 주문 못 함: 음료 품절
away-other = 주문 못 함: 그 밖의 이유


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = 누가 무엇을 했는지
log-coming = 받고 있어요.
log-guest = 손님
log-device = 기기
log-local = 서버 담당자
log-bar = 바
log-nothing = 없음
log-reserved = { $who }: 한 잔 맡아 둠
log-submitted = { $who }: { $what } 주문
log-walked-up = { $who }: { $what } 현장 주문 넣음
log-making = { $who }: { $what } 만들기 시작
log-unmade = { $who }: { $what } 대기로 돌림
log-ready = { $who }: { $what } 완료
log-recalled = { $who }: { $what } 다시 제조
log-collected = { $who }: { $what } 전달
log-aged-out = { $what }: 모니터에서 내려감
log-cancelled = { $who }: 취소 { $what }
log-expired = 시간 지남: { $what }
log-opened = { $who }: 바를 엶
log-closed = { $who }: 바를 닫음
log-paused = { $who }: 쉬기 시작
log-resumed = 쉬는 시간이 끝남
log-window = 새 코드
log-window-shown = 코드가 다시 뜸
log-window-hidden = 코드가 가려짐
log-window-resized = 코드의 잔 수가 바뀜
log-rules = { $who }: 규칙 변경
log-stock = { $who }: 품절 표시 변경, 지금 품절: { $what }
log-menu = { $who }: 메뉴 교체, 지금 품절: { $what }
log-announced = { $who }: 안내 “{ $what }”
log-taken-down = { $who }: 안내 내림
log-announcement-over = 안내가 끝남
log-paired = { $who }: 등록됨
log-pairing = { $who }: 등록 코드 만듦
log-revoked = { $who }: 등록 해제, { $what }
log-device-renamed = { $who }: 기기 이름 변경, { $what }
log-badges = { $who }: 배지 목록 등록
log-signed-in = { $who }: 로그인
log-signed-out = { $who }: 로그아웃
log-renamed = { $who }: 이름 변경
log-forgotten = { $who }: 정보 지워짐
# A word of the journal that has no text yet.
log-other = { $who }: { $what }


## Sound: how the board calls somebody who looks elsewhere

sound-title = 소리
sound-mute = 소리 끄기
sound-unmute = 소리 켜기
sound-try = 시험해 보기
sound-bell = 벨
sound-flash = 깜빡임
sound-both = 벨과 깜빡임
# In the top line, while nothing calls.
sound-muted = 음소거
