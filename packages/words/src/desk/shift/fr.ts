// Les mots de la relève, en français.
import { plural } from "../../plural.ts"
import type { ShiftWords } from "./index.ts"

const n = (count: number, one: string, other: string): string => plural("fr", count, { one, other })

export const shift = {
  leave: "Passer la relève",
  leaveLede: "Que doit savoir la personne suivante ? Elle le lit en haut de la page jusqu’à ce qu’elle prenne la relève.",
  paragraph: "Un paragraphe",
  again: "Repartir des faits",
  leaveGo: "Passer la relève",
  left: "Relève passée. Le paragraphe est en haut de la page Aujourd’hui.",
  saidAt: (name, when) => `Relève passée par ${name}, ${when}`,
  mine: "Personne n’a encore pris la relève.",
  take: "Je prends la relève",
  took: "Relève prise.",
  takenBy: (name, when) => `relève prise par ${name}, ${when}`,
  draft: {
    red: (count, names) => `Urgences vitales (${count}) : ${names}.`,
    flights: (said) => `Vols : ${said}.`,
    opened: (count, names) => `Ouverts pendant cette garde (${count}) : ${names}.`,
    due: (count, names) => `À faire aujourd’hui (${count}) : ${names}.`,
    requests: (count) => n(count, "nouvelle demande.", "nouvelles demandes."),
    signatures: (count) => n(count, "chose attend une seconde signature.", "choses attendent une seconde signature."),
    replies: (count) => n(count, "réponse non ouverte.", "réponses non ouvertes."),
    looks: (count) => n(count, "recherche à faire.", "recherches à faire."),
    quiet: "Rien d’urgent, rien en attente.",
  },
  reviewed: (when) => `examiné, jusqu’à ${when}`,
  toDo: {
    title: "À faire",
    none: "Aucune tâche ouverte.",
    more: (count) => `${count} de plus`,
    task: "Tâche",
    waited: (day) => `attente jusqu’au ${day} finie : à revoir`,
    unreached: (days) => `personne n’a joint cette personne depuis ${n(days, "jour", "jours")}`,
    secondEars: "un second membre confirme le consentement oral",
    anyMember: "qui est là",
    anotherMember: "un autre membre",
    due: (day) => `pour ${day}`,
    mine: "vous",
    nobody: "personne encore",
    late: "échu",
  },
  alarm: {
    title: "Quelqu’un doit regarder maintenant",
    why: {
      deadline: "une date à tenir approche",
      "deadline-passed": "une date est passée",
      "stay-ends": "un sursis prend fin",
      flight: "heure d’un vol",
      hearing: "une audience",
      "check-in": "une convocation chez ICE",
      interview: "un entretien consulaire",
      "look-due": "une recherche est à faire",
      hold: "l’attente est finie",
    },
    seen: "Je regarde",
    soundOff: "Cette page n’a pas encore de son.",
    soundOn: "Activer le son",
  },
} satisfies ShiftWords
