# The barista's terminal in Spanish.


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = En cola
    .empty = Nadie espera.
column-making = En curso
    .empty = Nada entre manos.
column-ready = Listos
    .empty = Mostrador despejado.
column-more = { $count } más
    .crossed-out = { $count } { $count ->
        [one] tachado
       *[other] tachados
    }


## Tickets

age-new = <1 min
age-minutes = { $minutes } min
age-hours = { $hours } h { $minutes } min
ticket-mine = en tus manos
ticket-with = con { $barista }
ticket-walk-up = mostrador
ticket-note = “{ $note }”
ticket-expires = caduca en { $minutes } min
ticket-taken-back = deshecho
ticket-marked = marcado
ticket-same-drink = misma bebida
ticket-same-base = también { $choice }
ticket-cancelled-by-guest = cancelado por el cliente
ticket-cancelled-by-bar = cancelado en el bar: { $reason }
ticket-cancelled-by-you = cancelado por ti: { $reason }
ticket-expired = no llegó a tiempo


## The top line

shop-opening = abriendo…
shop-closing = cerrando…
shop-open = abierto
shop-sold-out = agotado
shop-full = lleno
shop-paused = en pausa
    .minutes = en pausa, aún { $minutes } min
shop-closed = cerrado
drinks-left = { $left ->
    [one] queda
   *[other] quedan
} { $left } de { $drinks } bebidas
    .short = aún { $left } de { $drinks }
header-sold-out = { $count } { $count ->
    [one] agotado
   *[other] agotados
}
header-turns = otro código en { $minutes } min
station-all = todos los puestos
    .short = todos
station-share = puesto { $station } de { $stations }
    .short = { $station }/{ $stations }
station-drinks = mis bebidas
    .short = mías
line-live = en línea
line-silent = { $seconds } s sin señal
line-down = sin red
line-not-paired = sin vincular
line-connecting = conectando


## What all open orders come to, and the rush

totals-title = Por preparar
totals-more = +{ $count } { $count ->
    [one] tipo más
   *[other] tipos más
}
elsewhere-more = +{ $count } aparte
rush-now = AHORA
rush-queue = { $orders } { $orders ->
    [one] espera
   *[other] esperan
}, el más antiguo { $age }
rush-same = { $same } más como este
rush-base = { $others } más con { $base }
rush-same-and-base = { $same } más como este, { $others } con { $base }
rush-ready = { $count } listos


## The band while the line is down

banner-down = SIN CONEXIÓN
banner-not-paired = SIN VINCULAR
banner-before = así estaba todo antes
banner-unsent = nada se envía
banner-again = intentándolo de nuevo


## Before the first board

connecting-looking = Buscando el bar…
connecting-unreached = No hay contacto con el bar.
connecting-quit = Seguimos intentándolo. { $key } para salir.


## The footer: what a key does, in a word or two

step-make = preparar
step-unmake = soltar
step-complete = terminar
step-recall = repetir
step-collect = entregar
step-cancel = cancelar
hint-open = abrir el bar
hint-close = cerrar el bar
hint-layout = columnas
hint-rush = hora punta
hint-walk-up-kept = pedido sin enviar
hint-whole = nota entera
hint-keys = teclas
hint-quit = salir
hint-yes = sí
hint-no = no
hint-take = tomar este
hint-send = enviar
hint-up = subir
hint-down = bajar
hint-back = volver
hint-stay = quedarse aquí
hint-dismiss = quitar
hint-marked = { $step } { $count } { $count ->
    [one] marcado
   *[other] marcados
}
hint-alike = { $count } iguales
    .base = { $count } con { $choice }
undo-made = deshacer: preparar { $what }
undo-unmade = deshacer: soltar { $what }
undo-completed = deshacer: terminar { $what }
undo-recalled = deshacer: repetir { $what }
undo-collected = deshacer: entregar { $what }
undo-short = deshacer
undo-several = { $count } pedidos
leaving-waits = Faltan los últimos pasos. Para salir ya, sal otra vez.


## Names of keys, as they are printed on the keyboard

key-enter = Intro
key-escape = Esc
key-tab = Tab
key-shift = Mayús-{ $key }
key-control = Ctrl-{ $key }
key-home = Inicio
key-end = Fin
key-backspace = Retroceso
key-page-up = Re Pág
key-page-down = Av Pág
key-delete = Supr
key-insert = Insert
key-space = Espacio


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = Teclas
help-left = columna de la izquierda
help-right = columna de la derecha
help-up = pedido de arriba
help-down = pedido de abajo
help-first = pedido más antiguo
help-last = pedido más reciente
help-place = próximo paso de ese lugar
help-next = próximo paso del pedido
help-make = preparar: lo tomas tú
help-unmake = soltar: vuelve a la cola
help-complete = terminar: al mostrador
help-collect = entregar: al cliente
help-recall = repetir: hacerlo otra vez
help-cancel = cancelar, con un motivo
help-shop = abrir o cerrar el bar
help-mark = marcar: varios a la vez
help-batch = marcar todos los iguales
help-undo = deshacer el último paso
help-jump = ir a un número
help-whole = pedido, nota entera
help-dismiss = quitar un tachado
help-layout = hora punta: auto, sí, no
help-station = todos, o solo mi puesto
help-pause = pausa de unos minutos
help-sold-out = agotado, o hay otra vez
help-walk-up = pedido en el mostrador
help-announce = decir algo a todos
help-settings = reglas del bar
help-figures = hoy en cifras
help-log = quién hizo qué
help-sound = sonido
help-help = estas teclas
help-quit = salir
help-accept = sí, ese
help-back = volver
help-erase = borrar
help-type = escribir


## Why an order is cancelled

cancel-title = Cancelar { $number }: ¿por qué? El cliente lo lee
cancel-other = Con otras palabras…
reason-run-out = Se acabó un ingrediente
reason-asked = A petición del cliente
reason-twice = Se pidió dos veces
reason-machine = La máquina necesita una pausa


## Which order is taken back

recall-title = ¿Cuál hay que repetir?
recall-now = ahora mismo
recall-ago = hace { $minutes } min


## Going to a number

jump-title = Ir al número
jump-none = aquí no hay { $number }


## Closing the bar

close-title = ¿Cerrar el bar?
close-about = El código desaparece y no entran más pedidos.
close-still = { $orders ->
    [0] Nadie espera.
    [one] Queda un pedido por preparar.
   *[other] Quedan { $orders } pedidos por preparar.
}
close-yes = cerrar
close-no = dejarlo abierto


## What just happened: one line

order-unknown = Un pedido
notice-rush-auto = Vista de hora punta: desde { $orders } pedidos en cola.
notice-rush-on = Vista de hora punta: siempre.
notice-rush-off = Vista de hora punta: nunca.
notice-rush-left = Columnas por ahora, para ver { $number }. { $key } vuelve a la hora punta.
notice-station-none = Esta pantalla no tiene puesto propio: muestra todos los pedidos.
notice-station-all = Se ven todos los pedidos.
notice-station-mine = Solo se ven los pedidos de este puesto.
notice-station-unknown = En la carta no está: { $drinks }. Revisa la lista de este puesto.
notice-back = Ha vuelto la conexión: esto es lo actual.
notice-unsent-steps = Tu último paso no salió, se cortó la conexión: repítelo más tarde.
notice-cancelled-by-guest = { $number }: cancelado por el cliente.
notice-cancelled-by-bar = { $number }: cancelado en la barra.
notice-expired = { $number }: fuera de la cola, no se preparó a tiempo.
notice-shop-unanswered = Sin respuesta: mira si el bar está abierto.
notice-shop-waits = Eso sigue en cuanto haya respuesta al último cambio.
notice-shop-under-way = Eso ya está en camino.
notice-recall-gone = { $number } ya ha avanzado: no se puede recuperar.
notice-pause-over = La pausa ya ha terminado.
notice-line-gone = Ese mensaje ya no está: Esc y mira otra vez.
notice-nothing-recent = En la última media hora no se terminó nada.
notice-taken-back = { $number }: paso deshecho. { $words }
notice-step-unanswered = Sin respuesta a “{ $step }” ({ $number }): mira cómo va.
notice-not-paired = Sin enviar: este dispositivo ya no está vinculado.
notice-not-sent = Sin enviar: no hay conexión. Cuando vuelva, pulsa otra vez.
notice-steps-pending = { $number }: sus últimos pasos siguen en camino.
notice-moved-on = Ese pedido ya ha avanzado.
notice-nothing-cancelled = { $number }: ya ha avanzado, no se canceló nada.
notice-still-waiting = { $number }: sigue en la cola, prepáralo primero.
notice-already-making = { $number }: ya está en preparación.
notice-already-ready = { $number }: ya está listo, entrégalo o repítelo.
notice-no-ticket = En ese lugar no hay ningún pedido.
notice-not-shown = Ese pedido no se ve: ve primero hasta él.
notice-just-moved = Algo acaba de moverse ahí: mira y pulsa otra vez.
notice-crossed-out = { $number }: está tachado, ya no hay que prepararlo.
notice-nothing-crossed-out = No hay nada tachado.
notice-dismissed = { $number }: quitado. { $count ->
    [0] No queda nada más tachado.
    [one] Queda otro tachado.
   *[other] Quedan otros { $count } tachados.
}


## Several at once

notice-marked-drinks = { $count } { $count ->
    [one] marcado
   *[other] marcados
}: la misma bebida.
notice-marked-base = { $count } { $count ->
    [one] marcado
   *[other] marcados
}: todo con { $choice }.
notice-unmarked = Ya no hay pedidos marcados.
notice-none-alike = En la cola no hay otro como { $number }.
notice-left-out = Sin incluir: { $words }.
left-out-waiting = { $number } sigue en la cola
left-out-making = { $number } lo tiene { $barista }
left-out-ready = { $number } está listo
left-out-ended = { $number } ya no hace falta
left-out-pending = { $number } sigue en camino


## Taking the last step back

notice-undone = { $numbers }: deshecho.
notice-not-undone = { $numbers }: sin deshacer, alguien ya siguió adelante.
notice-partly-undone = { $numbers }: deshecho. { $left }: no, alguien ya siguió adelante.
notice-cancel-stays = { $number }: sigue cancelado, el cliente ya lo ha leído.
notice-nothing-to-undo = Nada que deshacer: un paso se puede deshacer durante { $seconds } segundos.
notice-undo-refused = { $numbers }: ese paso fue rechazado, no hay nada que deshacer.


## Sold out, and there again

hint-mark = marcar
hint-choose = elegir
hint-set = fijar
hint-pause = pausar
hint-left = izquierda
hint-right = derecha
stock-title = Agotado, o hay otra vez
stock-out = agotado
# What a drink cannot do without is gone, such as milk.
stock-lacks = agotado: falta { $group }
notice-sold-out = { $name }: agotado desde ahora.
notice-there = { $name }: hay otra vez.
notice-mark-refused = { $name }: sigue como estaba. { $words }
notice-mark-unanswered = Sin respuesta sobre { $name }: mira si quedó marcado.
notice-no-menu = La carta está en camino: prueba otra vez en un momento.


## A pause

pause-title = ¿Cuánto dura la pausa?
pause-until = En pausa: se abre en { $minutes } min
pause-open = Abrir ya
pause-minutes = { $minutes } minutos
pause-other = Otros minutos…
pause-typing = ¿Cuántos minutos de pausa?
notice-pause-closed = El bar está cerrado: no hay nada que pausar.
notice-between = De { $min } a { $max }.


## A walk-up order

walk-drinks = Pedido en el mostrador: ¿qué bebida?
walk-title = En el mostrador: { $drink }
walk-note = Nota
notice-cannot = { $name }: agotado. Elige otra cosa.
notice-choose = Falta elegir: { $group }.
notice-walk-up-sent = El pedido está en camino.
notice-walk-up = { $number } está en la cola: { $drink }.
notice-walk-up-unanswered = Sin respuesta al pedido: envíalo otra vez, no saldrá doble.
notice-walk-up-kept = { $words } { $key } vuelve a abrir el pedido.


## A line to everybody: phones and monitor show it

announce-title = ¿Qué les decimos a todos?
announce-take-down = Retirar: “{ $text }”
announce-soon = Volvemos en unos minutos.
announce-machine = La máquina necesita un momento. Tu pedido conserva su lugar.
announce-busy = Hay muchos pedidos ahora mismo: tardamos un poco más.
announce-last = Últimos pedidos dentro de diez minutos.
announce-other = Con otras palabras…
announce-writing = Con tus palabras: lo leen todos
announce-how-long = ¿Durante cuánto tiempo?
notice-announced = Lo leen todos durante { $minutes } minutos.
notice-announce-unanswered = Sin respuesta: mira en el monitor si está el aviso.


## The rules of the bar: names of at most 24 cells

rule-title = Reglas del bar
rule-capacity = Pedidos a la vez
rule-window-drinks = Bebidas por código
rule-window = Cada código se muestra
rule-day = Tope diario por cliente
rule-open = Abiertos por cliente
rule-grace = Códigos viejos valen aún
rule-submit = Tiempo para elegir
rule-unclaimed = Sin hacer caducan tras
rule-ready = En el monitor durante
rule-amber = Ámbar desde
rule-red = Rojo desde
rule-orders = { $value }
rule-drinks = { $value }
rule-minutes = { $value } min
rule-seconds = { $value } s
rule-bounds = { $min } a { $max }
rule-reading = Se cambian con un dispositivo de gerencia.
notice-managers-rules = Solo para leer: se cambian con un dispositivo de gerencia.
notice-rules-unanswered = Sin respuesta: mira si la regla ha cambiado.
notice-rule-other = Otra persona ha cambiado «{ $rule }»: { $value }.
notice-rule-again = «{ $rule }» se cambió al mismo tiempo: queda { $value }.


## For managers only

managers-title = Para gerencia
managers-how = Las cifras y el registro se ven con un dispositivo de gerencia. Alguien en el servidor crea un código para él:
notice-unread = Sin respuesta: las cifras siguen como estaban.


## Today in figures

figures-title = Hoy en cifras
figures-coming = Están en camino.
figures-head = servidos: { $served }
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = la mitad en { $usual }, el 95 % en { $long }
figures-sums = El día
figures-hours = Bebidas por hora
# The signs of the two lines.
figures-waiting = Espera: { $usual } la mitad, { $long } el 95 %
figures-drinks = Por bebida
sum-served = Servidos
sum-usual = La mitad, listos en
sum-long = 95 de cada 100, listos en
sum-longest = La espera más larga
sum-under-way = En marcha
sum-walk-ups = Pedidos en el mostrador
sum-by = Preparados por { $barista }
sum-cancelled-guest = Cancelados por clientes
sum-cancelled-bar = Cancelados por el bar
sum-cancelled = Cancelados: { $reason }
sum-not-chosen = Caducados: sin elegir
sum-not-made = Caducados: sin hacer a tiempo
away-wrong-code = No entró: otro código
away-old-code = No entró: código viejo
away-sold-out = No entró: código agotado
away-closed = No entró: cerrado
away-paused = No entró: pausa
away-full = No entró: bar lleno
away-has-order = No entró: ya tiene un pedido
away-limit = No entró: tope del día
away-drink = No se pudo: bebida agotada
away-other = No se pudo: otra cosa


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = Quién hizo qué
log-coming = Está en camino.
log-guest = Un cliente
log-device = Un dispositivo
log-local = Alguien en el servidor
log-bar = El bar
log-nothing = nada
log-reserved = { $who } reservó un lugar
log-submitted = { $who } pidió { $what }
log-walked-up = { $who } anotó { $what }
log-making = { $who } empezó { $what }
log-unmade = { $who } soltó { $what }
log-ready = { $who } terminó { $what }
log-recalled = { $who } repitió { $what }
log-collected = { $who } entregó { $what }
log-aged-out = { $what } salió del monitor
log-cancelled = { $who } canceló { $what }
log-expired = Caducó: { $what }
log-opened = { $who } abrió el bar
log-closed = { $who } cerró el bar
log-paused = { $who } puso el bar en pausa
log-resumed = Terminó la pausa
log-window = Un código nuevo
log-window-shown = El código se ve otra vez
log-window-hidden = El código está oculto
log-window-resized = El código da otro número de bebidas
log-rules = { $who } cambió las reglas
log-stock = { $who } marcó; agotado ahora: { $what }
log-menu = { $who } puso otra carta; agotado ahora: { $what }
log-announced = { $who } dijo: { $what }
log-taken-down = { $who } retiró el aviso
log-announcement-over = Terminó el aviso
log-paired = { $who }: dispositivo vinculado
log-pairing = { $who } creó un código para vincular
log-revoked = { $who } desvinculó un dispositivo: { $what }
log-device-renamed = { $who } cambió el nombre de un dispositivo: { $what }
log-badges = { $who } cargó una lista de acreditaciones
log-signed-in = { $who } entró
log-signed-out = { $who } salió
log-renamed = { $who } cambió el nombre
log-forgotten = { $who }: datos olvidados
# A word of the journal that has no text yet.
log-other = { $who }: { $what }


## Sound: how the board calls somebody who looks elsewhere

sound-title = Sonido
sound-mute = silenciar
sound-unmute = volver a sonar
sound-try = probar
sound-bell = timbre
sound-flash = destello
sound-both = timbre y destello
# In the top line, while nothing calls.
sound-muted = sin sonido
