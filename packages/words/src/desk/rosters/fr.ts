import { plural } from "../../plural.ts"
import type { RosterWords } from "./index.ts"

const cases = (count: number): string => plural("fr", count, { one: "dossier", other: "dossiers" })

export const rosters: RosterWords = {
  renewing: "Nouvelles clés des dossiers",
  renewed: (done, of) => `${cases(done)} sur ${of} ${done < 2 ? "a" : "ont"} une nouvelle clé`,
  here: "Ce poste les change maintenant, les plus urgents d’abord. Continuez à travailler. Si vous le fermez, la prochaine personne connectée continuera.",
  elsewhere: "Un autre poste les change. S’il est fermé, celui-ci continue de lui-même dans la minute.",
  notHandedOn: (count) => `${cases(count)} pas encore transmis jusqu’à vous`,
  notHandedOnMore:
    "Les postes de vos collègues les transmettent l’un après l’autre, les plus urgents d’abord. D’ici là, les listes et les dates affichées ici ne sont pas complètes.",
  restrict: "Restreint : au début, vous seule ou seul le lisez. Dans le dossier, vous ajoutez d’autres personnes.",
  readBy: (names) => `Lu par ${names}.`,
  change: "Changer qui le lit",
  changeTitle: "Qui lit ce dossier",
  changeHint:
    "Qui est ajouté lit tout, depuis la première ligne. Qui est retiré ne lit rien de ce qui viendra, et garde ce qui a été lu. Le journal montre le changement. Vous restez sur la liste.",
  why: "Pourquoi",
  whyHint: "Reste dans le journal, à côté de votre nom. Qui lit le dossier le voit.",
  changeGo: "Changer",
  changed: "La liste est changée",
  otherwise: "La liste des personnes qui lisent a été changée, et le journal ne dit pas par qui. Demandez à celles qui lisent ce dossier.",
}
