# The guests' pages in German.


## The frame around every page

frame-mine = Meine Bestellungen
frame-language = Sprache
frame-change = Ändern
frame-about = Bestell deinen Kaffee bei { $venue } mit dem Handy und sieh, wann er fertig ist.
frame-silent = Seit { $seconds } s nichts von der Bar gehört. Die Seite versucht es von selbst weiter.
frame-sending = Unterwegs zur Bar.
    .again = Noch keine Antwort. Die Seite versucht es von selbst weiter.


## The first page

home-open = Die Bar ist offen
    .next = Scanne den Code auf dem Monitor mit deiner Kamera.
home-sold-out = Im Moment ausverkauft
    .next = Sobald der nächste Code auf dem Monitor steht, scanne ihn mit deiner Kamera.
home-full = Die Baristas haben alle Hände voll zu tun
    .next = Mit jedem fertigen Getränk wird ein Platz frei. Dann zeigt der Monitor wieder einen Code.
home-paused = Die Bar macht kurz Pause
    .next = Wenn es weitergeht, zeigt der Monitor wieder einen Code.
home-closed = Die Bar ist geschlossen
    .next = Wenn sie öffnet, zeigt der Monitor einen Code. Scanne ihn, um zu bestellen.
home-own-reserved = Dein Platz ist reserviert. Wähl dein Getränk
home-own-waiting = In der Schlange
home-own-making = In Arbeit
home-own-ready = Fertig für dich


## The three ways to a code

scan-live = Code hier scannen
    .aim = Bring den Code auf dem Monitor in den Rahmen.
    .stop = Kamera ausschalten
scan-photo = Code fotografieren
    .send = Foto lesen
    .about = Das Foto wird gelesen und nicht aufgehoben.
    .none = Auf dem Foto war kein Code zu finden. Geh etwas näher heran, halt das Handy ruhig und mach noch eins.
scan-typed = Tipp den Code vom Monitor ab
    .hint = 16 Buchstaben und Ziffern
    .send = Diesen Code nehmen


## Moments that are counted down to

next-code = Nächster Code um { $time } Uhr.
    .left = Nächster Code in { $time }.
    .over = Der nächste Code steht jetzt auf dem Monitor.
goes-on = Weiter geht es um { $time } Uhr.
    .left = Weiter geht es in { $time }.
    .over = Jetzt geht es weiter.
opens = { $day ->
    [today] Wir öffnen um { $time } Uhr.
    [tomorrow] Wir öffnen morgen um { $time } Uhr.
    [mon] Wir öffnen am Montag um { $time } Uhr.
    [tue] Wir öffnen am Dienstag um { $time } Uhr.
    [wed] Wir öffnen am Mittwoch um { $time } Uhr.
    [thu] Wir öffnen am Donnerstag um { $time } Uhr.
    [fri] Wir öffnen am Freitag um { $time } Uhr.
    [sat] Wir öffnen am Samstag um { $time } Uhr.
   *[sun] Wir öffnen am Sonntag um { $time } Uhr.
}
    .over = Gleich geht es los.
try-again = Versuch es um { $time } Uhr noch mal.
    .left = Versuch es in { $time } noch mal.
    .over = Jetzt kannst du es noch mal versuchen.
choose-by = Dein Platz ist bis { $time } Uhr reserviert.
    .left = Dein Platz ist noch { $time } reserviert.
    .over = Deine Zeit zum Wählen ist um.
send-again = Um { $time } Uhr kannst du dir noch einen Code schicken lassen.
    .left = In { $time } kannst du dir noch einen Code schicken lassen.
    .over = Jetzt kannst du dir noch einen Code schicken lassen.
proof-good-until = Er gilt bis { $time } Uhr.
    .left = Er gilt noch { $time }.
    .over = Seine Zeit ist um. Lass dir einen neuen schicken.


## Signing in

name-ask = Wie dürfen wir dich nennen?
    .next = Dein Vorname genügt. Auf den Monitoren stehen Nummern, nie Namen.
    .field = Dein Vorname
    .refused = Gib einen Namen mit höchstens { $most } Zeichen ein, damit wir wissen, wie du heißt.
name-signed-in = Du bist als { $name } angemeldet
    .nameless = Du bist angemeldet
    .next = Möchtest du anders heißen?
name-title = Dein Name
email-ask = Deine E-Mail-Adresse
    .next = Wir schicken dir zum Anmelden einen Code aus sechs Ziffern. Mehr schicken wir dir nie.
    .field = E-Mail-Adresse
    .refused = An diese Adresse können wir nicht schreiben. Schau sie noch mal durch und schick sie noch mal ab.
sms-ask = Deine Handynummer
    .next = Wir schicken dir zum Anmelden einen Code aus sechs Ziffern. Mehr schicken wir dir nie.
    .field = Handynummer mit Landesvorwahl
    .hint = +351 912 345 678
    .refused = An diese Nummer können wir nicht schreiben. Beginn mit + und der Vorwahl deines Landes.
badge-ask = Dein Badge
    .next = Tipp den Code ein, der auf deinem Badge steht.
    .field = Code auf deinem Badge
    .refused = Dein Badge steht nicht auf unserer Liste. Tipp den Code noch mal so ein, wie er auf dem Badge steht.
sign-in-go-on = Weiter
sign-in-send = Code schicken
sign-in-out = Abmelden
sign-in-title = Anmelden
proof-ask = Gib den Code ein, den wir geschickt haben
    .to = Er ging an { $address }.
    .field = Sechs Ziffern
    .again = Noch einen Code schicken
    .other = Andere Adresse nehmen
    .wrong = Das ist nicht der Code, den wir geschickt haben. Schau noch mal hin und gib ihn neu ein.
    .used-up = Dieser Code gilt nicht mehr. Lass dir einen neuen schicken.
proof-tries-left = { $tries ->
    [one] Du hast noch einen Versuch.
   *[other] Du hast noch { $tries } Versuche.
}
proof-message = { $code } ist dein Code für { $venue }. Er gilt fünf Minuten.
    .short = { $code } ist dein Code für { $venue }. Er gilt fünf Minuten.
    .unasked = Wenn du ihn nicht angefordert hast, musst du nichts tun.
    .subject = Dein Code für { $venue }


## The menu

choose-ask = Was darf's sein?
choose-title = Wählen
choose-about = Die Karte von { $venue }: Getränk wählen und bestellen.
choose-drinks = Getränke
choose-sold-out = Ausverkauft
choose-plain = Einfach so
choose-note = Ein Wort an die Bar
    .optional = wenn du magst
choose-order = Bestellen
choose-hold = Platz reservieren, während ich wähle
choose-give-back = Platz zurückgeben
choose-usual = Noch mal { $drink }?
    .about = Wie immer
choose-kept = Was du sonst gewählt hast, ist noch da.


## An order's life

order-number = Deine Nummer
order-reserved = Was darf's sein?
    .next = Dein Platz bleibt reserviert, während du wählst.
order-waiting = In der Schlange
    .next = Diese Seite sagt dir, wann du dran bist.
order-making = In Arbeit
    .next = Dein Getränk wird gerade gemacht, stornieren geht jetzt nicht mehr.
    .by = { $barista } macht gerade dein Getränk, stornieren geht jetzt nicht mehr.
order-ready = Fertig
    .next = Hol es an der Theke ab und zeig diese Nummer.
    .where = Zeig diese Nummer und hol es hier ab:
    .tab = ✓ { $number } ist fertig
order-collected = Lass es dir schmecken
    .next = Um { $time } Uhr ging es von der Theke. Mit dem nächsten Code auf dem Monitor bekommst du noch eins.
    .now = Es ist von der Theke. Mit dem nächsten Code auf dem Monitor bekommst du noch eins.
order-cancelled = Storniert
    .next = Du hast um { $time } Uhr storniert. Mit dem Code auf dem Monitor kannst du neu bestellen.
order-cancelled-bar = Die Bar musste stornieren
    .why = Sie sagt dazu: { $reason }
    .next = Mit dem Code auf dem Monitor kannst du neu bestellen.
order-expired = Die Zeit zum Wählen ist um
    .next = Wir konnten deinen Platz nicht länger freihalten. Für einen neuen scanne den Code auf dem Monitor.
order-expired-bar = Wir haben es nicht rechtzeitig geschafft
    .next = Das lag an uns. Es zählt nicht zu deinen Getränken für heute, und mit dem Code auf dem Monitor kannst du gleich neu bestellen.
order-next-in-line = Du bist als Nächstes dran
order-ahead = { $ahead ->
    [one] Noch eine Bestellung vor dir
   *[other] Noch { $ahead } Bestellungen vor dir
}
order-ahead-about = Noch etwa { $ahead } Bestellungen vor dir
order-estimate = Fertig in { $minutes } Min.
    .soon = Jeden Moment fertig
    .late = Dauert etwas länger als gedacht
order-notify = Sag's mir auch auf dem Sperrbildschirm
order-cancel = Bestellung stornieren
    .sure = Ja, stornieren
order-journey = Wie es lief
order-mine = Meine Bestellungen heute


## Today's orders

today-title = Meine Bestellungen heute
    .heading = Heute
    .none = Noch nichts. Scanne den Code auf dem Monitor, um zu bestellen.
today-left = { $drinks ->
    [0] Du hattest heute schon alle deine Getränke.
    [one] Du kannst heute noch ein Getränk bestellen.
   *[other] Du kannst heute noch { $drinks } Getränke bestellen.
}
today-no-drink = Nichts gewählt
today-reserved = Ein Platz ist für dich reserviert
today-waiting = In der Schlange
today-making = In Arbeit
today-ready = Fertig für dich
today-collected = Abgeholt um { $time } Uhr
today-cancelled = Storniert um { $time } Uhr
today-expired = Zeit abgelaufen um { $time } Uhr
today-signed-in = Angemeldet als { $name }.
    .nameless = Du bist angemeldet.
    .change = Ändern
today-forget = Vergesst mich


## An order's journey

journey-title = Der Weg der Nummer { $number }
    .nameless = Der Weg deiner Bestellung
journey-about = Vom ersten Antippen bis zur Tasse: wie bei { $venue } ein Getränk entstand.
journey-reserved = Du hast dir einen Platz geholt
journey-submitted = Du hast bestellt
journey-making = Wir haben dein Getränk angefangen
    .by = { $barista } hat dein Getränk angefangen
journey-unmade = Es ging noch mal kurz zurück in die Schlange
journey-ready = Es stand auf der Theke
journey-recalled = Es wurde noch einmal gemacht
journey-collected = Es war deins
journey-cancelled = Die Bestellung wurde storniert
journey-expired = Die Zeit war um
journey-shared = Der Weg eines Getränks
    .reserved = Ein Platz wurde reserviert
    .submitted = Es wurde bestellt
    .making = Hände gingen ans Werk
    .collected = Es wurde abgeholt
journey-choosing = { $time } zum Wählen
journey-queueing = { $time } in der Schlange
journey-brewing = { $time } an der Maschine
journey-waiting = { $time } auf der Theke
journey-whole = Von der Bestellung bis auf die Theke in { $time }.
journey-share = Diesen Weg teilen
    .about = Wer den Link hat, sieht Getränk und Zeiten und nichts über dich.
journey-order = Deine Bestellung


## Forget me

forget-title = Vergesst mich
    .ask = Sollen wir alles über dich vergessen?
    .what = Dein Name, deine Worte an die Bar und womit du dich angemeldet hast, werden gelöscht, und dieses Handy wird abgemeldet. Was gezählt wird, etwa die Getränke des Tages, bleibt, aber ohne dich.
    .open = Du hast noch eine Bestellung laufen. Hol sie zuerst ab oder storniere sie.
    .yes = Ja, vergesst mich
    .no = Nein, behaltet mich
forget-done = Wir haben dich vergessen
    .next = Dein Name, deine Worte an die Bar und womit du dich angemeldet hast, sind weg. Danke, dass du da warst.


## When the bar says no: what happened, and what to do

refused-wrong_code = Das ist keiner von unseren Codes
    .happened = Vielleicht ist ein Zeichen verrutscht.
    .next = Scanne den Code auf dem Monitor oder tipp ihn noch mal ein.
refused-old_code = Die Zeit dieses Codes ist um
    .happened = Der Code wechselt alle paar Minuten.
    .next = Scanne den, der jetzt auf dem Monitor steht.
refused-sold_out = Im Moment ausverkauft
    .happened = Alle Getränke dieses Codes sind vergeben.
    .next = Sobald der nächste Code auf dem Monitor steht, scanne ihn.
refused-shop_closed = Die Bar ist geschlossen
    .happened = Zurzeit werden keine Bestellungen angenommen.
    .next = Wenn die Bar offen ist, zeigt der Monitor einen Code.
refused-shop_paused = Die Bar macht kurz Pause
    .happened = Solange werden keine neuen Bestellungen angenommen.
    .next = Wenn es weitergeht, zeigt der Monitor wieder einen Code.
refused-bar_full = Die Baristas haben alle Hände voll zu tun
    .happened = Es sind schon so viele Getränke unterwegs, wie auf einmal zu schaffen sind.
    .next = Mit jedem fertigen Getränk wird ein Platz frei. Versuch es in einer Minute noch mal.
refused-has_open_order = Du hast schon eine Bestellung
    .happened = Pro Person geht eine auf einmal.
    .next = Sobald dieses Getränk fertig ist, kannst du das nächste bestellen.
refused-daily_limit = Das war's für heute
    .happened = Du hattest heute schon alle deine Getränke.
    .next = Morgen kannst du wieder bestellen.
refused-unknown_drink = Welches Getränk darf's sein?
    .happened = Es war keins gewählt, das auf der Karte steht.
    .next = Wähl unten eins aus.
refused-unknown_option = Das passt nicht zusammen
    .happened = Etwas in deiner Auswahl gehört nicht zu diesem Getränk.
    .next = Schau sie noch mal durch und bestell dann.
refused-missing_option = Eine Wahl ist noch offen
    .happened = Eins müssen wir für dein Getränk noch wissen.
    .next = Wähl unten und bestell dann.
refused-duplicate_option = Eine Wahl zu viel
    .happened = Auf eine Frage gibt es zwei Antworten.
    .next = Behalt die, die du möchtest, und bestell dann.
refused-drink_sold_out = Das ist gerade ausgegangen
    .happened = Jemand war einen Moment schneller.
    .named = { $what } ist gerade ausgegangen.
    .next = Dein Platz bleibt reserviert: Wähl etwas anderes.
refused-claimed_by_other = Das geht jetzt nicht mehr
    .happened = Deine Bestellung ist inzwischen weiter.
    .next = Schau, wo sie jetzt steht.
refused-wrong_state = Das geht jetzt nicht mehr
    .happened = Deine Bestellung ist inzwischen weiter.
    .next = Schau, wo sie jetzt steht.
refused-not_signed_in = Melde dich zuerst an
    .happened = Diese Seite gehört einem Gast, und wir wissen noch nicht, wer du bist.
    .next = Danach öffnet sie sich von selbst.
refused-wrong_proof = Das ist nicht der Code, den wir geschickt haben
    .happened = Vielleicht ist eine Ziffer verrutscht.
    .next = Gib ihn noch mal ein oder lass dir einen neuen schicken.
refused-old_proof = Dieser Code gilt nicht mehr
    .happened = Er galt fünf Minuten lang und für drei Versuche.
    .next = Lass dir einen neuen schicken.
refused-unknown_badge = Dein Badge steht nicht auf unserer Liste
    .happened = Vielleicht ist ein Zeichen verrutscht.
    .next = Tipp den Code noch mal so ein, wie er auf deinem Badge steht.
refused-not_allowed = Das ist nicht für Gäste
    .happened = Es gehört den Leuten hinter der Theke.
    .next = Zu deinen eigenen Bestellungen ist es nur ein Fingertipp.
refused-not_found = Hier ist nichts
    .happened = Die Seite gibt es nicht mehr, oder sie gehört einem anderen Gast.
    .next = Von der Startseite aus findest du alles.
refused-too_many_tries = Warten wir einen Moment
    .happened = Das wurde in kurzer Zeit oft versucht.
    .next = Danach geht es weiter wie gewohnt.
refused-invalid_request = Das kam nicht ganz an
    .happened = Etwas im Formular war nicht zu lesen.
    .next = Geh eine Seite zurück und schick es noch mal ab.
refused-unavailable = Die Bar kann das gerade nicht annehmen
    .happened = Es wurde nichts bestellt, und nichts ist verloren.
    .next = Versuch es gleich noch mal.
refused-see-order = Zur Bestellung
refused-again = Noch mal versuchen
refused-orders = Meine Bestellungen
refused-home = Zur Startseite
