# As páginas dos clientes em português.


## The frame around every page

frame-mine = Os meus pedidos
frame-language = Idioma
frame-change = Mudar
frame-about = Pedir café em { $venue } pelo telefone e ver quando fica pronto.
frame-silent = Sem notícias do bar há { $seconds } s. Tentamos de novo automaticamente.
frame-sending = A caminho do bar.
    .again = Ainda sem resposta. Tentamos de novo automaticamente.


## The first page

home-open = O bar está aberto
    .next = Aponte a câmara do telefone para o código do monitor.
home-sold-out = Esgotado por enquanto
    .next = Quando houver outro código no monitor, é só apontar a câmara.
home-full = Todas as mãos estão ocupadas
    .next = A cada bebida terminada, fica um lugar livre. O monitor volta então a mostrar um código.
home-paused = O bar faz uma pequena pausa
    .next = Quando voltarmos, haverá de novo um código no monitor.
home-closed = O bar está fechado
    .next = Quando abrir, haverá um código no monitor. É com ele que se pede.
home-own-reserved = Lugar guardado. Falta escolher a bebida
home-own-waiting = Na fila
home-own-making = Em preparação
home-own-ready = Pronto, à sua espera


## The three ways to a code

scan-live = Ler o código aqui
    .aim = Enquadre o código do monitor.
    .stop = Parar a câmara
scan-photo = Tirar uma foto do código
    .send = Ler a foto
    .about = A foto é lida e não fica guardada.
    .none = Não se vê nenhum código na foto. Chegue um pouco mais perto, segure bem o telefone e tire outra.
scan-typed = Escrever o código do monitor
    .hint = 16 letras e números
    .send = Usar este código


## Moments that are counted down to

next-code = Próximo código às { $time }.
    .left = Próximo código daqui a { $time }.
    .over = O próximo código já está no monitor.
goes-on = Voltamos às { $time }.
    .left = Voltamos daqui a { $time }.
    .over = Já estamos de volta.
opens = { $day ->
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
    .over = Estamos quase a abrir.
try-again = Pode tentar de novo às { $time }.
    .left = Pode tentar de novo daqui a { $time }.
    .over = Já pode tentar de novo.
choose-by = Guardamos o seu lugar até às { $time }.
    .left = Guardamos o seu lugar por mais { $time }.
    .over = O tempo para escolher terminou.
send-again = Às { $time } podemos enviar outro código.
    .left = Daqui a { $time } podemos enviar outro código.
    .over = Já podemos enviar outro código.
proof-good-until = É válido até às { $time }.
    .left = É válido por { $time }.
    .over = Já não é válido. É só pedir outro.


## Signing in

name-ask = Qual é o seu nome?
    .next = O primeiro nome basta. Nos monitores aparecem números, nunca nomes.
    .field = O seu primeiro nome
    .refused = Escreva um nome de até { $most } caracteres, para sabermos que nome usar.
name-signed-in = Entrou como { $name }
    .nameless = Já entrou
    .next = Prefere outro nome?
name-title = O seu nome
email-ask = O seu e-mail
    .next = Enviamos um código de seis dígitos para entrar. Nunca enviamos mais nada.
    .field = Endereço de e-mail
    .refused = Não é possível escrever para esse endereço. Reveja-o e envie de novo.
sms-ask = O seu número de telefone
    .next = Enviamos um código de seis dígitos para entrar. Nunca enviamos mais nada.
    .field = Telefone com código do país
    .hint = +351 912 345 678
    .refused = Não é possível escrever para esse número. Comece por + e o código do país.
badge-ask = O seu crachá
    .next = Escreva o código que está no crachá.
    .field = Código do crachá
    .refused = Esse crachá não está na nossa lista. Escreva de novo o código, tal como lá está.
sign-in-go-on = Continuar
sign-in-send = Receber um código
sign-in-out = Sair
sign-in-title = Entrar
proof-ask = Escreva o código que enviámos
    .to = Seguiu para { $address }.
    .field = Seis dígitos
    .again = Enviar outro código
    .other = Usar outro contacto
    .wrong = Esse não é o código que enviámos. Veja-o bem e escreva-o outra vez.
    .used-up = Esse código já não é válido. É só pedir outro.
proof-tries-left = { $tries ->
    [one] Resta uma tentativa.
   *[other] Restam { $tries } tentativas.
}
proof-message = { $code } é o seu código para { $venue }. É válido por cinco minutos.
    .short = { $code } para { $venue }. Vale cinco minutos.
    .unasked = Se não o pediu, não é preciso fazer nada.
    .subject = O seu código para { $venue }


## The menu

choose-ask = O que vai ser?
choose-title = Escolher
choose-about = A carta de { $venue }: escolher uma bebida e pedir.
choose-drinks = Bebidas
choose-sold-out = Esgotado
choose-plain = Normal
choose-note = Um recado para o balcão
    .optional = se quiser
choose-order = Pedir
choose-hold = Guardar um lugar enquanto escolho
choose-give-back = Ceder o lugar
choose-usual = { $drink }, outra vez?
    .about = O de sempre
choose-kept = O resto da escolha continua aqui.


## An order's life

order-number = O seu número
order-reserved = O que vai ser?
    .next = Guardamos o seu lugar enquanto escolhe.
order-waiting = Na fila
    .next = Esta página avisa quando for a sua vez.
order-making = Em preparação
    .next = O pedido está a ser preparado, por isso já não é possível cancelar.
    .by = { $barista } está a preparar o pedido, por isso já não é possível cancelar.
order-ready = Pronto
    .next = É só vir ao balcão e mostrar este número.
    .where = É só mostrar este número aqui:
    .tab = ✓ O { $number } está pronto
order-collected = Bom proveito
    .next = Saiu do balcão às { $time }. Com o próximo código do monitor pode pedir outro.
    .now = Já saiu do balcão. Com o próximo código do monitor pode pedir outro.
order-cancelled = Cancelado
    .next = Cancelou o pedido às { $time }. Com o código do monitor pode fazer outro.
order-cancelled-bar = O bar teve de cancelar
    .why = O bar diz: { $reason }
    .next = Pode pedir de novo com o código do monitor.
order-expired = O tempo para escolher terminou
    .next = O lugar passou para outra pessoa. Com o código do monitor pode ter outro.
order-expired-bar = Não chegámos a tempo
    .next = A falha foi nossa. Não conta para as suas bebidas do dia, e pode pedir de novo agora mesmo com o código do monitor.
order-next-in-line = O seu pedido é o próximo
order-ahead = { $ahead ->
    [one] Um pedido à frente
   *[other] { $ahead } pedidos à frente
}
order-ahead-about = Cerca de { $ahead } pedidos à frente
order-estimate = Pronto em { $minutes } min
    .soon = Pronto a qualquer momento
    .late = Demora um pouco mais do que o previsto
order-notify = Avisar também com o telefone bloqueado
order-cancel = Cancelar este pedido
    .sure = Sim, cancelar
order-journey = Como foi
order-mine = Os meus pedidos de hoje


## Today's orders

today-title = Os meus pedidos de hoje
    .heading = Hoje
    .none = Ainda nada. Com o código do monitor já se pode pedir.
today-left = { $drinks ->
    [0] Já pediu todas as suas bebidas de hoje.
    [one] Hoje pode pedir mais uma bebida.
   *[other] Hoje pode pedir mais { $drinks } bebidas.
}
today-no-drink = Sem bebida escolhida
today-reserved = Lugar guardado
today-waiting = Na fila
today-making = Em preparação
today-ready = Pronto, à sua espera
today-collected = Entregue às { $time }
today-cancelled = Cancelado às { $time }
today-expired = O tempo terminou às { $time }
today-signed-in = Entrou como { $name }.
    .nameless = Já entrou.
    .change = Mudar
today-forget = Esquecer os meus dados


## An order's journey

journey-title = O percurso do número { $number }
    .nameless = O percurso do seu pedido
journey-about = Do primeiro toque ao primeiro gole: como nasceu uma bebida em { $venue }.
journey-reserved = Reservou um lugar
journey-submitted = Fez o pedido
journey-making = Começámos a sua bebida
    .by = { $barista } começou a sua bebida
journey-unmade = Voltou à fila por um momento
journey-ready = Chegou ao balcão
journey-recalled = Foi feita outra vez
journey-collected = Era toda sua
journey-cancelled = Foi cancelada
journey-expired = O tempo terminou
journey-shared = O percurso de uma bebida
    .reserved = Um lugar foi reservado
    .submitted = O pedido foi feito
    .making = Mãos à obra
    .collected = Foi entregue
journey-choosing = { $time } para escolher
journey-queueing = { $time } na fila
journey-brewing = { $time } na máquina
journey-waiting = { $time } no balcão
journey-whole = Do pedido ao balcão em { $time }.
journey-share = Partilhar este percurso
    .about = Quem tem o link vê a bebida e os tempos, e nada de pessoal.
journey-order = O seu pedido


## Forget me

forget-title = Esquecer os meus dados
    .ask = Esquecemos tudo a seu respeito?
    .what = O nome, os recados e os dados com que entrou são apagados, e a sessão neste telefone é fechada. O que apenas se conta, como as bebidas do dia, fica, mas sem nada de pessoal.
    .open = Há um pedido em curso. Primeiro é preciso vir buscá-lo ou cancelá-lo.
    .yes = Sim, esquecer os meus dados
    .no = Não, fico
forget-done = Esquecemos os seus dados
    .next = O nome, os recados e os dados com que entrou já não existem. Agradecemos a visita.


## When the bar says no: what happened, and what to do

refused-wrong_code = Esse código não é dos nossos
    .happened = Talvez haja uma letra ou um número trocado.
    .next = Leia o código do monitor ou escreva-o de novo.
refused-old_code = Esse código já passou da hora
    .happened = Os códigos mudam a cada poucos minutos.
    .next = Leia o que está agora no monitor.
refused-sold_out = Esgotado por enquanto
    .happened = Já não há bebidas com este código.
    .next = Quando houver outro código no monitor, é só apontar a câmara.
refused-shop_closed = O bar está fechado
    .happened = Neste momento não se aceitam pedidos.
    .next = Quando o bar abrir, haverá um código no monitor.
refused-shop_paused = O bar faz uma pequena pausa
    .happened = Entretanto não se aceitam novos pedidos.
    .next = Quando voltarmos, haverá de novo um código no monitor.
refused-bar_full = Todas as mãos estão ocupadas
    .happened = Há tantas bebidas a caminho quantas se podem fazer ao mesmo tempo.
    .next = A cada bebida terminada, fica um lugar livre. Tente de novo daqui a um minuto.
refused-has_open_order = Já tem um pedido
    .happened = É um pedido por pessoa de cada vez.
    .next = Quando esta bebida estiver pronta, pode pedir outra.
refused-daily_limit = Foi a última de hoje
    .happened = Já pediu todas as suas bebidas do dia.
    .next = Amanhã pode pedir de novo.
refused-unknown_drink = Que bebida vai ser?
    .happened = Não foi escolhida nenhuma bebida da carta.
    .next = Escolha uma aqui em baixo.
refused-unknown_option = Isso não combina
    .happened = Uma das opções não é desta bebida.
    .next = Reveja a escolha e peça de novo.
refused-missing_option = Falta uma escolha
    .happened = Para preparar a bebida, falta saber mais uma coisa.
    .next = Escolha aqui em baixo e peça de novo.
refused-duplicate_option = Há uma opção a mais
    .happened = Uma pergunta tem duas respostas.
    .next = Deixe a que prefere e peça de novo.
refused-drink_sold_out = Acabou agora mesmo
    .happened = Alguém levou o que restava.
    .named = { $what } acabou agora mesmo.
    .next = O seu lugar continua guardado: escolha outra coisa.
refused-claimed_by_other = Isso já não é possível
    .happened = Entretanto, o pedido avançou.
    .next = Veja como está agora.
refused-wrong_state = Isso já não é possível
    .happened = Entretanto, o pedido avançou.
    .next = Veja como está agora.
refused-not_signed_in = Primeiro é preciso entrar
    .happened = Esta página é pessoal, e ainda não sabemos quem a abre.
    .next = Depois abre sozinha.
refused-wrong_proof = Esse não é o código que enviámos
    .happened = Talvez haja um dígito trocado.
    .next = Escreva-o de novo ou peça outro.
refused-old_proof = Esse código já não é válido
    .happened = Servia por cinco minutos e três tentativas.
    .next = É só pedir outro.
refused-unknown_badge = Esse crachá não está na nossa lista
    .happened = Talvez haja uma letra ou um número trocado.
    .next = Escreva de novo o código, tal como está no crachá.
refused-not_allowed = Isto fica do outro lado do balcão
    .happened = É para quem trabalha no bar.
    .next = Os seus pedidos estão a um toque.
refused-not_found = Aqui não há nada
    .happened = A página já não existe, ou é de outra pessoa.
    .next = A partir do início encontra-se tudo.
refused-too_many_tries = Vamos esperar um pouco
    .happened = Houve muitas tentativas em pouco tempo.
    .next = Depois tudo continua como sempre.
refused-invalid_request = Não chegou como devia
    .happened = Não foi possível ler uma parte do formulário.
    .next = Volte à página anterior e envie de novo.
refused-unavailable = De momento o bar não consegue atender
    .happened = Nada foi pedido, e nada se perdeu.
    .next = Tente de novo daqui a um momento.
refused-see-order = Ver o meu pedido
refused-again = Tentar de novo
refused-orders = Os meus pedidos
refused-home = Ir para o início
