# Las páginas de los clientes en español.


## The frame around every page

frame-mine = Mis pedidos
frame-language = Idioma
frame-change = Cambiar
frame-about = Pide tu café en { $venue } desde el teléfono y mira cuándo está listo.
frame-silent = Sin noticias del bar desde hace { $seconds } s. Seguimos intentándolo por ti.
frame-sending = De camino al bar.
    .again = Todavía sin respuesta. Seguimos intentándolo por ti.


## The first page

home-open = El bar está abierto
    .next = Escanea el código del monitor con tu cámara.
home-sold-out = Agotado por ahora
    .next = Cuando haya otro código en el monitor, escanéalo.
home-full = Todas las manos están ocupadas
    .next = Con cada bebida terminada queda un lugar libre. Entonces el monitor vuelve a mostrar un código.
home-paused = El bar hace una pequeña pausa
    .next = Cuando volvamos, habrá otra vez un código en el monitor.
home-closed = El bar está cerrado
    .next = Cuando abra, habrá un código en el monitor. Escanéalo para pedir.
home-own-reserved = Te guardamos el lugar. Elige tu bebida
home-own-waiting = En la cola
home-own-making = En preparación
home-own-ready = Listo para ti


## The three ways to a code

scan-live = Escanear el código aquí
    .aim = Encuadra el código del monitor.
    .stop = Apagar la cámara
scan-photo = Tomar una foto del código
    .send = Leer la foto
    .about = La foto se lee y no se guarda.
    .none = En la foto no se ve ningún código. Acércate un poco, mantén quieto el teléfono y toma otra.
scan-typed = Escribe el código del monitor
    .hint = 16 letras y números
    .send = Usar este código


## Moments that are counted down to

next-code = Próximo código a las { $time }.
    .left = Próximo código en { $time }.
    .over = El próximo código ya está en el monitor.
goes-on = Volvemos a las { $time }.
    .left = Volvemos en { $time }.
    .over = Ya estamos de vuelta.
opens = { $day ->
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
    .over = Abrimos enseguida.
try-again = Inténtalo de nuevo a las { $time }.
    .left = Inténtalo de nuevo en { $time }.
    .over = Ya puedes intentarlo de nuevo.
choose-by = Te guardamos el lugar hasta las { $time }.
    .left = Te guardamos el lugar durante { $time }.
    .over = Se acabó el tiempo para elegir.
send-again = A las { $time } te podemos enviar otro código.
    .left = En { $time } te podemos enviar otro código.
    .over = Ya te podemos enviar otro código.
proof-good-until = Vale hasta las { $time }.
    .left = Vale durante { $time }.
    .over = Ya no vale. Pídenos otro.


## Signing in

name-ask = ¿Cómo te llamamos?
    .next = Basta con tu nombre de pila. En los monitores aparecen números, nunca nombres.
    .field = Tu nombre de pila
    .refused = Escribe un nombre de hasta { $most } caracteres, para que sepamos cómo llamarte.
name-signed-in = Has entrado como { $name }
    .nameless = Ya has entrado
    .next = ¿Quieres que te llamemos de otra manera?
name-title = Tu nombre
email-ask = Tu correo electrónico
    .next = Te enviamos un código de seis cifras para entrar. Nunca enviamos nada más.
    .field = Correo electrónico
    .refused = No podemos escribir a esa dirección. Revísala y envíala de nuevo.
sms-ask = Tu número de móvil
    .next = Te enviamos un código de seis cifras para entrar. Nunca enviamos nada más.
    .field = Móvil con código de país
    .hint = +351 912 345 678
    .refused = No podemos escribir a ese número. Empieza con + y el código de tu país.
badge-ask = Tu acreditación
    .next = Escribe el código que aparece en tu acreditación.
    .field = Código de tu acreditación
    .refused = Esa acreditación no está en nuestra lista. Escribe de nuevo el código tal como aparece.
sign-in-go-on = Continuar
sign-in-send = Recibir un código
sign-in-out = Salir
sign-in-title = Entrar
proof-ask = Escribe el código que te enviamos
    .to = Lo enviamos a { $address }.
    .field = Seis cifras
    .again = Enviar otro código
    .other = Usar otro contacto
    .wrong = Ese no es el código que te enviamos. Míralo bien y escríbelo otra vez.
    .used-up = Ese código ya no vale. Pídenos otro.
proof-tries-left = { $tries ->
    [one] Te queda un intento.
   *[other] Te quedan { $tries } intentos.
}
proof-message = { $code } es tu código para { $venue }. Vale durante cinco minutos.
    .short = { $code } es tu clave para { $venue }. Vale cinco minutos.
    .unasked = Si no lo pediste, no tienes que hacer nada.
    .subject = Tu código para { $venue }


## The menu

choose-ask = ¿Qué te preparamos?
choose-title = Elige
choose-about = La carta de { $venue }: elige una bebida y pídela.
choose-drinks = Bebidas
choose-sold-out = Agotado
choose-plain = Tal cual
choose-note = Unas palabras para tu barista
    .optional = si quieres
choose-order = Pedir
choose-hold = Guardar un lugar mientras elijo
choose-give-back = Ceder mi lugar
choose-usual = ¿Otra vez { $drink }?
    .about = Lo de siempre
choose-kept = El resto de tu elección sigue aquí.


## An order's life

order-number = Tu número
order-reserved = ¿Qué te preparamos?
    .next = Te guardamos el lugar mientras eliges.
order-waiting = En la cola
    .next = Esta página te avisa cuando te toque.
order-making = En preparación
    .next = Tu barista lo está preparando, así que ya no se puede cancelar.
    .by = { $barista } lo está preparando, así que ya no se puede cancelar.
order-ready = Listo
    .next = Recógelo en el mostrador y muestra este número.
    .where = Muestra este número y recógelo aquí:
    .tab = ✓ El { $number } está listo
order-collected = Que lo disfrutes
    .next = Salió del mostrador a las { $time }. Con el próximo código del monitor puedes pedir otro.
    .now = Ya salió del mostrador. Con el próximo código del monitor puedes pedir otro.
order-cancelled = Cancelado
    .next = Lo cancelaste a las { $time }. Con el código del monitor puedes pedir otro.
order-cancelled-bar = El bar tuvo que cancelarlo
    .why = Nos dicen: { $reason }
    .next = Puedes volver a pedir con el código del monitor.
order-expired = Se acabó el tiempo para elegir
    .next = Tu lugar ha pasado a otra persona. Escanea el código del monitor para tener otro.
order-expired-bar = No llegamos a tiempo
    .next = Fue cosa nuestra. No cuenta entre tus bebidas del día, y puedes volver a pedir ahora mismo con el código del monitor.
order-next-in-line = Tu pedido es el siguiente
order-ahead = { $ahead ->
    [one] Un pedido antes que el tuyo
   *[other] { $ahead } pedidos antes que el tuyo
}
order-ahead-about = Unos { $ahead } pedidos antes que el tuyo
order-estimate = Listo en { $minutes } min
    .soon = Listo de un momento a otro
    .late = Tarda un poco más de lo previsto
order-notify = Avísame también con la pantalla bloqueada
order-cancel = Cancelar este pedido
    .sure = Sí, cancelarlo
order-journey = Cómo fue
order-mine = Mis pedidos de hoy


## Today's orders

today-title = Mis pedidos de hoy
    .heading = Hoy
    .none = Todavía nada. Escanea el código del monitor para pedir.
today-left = { $drinks ->
    [0] Ya has pedido todas tus bebidas de hoy.
    [one] Hoy puedes pedir una bebida más.
   *[other] Hoy puedes pedir { $drinks } bebidas más.
}
today-no-drink = Sin elegir
today-reserved = Te guardamos un lugar
today-waiting = En la cola
today-making = En preparación
today-ready = Listo para ti
today-collected = Recogido a las { $time }
today-cancelled = Cancelado a las { $time }
today-expired = Se acabó el tiempo a las { $time }
today-signed-in = Has entrado como { $name }.
    .nameless = Has entrado.
    .change = Cambiar
today-forget = Olvidar mis datos


## An order's journey

journey-title = El recorrido del número { $number }
    .nameless = El recorrido de tu pedido
journey-about = Del primer toque a la taza: así nació una bebida en { $venue }.
journey-reserved = Reservaste un lugar
journey-submitted = Hiciste tu pedido
journey-making = Empezamos tu bebida
    .by = { $barista } empezó tu bebida
journey-unmade = Volvió un momento a la cola
journey-ready = Llegó al mostrador
journey-recalled = Se preparó otra vez
journey-collected = Era toda tuya
journey-cancelled = Se canceló
journey-expired = Se acabó el tiempo
journey-shared = El recorrido de una bebida
    .reserved = Se reservó un lugar
    .submitted = Se hizo el pedido
    .making = Manos a la obra
    .collected = Se recogió
journey-choosing = { $time } para elegir
journey-queueing = { $time } en la cola
journey-brewing = { $time } en la máquina
journey-waiting = { $time } en el mostrador
journey-whole = Del pedido al mostrador en { $time }.
journey-share = Compartir este recorrido
    .about = Quien tenga el enlace ve la bebida y los tiempos, y nada sobre ti.
journey-order = Tu pedido


## Forget me

forget-title = Olvidar mis datos
    .ask = ¿Olvidamos todo sobre ti?
    .what = Se borran tu nombre, tus notas y los datos con los que entraste, y se cierra tu sesión en este teléfono. Lo que solo se cuenta, como las bebidas del día, se queda, pero sin nada tuyo.
    .open = Tienes un pedido en marcha. Primero recógelo o cancélalo.
    .yes = Sí, olvidar mis datos
    .no = No, me quedo
forget-done = Hemos olvidado tus datos
    .next = Tu nombre, tus notas y los datos con los que entraste ya no están. Gracias por venir.


## When the bar says no: what happened, and what to do

refused-wrong_code = Ese código no es de los nuestros
    .happened = Quizá se ha escapado una letra o un número.
    .next = Escanea el código del monitor o escríbelo de nuevo.
refused-old_code = A ese código se le pasó la hora
    .happened = Los códigos cambian cada pocos minutos.
    .next = Escanea el que está ahora en el monitor.
refused-sold_out = Agotado por ahora
    .happened = Ya no quedan bebidas con este código.
    .next = Cuando haya otro código en el monitor, escanéalo.
refused-shop_closed = El bar está cerrado
    .happened = Ahora mismo no se toman pedidos.
    .next = Cuando el bar abra, habrá un código en el monitor.
refused-shop_paused = El bar hace una pequeña pausa
    .happened = Mientras tanto no se toman pedidos nuevos.
    .next = Cuando volvamos, habrá otra vez un código en el monitor.
refused-bar_full = Todas las manos están ocupadas
    .happened = Hay tantas bebidas en marcha como se pueden preparar a la vez.
    .next = Con cada bebida terminada queda un lugar libre. Inténtalo de nuevo en un minuto.
refused-has_open_order = Ya tienes un pedido
    .happened = Es un pedido por persona a la vez.
    .next = Cuando esta bebida esté lista, puedes pedir otra.
refused-daily_limit = Esa fue la última de hoy
    .happened = Ya has pedido todas tus bebidas del día.
    .next = Mañana puedes volver a pedir.
refused-unknown_drink = ¿Qué bebida te preparamos?
    .happened = No se eligió ninguna bebida de la carta.
    .next = Elige una aquí abajo.
refused-unknown_option = Eso no combina
    .happened = Una de las opciones no va con esta bebida.
    .next = Revisa tu elección y vuelve a pedir.
refused-missing_option = Falta elegir una cosa
    .happened = Tu barista necesita saber algo más.
    .next = Elige aquí abajo y vuelve a pedir.
refused-duplicate_option = Hay una opción de más
    .happened = Una pregunta tiene dos respuestas.
    .next = Deja la que prefieras y vuelve a pedir.
refused-drink_sold_out = Se acaba de agotar
    .happened = Otra persona se llevó lo último que quedaba.
    .named = { $what } se acaba de agotar.
    .next = Tu lugar sigue guardado: elige otra cosa.
refused-claimed_by_other = Eso ya no es posible
    .happened = Tu pedido ha avanzado mientras tanto.
    .next = Mira cómo va ahora.
refused-wrong_state = Eso ya no es posible
    .happened = Tu pedido ha avanzado mientras tanto.
    .next = Mira cómo va ahora.
refused-not_signed_in = Primero hay que entrar
    .happened = Esta página es personal, y aún no sabemos quién eres.
    .next = Después se abre sola.
refused-wrong_proof = Ese no es el código que te enviamos
    .happened = Quizá se ha escapado una cifra.
    .next = Escríbelo de nuevo o pídenos otro.
refused-old_proof = Ese código ya no vale
    .happened = Servía durante cinco minutos y tres intentos.
    .next = Pídenos otro.
refused-unknown_badge = Esa acreditación no está en nuestra lista
    .happened = Quizá se ha escapado una letra o un número.
    .next = Escribe de nuevo el código tal como aparece en tu acreditación.
refused-not_allowed = Esto queda detrás del mostrador
    .happened = Es para quienes trabajan en el bar.
    .next = Tus pedidos están a un toque.
refused-not_found = Aquí no hay nada
    .happened = La página ya no está, o es de otra persona.
    .next = Desde el inicio lo encuentras todo.
refused-too_many_tries = Esperemos un poco
    .happened = Se ha intentado muchas veces en poco tiempo.
    .next = Después todo sigue como siempre.
refused-invalid_request = No nos llegó bien
    .happened = Algo del formulario no se pudo leer.
    .next = Vuelve a la página anterior y envíalo de nuevo.
refused-unavailable = El bar no puede atenderlo ahora mismo
    .happened = No se ha pedido nada, y nada se ha perdido.
    .next = Inténtalo de nuevo en un momento.
refused-see-order = Ver mi pedido
refused-again = Intentar de nuevo
refused-orders = Mis pedidos
refused-home = Ir al inicio
