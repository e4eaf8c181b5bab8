# The guests' pages in Italian.


## The frame around every page

frame-mine = I miei ordini
frame-language = Lingua
frame-change = Cambia
frame-about = Ordina il caffè da { $venue } con il telefono e guarda quando è pronto.
frame-silent = Nessuna notizia dal bar da { $seconds } s. La pagina riprova da sola.
frame-sending = In arrivo al bar.
    .again = Ancora nessuna risposta. La pagina riprova da sola.


## The first page

home-open = Il bar è aperto
    .next = Inquadra il codice sul monitor con la fotocamera.
home-sold-out = Per ora è tutto esaurito
    .next = Quando sul monitor c'è il prossimo codice, inquadralo con la fotocamera.
home-full = Al banco si lavora a pieno ritmo
    .next = A ogni ordine pronto si libera un posto. Allora il monitor mostra di nuovo un codice.
home-paused = Il bar fa una piccola pausa
    .next = Quando si riprende, il monitor mostra di nuovo un codice.
home-closed = Il bar è chiuso
    .next = Quando apre, il monitor mostra un codice. Inquadralo per ordinare.
home-own-reserved = Il tuo posto è riservato. Scegli cosa bere
home-own-waiting = In fila
home-own-making = In preparazione
home-own-ready = Pronto per te


## The three ways to a code

scan-live = Inquadra il codice qui
    .aim = Tieni il codice del monitor nel riquadro.
    .stop = Ferma la fotocamera
scan-photo = Fotografa il codice
    .send = Leggi la foto
    .about = La foto viene letta e non conservata.
    .none = Nella foto non si trova nessun codice. Avvicinati un po', tieni fermo il telefono e scattane un'altra.
scan-typed = Scrivi il codice del monitor
    .hint = 16 lettere e cifre
    .send = Usa questo codice


## Moments that are counted down to

next-code = Prossimo codice alle { $time }.
    .left = Prossimo codice tra { $time }.
    .over = Il prossimo codice ora è sul monitor.
goes-on = Si riprende alle { $time }.
    .left = Si riprende tra { $time }.
    .over = Ora si riprende.
opens = { $day ->
    [today] Apriamo alle { $time }.
    [tomorrow] Apriamo domani alle { $time }.
    [mon] Apriamo lunedì alle { $time }.
    [tue] Apriamo martedì alle { $time }.
    [wed] Apriamo mercoledì alle { $time }.
    [thu] Apriamo giovedì alle { $time }.
    [fri] Apriamo venerdì alle { $time }.
    [sat] Apriamo sabato alle { $time }.
   *[sun] Apriamo domenica alle { $time }.
}
    .over = Apriamo a momenti.
try-again = Riprova alle { $time }.
    .left = Riprova tra { $time }.
    .over = Ora puoi riprovare.
choose-by = Il tuo posto è riservato fino alle { $time }.
    .left = Il tuo posto è riservato ancora per { $time }.
    .over = Il tuo tempo per scegliere è finito.
send-again = Potrai farti mandare un altro codice alle { $time }.
    .left = Potrai farti mandare un altro codice tra { $time }.
    .over = Ora puoi farti mandare un altro codice.
proof-good-until = Vale fino alle { $time }.
    .left = Vale ancora per { $time }.
    .over = Non vale più. Fattene mandare un altro.


## Signing in

name-ask = Come ti chiamiamo?
    .next = Basta il tuo nome. Sui monitor ci sono numeri, mai nomi.
    .field = Il tuo nome
    .refused = Scrivi un nome di { $most } caratteri al massimo, così sappiamo come chiamarti.
name-signed-in = Ordini a nome { $name }
    .nameless = Hai fatto l'accesso
    .next = Preferisci un altro nome?
name-title = Il tuo nome
email-ask = Il tuo indirizzo e-mail
    .next = Ti mandiamo un codice di sei cifre per accedere. Mai nient'altro.
    .field = Indirizzo e-mail
    .refused = A questo indirizzo non riusciamo a scrivere. Ricontrollalo e mandalo di nuovo.
sms-ask = Il tuo numero di cellulare
    .next = Ti mandiamo un codice di sei cifre per accedere. Mai nient'altro.
    .field = Cellulare con prefisso internazionale
    .hint = +351 912 345 678
    .refused = A questo numero non riusciamo a scrivere. Comincia con + e il prefisso del tuo Paese.
badge-ask = Il tuo badge
    .next = Scrivi il codice che c'è sul tuo badge.
    .field = Codice del tuo badge
    .refused = Questo badge non è nella nostra lista. Riscrivi il codice così come sta sul badge.
sign-in-go-on = Avanti
sign-in-send = Mandami un codice
sign-in-out = Esci
sign-in-title = Accedi
proof-ask = Scrivi il codice che ti abbiamo mandato
    .to = È andato a { $address }.
    .field = Sei cifre
    .again = Manda un altro codice
    .other = Usa un altro indirizzo
    .wrong = Non è il codice che ti abbiamo mandato. Riguardalo e scrivilo ancora una volta.
    .used-up = Questo codice non vale più. Fattene mandare un altro.
proof-tries-left = { $tries ->
    [one] Hai ancora un tentativo.
   *[other] Hai ancora { $tries } tentativi.
}
proof-message = { $code } è il tuo codice per { $venue }. Vale cinque minuti.
    .short = { $code } è il tuo codice per { $venue }. Vale cinque minuti.
    .unasked = Se non l'hai chiesto tu, non devi fare nulla.
    .subject = Il tuo codice per { $venue }


## The menu

choose-ask = Cosa ti preparo?
choose-title = Scegli
choose-about = Il menu di { $venue }: scegli cosa bere e ordina.
choose-drinks = Da bere
choose-sold-out = Esaurito
choose-plain = Così com'è
choose-note = Due parole al banco
    .optional = se vuoi
choose-order = Ordina
choose-hold = Tienimi il posto mentre scelgo
choose-give-back = Lascia il posto
choose-usual = Ancora { $drink }?
    .about = Il solito
choose-kept = Il resto della tua scelta è ancora qui.


## An order's life

order-number = Il tuo numero
order-reserved = Cosa ti preparo?
    .next = Il tuo posto è riservato mentre scegli.
order-waiting = In fila
    .next = Questa pagina ti dice quando tocca a te.
order-making = In preparazione
    .next = Lo stiamo preparando, quindi non si può più annullare.
    .by = Lo sta preparando { $barista }, quindi non si può più annullare.
order-ready = Pronto
    .next = Vieni a prenderlo al banco e mostra questo numero.
    .where = Mostra questo numero e prendi il tuo ordine qui:
    .tab = ✓ Il { $number } è pronto
order-collected = Buona pausa
    .next = Il tuo ordine ha lasciato il banco alle { $time }. Con il prossimo codice sul monitor puoi farne un altro.
    .now = Il tuo ordine ha lasciato il banco. Con il prossimo codice sul monitor puoi farne un altro.
order-cancelled = Annullato
    .next = L'hai annullato alle { $time }. Con il codice sul monitor puoi farne un altro.
order-cancelled-bar = Il bar ha dovuto annullare
    .why = Dal banco: { $reason }
    .next = Puoi ordinare di nuovo con il codice sul monitor.
order-expired = Il tempo per scegliere è finito
    .next = Non abbiamo potuto tenerti il posto più a lungo. Inquadra il codice sul monitor per averne uno nuovo.
order-expired-bar = Non ce l'abbiamo fatta in tempo
    .next = È dipeso da noi. Non conta tra le tue consumazioni di oggi, e puoi ordinare di nuovo subito con il codice sul monitor.
order-next-in-line = Il prossimo è il tuo
order-ahead = { $ahead ->
    [one] Un ordine prima del tuo
   *[other] { $ahead } ordini prima del tuo
}
order-ahead-about = Circa { $ahead } ordini prima del tuo
order-estimate = Pronto tra { $minutes } min
    .soon = Pronto a momenti
    .late = Ci vuole un po' più del previsto
order-notify = Avvisami anche a schermo bloccato
order-cancel = Annulla questo ordine
    .sure = Sì, annulla
order-journey = Com'è andata
order-mine = I miei ordini di oggi


## Today's orders

today-title = I miei ordini di oggi
    .heading = Oggi
    .none = Ancora niente. Inquadra il codice sul monitor per ordinare.
today-left = { $drinks ->
    [0] Per oggi hai già avuto tutte le tue consumazioni.
    [one] Oggi puoi ordinare ancora una volta.
   *[other] Oggi puoi ordinare ancora { $drinks } volte.
}
today-no-drink = Nessuna scelta
today-reserved = C'è un posto riservato per te
today-waiting = In fila
today-making = In preparazione
today-ready = Pronto per te
today-collected = Ritirato alle { $time }
today-cancelled = Annullato alle { $time }
today-expired = Tempo finito alle { $time }
today-signed-in = Ordini a nome { $name }.
    .nameless = Hai fatto l'accesso.
    .change = Cambia
today-forget = Dimenticatemi


## An order's journey

journey-title = Il viaggio del numero { $number }
    .nameless = Il viaggio del tuo ordine
journey-about = Dal primo tocco alla tazza: com'è andata da { $venue }.
journey-reserved = Hai preso un posto
journey-submitted = Hai ordinato
journey-making = Abbiamo iniziato a prepararlo
    .by = { $barista } ha iniziato a prepararlo
journey-unmade = È tornato in fila per un momento
journey-ready = Era sul banco
journey-recalled = È stato rifatto
journey-collected = Era tuo
journey-cancelled = È stato annullato
journey-expired = Il tempo era finito
journey-shared = Il viaggio di un ordine
    .reserved = È stato preso un posto
    .submitted = L'ordine è arrivato
    .making = Le mani si sono messe all'opera
    .collected = È stato ritirato
journey-choosing = { $time } per scegliere
journey-queueing = { $time } in fila
journey-brewing = { $time } alla macchina
journey-waiting = { $time } sul banco
journey-whole = Dall'ordine al banco in { $time }.
journey-share = Condividi questo viaggio
    .about = Chi ha il link vede la bevanda e i tempi, e niente di te.
journey-order = Il tuo ordine


## Forget me

forget-title = Dimenticatemi
    .ask = Dimentichiamo tutto di te?
    .what = Il tuo nome, le tue note e come hai fatto l'accesso vengono cancellati, e questo telefono viene scollegato. Quello che si conta, come le consumazioni del giorno, resta, ma senza di te.
    .open = Hai un ordine in corso. Prima vieni a prenderlo, oppure annullalo.
    .yes = Sì, dimenticatemi
    .no = No, ricordatevi di me
forget-done = Ti abbiamo dimenticato
    .next = Il tuo nome, le tue note e come hai fatto l'accesso non ci sono più. Grazie della visita.


## When the bar says no: what happened, and what to do

refused-wrong_code = Questo codice non è dei nostri
    .happened = Forse un carattere è fuori posto.
    .next = Inquadra il codice sul monitor, oppure riscrivilo.
refused-old_code = Questo codice ha fatto il suo tempo
    .happened = Il codice cambia ogni pochi minuti.
    .next = Inquadra quello che ora è sul monitor.
refused-sold_out = Per ora è tutto esaurito
    .happened = Tutti i posti di questo codice sono presi.
    .next = Quando sul monitor c'è il prossimo codice, inquadralo.
refused-shop_closed = Il bar è chiuso
    .happened = Al momento non prendiamo ordini.
    .next = Quando il bar è aperto, il monitor mostra un codice.
refused-shop_paused = Il bar fa una piccola pausa
    .happened = Nel frattempo non prendiamo nuovi ordini.
    .next = Quando si riprende, il monitor mostra di nuovo un codice.
refused-bar_full = Al banco si lavora a pieno ritmo
    .happened = Abbiamo già tutti gli ordini che riusciamo a preparare insieme.
    .next = A ogni ordine pronto si libera un posto. Riprova tra un minuto.
refused-has_open_order = Hai già un ordine
    .happened = Ogni ospite ha un ordine alla volta.
    .next = Quando questo è pronto, puoi farne un altro.
refused-daily_limit = Quello era l'ultimo per oggi
    .happened = Per oggi hai già avuto tutte le tue consumazioni.
    .next = Domani puoi ordinare di nuovo.
refused-unknown_drink = Cosa ti preparo da bere?
    .happened = Non è stato scelto niente che sia nel menu.
    .next = Scegli qui sotto.
refused-unknown_option = Così non vanno insieme
    .happened = Una delle scelte non va con questa bevanda.
    .next = Rivedi la tua scelta e ordina di nuovo.
refused-missing_option = Manca ancora una scelta
    .happened = Per prepararlo ci serve sapere ancora una cosa.
    .next = Scegli qui sotto e ordina di nuovo.
refused-duplicate_option = Una scelta di troppo
    .happened = Una domanda ha due risposte.
    .next = Tieni quella che preferisci e ordina di nuovo.
refused-drink_sold_out = È appena finito
    .happened = Qualcuno ha preso l'ultimo.
    .named = { $what }: non ce n'è più.
    .next = Il tuo posto è riservato: scegli qualcos'altro.
refused-claimed_by_other = Non è più possibile
    .happened = Intanto il tuo ordine è andato avanti.
    .next = Guarda a che punto è adesso.
refused-wrong_state = Non è più possibile
    .happened = Intanto il tuo ordine è andato avanti.
    .next = Guarda a che punto è adesso.
refused-not_signed_in = Prima accedi
    .happened = Questa pagina è di un ospite, e non sappiamo ancora chi sei.
    .next = Poi si apre da sola.
refused-wrong_proof = Non è il codice che ti abbiamo mandato
    .happened = Forse una cifra è fuori posto.
    .next = Riscrivilo, oppure fattene mandare un altro.
refused-old_proof = Questo codice non vale più
    .happened = Valeva per cinque minuti e tre tentativi.
    .next = Fattene mandare un altro.
refused-unknown_badge = Questo badge non è nella nostra lista
    .happened = Forse un carattere è fuori posto.
    .next = Riscrivi il codice così come sta sul tuo badge.
refused-not_allowed = Questo non è per gli ospiti
    .happened = È per chi sta dietro il banco.
    .next = I tuoi ordini sono a un tocco da qui.
refused-not_found = Qui non c'è niente
    .happened = La pagina non c'è più, oppure è di un altro ospite.
    .next = Dalla pagina iniziale trovi tutto.
refused-too_many_tries = Aspettiamo un attimo
    .happened = Ci sono stati molti tentativi in poco tempo.
    .next = Dopo si va avanti come sempre.
refused-invalid_request = Non è arrivato come doveva
    .happened = Qualcosa nel modulo non si leggeva.
    .next = Torna indietro di una pagina e invialo di nuovo.
refused-unavailable = Al momento il bar non può prenderlo
    .happened = Non è stato ordinato niente, e niente è andato perso.
    .next = Riprova tra un momento.
refused-see-order = Vedi il tuo ordine
refused-again = Riprova
refused-orders = I miei ordini
refused-home = Alla pagina iniziale
