# The barista's terminal in German.


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = Wartet
    .empty = Niemand wartet.
column-making = Dran
    .empty = Nichts in Arbeit.
column-ready = Fertig
    .empty = Die Theke ist leer.
column-more = { $count } weitere
    .crossed-out = { $count } gestrichen


## Tickets

age-new = <1 min
age-minutes = { $minutes } min
age-hours = { $hours } h { $minutes } min
ticket-mine = bei dir
ticket-with = bei { $barista }
ticket-walk-up = Theke
ticket-note = „{ $note }“
ticket-expires = verfällt in { $minutes } min
ticket-taken-back = zurückgenommen
ticket-marked = gemerkt
ticket-same-drink = gleiches Getränk
ticket-same-base = auch { $choice }
ticket-cancelled-by-guest = vom Gast storniert
ticket-cancelled-by-bar = an der Bar storniert: { $reason }
ticket-cancelled-by-you = von dir storniert: { $reason }
ticket-expired = nicht rechtzeitig gemacht


## The top line

shop-opening = öffnet…
shop-closing = schließt…
shop-open = offen
shop-sold-out = ausverkauft
shop-full = voll
shop-paused = Pause
    .minutes = Pause, noch { $minutes } min
shop-closed = geschlossen
drinks-left = noch { $left } von { $drinks } Getränken
    .short = noch { $left } von { $drinks }
header-sold-out = { $count } ausverkauft
header-turns = neuer Code in { $minutes } min
station-all = alle Stationen
    .short = alle
station-share = Station { $station } von { $stations }
    .short = { $station }/{ $stations }
station-drinks = meine Getränke
    .short = meine
line-live = live
line-silent = still seit { $seconds } s
line-down = getrennt
line-not-paired = nicht gekoppelt
line-connecting = verbindet


## What all open orders come to, and the rush

totals-title = Zu machen
totals-more = +{ $count } { $count ->
    [one] weitere Sorte
   *[other] weitere Sorten
}
elsewhere-more = +{ $count } anderswo
rush-now = JETZT
rush-queue = { $orders } { $orders ->
    [one] wartet
   *[other] warten
}, am längsten { $age }
rush-same = noch { $same } gleiche
rush-base = noch { $others } mit { $base }
rush-same-and-base = noch { $same } gleiche, { $others } mit { $base }
rush-ready = { $count } fertig


## The band while the line is down

banner-down = GETRENNT
banner-not-paired = NICHT GEKOPPELT
banner-before = so stand es zuletzt
banner-unsent = Tasten wirken nicht
banner-again = neuer Versuch läuft


## Before the first board

connecting-looking = Die Bar wird gesucht…
connecting-unreached = Die Bar ist nicht zu erreichen.
connecting-quit = Die Suche geht weiter. { $key } beendet sie.


## The footer: what a key does, in a word or two

step-make = machen
step-unmake = ablegen
step-complete = fertig
step-recall = noch mal
step-collect = übergeben
step-cancel = stornieren
hint-open = Bar auf
hint-close = Bar zu
hint-layout = Spalten
hint-rush = Andrang
hint-walk-up-kept = Bestellung offen
hint-whole = ganze Notiz
hint-keys = Tasten
hint-quit = Ende
hint-yes = ja
hint-no = nein
hint-take = diese nehmen
hint-send = senden
hint-up = hoch
hint-down = runter
hint-back = zurück
hint-stay = hier bleiben
hint-dismiss = entfernen
hint-marked = { $count } gemerkte: { $step }
hint-alike = { $count } gleiche
    .base = { $count } mit { $choice }
undo-made = zurück: { $what } gemacht
undo-unmade = zurück: { $what } abgelegt
undo-completed = zurück: { $what } fertig
undo-recalled = zurück: { $what } noch mal
undo-collected = zurück: { $what } übergeben
undo-short = zurück
undo-several = { $count } Bons
leaving-waits = Die letzten Schritte laufen noch. Noch mal beenden, um sofort zu gehen.


## Names of keys, as they are printed on the keyboard

key-enter = Enter
key-escape = Esc
key-tab = Tab
key-shift = Umschalt-{ $key }
key-control = Strg-{ $key }
key-home = Pos1
key-end = Ende
key-backspace = Rücktaste
key-page-up = Bild auf
key-page-down = Bild ab
key-delete = Entf
key-insert = Einfg
key-space = Leer


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = Tasten
help-left = Spalte links
help-right = Spalte rechts
help-up = Bon darüber
help-down = Bon darunter
help-first = ältester Bon
help-last = neuester Bon
help-place = nächster Schritt am Platz
help-next = nächster Schritt hier
help-make = machen: in Arbeit nehmen
help-unmake = ablegen: in die Schlange
help-complete = fertig: auf die Theke
help-collect = übergeben: Gast hat es
help-recall = noch mal: neu machen
help-cancel = stornieren, mit Grund
help-shop = Bar öffnen oder schließen
help-mark = merken: für mehrere
help-batch = alle gleichen merken
help-undo = letzten Schritt zurück
help-jump = zu einer Nummer
help-whole = Bon mit ganzer Notiz
help-dismiss = Gestrichene entfernen
help-layout = Ansturm: auto, an, aus
help-station = alle oder meine Station
help-pause = einige Minuten Pause
help-sold-out = ausverkauft/wieder da
help-walk-up = Bestellung am Tresen
help-announce = allen etwas sagen
help-settings = Regeln der Bar
help-figures = heute in Zahlen
help-log = wer hat was getan
help-sound = Ton
help-help = diese Tasten
help-quit = beenden
help-accept = ja, genau
help-back = zurück
help-erase = löschen
help-type = tippen


## Why an order is cancelled

cancel-title = { $number } stornieren: warum? Der Gast liest es
cancel-other = In eigenen Worten…
reason-run-out = Eine Zutat ist ausgegangen
reason-asked = Der Gast hat darum gebeten
reason-twice = Es wurde doppelt bestellt
reason-machine = Die Maschine braucht eine Pause


## Which order is taken back

recall-title = Welche noch mal machen?
recall-now = gerade eben
recall-ago = vor { $minutes } min


## Going to a number

jump-title = Zu Nummer
jump-none = keine { $number } hier


## Closing the bar

close-title = Bar schließen?
close-about = Der Code verschwindet, es kommt nichts Neues.
close-still = { $orders ->
    [0] Niemand wartet.
    [one] Eine Bestellung ist noch zu machen.
   *[other] { $orders } Bestellungen sind noch zu machen.
}
close-yes = schließen
close-no = offen lassen


## What just happened: one line

order-unknown = Eine Bestellung
notice-rush-auto = Andrang-Ansicht: ab { $orders } wartenden Bestellungen.
notice-rush-on = Andrang-Ansicht: immer.
notice-rush-off = Andrang-Ansicht: aus.
notice-rush-left = Vorerst Spalten, um { $number } zu zeigen. { $key } führt zurück zum Andrang.
notice-station-none = Dieser Schirm hat keine eigene Station: er zeigt alles.
notice-station-all = Alle Bestellungen sind zu sehen.
notice-station-mine = Nur die Bestellungen dieser Station sind zu sehen.
notice-station-unknown = Die Karte kennt nicht: { $drinks }. Bitte in der Liste dieser Station nachsehen.
notice-back = Die Verbindung ist wieder da: Das hier ist aktuell.
notice-unsent-steps = Verbindung weg, bevor dein letzter Schritt gesendet war: später noch mal.
notice-cancelled-by-guest = { $number } wurde vom Gast storniert.
notice-cancelled-by-bar = { $number } wurde hinter der Bar storniert.
notice-expired = { $number } ist nicht mehr in der Schlange: Es wurde nicht rechtzeitig gemacht.
notice-shop-unanswered = Keine Antwort: Sieh nach, ob die Bar offen ist.
notice-shop-waits = Das folgt, sobald die letzte Änderung beantwortet ist.
notice-shop-under-way = Das ist schon unterwegs.
notice-recall-gone = { $number } ist schon weiter: sie kann nicht mehr zurückgenommen werden.
notice-pause-over = Die Pause ist schon vorbei.
notice-line-gone = Diese Zeile steht nicht mehr: Esc, dann noch einmal schauen.
notice-nothing-recent = In der letzten halben Stunde wurde nichts fertig.
notice-taken-back = { $number } zurückgenommen: { $words }
notice-step-unanswered = Keine Antwort auf „{ $step }“ bei { $number }: Sieh nach, wo es steht.
notice-not-paired = Nicht gesendet: Dieses Gerät ist nicht mehr gekoppelt.
notice-not-sent = Nicht gesendet: keine Verbindung. Drück noch mal, wenn sie wieder da ist.
notice-steps-pending = { $number }: Die letzten Schritte sind noch unterwegs.
notice-moved-on = Diese ist schon weiter.
notice-nothing-cancelled = { $number } ist schon weiter; nichts wurde storniert.
notice-still-waiting = { $number } wartet noch: Erst machen.
notice-already-making = { $number } ist schon in Arbeit.
notice-already-ready = { $number } ist fertig: Übergib es, oder mach es noch mal.
notice-no-ticket = An diesem Platz ist kein Bon.
notice-not-shown = Dieser Bon ist nicht zu sehen: erst zu ihm gehen.
notice-just-moved = Da hat sich eben etwas bewegt: kurz schauen, dann noch einmal drücken.
notice-crossed-out = { $number } ist beendet: Niemand muss es machen.
notice-nothing-crossed-out = Es ist nichts gestrichen.
notice-dismissed = { $number } ist weg. { $count ->
    [0] Sonst ist nichts gestrichen.
    [one] Einer ist noch gestrichen.
   *[other] { $count } sind noch gestrichen.
}


## Several at once

notice-marked-drinks = { $count } gemerkt: das gleiche Getränk.
notice-marked-base = { $count } gemerkt: alle mit { $choice }.
notice-unmarked = Jetzt ist kein Bon gemerkt.
notice-none-alike = Nichts wie { $number } wartet.
notice-left-out = Ausgelassen: { $words }.
left-out-waiting = { $number } wartet noch
left-out-making = { $number } ist bei { $barista }
left-out-ready = { $number } ist fertig
left-out-ended = { $number } ist beendet
left-out-pending = { $number } ist noch unterwegs


## Taking the last step back

notice-undone = { $numbers }: zurückgenommen.
notice-not-undone = { $numbers }: nicht zurückgenommen, jemand hat schon weitergemacht.
notice-partly-undone = { $numbers }: zurückgenommen. { $left }: nicht, jemand hat weitergemacht.
notice-cancel-stays = { $number }: Storniert bleibt storniert, der Gast hat es gelesen.
notice-nothing-to-undo = Nichts zurückzunehmen: Ein Schritt lässt sich { $seconds } Sekunden lang zurücknehmen.
notice-undo-refused = { $numbers }: dieser Schritt wurde abgelehnt, da ist nichts zurückzunehmen.


## Sold out, and there again

hint-mark = markieren
hint-choose = wählen
hint-set = setzen
hint-pause = Pause
hint-left = links
hint-right = rechts
stock-title = Ausverkauft, oder wieder da
stock-out = ausverkauft
# What a drink cannot do without is gone, such as milk.
stock-lacks = ausverkauft: { $group } fehlt
notice-sold-out = { $name }: ab jetzt ausverkauft.
notice-there = { $name }: wieder da.
notice-mark-refused = { $name } bleibt, wie es war: { $words }
notice-mark-unanswered = Keine Antwort zu { $name }: sieh nach, ob es markiert ist.
notice-no-menu = Die Karte ist unterwegs: gleich noch einmal.


## A pause

pause-title = Wie lange Pause?
pause-until = Pause: öffnet wieder in { $minutes } min
pause-open = Jetzt öffnen
pause-minutes = { $minutes } Minuten
pause-other = Andere Minuten…
pause-typing = Wie viele Minuten Pause?
notice-pause-closed = Die Bar ist geschlossen: da gibt es nichts zu pausieren.
notice-between = Von { $min } bis { $max }.


## A walk-up order

walk-drinks = Bestellung am Tresen: was?
walk-title = Am Tresen: { $drink }
walk-note = Notiz
notice-cannot = { $name } ist ausverkauft: wähle etwas anderes.
notice-choose = Noch zu wählen: { $group }.
notice-walk-up-sent = Die Bestellung ist unterwegs.
notice-walk-up = { $number } ist in der Schlange: { $drink }.
notice-walk-up-unanswered = Keine Antwort auf die Bestellung: schick sie noch einmal, doppelt wird sie nicht.
notice-walk-up-kept = { $words } { $key } öffnet die Bestellung wieder.


## A line to everybody: phones and monitor show it

announce-title = Was sollen alle lesen?
announce-take-down = Abnehmen: „{ $text }“
announce-soon = Wir sind in ein paar Minuten zurück.
announce-machine = Die Maschine braucht einen Moment. Deine Bestellung behält ihren Platz.
announce-busy = Gerade viele Bestellungen: es dauert etwas länger.
announce-last = Letzte Bestellungen in zehn Minuten.
announce-other = In anderen Worten…
announce-writing = In deinen Worten: alle lesen es
announce-how-long = Wie lange?
notice-announced = Alle lesen es { $minutes } Minuten lang.
notice-announce-unanswered = Keine Antwort: sieh am Monitor nach, ob die Zeile steht.


## The rules of the bar: names of at most 24 cells

rule-title = Regeln der Bar
rule-capacity = Bestellungen zugleich
rule-window-drinks = Getränke je Code
rule-window = Ein Code steht
rule-day = Getränke je Gast und Tag
rule-open = Offen je Gast
rule-grace = Alte Codes gelten noch
rule-submit = Zeit zum Wählen
rule-unclaimed = Ungemacht weg nach
rule-ready = Auf dem Monitor
rule-amber = Gelb ab
rule-red = Rot ab
rule-orders = { $value }
rule-drinks = { $value }
rule-minutes = { $value } min
rule-seconds = { $value } s
rule-bounds = { $min } bis { $max }
rule-reading = Ändern geht mit dem Gerät einer Leitung.
notice-managers-rules = Nur zum Lesen: Regeln ändert das Gerät einer Leitung.
notice-rules-unanswered = Keine Antwort: sieh nach, ob die Regel anders ist.
notice-rule-other = „{ $rule }“ hat jemand anders geändert: { $value }.
notice-rule-again = „{ $rule }“ wurde gleichzeitig geändert: { $value } bleibt.


## For managers only

managers-title = Für die Leitung
managers-how = Zahlen und Protokoll zeigt das Gerät einer Leitung. Einen Code dafür macht jemand am Server:
notice-unread = Keine Antwort: die Zahlen sind, wie sie waren.


## Today in figures

figures-title = Heute in Zahlen
figures-coming = Sie sind unterwegs.
figures-head = { $served } gemacht
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = die Hälfte in { $usual }, 95 % in { $long }
figures-sums = Der Tag
figures-hours = Getränke je Stunde
# The signs of the two lines.
figures-waiting = Warten: { $usual } Hälfte, { $long } 95 %
figures-drinks = Nach Getränk
sum-served = Gemacht
sum-usual = Die Hälfte war fertig in
sum-long = 95 von 100 in
sum-longest = Am längsten
sum-under-way = Unterwegs
sum-walk-ups = Am Tresen bestellt
sum-by = Von { $barista }
sum-cancelled-guest = Von Gästen abgesagt
sum-cancelled-bar = Von der Bar abgesagt
sum-cancelled = Abgesagt: { $reason }
sum-not-chosen = Verfallen: nichts gewählt
sum-not-made = Verfallen: nicht gemacht
away-wrong-code = Nein: falscher Code
away-old-code = Nein: alter Code
away-sold-out = Nein: Code verbraucht
away-closed = Nein: geschlossen
away-paused = Nein: Pause
away-full = Nein: Bar voll
away-has-order = Nein: hat eine Bestellung
away-limit = Nein: hatte genug für heute
away-drink = Nein: Getränk ausverkauft
away-other = Nein: etwas anderes


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = Wer hat was getan
log-coming = Es ist unterwegs.
log-guest = Ein Gast
log-device = Ein Gerät
log-local = Jemand am Server
log-bar = Die Bar
log-nothing = nichts
log-reserved = { $who } hat einen Platz
log-submitted = { $who } bestellte { $what }
log-walked-up = { $who } nahm auf: { $what }
log-making = { $who } begann { $what }
log-unmade = { $who } legte zurück: { $what }
log-ready = { $who } machte { $what }
log-recalled = { $who } holte zurück: { $what }
log-collected = { $who } gab aus: { $what }
log-aged-out = { $what } ging vom Monitor
log-cancelled = { $who } sagte ab: { $what }
log-expired = Verfallen: { $what }
log-opened = { $who } öffnete die Bar
log-closed = { $who } schloss die Bar
log-paused = { $who } machte Pause
log-resumed = Die Pause war um
log-window = Ein neuer Code
log-window-shown = Der Code steht wieder da
log-window-hidden = Der Code ist verborgen
log-window-resized = Der Code gibt anders viele Getränke
log-rules = { $who } änderte die Regeln
log-stock = { $who } markierte; jetzt ausverkauft: { $what }
log-menu = { $who } stellte eine andere Karte auf; jetzt ausverkauft: { $what }
log-announced = { $who } sagte: { $what }
log-taken-down = { $who } nahm die Zeile ab
log-announcement-over = Die Zeile ging ab
log-paired = { $who } ist gekoppelt
log-pairing = { $who } machte einen Kopplungscode
log-revoked = { $who } hob die Kopplung auf: { $what }
log-device-renamed = { $who } benannte ein Gerät um: { $what }
log-badges = { $who } übernahm eine Badge-Liste
log-signed-in = { $who } meldete sich an
log-signed-out = { $who } meldete sich ab
log-renamed = { $who } änderte den Namen
log-forgotten = { $who } wurde vergessen
# A word of the journal that has no text yet.
log-other = { $who }: { $what }


## Ton: wie das Brett jemanden ruft, der woanders hinschaut

sound-title = Ton
sound-mute = still sein
sound-unmute = wieder zu hören sein
sound-try = ausprobieren
sound-bell = Glocke
sound-flash = Blitz
sound-both = Glocke und Blitz
# In der obersten Zeile, solange nichts ruft.
sound-muted = stumm
