# The overhead monitors in English: read in passing, from ten metres.


## The code

code-scan = Scan to order
code-left = { $left ->
    [one] 1 drink left
   *[other] { $left } drinks left
}
code-turns = New code in { $time }
code-address = or open { $address }
code-wifi = Wi-Fi: { $name }


## The numbers

ready-title = Ready
ready-none = Your number shows up here.
ready-spoken = Number { $number } is ready.
preparing-title = Preparing
preparing-none = No one is waiting.


## Why there is no code

sold-out = Sold out for now
    .next = Next code in { $time }
    .why = We are making drinks.
full = All hands are busy
    .why = The code comes back as soon as a drink is done.
paused = A short break
    .soon = We are back soon.
    .until = { $minutes ->
        [one] We are back at { $time }, in a minute.
       *[other] We are back at { $time }, in { $minutes } minutes.
    }
closed = Closed
    .code = The code shows up here when the bar opens.
    .opens = { $day ->
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
turning = One moment
    .next = The next code is on its way.
connecting = Waiting for the bar
    .self = This monitor starts by itself as soon as the server does.
line-lost = No code just now
    .self = The monitor has lost its line to the bar. It comes back by itself.
unpaired = Not paired
wifi-join = Join the Wi-Fi


## Over numbers that may have moved on

stale-now = The line is down. These are the numbers of a moment ago.
stale-minutes = { $minutes ->
    [one] The line is down. These numbers are a minute old.
   *[other] The line is down. These numbers are { $minutes } minutes old.
}
stale-hours = { $hours ->
    [one] The line is down. These numbers are an hour old.
   *[other] The line is down. These numbers are { $hours } hours old.
}
