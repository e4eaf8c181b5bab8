# The guests' pages in English, the language from which the others are translated.
#
# Voice: short, kind, exact. What happened and what to do, in the guest's words. No exclamation
# marks, no blame, nothing technical. Buttons are verbs. Everything is spoken to one person who
# stands at a bar with a phone in one hand.
#
# { $time } is a clock time, such as 14:35, in the text itself, and what is left, such as 2:10, in
# its attribute `.left`. Attributes of the same text follow each other on the page: the text before
# the moment, `.left` while it is counted down to, `.over` once it has come.


## The frame around every page

frame-mine = My orders
frame-language = Language
frame-change = Change
frame-about = Order coffee at { $venue } with your phone, and see when it is ready.
# { $seconds } counts up.
frame-silent = Last heard from the bar { $seconds } s ago. Trying again by itself.
frame-sending = On its way to the bar.
    .again = No answer yet. Trying again by itself.


## The first page

home-open = The bar is open
    .next = Scan the code on the monitor with your camera.
home-sold-out = Sold out for now
    .next = When the next code is on the monitor, scan it with your camera.
home-full = The baristas have their hands full
    .next = With each drink they finish a place comes free. Then the monitor shows a code again.
home-paused = The bar is taking a short pause
    .next = When it goes on, the monitor shows a code again.
home-closed = The bar is closed
    .next = When it opens, the monitor shows a code. Scan it to order.
home-own-reserved = Your place is kept. Choose your drink
home-own-waiting = In the queue
home-own-making = Being made
home-own-ready = Ready for you


## The three ways to a code

scan-live = Scan the code here
    .aim = Hold the code on the monitor in the frame.
    .stop = Stop the camera
scan-photo = Take a picture of the code
    .send = Read the picture
    .about = The picture is read and not kept.
    .none = There was no code to be found in the picture. Step a little closer, hold the phone still and take another.
scan-typed = Type the code from the monitor
    .hint = 16 letters and digits
    .send = Use this code


## Moments that are counted down to

next-code = Next code at { $time }.
    .left = Next code in { $time }.
    .over = The next code is on the monitor now.
goes-on = It goes on at { $time }.
    .left = It goes on in { $time }.
    .over = It goes on now.
# { $day } is today, tomorrow or a weekday.
opens = { $day ->
    [today] We open at { $time }.
    [tomorrow] We open tomorrow at { $time }.
    [mon] We open on Monday at { $time }.
    [tue] We open on Tuesday at { $time }.
    [wed] We open on Wednesday at { $time }.
    [thu] We open on Thursday at { $time }.
    [fri] We open on Friday at { $time }.
    [sat] We open on Saturday at { $time }.
   *[sun] We open on Sunday at { $time }.
}
    .over = Any moment now.
try-again = Try again at { $time }.
    .left = Try again in { $time }.
    .over = You can try again now.
choose-by = Your place is kept until { $time }.
    .left = Your place is kept for { $time }.
    .over = Your time to choose is over.
send-again = You can have another code sent at { $time }.
    .left = You can have another code sent in { $time }.
    .over = You can have another code sent now.
proof-good-until = It is good until { $time }.
    .left = It is good for { $time }.
    .over = Its time is over. Have another one sent.


## Signing in

name-ask = What may we call you?
    .next = Your first name is enough. The screens show numbers, never names.
    .field = Your first name
    .refused = Type a name of up to { $most } characters, so that we know what to call you.
name-signed-in = You are signed in as { $name }
    .nameless = You are signed in
    .next = Do you want to be called differently?
name-title = Your name
email-ask = Your e-mail address
    .next = We send you a code of six digits to sign in with. Nothing else is ever sent.
    .field = E-mail address
    .refused = That address can't be written to. Look it over and send it again.
sms-ask = Your mobile number
    .next = We send you a code of six digits to sign in with. Nothing else is ever sent.
    .field = Mobile number with country code
    .hint = +351 912 345 678
    .refused = That number can't be written to. Begin with + and your country's code.
badge-ask = Your badge
    .next = Type the code that stands on your badge.
    .field = Code on your badge
    .refused = That badge isn't on our list. Type it again as it stands on your badge.
sign-in-go-on = Go on
sign-in-send = Send me a code
sign-in-out = Sign out
sign-in-title = Sign in
proof-ask = Type the code we sent
    .to = It went to { $address }.
    .field = Six digits
    .again = Send another code
    .other = Use another address
    .wrong = That isn't the code we sent. Look again and type it once more.
    .used-up = That code is used up. Have another one sent.
proof-tries-left = { $tries ->
    [one] You have one try left.
   *[other] You have { $tries } tries left.
}
# The message with the code, an e-mail or a short message. The short one costs the venue for each part:
# it stays within one, in letters of GSM 03.38 where the language has them.
proof-message = { $code } is your code for { $venue }. It is good for five minutes.
    .short = { $code } is your code for { $venue }. It is good for five minutes.
    .unasked = If you did not ask for it, there is nothing that you need to do.
    .subject = Your code for { $venue }


## The menu

choose-ask = What may it be?
choose-title = Choose
choose-about = The menu of { $venue }: choose a drink and order it.
choose-drinks = Drinks
choose-sold-out = Sold out
choose-plain = As it comes
choose-note = A word to your barista
    .optional = if you like
choose-order = Order
choose-hold = Keep a place while I choose
choose-give-back = Give it back
# The drink that this phone had last: { $drink } is a drink with its options, such as Flat white, Oat.
choose-usual = { $drink }, again?
    .about = Your usual
# Said after a refusal, when the rest of the choice is still there.
choose-kept = The rest of your choice is still here.


## An order's life

order-number = Your number
order-reserved = What may it be?
    .next = Your place is kept while you choose.
order-waiting = In the queue
    .next = This page tells you when it is your turn.
order-making = Being made
    .next = Your barista is making it, so it can't be cancelled any more.
    .by = { $barista } is making it, so it can't be cancelled any more.
order-ready = Ready
    .next = Fetch it at the counter and show this number.
    .where = Fetch it here and show this number:
    .tab = ✓ { $number } is ready
order-collected = Enjoy it
    .next = It left the counter at { $time }. The next code on the monitor gets you another.
    .now = It has left the counter. The next code on the monitor gets you another.
order-cancelled = Cancelled
    .next = You cancelled it at { $time }. The code on the monitor gets you another.
order-cancelled-bar = The bar had to cancel
    .why = They say: { $reason }
    .next = You can order again with the code on the monitor.
order-expired = Your time to choose ran out
    .next = We couldn't keep your place any longer. Scan the code on the monitor for a new one.
order-expired-bar = We didn't get to it in time
    .next = That was our doing. It doesn't count towards your drinks of the day, and you can order again at once with the code on the monitor.
order-next-in-line = You are next
order-ahead = { $ahead ->
    [one] One ahead of you
   *[other] { $ahead } ahead of you
}
order-ahead-about = About { $ahead } ahead of you
# { $minutes } is a range of minutes such as 4–6, or one number.
order-estimate = Ready in { $minutes } min
    .soon = Ready any moment
    .late = A little longer than we thought
order-notify = Tell me on the locked screen, too
order-cancel = Cancel this order
    .sure = Yes, cancel it
order-journey = How it went
order-mine = My orders today


## Today's orders

today-title = My orders today
    .heading = Today
    .none = Nothing yet. Scan the code on the monitor to order.
today-left = { $drinks ->
    [0] You have had all your drinks of the day.
    [one] You can have one more drink today.
   *[other] You can have { $drinks } more drinks today.
}
today-no-drink = Not chosen
today-reserved = A place is kept for you
today-waiting = In the queue
today-making = Being made
today-ready = Ready for you
today-collected = Collected at { $time }
today-cancelled = Cancelled at { $time }
today-expired = Ran out of time at { $time }
today-signed-in = Signed in as { $name }.
    .nameless = You are signed in.
    .change = Change this
today-forget = Forget me


## An order's journey

journey-title = The journey of number { $number }
    .nameless = The journey of your order
journey-about = From the first tap to the cup: how a drink came about at { $venue }.
journey-reserved = You took a place
journey-submitted = You ordered
journey-making = Your drink was begun
    .by = { $barista } began your drink
journey-unmade = It went back into the queue for a moment
journey-ready = It stood on the counter
journey-recalled = It was made once more
journey-collected = It was yours
journey-cancelled = It was cancelled
journey-expired = Its time was over
# For everybody to read, without anything personal.
journey-shared = The journey of a drink
    .reserved = A place was taken
    .submitted = It was ordered
    .making = Hands went to work
    .collected = It was collected
# What stands between two steps. { $time } is written like 2:10 and is minutes and seconds.
journey-choosing = { $time } to choose
journey-queueing = { $time } in the queue
journey-brewing = { $time } at the machine
journey-waiting = { $time } on the counter
journey-whole = From order to counter in { $time }.
journey-share = Share this journey
    .about = Whoever has the link sees drink and times, and nothing about you.
journey-order = Your order


## Forget me

forget-title = Forget me
    .ask = Forget everything about you?
    .what = Your name, your notes and how you signed in are wiped, and this phone is signed out. What is counted, such as drinks of the day, stays without you.
    .open = You have an order under way. Fetch it first, or cancel it.
    .yes = Yes, forget me
    .no = Keep me
forget-done = We have forgotten you
    .next = Your name, your notes and how you signed in are gone. Thank you for coming.


## When the bar says no: what happened, and what to do

refused-wrong_code = That code isn't one of ours
    .happened = A character may have gone astray.
    .next = Scan the code on the monitor, or type it again.
refused-old_code = That code has had its time
    .happened = Codes change every few minutes.
    .next = Scan the one that is on the monitor now.
refused-sold_out = Sold out for now
    .happened = All drinks of this code are taken.
    .next = When the next code is on the monitor, scan it.
refused-shop_closed = The bar is closed
    .happened = No orders are taken at the moment.
    .next = When the bar is open, the monitor shows a code.
refused-shop_paused = The bar is taking a short pause
    .happened = No new orders are taken meanwhile.
    .next = When it goes on, the monitor shows a code again.
refused-bar_full = The baristas have their hands full
    .happened = As many drinks are on their way as they can make at once.
    .next = With each drink they finish a place comes free. Try again in a minute.
refused-has_open_order = You have an order already
    .happened = Each guest has one order at a time.
    .next = When this drink is ready, you can order another.
refused-daily_limit = That was the last one for today
    .happened = You have had all your drinks of the day.
    .next = Tomorrow you can order again.
refused-unknown_drink = Which drink may it be?
    .happened = No drink was chosen that is on the menu.
    .next = Choose one below.
refused-unknown_option = That doesn't go together
    .happened = One of the choices doesn't belong to this drink.
    .next = Look over your choice and order again.
refused-missing_option = One choice is still open
    .happened = Your barista needs to know one more thing.
    .next = Choose below and order again.
refused-duplicate_option = One choice too many
    .happened = One question has two answers.
    .next = Keep the one that you would like and order again.
# { $what } is a drink or an option, such as Oat.
refused-drink_sold_out = That has just run out
    .happened = Somebody had the last one.
    .named = { $what } has just run out.
    .next = Your place is kept: choose something else.
refused-claimed_by_other = That isn't possible any more
    .happened = Your order has moved on meanwhile.
    .next = See where it stands now.
refused-wrong_state = That isn't possible any more
    .happened = Your order has moved on meanwhile.
    .next = See where it stands now.
refused-not_signed_in = Sign in first
    .happened = This page belongs to a guest, and we don't know yet who you are.
    .next = Then it opens by itself.
refused-wrong_proof = That isn't the code we sent
    .happened = A digit may have gone astray.
    .next = Type it again, or have another one sent.
refused-old_proof = That code is used up
    .happened = It was good for five minutes and three tries.
    .next = Have another one sent.
refused-unknown_badge = That badge isn't on our list
    .happened = A character may have gone astray.
    .next = Type it again as it stands on your badge.
refused-not_allowed = This isn't for guests
    .happened = It belongs to the people behind the counter.
    .next = Your own orders are one tap away.
refused-not_found = There is nothing here
    .happened = The page has gone, or it belongs to another guest.
    .next = From the first page you find everything.
refused-too_many_tries = Let's wait a little
    .happened = That was tried many times in a short while.
    .next = After that it goes on as usual.
refused-invalid_request = That didn't arrive as it should
    .happened = Something in the form couldn't be read.
    .next = Go back one page and send it again.
refused-unavailable = The bar can't take this just now
    .happened = Nothing was ordered, and nothing is lost.
    .next = Try again in a moment.
refused-see-order = See your order
refused-again = Try again
refused-orders = My orders
refused-home = To the first page
