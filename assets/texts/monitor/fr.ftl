# The overhead monitors in French.


## The code

code-scan = Scannez et commandez
code-left = { $left ->
    [one] Encore { $left } boisson
   *[other] Encore { $left } boissons
}
code-turns = Nouveau code dans { $time }
code-address = ou ouvrez { $address }
code-wifi = Wi-Fi : { $name }


## The numbers

ready-title = Prêt
ready-none = Votre numéro s'affiche ici.
ready-spoken = Le numéro { $number } est prêt.
preparing-title = En préparation
preparing-none = Personne n'attend.


## Why there is no code

sold-out = Tout est parti pour l'instant
    .next = Prochain code dans { $time }
    .why = Les boissons sont en préparation.
full = Les baristas sont à plein régime
    .why = Le code revient dès qu'une boisson est prête.
paused = Petite pause
    .soon = Nous revenons bientôt.
    .until = { $minutes ->
        [one] Reprise à { $time }, dans une minute.
       *[other] Reprise à { $time }, dans { $minutes } minutes.
    }
closed = Fermé
    .code = À l'ouverture du bar, le code s'affiche ici.
    .opens = { $day ->
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
turning = Un instant
    .next = Le prochain code arrive.
connecting = En attente du bar
    .self = L'écran démarre tout seul dès que le serveur tourne.
line-lost = Pas de code pour l'instant
    .self = L'écran a perdu la liaison avec le bar. Elle revient toute seule.
unpaired = Non associé
wifi-join = Rejoindre le Wi-Fi


## Over numbers that may have moved on

stale-now = Liaison coupée. Ces numéros datent d'il y a un instant.
stale-minutes = { $minutes ->
    [one] Liaison coupée. Ces numéros datent d'il y a une minute.
   *[other] Liaison coupée. Ces numéros datent d'il y a { $minutes } minutes.
}
stale-hours = { $hours ->
    [one] Liaison coupée. Ces numéros datent d'il y a une heure.
   *[other] Liaison coupée. Ces numéros datent d'il y a { $hours } heures.
}
