# The barista's terminal in French.


## Columns: above 8 cells they are cut on a narrow screen

column-waiting = En file
    .empty = Personne n'attend.
column-making = En cours
    .empty = Rien en cours.
column-ready = Prêtes
    .empty = Le comptoir est libre.
column-more = { $count } de plus
    .crossed-out = { $count ->
        [one] { $count } barré
       *[other] { $count } barrés
    }


## Tickets

age-new = <1 min
age-minutes = { $minutes } min
age-hours = { $hours } h { $minutes } min
ticket-mine = par vous
ticket-with = par { $barista }
ticket-walk-up = au comptoir
ticket-note = « { $note } »
ticket-expires = expire dans { $minutes } min
ticket-taken-back = comme avant
ticket-marked = marqué
ticket-same-drink = même boisson
ticket-same-base = aussi { $choice }
ticket-cancelled-by-guest = annulée par le client
ticket-cancelled-by-bar = annulée au bar : { $reason }
ticket-cancelled-by-you = annulée par vous : { $reason }
ticket-expired = pas préparée à temps


## The top line

shop-opening = ouverture…
shop-closing = fermeture…
shop-open = ouvert
shop-sold-out = tout est parti
shop-full = complet
shop-paused = pause
    .minutes = pause, encore { $minutes } min
shop-closed = fermé
drinks-left = encore { $left } sur { $drinks } boissons
    .short = encore { $left } sur { $drinks }
header-sold-out = { $count ->
    [one] { $count } épuisé
   *[other] { $count } épuisés
}
header-turns = nouveau code dans { $minutes } min
station-all = tous les postes
    .short = tous
station-share = poste { $station } sur { $stations }
    .short = { $station }/{ $stations }
station-drinks = mes boissons
    .short = à moi
line-live = en direct
line-silent = silence { $seconds } s
line-down = coupée
line-not-paired = non associé
line-connecting = connexion


## What all open orders come to, and the rush

totals-title = À préparer
totals-more = +{ $count } { $count ->
    [one] autre sorte
   *[other] autres sortes
}
elsewhere-more = +{ $count } ailleurs
rush-now = MAINTENANT
rush-queue = { $orders } en file, la première depuis { $age }
rush-same = encore { $same } { $same ->
    [one] pareille
   *[other] pareilles
}
rush-base = encore { $others } avec { $base }
rush-same-and-base = encore { $same } { $same ->
    [one] pareille
   *[other] pareilles
}, { $others } avec { $base }
rush-ready = { $count } prêtes


## The band while the line is down

banner-down = LIGNE COUPÉE
banner-not-paired = NON ASSOCIÉ
banner-before = dernier état connu
banner-unsent = rien n'est envoyé
banner-again = nouvel essai


## Before the first board

connecting-looking = À la recherche du bar…
connecting-unreached = Le bar ne répond pas.
connecting-quit = La recherche continue. { $key } pour quitter.


## The footer: what a key does, in a word or two

step-make = préparer
step-unmake = en file
step-complete = terminer
step-recall = refaire
step-collect = servir
step-cancel = annuler
hint-open = ouvrir le bar
hint-close = fermer le bar
hint-layout = colonnes
hint-rush = coup de feu
hint-walk-up-kept = commande non envoyée
hint-whole = note entière
hint-keys = touches
hint-quit = quitter
hint-yes = oui
hint-no = non
hint-take = choisir
hint-send = envoyer
hint-up = haut
hint-down = bas
hint-back = retour
hint-stay = rester ici
hint-dismiss = retirer
hint-marked = { $step } { $count ->
    [one] { $count } marqué
   *[other] { $count } marqués
}
hint-alike = { $count ->
    [one] { $count } pareille
   *[other] { $count } pareilles
}
    .base = { $count } avec { $choice }
# An infinitive each: the same for one number and for several tickets.
undo-made = défaire : préparer { $what }
undo-unmade = défaire : remettre en file { $what }
undo-completed = défaire : terminer { $what }
undo-recalled = défaire : refaire { $what }
undo-collected = défaire : servir { $what }
undo-short = défaire
undo-several = { $count } tickets
leaving-waits = Les dernières étapes sont en route. Encore une fois pour quitter tout de suite.


## Names of keys, as they are printed on the keyboard

key-enter = Entrée
key-escape = Échap
key-tab = Tab
key-shift = Maj-{ $key }
key-control = Ctrl-{ $key }
key-home = Début
key-end = Fin
key-backspace = Ret. arr.
key-page-up = Pg préc
key-page-down = Pg suiv
key-delete = Suppr
key-insert = Inser
key-space = Espace


## The help screen: at most 26 cells, so that a narrow screen shows them whole

help-title = Touches
help-left = colonne de gauche
help-right = colonne de droite
help-up = ticket du dessus
help-down = ticket du dessous
help-first = ticket le plus ancien
help-last = ticket le plus récent
help-place = étape suivante de ce rang
help-next = étape suivante du ticket
help-make = préparer : prise en main
help-unmake = en file : retour à la file
help-complete = terminer : sur le comptoir
help-collect = servir : le client l'a
help-recall = refaire : encore une fois
help-cancel = annuler, avec un motif
help-shop = ouvrir ou fermer le bar
help-mark = marquer : pour plusieurs
help-batch = marquer tous les pareils
help-undo = défaire la dernière étape
help-jump = aller à un numéro
help-whole = ticket, note entière
help-dismiss = retirer un ticket barré
help-layout = vue rush : auto, oui, non
help-station = tous, ou ceux de mon poste
help-pause = pause de quelques minutes
help-sold-out = épuisé, ou de retour
help-walk-up = commande au comptoir
help-announce = un mot à tout le monde
help-settings = règles du bar
help-figures = la journée en chiffres
help-log = qui a fait quoi
help-sound = son
help-help = ces touches
help-quit = quitter
help-accept = oui, celle-ci
help-back = retour
help-erase = effacer
help-type = taper


## Why an order is cancelled

cancel-title = Annuler { $number } : pourquoi ? Le client le lit
cancel-other = En d'autres mots…
reason-run-out = Il manque un ingrédient
reason-asked = À la demande du client
reason-twice = Commandée deux fois
reason-machine = La machine a besoin d'une pause


## Which order is taken back

recall-title = Laquelle refaire ?
recall-now = à l'instant
recall-ago = il y a { $minutes } min


## Going to a number

jump-title = Aller au numéro
jump-none = pas de { $number } ici


## Closing the bar

close-title = Fermer le bar ?
close-about = Le code disparaît, plus aucune commande n'arrive.
close-still = { $orders ->
    [0] Personne n'attend.
    [one] Il reste une commande à préparer.
   *[other] Il reste { $orders } commandes à préparer.
}
close-yes = fermer
close-no = laisser ouvert


## What just happened: one line

order-unknown = Une commande
notice-rush-auto = Vue rush : à partir de { $orders } commandes en file.
notice-rush-on = Vue rush : toujours.
notice-rush-off = Vue rush : jamais.
notice-rush-left = Colonnes pour l'instant, pour voir { $number }. { $key } ramène au coup de feu.
notice-station-none = Ce tableau n'a pas de poste à lui : il montre tous les tickets.
notice-station-all = Tous les tickets sont affichés.
notice-station-mine = Seuls les tickets de ce poste sont affichés.
notice-station-unknown = La carte ne connaît pas : { $drinks }. Revoyez la liste de ce poste.
notice-back = La ligne est rétablie : tout est à jour.
notice-unsent-steps = Ligne coupée avant l'envoi de la dernière étape : refaites-la plus tard.
notice-cancelled-by-guest = { $number } a été annulée par le client.
notice-cancelled-by-bar = { $number } a été annulée derrière le comptoir.
notice-expired = { $number } a quitté la file : elle n'a pas été préparée à temps.
notice-shop-unanswered = Pas de réponse : regardez si le bar est ouvert.
notice-shop-waits = Cela suit dès que le dernier changement a sa réponse.
notice-shop-under-way = C'est déjà en route.
notice-recall-gone = { $number } a avancé : on ne peut plus la reprendre.
notice-pause-over = La pause est déjà finie.
notice-line-gone = Ce message n'est plus affiché : Esc, puis regardez encore.
notice-nothing-recent = Rien de prêt depuis une demi-heure.
notice-taken-back = { $number } reste comme avant : { $words }
notice-step-unanswered = Pas de réponse à « { $step } » pour { $number } : regardez où elle en est.
notice-not-paired = Non envoyé : cet appareil n'est plus associé.
notice-not-sent = Non envoyé : la ligne est coupée. Réessayez quand elle est rétablie.
notice-steps-pending = { $number } : ses dernières étapes sont encore en route.
notice-moved-on = Celle-ci a déjà avancé.
notice-nothing-cancelled = { $number } a déjà avancé ; rien n'a été annulé.
notice-still-waiting = { $number } est encore en file : commencez par la préparer.
notice-already-making = { $number } est déjà en préparation.
notice-already-ready = { $number } est prête : servez-la, ou refaites-la.
notice-no-ticket = Il n'y a pas de ticket à ce rang.
notice-not-shown = Ce ticket n'est pas affiché : allez d'abord jusqu'à lui.
notice-just-moved = Quelque chose vient de bouger là : regardez, puis appuyez encore.
notice-crossed-out = { $number } est close : il n'y a plus rien à préparer.
notice-nothing-crossed-out = Rien n'est barré.
notice-dismissed = { $number } est retirée. { $count ->
    [0] Plus rien n'est barré.
    [one] Il reste un ticket barré.
   *[other] Il reste { $count } tickets barrés.
}


## Several at once

notice-marked-drinks = { $count ->
    [one] { $count } marqué
   *[other] { $count } marqués
} : la même boisson.
notice-marked-base = { $count ->
    [one] { $count } marqué
   *[other] { $count } marqués
} : tout avec { $choice }.
notice-unmarked = Plus aucun ticket n'est marqué.
notice-none-alike = Rien de pareil à { $number } dans la file.
notice-left-out = Laissé de côté : { $words }.
left-out-waiting = { $number } est encore en file
left-out-making = { $number } est préparée par { $barista }
left-out-ready = { $number } est prête
left-out-ended = { $number } est close
left-out-pending = { $number } est encore en route


## Taking the last step back

notice-undone = { $numbers } : étape défaite.
notice-not-undone = { $numbers } : rien de défait, quelqu'un a déjà continué.
notice-partly-undone = { $numbers } : étape défaite. { $left } : non, quelqu'un a continué.
notice-cancel-stays = { $number } reste annulée : le client l'a lu.
notice-nothing-to-undo = Rien à défaire : une étape peut se défaire pendant { $seconds } secondes.
notice-undo-refused = { $numbers } : cette étape a été refusée, il n'y a rien à reprendre.


## Sold out, and there again

hint-mark = marquer
hint-choose = choisir
hint-set = régler
hint-pause = pause
hint-left = gauche
hint-right = droite
stock-title = Épuisé, ou de retour
stock-out = épuisé
# What a drink cannot do without is gone, such as milk.
stock-lacks = épuisé, il manque : { $group }
notice-sold-out = { $name } : épuisé dès maintenant.
notice-there = { $name } : de retour.
notice-mark-refused = { $name } reste comme avant : { $words }
notice-mark-unanswered = Pas de réponse pour { $name } : regardez si c'est marqué.
notice-no-menu = La carte arrive : réessayez dans un instant.


## A pause

pause-title = Une pause de combien ?
pause-until = Pause : réouverture dans { $minutes } min
pause-open = Ouvrir maintenant
pause-minutes = { $minutes } minutes
pause-other = Autre durée…
pause-typing = Une pause de combien de minutes ?
notice-pause-closed = Le bar est fermé : pas besoin de pause.
notice-between = De { $min } à { $max }.


## A walk-up order

walk-drinks = Commande au comptoir : quelle boisson ?
walk-title = Au comptoir : { $drink }
walk-note = Un mot
notice-cannot = { $name } : il n'y en a plus. Choisissez autre chose.
notice-choose = Reste à choisir : { $group }.
notice-walk-up-sent = La commande est en route.
notice-walk-up = { $number } est dans la file : { $drink }.
notice-walk-up-unanswered = Pas de réponse : renvoyez la commande, elle n'y sera pas deux fois.
notice-walk-up-kept = { $words } { $key } rouvre la commande.


## A line to everybody: phones and monitor show it

announce-title = Que dire à tout le monde ?
announce-take-down = Retirer : « { $text } »
announce-soon = Nous revenons dans quelques minutes.
announce-machine = La machine a besoin d'un instant. Votre commande garde sa place.
announce-busy = Beaucoup de commandes en ce moment : c'est un peu plus long.
announce-last = Dernières commandes dans dix minutes.
announce-other = En d'autres mots…
announce-writing = Avec vos mots : tout le monde les lit
announce-how-long = Pendant combien de temps ?
notice-announced = Tout le monde le lit pendant { $minutes } minutes.
notice-announce-unanswered = Pas de réponse : regardez si l'annonce est sur l'écran du bar.


## The rules of the bar: names of at most 24 cells

rule-title = Règles du bar
rule-capacity = Commandes à la fois
rule-window-drinks = Boissons par code
rule-window = Un code s'affiche
rule-day = Boissons/jour par client
rule-open = En cours par client
rule-grace = Ancien code valable
rule-submit = Temps pour choisir
rule-unclaimed = Expire en file après
rule-ready = Sur l'écran du bar
rule-amber = Orange à partir de
rule-red = Rouge à partir de
rule-orders = { $value }
rule-drinks = { $value }
rule-minutes = { $value } min
rule-seconds = { $value } s
rule-bounds = de { $min } à { $max }
rule-reading = Pour les changer, il faut un appareil de responsable.
notice-managers-rules = Lecture seule : les règles se changent sur un appareil de responsable.
notice-rules-unanswered = Pas de réponse : regardez si la règle a changé.
notice-rule-other = Quelqu'un d'autre a changé « { $rule } » : { $value }.
notice-rule-again = « { $rule } » a été changé en même temps : { $value } reste.


## For managers only

managers-title = Pour les responsables
managers-how = Chiffres et journal sont sur un appareil de responsable. Quelqu'un au serveur en crée le code :
notice-unread = Pas de réponse : les chiffres sont ceux d'avant.


## Today in figures

figures-title = La journée en chiffres
figures-coming = Ils arrivent.
figures-head = { $served ->
    [one] { $served } servie
   *[other] { $served } servies
}
# Half of all drinks, and 95 in a hundred, took no longer than these times.
figures-head-waiting = la moitié en { $usual }, 95 % en { $long }
figures-sums = La journée
figures-hours = Boissons par heure
# The signs of the two lines.
figures-waiting = Attente : { $usual } moitié, { $long } 95 %
figures-drinks = Par boisson
sum-served = Servies
sum-usual = La moitié prête en
sum-long = 95 sur 100 prêtes en
sum-longest = La plus longue attente
sum-under-way = En cours
sum-walk-ups = Commandes au comptoir
sum-by = Préparées par { $barista }
sum-cancelled-guest = Annulées par les clients
sum-cancelled-bar = Annulées par le bar
sum-cancelled = Annulées : { $reason }
sum-not-chosen = Expirées : aucun choix
sum-not-made = Expirées : pas à temps
away-wrong-code = Refus : code inconnu
away-old-code = Refus : ancien code
away-sold-out = Refus : code épuisé
away-closed = Refus : bar fermé
away-paused = Refus : pause
away-full = Refus : bar complet
away-has-order = Refus : déjà une commande
away-limit = Refus : limite du jour
away-drink = Refus : boisson épuisée
away-other = Refus : autre raison


## The log: who did what, one line each. Below, $what is a number with its drink, or a line

log-title = Qui a fait quoi
log-coming = Le journal arrive.
log-guest = Un client
log-device = Un appareil
log-local = Quelqu'un au serveur
log-bar = Le bar
log-nothing = rien
log-reserved = { $who } a pris une place
log-submitted = { $who } a commandé { $what }
log-walked-up = { $who } a saisi { $what }
log-making = { $who } a commencé { $what }
log-unmade = { $who } a remis en file { $what }
log-ready = { $who } a terminé { $what }
log-recalled = { $who } a repris { $what }
log-collected = { $who } a servi { $what }
log-aged-out = { $what } a quitté l'écran du bar
log-cancelled = { $who } a annulé { $what }
log-expired = Expirée : { $what }
log-opened = { $who } a ouvert le bar
log-closed = { $who } a fermé le bar
log-paused = { $who } a mis le bar en pause
log-resumed = La pause était finie
log-window = Un nouveau code
log-window-shown = Le code s'affiche de nouveau
log-window-hidden = Le code est caché
log-window-resized = Le code donne un autre nombre de boissons
log-rules = { $who } a changé les règles
log-stock = { $who } a marqué ; épuisé maintenant : { $what }
log-menu = { $who } a mis une autre carte ; épuisé maintenant : { $what }
log-announced = { $who } a dit : { $what }
log-taken-down = { $who } a retiré l'annonce
log-announcement-over = L'annonce s'est terminée
log-paired = { $who } est associé
log-pairing = { $who } a créé un code d'association
log-revoked = { $who } a dissocié un appareil : { $what }
log-device-renamed = { $who } a renommé un appareil : { $what }
log-badges = { $who } a chargé une liste de badges
log-signed-in = { $who } a ouvert sa session
log-signed-out = { $who } a fermé sa session
log-renamed = { $who } a changé de nom
log-forgotten = { $who } a été oublié
# A word of the journal that has no text yet.
log-other = { $who } : { $what }


## Sound: how the board calls somebody who looks elsewhere

sound-title = Son
sound-mute = couper le son
sound-unmute = remettre le son
sound-try = essayer
sound-bell = sonnerie
sound-flash = flash
sound-both = sonnerie et flash
# In the top line, while nothing calls.
sound-muted = muet
