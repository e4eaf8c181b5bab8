# The overhead monitors in Spanish.


## The code

code-scan = Escanea y pide
code-left = { $left ->
    [one] Queda 1 bebida
   *[other] Quedan { $left } bebidas
}
code-turns = Código nuevo en { $time }
code-address = o abre { $address }
code-wifi = Wifi: { $name }


## The numbers

ready-title = Listo
ready-none = Aquí aparecerá tu número.
ready-spoken = El número { $number } está listo.
preparing-title = En preparación
preparing-none = No espera nadie.


## Why there is no code

sold-out = Agotado por ahora
    .next = Próximo código en { $time }
    .why = Estamos preparando bebidas.
full = Todas las manos están ocupadas
    .why = El código vuelve con la próxima bebida terminada.
paused = Una pequeña pausa
    .soon = Volvemos enseguida.
    .until = { $minutes ->
        [one] Volvemos a las { $time }, en un minuto.
       *[other] Volvemos a las { $time }, en { $minutes } minutos.
    }
closed = Cerrado
    .code = Cuando abra el bar, el código aparecerá aquí.
    .opens = { $day ->
        [today] Abrimos a las { $time }.
        [tomorrow] Abrimos mañana a las { $time }.
        [mon] Abrimos el lunes a las { $time }.
        [tue] Abrimos el martes a las { $time }.
        [wed] Abrimos el miércoles a las { $time }.
        [thu] Abrimos el jueves a las { $time }.
        [fri] Abrimos el viernes a las { $time }.
        [sat] Abrimos el sábado a las { $time }.
       *[sun] Abrimos el domingo a las { $time }.
    }
turning = Un momento
    .next = El próximo código está en camino.
connecting = Esperando al bar
    .self = El monitor empieza solo en cuanto arranca el servidor.
line-lost = Ahora no hay código
    .self = El monitor ha perdido la conexión con el bar. Se recupera solo.
unpaired = Sin emparejar
wifi-join = Conéctate al wifi


## Over numbers that may have moved on

stale-now = Sin conexión. Estos números son de hace un momento.
stale-minutes = { $minutes ->
    [one] Sin conexión. Estos números son de hace un minuto.
   *[other] Sin conexión. Estos números son de hace { $minutes } minutos.
}
stale-hours = { $hours ->
    [one] Sin conexión. Estos números son de hace una hora.
   *[other] Sin conexión. Estos números son de hace { $hours } horas.
}
