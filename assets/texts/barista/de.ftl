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
