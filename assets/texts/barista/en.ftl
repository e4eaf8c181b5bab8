# The barista's terminal in English, the language from which the others are translated.
#
# Voice: short, kind, exact. What happened and what to do. No exclamation marks, no blame, nothing
# technical. Everything is read by somebody with both hands busy, on a screen of 80 cells by 24:
# a text must not grow much longer than it is here. Signs such as ●, ✓ and ! are the terminal's.


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = Waiting
    .empty = Nobody waits.
column-making = Making
    .empty = Nothing in hand.
column-ready = Ready
    .empty = The counter is clear.
# After an arrow down.
column-more = { $count } more
    .crossed-out = { $count } crossed out


## Tickets

age-new = <1 min
age-minutes = { $minutes } min
age-hours = { $hours } h { $minutes } min
ticket-mine = in your hands
ticket-with = with { $barista }
# Ordered at the counter, by somebody without a phone.
ticket-walk-up = walk-up
ticket-note = “{ $note }”
ticket-expires = expires in { $minutes } min
# In the frame of a ticket whose last step was refused.
ticket-taken-back = taken back
# In the frame of a ticket to which the next step is done together with others.
ticket-marked = marked
# A waiting drink that is like one in this barista's hands: the same, or with the same milk.
ticket-same-drink = same drink
ticket-same-base = also { $choice }
# Why a ticket is struck through.
ticket-cancelled-by-guest = cancelled by its guest
ticket-cancelled-by-bar = cancelled at the bar: { $reason }
ticket-cancelled-by-you = cancelled by you: { $reason }
ticket-expired = not made in time


## The top line

shop-opening = opening…
shop-closing = closing…
shop-open = open
shop-sold-out = sold out
shop-full = full
shop-paused = paused
    .minutes = paused, { $minutes } min left
shop-closed = closed
# How many drinks the code on the monitor still gives.
drinks-left = { $left } of { $drinks } drinks left
    .short = { $left } of { $drinks } left
# How much of the menu has run out, after a sign.
header-sold-out = { $count } sold out
# When the code on the monitor turns.
header-turns = new code in { $minutes } min
# Which part of the queue this board shows; the short ones on a narrow screen.
station-all = all stations
    .short = all
station-share = station { $station } of { $stations }
    .short = { $station }/{ $stations }
station-drinks = my drinks
    .short = mine
line-live = live
line-silent = silent { $seconds } s
line-down = down
line-not-paired = not paired
line-connecting = connecting


## What all open orders come to, and the rush

totals-title = To make
# So many kinds of drinks that do not fit.
totals-more = +{ $count } more { $count ->
    [one] kind
   *[other] kinds
}
# In the head of a column: so many tickets are at other stations.
elsewhere-more = +{ $count } elsewhere
rush-now = NOW
rush-queue = { $orders } { $orders ->
    [one] waits
   *[other] wait
}, the oldest { $age }
rush-same = { $same } more the same
# Others with the same milk, by the milk's name, such as: 3 more with Oat.
rush-base = { $others } more with { $base }
rush-same-and-base = { $same } more the same, { $others } with { $base }
# Tickets that the rush does not show, each after its sign.
rush-ready = { $count } ready


## The band while the line is down

banner-down = LINE DOWN
banner-not-paired = NOT PAIRED
banner-before = this is how things stood before
banner-unsent = keys are not sent
banner-again = trying again


## Before the first board

connecting-looking = Looking for the bar…
connecting-unreached = The bar cannot be reached.
connecting-quit = It goes on trying. { $key } quits.


## The footer: what a key does, in a word or two

step-make = make
step-unmake = unmake
step-complete = complete
step-recall = recall
step-collect = hand over
step-cancel = cancel
hint-open = open the bar
hint-close = close the bar
# Leaves the rush for the columns.
hint-layout = columns
# Leads back to the rush from the columns.
hint-rush = rush
# A walk-up order that was refused can be opened again.
hint-walk-up-kept = order not sent
# Shows a ticket with all of its note.
hint-whole = whole note
hint-keys = keys
hint-quit = quit
hint-yes = yes
hint-no = no
hint-take = take this one
hint-send = send
hint-up = up
hint-down = down
hint-back = back
hint-stay = stay here
hint-dismiss = let it go
# What the step key does to all marked tickets: make 3 marked.
hint-marked = { $step } { $count } marked
# How many the batch key marks: the same drinks, or all with the same milk.
hint-alike = { $count } alike
    .base = { $count } with { $choice }
# What can still be taken back: take back: 104 made.
undo-made = take back: { $what } made
undo-unmade = take back: { $what } unmade
undo-completed = take back: { $what } completed
undo-recalled = take back: { $what } recalled
undo-collected = take back: { $what } handed over
# The same on a narrow screen.
undo-short = take back
undo-several = { $count } tickets
# Somebody wants to leave while steps are under way.
leaving-waits = Waiting for the last steps. Quit again to leave at once.


## Names of keys, as they are printed on the keyboard

key-enter = Enter
key-escape = Esc
key-tab = Tab
key-shift = Shift-{ $key }
key-control = Ctrl-{ $key }
key-home = Home
key-end = End
key-backspace = Backspace
key-page-up = Page up
key-page-down = Page down
key-delete = Del
key-insert = Ins
key-space = Space


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = Keys
help-left = column to the left
help-right = column to the right
help-up = ticket above
help-down = ticket below
help-first = oldest ticket
help-last = newest ticket
help-place = next step of that place
help-next = next step of this ticket
help-make = make: take it in hand
help-unmake = unmake: back to the queue
help-complete = complete: on the counter
help-collect = hand over: guest has it
help-recall = recall: make it again
help-cancel = cancel, with a reason
help-shop = open or close the bar
help-mark = mark: for several at once
help-batch = mark all like this one
help-undo = take the last step back
help-jump = go to a number
help-whole = the ticket, whole note
help-dismiss = let a crossed-out one go
help-layout = rush layout: auto, on, off
help-station = all tickets, or my station
help-pause = pause for some minutes
help-sold-out = sold out, or there again
help-walk-up = walk-up order
help-announce = say something to everybody
help-settings = rules of the bar
help-figures = today in figures
help-log = who did what
help-sound = sound
help-help = these keys
help-quit = quit
help-accept = yes, that one
help-back = back
help-erase = erase
help-type = type


## Why an order is cancelled

cancel-title = Cancel { $number }: why? The guest reads it
cancel-other = In other words…
# The guest reads these.
reason-run-out = Something it needs has run out
reason-asked = The guest asked for it
reason-twice = It was ordered twice
reason-machine = The machine needs a pause


## Which order is taken back

recall-title = Take back which one?
recall-now = just now
recall-ago = { $minutes } min ago


## Going to a number

jump-title = Go to number
jump-none = no { $number } here


## Closing the bar

close-title = Close the bar?
close-about = The code goes away, no orders come in.
close-still = { $orders ->
    [0] Nobody waits.
    [one] One order is still to be made.
   *[other] { $orders } orders are still to be made.
}
close-yes = close
close-no = keep it open


## What just happened: one line

# Stands for a number in the texts below.
order-unknown = An order
notice-rush-auto = Rush layout: from { $orders } waiting orders on.
notice-rush-on = Rush layout: always.
notice-rush-off = Rush layout: off.
# A ticket was looked for that the rush does not show.
notice-rush-left = Columns for now, to show { $number }. { $key } leads back to the rush.
notice-station-none = This board has no station of its own: it shows all tickets.
notice-station-all = All tickets show.
notice-station-mine = Only this station's tickets show.
notice-station-unknown = The menu has no drink or category called: { $drinks }. Look at this station's list.
notice-back = The line is back: this is current.
notice-unsent-steps = The line broke before your last step was sent: press it again later.
notice-cancelled-by-guest = { $number } was cancelled by its guest.
notice-cancelled-by-bar = { $number } was cancelled behind the bar.
notice-expired = { $number } has left the queue: it was not made in time.
notice-shop-unanswered = No answer: look whether the bar is open.
notice-shop-waits = That follows once the last change is answered.
notice-shop-under-way = That is on its way already.
notice-recall-gone = { $number } has moved on: it cannot be taken back any more.
notice-pause-over = The pause is over already.
notice-line-gone = That line does not stand any more: Esc, then look again.
notice-nothing-recent = Nothing was ready within the last half hour.
notice-taken-back = { $number } taken back: { $words }
notice-step-unanswered = No answer to “{ $step }” of { $number }: look where it stands.
notice-not-paired = Not sent: this device is not paired any more.
notice-not-sent = Not sent: the line is down. Press it again once it is back.
notice-steps-pending = { $number }: its last steps are still on their way.
notice-moved-on = That one has moved on.
notice-nothing-cancelled = { $number } has moved on; nothing was cancelled.
notice-still-waiting = { $number } is still waiting: make it first.
notice-already-making = { $number } is being made already.
notice-already-ready = { $number } is ready: hand it over, or recall it.
notice-no-ticket = There is no ticket at that place.
notice-not-shown = That ticket does not show: go to it first.
# A key came in the same moment as a change, and means another ticket now.
notice-just-moved = Something has just moved there: look, then press again.
notice-crossed-out = { $number } has ended: nobody needs to make it.
notice-nothing-crossed-out = Nothing is crossed out.
notice-dismissed = { $number } let go. { $count ->
    [0] Nothing else is crossed out.
    [one] One more is crossed out.
   *[other] { $count } more are crossed out.
}


## Several at once

notice-marked-drinks = { $count } marked: the same drink.
notice-marked-base = { $count } marked: all with { $choice }.
notice-unmarked = No ticket is marked now.
notice-none-alike = Nothing like { $number } waits.
# What a key for all marked tickets did not do, such as: Left out: 103 is with Bo, 105 is ready.
notice-left-out = Left out: { $words }.
left-out-waiting = { $number } still waits
left-out-making = { $number } is with { $barista }
left-out-ready = { $number } is ready
left-out-ended = { $number } has ended
left-out-pending = { $number } is still on its way


## Taking the last step back

notice-undone = { $numbers }: taken back.
notice-not-undone = { $numbers }: not taken back, somebody has gone on with it.
notice-partly-undone = { $numbers }: taken back. { $left }: not, somebody has gone on with it.
notice-cancel-stays = { $number }: a cancel stays, its guest has read it.
notice-nothing-to-undo = Nothing to take back: a step can be taken back for { $seconds } seconds.
notice-undo-refused = { $numbers }: that step was refused, there is nothing of it to take back.


## Sold out, and there again

hint-mark = mark
hint-choose = choose
hint-set = set
hint-pause = pause
hint-left = left
hint-right = right
stock-title = Sold out, or there again
stock-out = sold out
# What a drink cannot do without is gone, such as milk.
stock-lacks = sold out: no { $group }
notice-sold-out = { $name }: sold out from now on.
notice-there = { $name }: there again.
notice-mark-refused = { $name } stays as it was: { $words }
notice-mark-unanswered = No answer about { $name }: look whether it is marked.
notice-no-menu = The menu is on its way: once more in a moment.


## A pause

pause-title = Pause for how long?
pause-until = Pausing: opens again in { $minutes } min
pause-open = Open now
pause-minutes = { $minutes } minutes
pause-other = Other minutes…
pause-typing = Pause for how many minutes?
notice-pause-closed = The bar is closed: there is nothing to pause.
notice-between = From { $min } to { $max }.


## A walk-up order

walk-drinks = Walk-up order: which drink?
walk-title = Walk-up order: { $drink }
walk-note = Note
notice-cannot = { $name } is sold out: choose another.
notice-choose = Still to choose: { $group }.
notice-walk-up-sent = The order is on its way.
notice-walk-up = { $number } is in the queue: { $drink }.
notice-walk-up-unanswered = No answer to the order: send it again, it will not be there twice.
# After the reason why it did not come about.
notice-walk-up-kept = { $words } { $key } opens the order again.


## A line to everybody: phones and monitor show it

announce-title = Say what to everybody?
announce-take-down = Take down: “{ $text }”
announce-soon = We are back in a few minutes.
announce-machine = The machine needs a moment. Your order keeps its place.
announce-busy = Many orders just now: it takes a little longer.
announce-last = Last orders in ten minutes.
announce-other = In other words…
announce-writing = In your words: everybody reads it
announce-how-long = For how long?
notice-announced = Everybody reads it for { $minutes } minutes.
notice-announce-unanswered = No answer: look at the monitor whether the line stands.


## The rules of the bar: names of at most 24 cells

rule-title = Rules of the bar
rule-capacity = Orders at once
rule-window-drinks = Drinks a code gives
rule-window = A code shows for
rule-day = Drinks a guest and day
rule-open = Open orders a guest
rule-grace = Old codes count for
rule-submit = Time to choose
rule-unclaimed = Unmade ones go after
rule-ready = On the monitor for
rule-amber = Amber from
rule-red = Red from
rule-orders = { $value }
rule-drinks = { $value }
rule-minutes = { $value } min
rule-seconds = { $value } s
rule-bounds = { $min } to { $max }
rule-reading = To change them takes a manager's device.
notice-managers-rules = To read only: changing rules takes a manager's device.
notice-rules-unanswered = No answer: look whether the rule has changed.
notice-rule-other = “{ $rule }” was changed by somebody else: { $value }.
notice-rule-again = “{ $rule }” was changed at the same time: { $value } stays.


## For managers only

managers-title = For managers
managers-how = Figures and the log take a manager's device. Somebody at the server makes a code for one:
notice-unread = No answer: the figures are as they were.


## Today in figures

figures-title = Today in figures
figures-coming = They are on their way.
figures-head = { $served } served
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = half in { $usual }, 95 % in { $long }
figures-sums = The day
figures-hours = Drinks by the hour
# The signs of the two lines.
figures-waiting = Waiting: { $usual } half, { $long } 95 %
figures-drinks = By drink
sum-served = Served
sum-usual = Half were ready in
sum-long = 95 in 100 were ready in
sum-longest = The longest wait
sum-under-way = Under way
sum-walk-ups = Walk-up orders
sum-by = Made by { $barista }
sum-cancelled-guest = Cancelled by guests
sum-cancelled-bar = Cancelled by the bar
sum-cancelled = Cancelled: { $reason }
sum-not-chosen = Expired: nothing chosen
sum-not-made = Expired: not made in time
away-wrong-code = Not let in: wrong code
away-old-code = Not let in: old code
away-sold-out = Not let in: code used up
away-closed = Not let in: closed
away-paused = Not let in: pause
away-full = Not let in: bar full
away-has-order = Not let in: has an order
away-limit = Not let in: had theirs today
away-drink = Refused: drink sold out
away-other = Refused: something else


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = Who did what
log-coming = It is on its way.
log-guest = A guest
log-device = A device
log-local = Somebody at the server
log-bar = The bar
log-nothing = nothing
log-reserved = { $who } took a place
log-submitted = { $who } ordered { $what }
log-walked-up = { $who } entered { $what }
log-making = { $who } began { $what }
log-unmade = { $who } put back { $what }
log-ready = { $who } made { $what }
log-recalled = { $who } took back { $what }
log-collected = { $who } handed over { $what }
log-aged-out = { $what } left the monitor
log-cancelled = { $who } cancelled { $what }
log-expired = Expired: { $what }
log-opened = { $who } opened the bar
log-closed = { $who } closed the bar
log-paused = { $who } paused the bar
log-resumed = The pause was over
log-window = A new code
log-window-shown = The code shows again
log-window-hidden = The code is hidden
log-window-resized = The code gives another number of drinks
log-rules = { $who } changed the rules
log-stock = { $who } marked; sold out now: { $what }
log-menu = { $who } put up another menu; sold out now: { $what }
log-announced = { $who } said: { $what }
log-taken-down = { $who } took the line down
log-announcement-over = The line came down
log-paired = { $who } is paired
log-pairing = { $who } made a pairing code
log-revoked = { $who } revoked { $what }
log-device-renamed = { $who } renamed a device: { $what }
log-badges = { $who } took over a list of badges
log-signed-in = { $who } signed in
log-signed-out = { $who } signed out
log-renamed = { $who } changed the name
log-forgotten = { $who } was forgotten
# A word of the journal that has no text yet.
log-other = { $who }: { $what }


## Sound: how the board calls somebody who looks elsewhere

sound-title = Sound
sound-mute = be silent
sound-unmute = be heard again
sound-try = try it
sound-bell = bell
sound-flash = flash
sound-both = bell and flash
# In the top line, while nothing calls.
sound-muted = muted
