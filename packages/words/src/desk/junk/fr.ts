// Les mots pour classer beaucoup de demandes à la fois, en français.
import { plural } from "../../plural.ts"
import type { JunkWords } from "./index.ts"

const n = (count: number, one: string, other: string): string => plural("fr", count, { one, other })

export const junk = {
  page: "Indésirables",
  lede: "Les demandes qui disent la même chose sont ensemble. Ce qui peut venir d’une personne est marqué, et n’est jamais choisi avec le reste.",
  fromTray: "En classer beaucoup à la fois",
  none: "Aucune demande n’attend : rien à classer.",
  groups: {
    "same-words": (count) => n(count, "demande presque dans les mêmes mots", "demandes presque dans les mêmes mots"),
    "no-words": (count) => n(count, "demande sans un mot de texte", "demandes sans un mot de texte"),
    "own-words": (count) => n(count, "demande dans ses propres mots", "demandes dans leurs propres mots"),
  },
  groupMore: {
    "no-words": "Quatre questions et un nom : c’est peut-être tout ce que quelqu’un a eu le temps d’écrire.",
    "own-words": "Aucune de celles-ci ne ressemble à une autre. Lisez avant de choisir.",
  },
  marks: {
    unreadable: "illisible",
    danger: "danger",
    wake: "demande de réveiller quelqu’un",
    known: "nous connaissons peut-être cette personne",
    "asked-before": "a déjà demandé",
    wrote: "a écrit de nouveau",
    files: "fichiers",
    number: "numéro A",
    dated: "une date est donnée",
  },
  choosePlain: (count) => `Choisir ${n(count, "demande que rien ne distingue", "demandes que rien ne distingue")}`,
  chooseMarked: (count) => `Choisir aussi ${n(count, "demande marquée", "demandes marquées")}`,
  markedMore: "Regardez d’abord celles-ci une à une : une personne peut se trouver au milieu d’un flot.",
  chooseNone: "N’en choisir aucune",
  more: (count) => `En montrer ${n(count, "autre", "autres")}`,
  preview: "Regarder",
  hide: "Masquer",
  why: "Pourquoi",
  whyHint: "La même lettre de nombreuses fois ; une publicité.",
  whyMissing: "Écrivez pourquoi. Cela figure au registre pour chacune.",
  close: (count) => `Classer ${n(count, "demande indésirable", "demandes indésirables")}`,
  nothing: "Choisissez au moins une demande.",
  closed: (count) => n(count, "demande classée indésirable.", "demandes classées indésirables."),
  left: (count) =>
    n(count, "laissée telle quelle : quelqu’un l’a prise entre-temps.", "laissées telles quelles : quelqu’un les a prises entre-temps."),
  undo: "Annuler",
  undoWhy: "annulé",
  undone: (count) => n(count, "demande est de retour.", "demandes sont de retour."),
  closing: "Un instant : chacune est signée à part.",
  before: "Classées indésirables auparavant",
  beforeNone: "Aucune jusqu’ici.",
  back: "Retour aux demandes",
  keys: "j et k avancent, Espace choisit, Entrée montre",
} satisfies JunkWords
