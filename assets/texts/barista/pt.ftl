# The barista's terminal in Portuguese.


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = Na fila
    .empty = Ninguém espera.
column-making = Em curso
    .empty = Nada em mãos.
column-ready = Prontos
    .empty = O balcão está livre.
column-more = mais { $count }
    .crossed-out = { $count } { $count ->
        [one] riscado
       *[other] riscados
    }


## Tickets

age-new = <1 min
age-minutes = { $minutes } min
age-hours = { $hours } h { $minutes } min
ticket-mine = nas suas mãos
ticket-with = com { $barista }
ticket-walk-up = balcão
ticket-note = “{ $note }”
ticket-expires = expira em { $minutes } min
ticket-taken-back = desfeito
ticket-marked = marcado
ticket-same-drink = mesma bebida
ticket-same-base = também { $choice }
ticket-cancelled-by-guest = cancelado pelo cliente
ticket-cancelled-by-bar = cancelado no bar: { $reason }
ticket-cancelled-by-you = cancelado por si: { $reason }
ticket-expired = não feito a tempo


## The top line

shop-opening = a abrir…
shop-closing = a fechar…
shop-open = aberto
shop-sold-out = esgotado
shop-full = cheio
shop-paused = em pausa
    .minutes = em pausa, mais { $minutes } min
shop-closed = fechado
drinks-left = { $left ->
    [one] resta
   *[other] restam
} { $left } de { $drinks } bebidas
    .short = há { $left } de { $drinks }
header-sold-out = { $count } { $count ->
    [one] esgotado
   *[other] esgotados
}
header-turns = outro código em { $minutes } min
station-all = todos os postos
    .short = todos
station-share = posto { $station } de { $stations }
    .short = { $station }/{ $stations }
station-drinks = as minhas bebidas
    .short = minhas
line-live = em linha
line-silent = { $seconds } s sem sinal
line-down = sem rede
line-not-paired = não emparelhado
line-connecting = a ligar


## What all open orders come to, and the rush

totals-title = A preparar
totals-more = +{ $count } { $count ->
    [one] outro tipo
   *[other] outros tipos
}
elsewhere-more = +{ $count } à parte
rush-now = AGORA
rush-queue = { $orders } { $orders ->
    [one] espera
   *[other] esperam
}, o mais antigo { $age }
rush-same = mais { $same } como este
rush-base = mais { $others } com { $base }
rush-same-and-base = mais { $same } como este, { $others } com { $base }
rush-ready = { $count } prontos


## The band while the line is down

banner-down = SEM LIGAÇÃO
banner-not-paired = NÃO EMPARELHADO
banner-before = era assim que tudo estava
banner-unsent = nada é enviado
banner-again = a tentar de novo


## Before the first board

connecting-looking = À procura do bar…
connecting-unreached = Não há contacto com o bar.
connecting-quit = Continuamos a tentar. { $key } para sair.


## The footer: what a key does, in a word or two

step-make = preparar
step-unmake = soltar
step-complete = terminar
step-recall = repetir
step-collect = entregar
step-cancel = cancelar
hint-open = abrir o bar
hint-close = fechar o bar
hint-layout = colunas
hint-rush = hora de ponta
hint-walk-up-kept = pedido por enviar
hint-whole = nota inteira
hint-keys = teclas
hint-quit = sair
hint-yes = sim
hint-no = não
hint-take = escolher este
hint-send = enviar
hint-up = subir
hint-down = descer
hint-back = voltar
hint-stay = ficar aqui
hint-dismiss = tirar
hint-marked = { $step } { $count } { $count ->
    [one] marcado
   *[other] marcados
}
hint-alike = { $count } iguais
    .base = { $count } com { $choice }
undo-made = desfazer: preparar { $what }
undo-unmade = desfazer: soltar { $what }
undo-completed = desfazer: terminar { $what }
undo-recalled = desfazer: repetir { $what }
undo-collected = desfazer: entregar { $what }
undo-short = desfazer
undo-several = { $count } pedidos
leaving-waits = Faltam os últimos passos. Para sair já, saia outra vez.


## Names of keys, as they are printed on the keyboard

key-enter = Enter
key-escape = Esc
key-tab = Tab
key-shift = Shift-{ $key }
key-control = Ctrl-{ $key }
key-home = Home
key-end = End
key-backspace = Backspace
key-page-up = Page Up
key-page-down = Page Down
key-delete = Del
key-insert = Ins
key-space = Espaço


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = Teclas
help-left = coluna da esquerda
help-right = coluna da direita
help-up = pedido de cima
help-down = pedido de baixo
help-first = pedido mais antigo
help-last = pedido mais recente
help-place = próximo passo desse lugar
help-next = próximo passo deste pedido
help-make = preparar: começar agora
help-unmake = soltar: volta à fila
help-complete = terminar: já no balcão
help-collect = entregar: ao cliente
help-recall = repetir: fazer outra vez
help-cancel = cancelar, com um motivo
help-shop = abrir ou fechar o bar
help-mark = marcar: vários de uma vez
help-batch = marcar todos os iguais
help-undo = desfazer o último passo
help-jump = ir para um número
help-whole = pedido, nota inteira
help-dismiss = tirar um riscado
help-layout = pico: auto, sempre, nunca
help-station = todos, ou só o meu posto
help-pause = pausa de alguns minutos
help-sold-out = esgotado, ou já há de novo
help-walk-up = pedido no balcão
help-announce = dizer algo a todos
help-settings = regras do bar
help-figures = hoje em números
help-log = quem fez o quê
help-sound = som
help-help = estas teclas
help-quit = sair
help-accept = sim, esse
help-back = voltar
help-erase = apagar
help-type = escrever


## Why an order is cancelled

cancel-title = Cancelar { $number }: porquê? O cliente lê
cancel-other = Por outras palavras…
reason-run-out = Acabou um dos ingredientes
reason-asked = A pedido do cliente
reason-twice = Foi pedido duas vezes
reason-machine = A máquina precisa de uma pausa


## Which order is taken back

recall-title = Qual é para repetir?
recall-now = agora mesmo
recall-ago = há { $minutes } min


## Going to a number

jump-title = Ir para o número
jump-none = aqui não há { $number }


## Closing the bar

close-title = Fechar o bar?
close-about = O código desaparece e não entram mais pedidos.
close-still = { $orders ->
    [0] Ninguém espera.
    [one] Falta preparar um pedido.
   *[other] Falta preparar { $orders } pedidos.
}
close-yes = fechar
close-no = deixar aberto


## What just happened: one line

order-unknown = Um pedido
notice-rush-auto = Vista de pico: a partir de { $orders } pedidos na fila.
notice-rush-on = Vista de pico: sempre.
notice-rush-off = Vista de pico: nunca.
notice-rush-left = Colunas por agora, para ver { $number }. { $key } volta à hora de ponta.
notice-station-none = Este painel não tem posto próprio: mostra todos os pedidos.
notice-station-all = Veem-se todos os pedidos.
notice-station-mine = Só se veem os pedidos deste posto.
notice-station-unknown = Não está na carta: { $drinks }. Reveja a lista deste posto.
notice-back = A ligação voltou: isto é o mais recente.
notice-unsent-steps = O último passo não seguiu, a ligação caiu: repita-o mais tarde.
notice-cancelled-by-guest = { $number }: cancelado pelo cliente.
notice-cancelled-by-bar = { $number }: cancelado atrás do balcão.
notice-expired = { $number }: saiu da fila, não foi feito a tempo.
notice-shop-unanswered = Sem resposta: veja se o bar está aberto.
notice-shop-waits = Isso segue assim que a última alteração tiver resposta.
notice-shop-under-way = Isso já está a caminho.
notice-recall-gone = { $number } já avançou: já não pode ser retomado.
notice-pause-over = A pausa já acabou.
notice-line-gone = Essa mensagem já não está lá: Esc e olhe outra vez.
notice-nothing-recent = Na última meia hora nada ficou pronto.
notice-taken-back = { $number }: passo desfeito. { $words }
notice-step-unanswered = Sem resposta a “{ $step }” ({ $number }): veja como está.
notice-not-paired = Não enviado: este dispositivo já não está emparelhado.
notice-not-sent = Não enviado: sem ligação. Quando voltar, carregue outra vez.
notice-steps-pending = { $number }: os últimos passos ainda estão a caminho.
notice-moved-on = Esse pedido já avançou.
notice-nothing-cancelled = { $number }: já avançou, nada foi cancelado.
notice-still-waiting = { $number }: ainda na fila, é preciso prepará-lo primeiro.
notice-already-making = { $number }: já está em preparação.
notice-already-ready = { $number }: já está pronto, é só entregar ou repetir.
notice-no-ticket = Nesse lugar não há nenhum pedido.
notice-not-shown = Esse pedido não está à vista: vá primeiro até ele.
notice-just-moved = Algo acabou de se mover ali: olhe e prima outra vez.
notice-crossed-out = { $number }: está riscado, já não é preciso prepará-lo.
notice-nothing-crossed-out = Não há nada riscado.
notice-dismissed = { $number }: já saiu. { $count ->
    [0] Não há mais nada riscado.
    [one] Há mais um riscado.
   *[other] Há mais { $count } riscados.
}


## Several at once

notice-marked-drinks = { $count } { $count ->
    [one] marcado
   *[other] marcados
}: a mesma bebida.
notice-marked-base = { $count } { $count ->
    [one] marcado
   *[other] marcados
}: tudo com { $choice }.
notice-unmarked = Já não há pedidos marcados.
notice-none-alike = Na fila não há outro como { $number }.
notice-left-out = Ficou de fora: { $words }.
left-out-waiting = { $number } ainda na fila
left-out-making = { $number } está com { $barista }
left-out-ready = { $number } está pronto
left-out-ended = { $number } já não é preciso
left-out-pending = { $number } ainda a caminho


## Taking the last step back

notice-undone = { $numbers }: desfeito.
notice-not-undone = { $numbers }: não desfeito, alguém já continuou.
notice-partly-undone = { $numbers }: desfeito. { $left }: não, alguém já continuou.
notice-cancel-stays = { $number }: continua cancelado, o cliente já leu.
notice-nothing-to-undo = Nada a desfazer: um passo pode ser desfeito durante { $seconds } segundos.
notice-undo-refused = { $numbers }: esse passo foi recusado, não há nada a desfazer.


## Sold out, and there again

hint-mark = marcar
hint-choose = escolher
hint-set = definir
hint-pause = pausar
hint-left = esquerda
hint-right = direita
stock-title = Esgotado, ou já há de novo
stock-out = esgotado
# What a drink cannot do without is gone, such as milk.
stock-lacks = esgotado: falta { $group }
notice-sold-out = { $name }: esgotado a partir de agora.
notice-there = { $name }: já há de novo.
notice-mark-refused = { $name }: fica como estava. { $words }
notice-mark-unanswered = Sem resposta sobre { $name }: veja se ficou marcado.
notice-no-menu = A carta está a caminho: tente de novo daqui a um momento.


## A pause

pause-title = Quanto tempo de pausa?
pause-until = Em pausa: abre daqui a { $minutes } min
pause-open = Abrir já
pause-minutes = { $minutes } minutos
pause-other = Outros minutos…
pause-typing = Quantos minutos de pausa?
notice-pause-closed = O bar está fechado: não há nada para pausar.
notice-between = De { $min } a { $max }.


## A walk-up order

walk-drinks = Pedido no balcão: que bebida?
walk-title = No balcão: { $drink }
walk-note = Recado
notice-cannot = { $name }: esgotado. Escolha outra coisa.
notice-choose = Falta escolher: { $group }.
notice-walk-up-sent = O pedido está a caminho.
notice-walk-up = { $number } está na fila: { $drink }.
notice-walk-up-unanswered = Sem resposta ao pedido: envie-o outra vez, não fica a dobrar.
notice-walk-up-kept = { $words } { $key } abre o pedido outra vez.


## A line to everybody: phones and monitor show it

announce-title = O que dizemos a todos?
announce-take-down = Retirar: “{ $text }”
announce-soon = Voltamos daqui a alguns minutos.
announce-machine = A máquina precisa de um momento. O seu pedido mantém o lugar.
announce-busy = Há muitos pedidos neste momento: demora um pouco mais.
announce-last = Últimos pedidos daqui a dez minutos.
announce-other = Por outras palavras…
announce-writing = Por palavras suas: todos leem
announce-how-long = Durante quanto tempo?
notice-announced = Todos leem durante { $minutes } minutos.
notice-announce-unanswered = Sem resposta: veja no monitor se o aviso lá está.


## The rules of the bar: names of at most 24 cells

rule-title = Regras do bar
rule-capacity = Pedidos ao mesmo tempo
rule-window-drinks = Bebidas por código
rule-window = Cada código fica
rule-day = Bebidas por dia e pessoa
rule-open = Abertos por cliente
rule-grace = Códigos antigos valem
rule-submit = Tempo para escolher
rule-unclaimed = Por fazer, expiram após
rule-ready = No monitor durante
rule-amber = Âmbar a partir de
rule-red = Vermelho a partir de
rule-orders = { $value }
rule-drinks = { $value }
rule-minutes = { $value } min
rule-seconds = { $value } s
rule-bounds = { $min } a { $max }
rule-reading = Mudam-se com um dispositivo da gerência.
notice-managers-rules = Só para ler: mudam-se com um dispositivo da gerência.
notice-rules-unanswered = Sem resposta: veja se a regra mudou.
notice-rule-other = Outra pessoa alterou «{ $rule }»: { $value }.
notice-rule-again = «{ $rule }» foi alterado ao mesmo tempo: fica { $value }.


## For managers only

managers-title = Para a gerência
managers-how = Os números e a lista de quem fez o quê veem-se com um dispositivo da gerência. Alguém no servidor cria um código para ele:
notice-unread = Sem resposta: os números continuam como estavam.


## Today in figures

figures-title = Hoje em números
figures-coming = Estão a caminho.
figures-head = servidos: { $served }
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = metade em { $usual }, 95 % em { $long }
figures-sums = O dia
figures-hours = Bebidas por hora
# The signs of the two lines.
figures-waiting = Espera: { $usual } metade, { $long } 95 %
figures-drinks = Por bebida
sum-served = Servidos
sum-usual = Metade, prontos em
sum-long = 95 em cada 100, prontos em
sum-longest = A espera mais longa
sum-under-way = Em curso
sum-walk-ups = Pedidos no balcão
sum-by = Feitos por { $barista }
sum-cancelled-guest = Cancelados por clientes
sum-cancelled-bar = Cancelados pelo bar
sum-cancelled = Cancelados: { $reason }
sum-not-chosen = Expirados: sem escolha
sum-not-made = Expirados: não feitos a tempo
away-wrong-code = Não entrou: outro código
away-old-code = Não entrou: código antigo
away-sold-out = Não entrou: código esgotado
away-closed = Não entrou: fechado
away-paused = Não entrou: pausa
away-full = Não entrou: bar cheio
away-has-order = Não entrou: já tem pedido
away-limit = Não entrou: limite do dia
away-drink = Não deu: bebida esgotada
away-other = Não deu: outra coisa


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = Quem fez o quê
log-coming = Está a caminho.
log-guest = Um cliente
log-device = Um dispositivo
log-local = Alguém no servidor
log-bar = O bar
log-nothing = nada
log-reserved = { $who } reservou um lugar
log-submitted = { $who } pediu { $what }
log-walked-up = { $who } anotou { $what }
log-making = { $who } começou { $what }
log-unmade = { $who } soltou { $what }
log-ready = { $who } terminou { $what }
log-recalled = { $who } repetiu { $what }
log-collected = { $who } entregou { $what }
log-aged-out = { $what } saiu do monitor
log-cancelled = { $who } cancelou { $what }
log-expired = Expirou: { $what }
log-opened = { $who } abriu o bar
log-closed = { $who } fechou o bar
log-paused = { $who } pôs o bar em pausa
log-resumed = A pausa terminou
log-window = Um código novo
log-window-shown = O código está de novo à vista
log-window-hidden = O código está oculto
log-window-resized = O código dá outro número de bebidas
log-rules = { $who } mudou as regras
log-stock = { $who } marcou; esgotado agora: { $what }
log-menu = { $who } pôs outra carta; esgotado agora: { $what }
log-announced = { $who } disse: { $what }
log-taken-down = { $who } retirou o aviso
log-announcement-over = O aviso terminou
log-paired = { $who }: dispositivo emparelhado
log-pairing = { $who } criou um código para emparelhar
log-revoked = { $who } desemparelhou um dispositivo: { $what }
log-device-renamed = { $who } mudou o nome de um dispositivo: { $what }
log-badges = { $who } carregou uma lista de crachás
log-signed-in = { $who } entrou
log-signed-out = { $who } saiu
log-renamed = { $who } mudou o nome
log-forgotten = { $who }: dados esquecidos
# A word of the journal that has no text yet.
log-other = { $who }: { $what }


## Sound: how the board calls somebody who looks elsewhere

sound-title = Som
sound-mute = silenciar
sound-unmute = voltar a tocar
sound-try = experimentar
sound-bell = campainha
sound-flash = flash
sound-both = campainha e flash
# In the top line, while nothing calls.
sound-muted = sem som
