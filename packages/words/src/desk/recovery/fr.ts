// Les mots sur la clé de secours, en français.
import { plural } from "../../plural.ts"
import type { RecoveryWords } from "./index.ts"

const n = (count: number, one: string, other: string): string => plural("fr", count, { one, other })

export const recovery = {
  page: "Clé de secours",
  lede: "Pour le jour où plus aucun membre ne pourrait ouvrir ce bureau. Cette clé lit ; elle ne peut ni signer, ni répondre, ni inscrire personne.",
  none: "Ce bureau n’a pas de clé de secours",
  noneText:
    "Si tous les membres perdent leurs accès, plus personne n’ouvre rien. Une telle clé est aussi une porte : trois dépositaires d’accord, ou contraints, lisent tout. Décidez ensemble si vous la voulez.",
  how: "Comment elle se fait, loin de ce bureau",
  steps: [
    ["Chacun des cinq dépositaires crée une clé sur une machine à lui", "safe-conduct recovery trustee"],
    ["Deux personnes partagent la clé de secours sur une machine sans réseau, effacée ensuite", "safe-conduct recovery split"],
    ["Deux administrateurs la certifient, d’après l’empreinte lue à haute voix", "safe-conduct recovery certify"],
  ],
  has: "Ce bureau a une clé de secours",
  needs: (threshold, shares) =>
    `${threshold} dépositaires sur ${shares}, ensemble, ouvrent le bureau à partir d’une copie de ses données. Moins nombreux, ils n’ouvrent rien.`,
  number: "Cérémonie",
  print: "Empreinte",
  printMore: "Elle doit être celle qui a été lue à haute voix lors de la cérémonie.",
  trustees: "Qui sont les dépositaires",
  trusteesText: [
    "Le bureau ne le sait pas, exprès : qui force un membre à l’ouvrir ne doit pas apprendre chez qui aller ensuite. Leurs noms sont sur le papier de la cérémonie.",
    "Une fois par an, chaque dépositaire vérifie que sa part s’ouvre encore et vous le dit. Si deux sur cinq ont disparu, tenez une nouvelle cérémonie tant qu’il en reste trois.",
  ],
  covers: "Ce qu’elle pourrait ouvrir aujourd’hui",
  coversText:
    "Ce qui a été écrit avant la cérémonie, et plus depuis, peut lui échapper. Vérifier lit chaque dossier que vous pouvez lire : cela prend du temps.",
  check: "Tout vérifier",
  checking: "Lecture de chaque flux",
  whole: (count) => `Elle les ouvre tous : ${n(count, "flux vérifié", "flux vérifiés")}.`,
  gaps: (count) => n(count, "flux lui échappe", "flux lui échappent"),
  unread: (count) =>
    n(count, "a été détruit, ou ne peut être lu par vous en ce moment.", "ont été détruits, ou ne peuvent être lus par vous en ce moment."),
  gapNames: {
    register: "le registre",
    members: "les noms des membres",
    drawer: "votre propre tiroir",
    keys: "une clé des demandes",
    proposal: "Proposition",
    case: "Dossier",
  },
  mend: "L’y ajouter",
  mendMore:
    "Chacun reçoit une nouvelle clé, scellée aussi pour la clé de secours. Les tiroirs des autres membres suivent quand ils entrent.",
  mended: "Plus rien ne lui échappe.",
  yearly: "safe-conduct recovery check",
  reads:
    "S’en servir ne laisse aucune trace sur ce bureau : les dépositaires lisent une copie, ailleurs. Ce qui a été lu ce jour-là, les membres ne l’apprennent que d’eux.",
} satisfies RecoveryWords
