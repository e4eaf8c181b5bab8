# The barista's terminal in Italian.


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = In fila
    .empty = Nessuno aspetta.
column-making = In corso
    .empty = Niente in corso.
column-ready = Pronti
    .empty = Il banco è libero.
column-more = { $count ->
    [one] { $count } altro
   *[other] altri { $count }
}
    .crossed-out = { $count ->
        [one] { $count } barrato
       *[other] { $count } barrati
    }


## Tickets

age-new = <1 min
age-minutes = { $minutes } min
age-hours = { $hours } h { $minutes } min
ticket-mine = lo fai tu
ticket-with = lo fa { $barista }
ticket-walk-up = al banco
ticket-note = «{ $note }»
ticket-expires = scade tra { $minutes } min
ticket-taken-back = come prima
ticket-marked = segnato
ticket-same-drink = stessa bevanda
ticket-same-base = anche { $choice }
ticket-cancelled-by-guest = annullato dall'ospite
ticket-cancelled-by-bar = annullato al banco: { $reason }
ticket-cancelled-by-you = annullato da te: { $reason }
ticket-expired = non preparato in tempo


## The top line

shop-opening = apertura…
shop-closing = chiusura…
shop-open = aperto
shop-sold-out = esaurito
shop-full = al completo
shop-paused = pausa
    .minutes = pausa, ancora { $minutes } min
shop-closed = chiuso
drinks-left = ancora { $left } su { $drinks } bevande
    .short = ancora { $left } su { $drinks }
header-sold-out = { $count ->
    [one] { $count } esaurito
   *[other] { $count } esauriti
}
header-turns = nuovo codice tra { $minutes } min
station-all = tutte le postazioni
    .short = tutte
station-share = postazione { $station } di { $stations }
    .short = { $station }/{ $stations }
station-drinks = le mie bevande
    .short = le mie
line-live = in diretta
line-silent = silenzio { $seconds } s
line-down = caduta
line-not-paired = non associato
line-connecting = collegamento


## What all open orders come to, and the rush

totals-title = Da preparare
totals-more = +{ $count } { $count ->
    [one] altro tipo
   *[other] altri tipi
}
elsewhere-more = +{ $count } altrove
rush-now = ADESSO
rush-queue = { $orders } in fila, il primo da { $age }
rush-same = { $same ->
    [one] ancora { $same } uguale
   *[other] ancora { $same } uguali
}
rush-base = ancora { $others } con { $base }
rush-same-and-base = { $same ->
    [one] ancora { $same } uguale
   *[other] ancora { $same } uguali
}, { $others } con { $base }
rush-ready = { $count } pronte


## The band while the line is down

banner-down = LINEA CADUTA
banner-not-paired = NON ASSOCIATO
banner-before = ultimo stato noto
banner-unsent = non si invia niente
banner-again = nuovo tentativo


## Before the first board

connecting-looking = Alla ricerca del bar…
connecting-unreached = Il bar non risponde.
connecting-quit = La ricerca continua. { $key } per uscire.


## The footer: what a key does, in a word or two

step-make = prepara
step-unmake = in fila
step-complete = pronto
step-recall = rifai
step-collect = consegna
step-cancel = annulla
hint-open = apri il bar
hint-close = chiudi il bar
hint-layout = colonne
hint-rush = ora di punta
hint-walk-up-kept = ordine non inviato
hint-whole = nota intera
hint-keys = tasti
hint-quit = esci
hint-yes = sì
hint-no = no
hint-take = scegli questo
hint-send = invia
hint-up = su
hint-down = giù
hint-back = indietro
hint-stay = resta qui
hint-dismiss = togli
hint-marked = { $step }: { $count ->
    [one] { $count } segnato
   *[other] { $count } segnati
}
hint-alike = { $count ->
    [one] { $count } uguale
   *[other] { $count } uguali
}
    .base = { $count } con { $choice }
# The step by its name: the same for one number and for several tickets.
undo-made = disfa: prepara { $what }
undo-unmade = disfa: rimetti in fila { $what }
undo-completed = disfa: pronto { $what }
undo-recalled = disfa: rifai { $what }
undo-collected = disfa: consegna { $what }
undo-short = disfa
undo-several = { $count } comande
leaving-waits = Mancano gli ultimi passi. Premi ancora per uscire subito.


## Names of keys, as they are printed on the keyboard

key-enter = Invio
key-escape = Esc
key-tab = Tab
key-shift = Maiusc-{ $key }
key-control = Ctrl-{ $key }
key-home = Home
key-end = Fine
key-backspace = Backspace
key-page-up = Pag su
key-page-down = Pag giù
key-delete = Canc
key-insert = Ins
key-space = Spazio


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = Tasti
help-left = colonna a sinistra
help-right = colonna a destra
help-up = comanda sopra
help-down = comanda sotto
help-first = comanda più vecchia
help-last = comanda più recente
help-place = prossimo passo del posto
help-next = prossimo passo di questa
help-make = prepara: lo fai tu
help-unmake = in fila: torna in attesa
help-complete = pronto: è sul banco
help-collect = consegna: ce l'ha l'ospite
help-recall = rifai: ancora una volta
help-cancel = annulla, con un motivo
help-shop = apri o chiudi il bar
help-mark = segna: per più di uno
help-batch = segna tutti quelli uguali
help-undo = disfa l'ultimo passo
help-jump = vai a un numero
help-whole = comanda, nota intera
help-dismiss = togli una comanda barrata
help-layout = ora di punta: auto, sì, no
help-station = tutte, o la mia postazione
help-pause = pausa di qualche minuto
help-sold-out = esaurito, o di nuovo qui
help-walk-up = ordine al banco
help-announce = di' qualcosa a tutti
help-settings = regole del bar
help-figures = oggi in cifre
help-log = chi ha fatto cosa
help-sound = suono
help-help = questi tasti
help-quit = esci
help-accept = sì, questo
help-back = indietro
help-erase = cancella
help-type = scrivi


## Why an order is cancelled

cancel-title = Annullare { $number }: perché? L'ospite lo legge
cancel-other = Con altre parole…
reason-run-out = È finito un ingrediente
reason-asked = L'ha chiesto l'ospite
reason-twice = È stato ordinato due volte
reason-machine = La macchina ha bisogno di una pausa


## Which order is taken back

recall-title = Quale rifare?
recall-now = proprio ora
recall-ago = { $minutes } min fa


## Going to a number

jump-title = Vai al numero
jump-none = nessun { $number } qui


## Closing the bar

close-title = Chiudere il bar?
close-about = Il codice sparisce, non arrivano altri ordini.
close-still = { $orders ->
    [0] Nessuno aspetta.
    [one] C'è ancora un ordine da preparare.
   *[other] Ci sono ancora { $orders } ordini da preparare.
}
close-yes = chiudi
close-no = lascia aperto


## What just happened: one line

order-unknown = Un ordine
notice-rush-auto = Vista ora di punta: da { $orders } ordini in fila in su.
notice-rush-on = Vista ora di punta: sempre.
notice-rush-off = Vista ora di punta: mai.
notice-rush-left = Per ora colonne, per vedere { $number }. { $key } riporta all'ora di punta.
notice-station-none = Questo schermo non ha una sua postazione: mostra tutte le comande.
notice-station-all = Si vedono tutte le comande.
notice-station-mine = Si vedono solo le comande di questa postazione.
notice-station-unknown = Nel menu non c'è: { $drinks }. Guarda l'elenco di questa postazione.
notice-back = La linea è tornata: ora è tutto aggiornato.
notice-unsent-steps = La linea è caduta prima del tuo ultimo passo: ripetilo più tardi.
notice-cancelled-by-guest = { $number } è stato annullato dall'ospite.
notice-cancelled-by-bar = { $number } è stato annullato dietro il banco.
notice-expired = { $number } non è più in fila: non è stato preparato in tempo.
notice-shop-unanswered = Nessuna risposta: guarda se il bar è aperto.
notice-shop-waits = Segue appena l'ultima modifica ha risposta.
notice-shop-under-way = È già in corso.
notice-recall-gone = { $number } è già andata avanti: non si può più riprendere.
notice-pause-over = La pausa è già finita.
notice-line-gone = Quel messaggio non c'è più: Esc, poi guarda di nuovo.
notice-nothing-recent = Nell'ultima mezz'ora non è uscito niente.
notice-taken-back = { $number } resta come prima: { $words }
notice-step-unanswered = Nessuna risposta a «{ $step }» per { $number }: guarda a che punto è.
notice-not-paired = Non inviato: questo dispositivo non è più associato.
notice-not-sent = Non inviato: la linea è caduta. Riprova quando torna.
notice-steps-pending = { $number }: gli ultimi passi sono ancora in arrivo.
notice-moved-on = Questo è già andato avanti.
notice-nothing-cancelled = { $number } è già andato avanti; niente è stato annullato.
notice-still-waiting = { $number } è ancora in fila: prima va preparato.
notice-already-making = { $number } è già in preparazione.
notice-already-ready = { $number } è pronto: consegnalo, oppure rifallo.
notice-no-ticket = In quel posto non c'è nessuna comanda.
notice-not-shown = Quella comanda non si vede: prima raggiungila.
notice-just-moved = Lì si è appena mosso qualcosa: guarda, poi premi di nuovo.
notice-crossed-out = { $number } è chiuso: non serve prepararlo.
notice-nothing-crossed-out = Non c'è niente di barrato.
notice-dismissed = { $number } è tolto. { $count ->
    [0] Non c'è altro di barrato.
    [one] Ne resta uno barrato.
   *[other] Ne restano { $count } barrati.
}


## Several at once

notice-marked-drinks = { $count ->
    [one] { $count } segnato
   *[other] { $count } segnati
}: la stessa bevanda.
notice-marked-base = { $count ->
    [one] { $count } segnato
   *[other] { $count } segnati
}: tutto con { $choice }.
notice-unmarked = Ora nessuna comanda è segnata.
notice-none-alike = In fila non c'è niente di uguale a { $number }.
notice-left-out = Lasciati fuori: { $words }.
left-out-waiting = { $number } è ancora in fila
left-out-making = { $number } lo fa { $barista }
left-out-ready = { $number } è pronto
left-out-ended = { $number } è chiuso
left-out-pending = { $number } è ancora in arrivo


## Taking the last step back

notice-undone = { $numbers }: passo disfatto.
notice-not-undone = { $numbers }: non disfatto, qualcuno è già andato avanti.
notice-partly-undone = { $numbers }: passo disfatto. { $left }: no, qualcuno è andato avanti.
notice-cancel-stays = { $number } resta annullato: l'ospite l'ha letto.
notice-nothing-to-undo = Niente da disfare: un passo si può disfare per { $seconds } secondi.
notice-undo-refused = { $numbers }: quel passo è stato rifiutato, non c'è niente da annullare.


## Sold out, and there again

hint-mark = segna
hint-choose = scegli
hint-set = imposta
hint-pause = pausa
hint-left = sinistra
hint-right = destra
stock-title = Esaurito, o di nuovo qui
stock-out = esaurito
# What a drink cannot do without is gone, such as milk.
stock-lacks = esaurito: manca { $group }
notice-sold-out = { $name }: esaurito da adesso.
notice-there = { $name }: c'è di nuovo.
notice-mark-refused = { $name } resta come prima: { $words }
notice-mark-unanswered = Nessuna risposta per { $name }: guarda se è segnato.
notice-no-menu = Il menu è in arrivo: riprova tra un momento.


## A pause

pause-title = Quanto dura la pausa?
pause-until = Pausa: si riapre tra { $minutes } min
pause-open = Apri adesso
pause-minutes = { $minutes } minuti
pause-other = Altra durata…
pause-typing = Quanti minuti di pausa?
notice-pause-closed = Il bar è chiuso: non serve una pausa.
notice-between = Da { $min } a { $max }.


## A walk-up order

walk-drinks = Ordine al banco: che cosa?
walk-title = Al banco: { $drink }
walk-note = Nota
notice-cannot = { $name }: non ce n'è più. Scegli qualcos'altro.
notice-choose = Ancora da scegliere: { $group }.
notice-walk-up-sent = L'ordine è in arrivo.
notice-walk-up = { $number } è in fila: { $drink }.
notice-walk-up-unanswered = Nessuna risposta: rimanda l'ordine, non ci sarà due volte.
notice-walk-up-kept = { $words } { $key } riapre l'ordine.


## A line to everybody: phones and monitor show it

announce-title = Cosa dire a tutti?
announce-take-down = Togli: «{ $text }»
announce-soon = Torniamo tra qualche minuto.
announce-machine = La macchina ha bisogno di un momento. Il tuo ordine mantiene il posto.
announce-busy = Tanti ordini in questo momento: ci vuole un po' di più.
announce-last = Ultimi ordini tra dieci minuti.
announce-other = Con altre parole…
announce-writing = Con parole tue: le leggono tutti
announce-how-long = Per quanto tempo?
notice-announced = Lo leggono tutti per { $minutes } minuti.
notice-announce-unanswered = Nessuna risposta: guarda sul monitor se l'avviso c'è.


## The rules of the bar: names of at most 24 cells

rule-title = Regole del bar
rule-capacity = Ordini insieme
rule-window-drinks = Bevande per codice
rule-window = Un codice si vede per
rule-day = Bevande al dì per ospite
rule-open = In corso per ospite
rule-grace = Il vecchio codice vale
rule-submit = Tempo per scegliere
rule-unclaimed = Scade in fila dopo
rule-ready = Sul monitor per
rule-amber = Giallo da
rule-red = Rosso da
rule-orders = { $value }
rule-drinks = { $value }
rule-minutes = { $value } min
rule-seconds = { $value } s
rule-bounds = da { $min } a { $max }
rule-reading = Per cambiarle serve il dispositivo di un responsabile.
notice-managers-rules = Solo da leggere: le regole si cambiano dal dispositivo di un responsabile.
notice-rules-unanswered = Nessuna risposta: guarda se la regola è cambiata.
notice-rule-other = Qualcun altro ha cambiato «{ $rule }»: { $value }.
notice-rule-again = «{ $rule }» è stato cambiato nello stesso momento: resta { $value }.


## For managers only

managers-title = Per i responsabili
managers-how = Cifre e registro si vedono sul dispositivo di un responsabile. Il codice lo crea chi è al server:
notice-unread = Nessuna risposta: le cifre sono quelle di prima.


## Today in figures

figures-title = Oggi in cifre
figures-coming = Sono in arrivo.
figures-head = { $served ->
    [one] { $served } servito
   *[other] { $served } serviti
}
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = la metà in { $usual }, il 95 % in { $long }
figures-sums = La giornata
figures-hours = Bevande per ora
# The signs of the two lines.
figures-waiting = Attesa: { $usual } metà, { $long } 95 %
figures-drinks = Per bevanda
sum-served = Serviti
sum-usual = La metà pronta in
sum-long = 95 su 100 pronti in
sum-longest = L'attesa più lunga
sum-under-way = In corso
sum-walk-ups = Ordini al banco
sum-by = Preparati da { $barista }
sum-cancelled-guest = Annullati dagli ospiti
sum-cancelled-bar = Annullati dal bar
sum-cancelled = Annullati: { $reason }
sum-not-chosen = Scaduti: nessuna scelta
sum-not-made = Scaduti: non in tempo
away-wrong-code = Non entrati: codice ignoto
away-old-code = Non entrati: codice vecchio
away-sold-out = Non entrati: codice esaurito
away-closed = Non entrati: bar chiuso
away-paused = Non entrati: pausa
away-full = Non entrati: bar pieno
away-has-order = Non entrati: già un ordine
away-limit = Non entrati: basta per oggi
away-drink = Rifiutati: bevanda esaurita
away-other = Rifiutati: altro


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = Chi ha fatto cosa
log-coming = È in arrivo.
log-guest = Un ospite
log-device = Un dispositivo
log-local = Qualcuno al server
log-bar = Il bar
log-nothing = niente
log-reserved = { $who } ha preso un posto
log-submitted = { $who } ha ordinato { $what }
log-walked-up = { $who } ha inserito { $what }
log-making = { $who } ha iniziato { $what }
log-unmade = { $who } ha rimesso in fila { $what }
log-ready = { $who } ha preparato { $what }
log-recalled = { $who } ha ripreso { $what }
log-collected = { $who } ha consegnato { $what }
log-aged-out = { $what } ha lasciato il monitor
log-cancelled = { $who } ha annullato { $what }
log-expired = Scaduto: { $what }
log-opened = { $who } ha aperto il bar
log-closed = { $who } ha chiuso il bar
log-paused = { $who } ha messo in pausa il bar
log-resumed = La pausa era finita
log-window = Un nuovo codice
log-window-shown = Il codice si vede di nuovo
log-window-hidden = Il codice è nascosto
log-window-resized = Il codice dà un altro numero di bevande
log-rules = { $who } ha cambiato le regole
log-stock = { $who } ha segnato; ora esaurito: { $what }
log-menu = { $who } ha messo un altro menù; ora esaurito: { $what }
log-announced = { $who } ha detto: { $what }
log-taken-down = { $who } ha tolto l'avviso
log-announcement-over = L'avviso è finito
log-paired = { $who } è associato
log-pairing = { $who } ha creato un codice di associazione
log-revoked = { $who } ha dissociato un dispositivo: { $what }
log-device-renamed = { $who } ha rinominato un dispositivo: { $what }
log-badges = { $who } ha caricato un elenco di badge
log-signed-in = { $who } ha fatto l'accesso
log-signed-out = { $who } ha chiuso l'accesso
log-renamed = { $who } ha cambiato nome
log-forgotten = { $who } è stato dimenticato
# A word of the journal that has no text yet.
log-other = { $who }: { $what }


## Sound: how the board calls somebody who looks elsewhere

sound-title = Suono
sound-mute = togli il suono
sound-unmute = rimetti il suono
sound-try = prova
sound-bell = campanello
sound-flash = lampo
sound-both = campanello e lampo
# In the top line, while nothing calls.
sound-muted = muto
