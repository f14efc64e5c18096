// A lawyer's folder, in French.
import { plural } from "../../plural.ts"
import type { FolderWords } from "./index.ts"

export const folder = {
  title: "Le dossier d’un avocat",
  lead: "Un code de 13 mots ouvre la liste de toutes les demandes envoyées sous ce code. Chaque client a aussi son propre code, que vous pouvez remettre seul.",
  open: "Ouvrir le dossier",
  make: "Créer les mots d’un nouveau dossier",
  made: "Les mots de votre nouveau dossier. Gardez-les pour vous : ils ouvrent la boîte de chaque client. Les demandes s’envoient sous ces mots avec la commande safe-conduct submit --folder.",
  looking: (found) => `Recherche… ${found} trouvées`,
  count: (count) => plural("fr", count, { one: "demande", other: "demandes" }),
  needed: (places) => `On attend quelque chose de vous : nº ${places}`,
  place: "Nº",
  state: "État",
  last: "Dernière réponse",
  noReply: "aucune encore",
  unread: "illisible pour le moment",
  openOne: "Ouvrir",
  hand: "Mots de ce client",
  handText: "Ces 13 mots ouvrent cette boîte seule et rien d’autre du dossier.",
  back: "Retour à la liste",
  again: "Regarder de nouveau",
  close: "Fermer le dossier",
} as const satisfies FolderWords
