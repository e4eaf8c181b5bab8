# The overhead monitors in Italian.


## The code

code-scan = Inquadra e ordina
code-left = { $left ->
    [one] Ancora 1 bevanda
   *[other] Ancora { $left } bevande
}
code-turns = Nuovo codice tra { $time }
code-address = o apri { $address }
code-wifi = Wi-Fi: { $name }


## The numbers

ready-title = Pronto
ready-none = Il tuo numero appare qui.
ready-spoken = Il numero { $number } è pronto.
preparing-title = In preparazione
preparing-none = Nessuno in attesa.


## Why there is no code

sold-out = Per ora è tutto esaurito
    .next = Prossimo codice tra { $time }
    .why = Stiamo preparando le bevande.
full = Al banco si lavora a pieno ritmo
    .why = Il codice torna appena è pronta una bevanda.
paused = Piccola pausa
    .soon = Torniamo subito.
    .until = { $minutes ->
        [one] Si riprende alle { $time }, tra un minuto.
       *[other] Si riprende alle { $time }, tra { $minutes } minuti.
    }
closed = Chiuso
    .code = Quando il bar apre, il codice appare qui.
    .opens = { $day ->
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
turning = Un attimo
    .next = Il prossimo codice sta arrivando.
connecting = In attesa del bar
    .self = Il monitor parte da solo appena il server è attivo.
line-lost = Per ora nessun codice
    .self = Il monitor ha perso il contatto con il bar. Lo ritrova da solo.
unpaired = Non abbinato
wifi-join = Entra nel Wi-Fi


## Over numbers that may have moved on

stale-now = Nessun contatto. Questi numeri sono di un attimo fa.
stale-minutes = { $minutes ->
    [one] Nessun contatto. Questi numeri sono di un minuto fa.
   *[other] Nessun contatto. Questi numeri sono di { $minutes } minuti fa.
}
stale-hours = { $hours ->
    [one] Nessun contatto. Questi numeri sono di un'ora fa.
   *[other] Nessun contatto. Questi numeri sono di { $hours } ore fa.
}
