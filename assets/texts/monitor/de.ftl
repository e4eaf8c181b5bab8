# The overhead monitors in German.


## The code

code-scan = Scannen und bestellen
code-left = { $left ->
    [one] Noch 1 Getränk
   *[other] Noch { $left } Getränke
}
code-turns = Neuer Code in { $time }
code-address = oder öffne { $address }
code-wifi = WLAN: { $name }


## The numbers

ready-title = Fertig
ready-none = Deine Nummer erscheint hier.
ready-spoken = Nummer { $number } ist fertig.
preparing-title = In Arbeit
preparing-none = Niemand wartet.


## Why there is no code

sold-out = Im Moment ausverkauft
    .next = Neuer Code in { $time }
    .why = Wir bereiten Getränke zu.
full = Alle Hände voll zu tun
    .why = Mit dem nächsten fertigen Getränk ist der Code wieder da.
paused = Kurze Pause
    .soon = Es geht bald weiter.
    .until = { $minutes ->
        [one] Um { $time } geht es weiter, in einer Minute.
       *[other] Um { $time } geht es weiter, in { $minutes } Minuten.
    }
closed = Geschlossen
    .code = Wenn die Bar öffnet, erscheint hier der Code.
    .opens = { $day ->
        [today] Wir öffnen um { $time }.
        [tomorrow] Wir öffnen morgen um { $time }.
        [mon] Wir öffnen am Montag um { $time }.
        [tue] Wir öffnen am Dienstag um { $time }.
        [wed] Wir öffnen am Mittwoch um { $time }.
        [thu] Wir öffnen am Donnerstag um { $time }.
        [fri] Wir öffnen am Freitag um { $time }.
        [sat] Wir öffnen am Samstag um { $time }.
       *[sun] Wir öffnen am Sonntag um { $time }.
    }
turning = Einen Moment
    .next = Der nächste Code ist unterwegs.
connecting = Wartet auf die Bar
    .self = Der Monitor beginnt von selbst, sobald der Server läuft.
line-lost = Gerade kein Code
    .self = Der Monitor hat die Verbindung zur Bar verloren. Er findet sie von selbst wieder.
unpaired = Nicht gekoppelt
wifi-join = Ins WLAN


## Over numbers that may have moved on

stale-now = Keine Verbindung. Das sind die Nummern von eben.
stale-minutes = { $minutes ->
    [one] Keine Verbindung. Die Nummern sind eine Minute alt.
   *[other] Keine Verbindung. Die Nummern sind { $minutes } Minuten alt.
}
stale-hours = { $hours ->
    [one] Keine Verbindung. Die Nummern sind eine Stunde alt.
   *[other] Keine Verbindung. Die Nummern sind { $hours } Stunden alt.
}
