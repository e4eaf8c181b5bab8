# The overhead monitors in Portuguese.


## The code

code-scan = Aponte a câmara e peça
code-left = { $left ->
    [one] Resta 1 bebida
   *[other] Restam { $left } bebidas
}
code-turns = Novo código daqui a { $time }
code-address = ou abra { $address }
code-wifi = Wi-Fi: { $name }


## The numbers

ready-title = Pronto
ready-none = O seu número aparece aqui.
ready-spoken = O número { $number } está pronto.
preparing-title = Em preparação
preparing-none = Ninguém à espera.


## Why there is no code

sold-out = Esgotado por enquanto
    .next = Próximo código daqui a { $time }
    .why = Estamos a preparar bebidas.
full = Todas as mãos estão ocupadas
    .why = O código volta com a próxima bebida pronta.
paused = Uma pequena pausa
    .soon = Voltamos já.
    .until = { $minutes ->
        [one] Voltamos às { $time }, daqui a um minuto.
       *[other] Voltamos às { $time }, daqui a { $minutes } minutos.
    }
closed = Fechado
    .code = Quando o bar abrir, o código aparece aqui.
    .opens = { $day ->
        [today] Abrimos às { $time }.
        [tomorrow] Abrimos amanhã às { $time }.
        [mon] Abrimos na segunda-feira às { $time }.
        [tue] Abrimos na terça-feira às { $time }.
        [wed] Abrimos na quarta-feira às { $time }.
        [thu] Abrimos na quinta-feira às { $time }.
        [fri] Abrimos na sexta-feira às { $time }.
        [sat] Abrimos no sábado às { $time }.
       *[sun] Abrimos no domingo às { $time }.
    }
turning = Um momento
    .next = O próximo código vem a caminho.
connecting = À espera do bar
    .self = O monitor começa sozinho assim que o servidor arrancar.
line-lost = De momento sem código
    .self = O monitor perdeu a ligação ao bar. Volta sozinho.
unpaired = Não emparelhado
wifi-join = Entrar no Wi-Fi


## Over numbers that may have moved on

stale-now = Sem ligação. Estes números são de há instantes.
stale-minutes = { $minutes ->
    [one] Sem ligação. Estes números têm um minuto.
   *[other] Sem ligação. Estes números têm { $minutes } minutos.
}
stale-hours = { $hours ->
    [one] Sem ligação. Estes números têm uma hora.
   *[other] Sem ligação. Estes números têm { $hours } horas.
}
