// The sentence for everybody that tests are about.
import { plainDateOf } from "../time/index.ts"
import type { PublicStatement } from "./statements.ts"

export const statementSignature = `${"A".repeat(86)}==`

export const notice = (number = 1): Extract<PublicStatement, { readonly what: "notice" }> => ({
  what: "notice",
  number,
  on: plainDateOf("2026-11-23"),
  until: plainDateOf("2026-11-30"),
  text: {
    en: "Two flights left this week. Write to us now.",
    fr: "Deux vols sont partis cette semaine. Écrivez-nous maintenant.",
    ru: "На этой неделе ушли два рейса. Пишите нам сейчас.",
  },
})
