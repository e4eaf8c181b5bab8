# The guests' pages in French.


## The frame around every page

frame-mine = Mes commandes
frame-language = Langue
frame-change = Changer
frame-about = Commandez votre café chez { $venue } avec votre téléphone, et voyez quand il est prêt.
frame-silent = Sans nouvelles du bar depuis { $seconds } s. La page réessaie toute seule.
frame-sending = En route vers le bar.
    .again = Pas encore de réponse. La page réessaie toute seule.


## The first page

home-open = Le bar est ouvert
    .next = Scannez le code de l'écran du bar avec votre appareil photo.
home-sold-out = Tout est parti pour l'instant
    .next = Dès que le prochain code est sur l'écran du bar, scannez-le avec votre appareil photo.
home-full = Les baristas sont à plein régime
    .next = Chaque boisson terminée libère une place. L'écran du bar affiche alors de nouveau un code.
home-paused = Le bar fait une petite pause
    .next = À la reprise, l'écran du bar affiche de nouveau un code.
home-closed = Le bar est fermé
    .next = À l'ouverture, l'écran du bar affiche un code. Scannez-le pour commander.
home-own-reserved = Votre place est gardée. Choisissez votre boisson
home-own-waiting = Dans la file
home-own-making = En préparation
home-own-ready = Prête pour vous


## The three ways to a code

scan-live = Scanner le code ici
    .aim = Placez le code de l'écran du bar dans le cadre.
    .stop = Arrêter la caméra
scan-photo = Photographier le code
    .send = Lire la photo
    .about = La photo est lue, mais pas conservée.
    .none = Nous n'avons pas trouvé de code sur la photo. Approchez-vous un peu, tenez le téléphone sans bouger et prenez-en une autre.
scan-typed = Tapez le code de l'écran du bar
    .hint = 16 lettres et chiffres
    .send = Utiliser ce code


## Moments that are counted down to

next-code = Prochain code à { $time }.
    .left = Prochain code dans { $time }.
    .over = Le prochain code est maintenant sur l'écran du bar.
goes-on = Reprise à { $time }.
    .left = Reprise dans { $time }.
    .over = C'est reparti.
opens = { $day ->
    [today] Ouverture à { $time }.
    [tomorrow] Ouverture demain à { $time }.
    [mon] Ouverture lundi à { $time }.
    [tue] Ouverture mardi à { $time }.
    [wed] Ouverture mercredi à { $time }.
    [thu] Ouverture jeudi à { $time }.
    [fri] Ouverture vendredi à { $time }.
    [sat] Ouverture samedi à { $time }.
   *[sun] Ouverture dimanche à { $time }.
}
    .over = Ouverture imminente.
try-again = Réessayez à { $time }.
    .left = Réessayez dans { $time }.
    .over = Vous pouvez réessayer maintenant.
choose-by = Votre place est gardée jusqu'à { $time }.
    .left = Votre place est gardée encore { $time }.
    .over = Votre temps pour choisir est écoulé.
send-again = Vous pourrez recevoir un autre code à { $time }.
    .left = Vous pourrez recevoir un autre code dans { $time }.
    .over = Vous pouvez maintenant recevoir un autre code.
proof-good-until = Il est valable jusqu'à { $time }.
    .left = Il est valable encore { $time }.
    .over = Il n'est plus valable. Demandez-en un autre.


## Signing in

name-ask = Comment vous appeler ?
    .next = Votre prénom suffit. Les écrans du bar montrent des numéros, jamais de noms.
    .field = Votre prénom
    .refused = Tapez un nom de { $most } caractères au plus, pour que nous sachions comment vous appeler.
name-signed-in = Ici, vous êtes { $name }
    .nameless = Votre session est ouverte
    .next = Préférez-vous un autre nom ?
name-title = Votre nom
email-ask = Votre adresse e-mail
    .next = Nous vous envoyons un code à six chiffres pour vous identifier. Jamais rien d'autre.
    .field = Adresse e-mail
    .refused = Nous ne pouvons pas écrire à cette adresse. Relisez-la et envoyez-la de nouveau.
sms-ask = Votre numéro de portable
    .next = Nous vous envoyons un code à six chiffres pour vous identifier. Jamais rien d'autre.
    .field = Numéro de portable avec indicatif du pays
    .hint = +351 912 345 678
    .refused = Nous ne pouvons pas écrire à ce numéro. Commencez par + et l'indicatif de votre pays.
badge-ask = Votre badge
    .next = Tapez le code inscrit sur votre badge.
    .field = Code de votre badge
    .refused = Ce badge n'est pas sur notre liste. Retapez le code tel qu'il est inscrit sur votre badge.
sign-in-go-on = Continuer
sign-in-send = M'envoyer un code
sign-in-out = Se déconnecter
sign-in-title = S'identifier
proof-ask = Tapez le code que nous avons envoyé
    .to = Il a été envoyé à { $address }.
    .field = Six chiffres
    .again = Envoyer un autre code
    .other = Changer d'adresse
    .wrong = Ce n'est pas le code que nous avons envoyé. Regardez-le de nouveau et retapez-le.
    .used-up = Ce code n'est plus valable. Demandez-en un autre.
proof-tries-left = { $tries ->
    [one] Il vous reste un essai.
   *[other] Il vous reste { $tries } essais.
}
proof-message = { $code } est votre code pour { $venue }. Il est valable cinq minutes.
    .short = { $code } est votre code pour { $venue }. Il est valable cinq minutes.
    .unasked = Si vous ne l'avez pas demandé, vous n'avez rien à faire.
    .subject = Votre code pour { $venue }


## The menu

choose-ask = Qu'est-ce qu'on vous sert ?
choose-title = Choisir
choose-about = { $venue }, la carte : choisissez une boisson et commandez-la.
choose-drinks = Boissons
choose-sold-out = Épuisé
choose-plain = Tel quel
choose-note = Un mot à votre barista
    .optional = si vous voulez
choose-order = Commander
choose-hold = Garder une place le temps de choisir
choose-give-back = Rendre la place
choose-usual = { $drink }, à nouveau ?
    .about = Comme d'habitude
choose-kept = Le reste de votre choix est toujours là.


## An order's life

order-number = Votre numéro
order-reserved = Qu'est-ce qu'on vous sert ?
    .next = Votre place est gardée le temps de choisir.
order-waiting = Dans la file
    .next = Cette page vous dit quand c'est votre tour.
order-making = En préparation
    .next = Votre barista s'en occupe : on ne peut plus l'annuler.
    .by = { $barista } s'en occupe : on ne peut plus l'annuler.
order-ready = Prête
    .next = Venez la chercher au comptoir et montrez ce numéro.
    .where = Montrez ce numéro et venez la chercher ici :
    .tab = ✓ Le { $number } est prêt
order-collected = Bonne dégustation
    .next = Elle a quitté le comptoir à { $time }. Avec le prochain code sur l'écran du bar, vous pouvez en commander une autre.
    .now = Elle a quitté le comptoir. Avec le prochain code sur l'écran du bar, vous pouvez en commander une autre.
order-cancelled = Annulée
    .next = Vous l'avez annulée à { $time }. Avec le code sur l'écran du bar, vous pouvez en commander une autre.
order-cancelled-bar = Le bar a dû annuler
    .why = Le mot du bar : { $reason }
    .next = Vous pouvez commander de nouveau avec le code sur l'écran du bar.
order-expired = Le temps pour choisir est écoulé
    .next = Nous n'avons pas pu garder votre place plus longtemps. Scannez le code sur l'écran du bar pour en avoir une nouvelle.
order-expired-bar = Nous n'avons pas pu la préparer à temps
    .next = Cela vient de nous. Elle ne compte pas dans vos boissons du jour, et vous pouvez commander de nouveau tout de suite avec le code sur l'écran du bar.
order-next-in-line = La prochaine est pour vous
order-ahead = { $ahead ->
    [one] Une commande avant vous
   *[other] { $ahead } commandes avant vous
}
order-ahead-about = Environ { $ahead } commandes avant vous
order-estimate = Prête dans { $minutes } min
    .soon = Prête d'un instant à l'autre
    .late = Un peu plus long que prévu
order-notify = Me prévenir aussi sur l'écran verrouillé
order-cancel = Annuler cette commande
    .sure = Oui, l'annuler
order-journey = Comment ça s'est passé
order-mine = Mes commandes du jour


## Today's orders

today-title = Mes commandes du jour
    .heading = Aujourd'hui
    .none = Encore rien. Scannez le code sur l'écran du bar pour commander.
today-left = { $drinks ->
    [0] Vous avez eu toutes vos boissons du jour.
    [one] Vous pouvez commander encore une boisson aujourd'hui.
   *[other] Vous pouvez commander encore { $drinks } boissons aujourd'hui.
}
today-no-drink = Aucun choix
today-reserved = Une place vous est gardée
today-waiting = Dans la file
today-making = En préparation
today-ready = Prête pour vous
today-collected = Récupérée à { $time }
today-cancelled = Annulée à { $time }
today-expired = Temps écoulé à { $time }
today-signed-in = Ici, vous êtes { $name }.
    .nameless = Votre session est ouverte.
    .change = Changer
today-forget = Oubliez-moi


## An order's journey

journey-title = Le parcours du numéro { $number }
    .nameless = Le parcours de votre commande
journey-about = Du premier geste à la tasse : comment une boisson est née chez { $venue }.
journey-reserved = Vous avez pris une place
journey-submitted = Vous avez commandé
journey-making = La préparation a commencé
    .by = { $barista } a commencé la préparation
journey-unmade = Elle est repassée un instant dans la file
journey-ready = Elle était sur le comptoir
journey-recalled = Elle a été refaite
journey-collected = Elle était à vous
journey-cancelled = Elle a été annulée
journey-expired = Le temps était écoulé
journey-shared = Le parcours d'une boisson
    .reserved = Une place a été prise
    .submitted = Elle a été commandée
    .making = Des mains se sont mises à l'œuvre
    .collected = Elle a été récupérée
journey-choosing = { $time } pour choisir
journey-queueing = { $time } dans la file
journey-brewing = { $time } à la machine
journey-waiting = { $time } sur le comptoir
journey-whole = De la commande au comptoir en { $time }.
journey-share = Partager ce parcours
    .about = Avec le lien, on voit la boisson et les temps, et rien sur vous.
journey-order = Votre commande


## Forget me

forget-title = Oubliez-moi
    .ask = Faut-il tout oublier de vous ?
    .what = Votre nom, vos mots au bar et votre façon de vous identifier sont effacés, et ce téléphone est déconnecté. Ce qui est compté, comme les boissons du jour, reste, mais sans vous.
    .open = Vous avez une commande en cours. Venez d'abord la chercher, ou annulez-la.
    .yes = Oui, oubliez-moi
    .no = Non, gardez-moi
forget-done = Nous ne savons plus rien de vous
    .next = Votre nom, vos mots au bar et votre façon de vous identifier ont disparu. Merci de votre visite.


## When the bar says no: what happened, and what to do

refused-wrong_code = Ce code n'est pas l'un des nôtres
    .happened = Un caractère s'est peut-être égaré.
    .next = Scannez le code sur l'écran du bar, ou retapez-le.
refused-old_code = Ce code a fait son temps
    .happened = Les codes changent après quelques minutes.
    .next = Scannez celui qui est maintenant sur l'écran du bar.
refused-sold_out = Tout est parti pour l'instant
    .happened = Toutes les boissons de ce code sont prises.
    .next = Dès que le prochain code est sur l'écran du bar, scannez-le.
refused-shop_closed = Le bar est fermé
    .happened = Nous ne prenons pas de commandes pour le moment.
    .next = Quand le bar est ouvert, son écran affiche un code.
refused-shop_paused = Le bar fait une petite pause
    .happened = Nous ne prenons pas de nouvelles commandes d'ici là.
    .next = À la reprise, l'écran du bar affiche de nouveau un code.
refused-bar_full = Les baristas sont à plein régime
    .happened = Nous avons déjà autant de boissons en cours que nous pouvons en préparer à la fois.
    .next = Chaque boisson terminée libère une place. Réessayez dans une minute.
refused-has_open_order = Vous avez déjà une commande
    .happened = C'est une commande à la fois par personne.
    .next = Quand cette boisson sera prête, vous pourrez en commander une autre.
refused-daily_limit = C'était la dernière pour aujourd'hui
    .happened = Vous avez eu toutes vos boissons du jour.
    .next = Vous pourrez commander de nouveau demain.
refused-unknown_drink = Quelle boisson vous ferait plaisir ?
    .happened = Aucune boisson de la carte n'a été choisie.
    .next = Choisissez-en une ci-dessous.
refused-unknown_option = Cela ne va pas ensemble
    .happened = L'un de vos choix ne va pas avec cette boisson.
    .next = Revoyez vos choix et commandez de nouveau.
refused-missing_option = Il reste un choix à faire
    .happened = Votre barista doit encore savoir une chose.
    .next = Choisissez ci-dessous et commandez de nouveau.
refused-duplicate_option = Un choix de trop
    .happened = Une question a deux réponses.
    .next = Gardez celle que vous préférez et commandez de nouveau.
refused-drink_sold_out = Épuisé à l'instant
    .happened = Quelqu'un vient de prendre le dernier.
    .named = { $what } : il n'y en a plus.
    .next = Votre place est gardée : choisissez autre chose.
refused-claimed_by_other = Ce n'est plus possible
    .happened = Votre commande a avancé entre-temps.
    .next = Voyez où elle en est maintenant.
refused-wrong_state = Ce n'est plus possible
    .happened = Votre commande a avancé entre-temps.
    .next = Voyez où elle en est maintenant.
refused-not_signed_in = Identifiez-vous d'abord
    .happened = Cette page est personnelle, et nous ne savons pas encore qui vous êtes.
    .next = Ensuite, elle s'ouvre d'elle-même.
refused-wrong_proof = Ce n'est pas le code que nous avons envoyé
    .happened = Un chiffre s'est peut-être égaré.
    .next = Retapez-le, ou demandez-en un autre.
refused-old_proof = Ce code n'est plus valable
    .happened = Il valait pour cinq minutes et trois essais.
    .next = Demandez-en un autre.
refused-unknown_badge = Ce badge n'est pas sur notre liste
    .happened = Un caractère s'est peut-être égaré.
    .next = Retapez le code tel qu'il est inscrit sur votre badge.
refused-not_allowed = Ici, c'est derrière le comptoir
    .happened = Cette page est pour les gens qui travaillent au bar.
    .next = Vos commandes sont à portée de doigt.
refused-not_found = Il n'y a rien ici
    .happened = La page n'existe plus, ou c'est celle de quelqu'un d'autre.
    .next = Vous trouverez tout depuis l'accueil.
refused-too_many_tries = Patientons un peu
    .happened = Il y a eu beaucoup d'essais en peu de temps.
    .next = Ensuite, tout reprend comme d'habitude.
refused-invalid_request = L'envoi n'est pas arrivé comme il faut
    .happened = Quelque chose dans le formulaire n'a pas pu être lu.
    .next = Revenez une page en arrière et envoyez-le de nouveau.
refused-unavailable = Le bar ne peut pas s'en occuper tout de suite
    .happened = Rien n'a été commandé, et rien n'est perdu.
    .next = Réessayez dans un instant.
refused-see-order = Voir votre commande
refused-again = Réessayer
refused-orders = Mes commandes
refused-home = Retour à l'accueil
