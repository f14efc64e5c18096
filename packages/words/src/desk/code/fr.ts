// What codes ask, in French.
import { phrases } from "../../phrases/fr.ts"
import type { CodeWords } from "./index.ts"

export const code = {
  phrases,
  title: "Demandé par code, non confirmé",
  lede: "Quiconque a les 13 mots peut demander cela. Rien ne change tant qu’une personne connue auparavant n’a pas dit la même chose.",
  wishes: {
    "withdraw-consent": "retire un consentement",
    "change-contact": "demande de changer le contact",
    "forget-me": "demande d’être oublié",
    correct: "signale une erreur",
    spoken: "dit que les mots ont été lus au téléphone",
  },
  settle: "Confirmer ou écarter",
  path: "Joint par",
  pathMore: "Seulement les voies notées ici avant que cela ne soit demandé.",
  noPath: "Aucune voie n’était notée avant cette demande : elle ne peut pas être confirmée.",
  who: { asker: "la personne qui demande", counsel: "l’avocat" },
  by: "Qui l’a dit",
  byMissing: "Écrivez qui l’a dit.",
  confirm: "On dit la même chose : confirmer",
  confirmed: "Confirmé",
  why: "Pourquoi cela n’est pas fait",
  whyMissing: "Écrivez pourquoi.",
  putAside: "Écarter",
  aside: "Écarté",
  taskWithdrawn:
    "Un consentement a été retiré par code. Rien n’est transmis. Demandez s’il faut noter le retrait ou un nouveau consentement.",
  spoken: {
    mark: "Les mots ont été entendus",
    sure: "Désormais, seules des phrases fixes partent vers cette boîte. Cela ne se reprend pas.",
    go: "Oui, phrases fixes seulement",
    marked: "Désormais, seules des phrases fixes y partent",
    now: "Ces mots ont été dits là où d’autres peuvent écouter. Seules des phrases fixes y partent : aucun nom, aucun lieu.",
    choose: "choisir une phrase",
    sentence: "Phrase",
  },
  word: { give: "Donner un mot pour les appels", name: "Mot pour les appels", more: "retrouve le dossier quand on appelle, n’ouvre rien" },
  lost: {
    open: "Mots perdus…",
    title: "Une nouvelle demande à la place d’une ancienne",
    text: "Appelez par une voie notée avant l’arrivée de la nouvelle demande. Un second membre signe. Ensuite, les réponses vont à la nouvelle boîte seulement.",
    old: "Ancienne demande",
    new: "Nouvelle demande",
    go: "Proposer",
    done: "Proposé. Un second membre signe.",
    replaced: "Remplacée : les mots étaient perdus. Les réponses vont à la boîte plus récente.",
  },
} as const satisfies CodeWords
