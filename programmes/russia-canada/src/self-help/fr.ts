// What to do within the hour, in French.
import type { SelfHelpText } from "@safe-conduct/domain/request"

export const fr: SelfHelpText = {
  steps: [
    {
      title: "Appelez l’avocat, quelle que soit l’heure",
      text: [
        "Donnez le numéro A, le lieu de détention, ce qui a été dit et à quelle heure, et dites que vous craignez un renvoi.",
        "Posez trois questions et notez les réponses : l’ordre est-il définitif ; qu’est-ce qui est déposé aujourd’hui, et devant quel tribunal ; un tribunal a-t-il ordonné un sursis, et jusqu’à quand. Un acte déposé n’arrête pas un avion à lui seul. Un sursis ordonné par un tribunal l’arrête.",
        "Si l’avocat ne s’occupe que de l’appel, demandez qui dépose aujourd’hui. S’il n’y a personne, dites-le en nous écrivant.",
      ],
    },
    {
      title: "Sachez où est la personne, à la minute",
      text: [
        "Une requête urgente va au tribunal du district où la personne est détenue au moment du dépôt. Chaque heure et chaque lieu comptent donc : notez qui l’a dit, et quand.",
        "Registre des détenus : locator.ice.gov. Le numéro A à neuf chiffres, et le pays de naissance tel qu’il figure dans les papiers ; qui est né en URSS peut être inscrit sous un autre pays. Il peut avoir huit heures de retard et ne montre personne de moins de 18 ans. « Introuvable » est aussi une nouvelle : notez l’heure.",
        "Ligne du tribunal : 1-800-898-7180, avec le numéro A, jour et nuit. Elle dit ce qui est prévu et si un appel a été reçu.",
      ],
    },
    {
      title: "Si la personne appelle",
      text: [
        "Dire à voix haute à un agent : “I am afraid to return to Russia.” Si un autre pays est nommé : celui-là aussi, aussitôt. Un tel avis peut laisser un jour, ou six heures.",
        "Ne rien signer qu’on ne puisse lire, demander un interprète et l’avocat.",
        "Demander le nom de l’agent et noter l’heure. La ligne est enregistrée : aucun nom de proche en Russie, rien sur les preuves.",
      ],
    },
    {
      title: "Préparez les papiers pour l’avocat",
      text: [
        "La décision du juge avec sa date, le reçu de l’appel, la convocation, une copie du passeport, la signature de la personne s’il y en a une. Des photos suffisent.",
      ],
    },
    {
      title: "Une demande au bureau régional",
      text: [
        "L’avocat peut demander au bureau de l’ICE qui détient la personne d’attendre (formulaire I-246, remis sur place). C’est une demande : elle n’arrête rien à elle seule et ne remplace pas un tribunal.",
      ],
    },
    {
      title: "À ne pas faire",
      text: [
        "Ne payez personne qui promet d’arrêter un avion. Ne publiez rien avant le oui de l’avocat. Si vos propres papiers ne sont pas en règle, n’allez pas vous-même au bureau : envoyez l’avocat.",
      ],
    },
  ],
}
