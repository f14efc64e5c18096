// From the vault's facts of a letter to the paper's: the same allow-list, with the names of the issuer, the standard and the country.
import type { LetterDraft, StandIn } from "@safe-conduct/client/member"
import type { Document } from "@safe-conduct/paper"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"
import type { PaperLanguage } from "./sealed-paper.ts"

export type AllWords = Readonly<Record<PaperLanguage, CaseWords>>
type Paper = typeof import("@safe-conduct/paper")

const standards: Readonly<Record<string, Readonly<Record<PaperLanguage, string>>>> = {
  "beyond-doubt": { en: "Established beyond doubt", fr: "Établi hors de doute", ru: "Установлено вне сомнений" },
}
const favour = { met: "favourable", "not-met": "unfavourable", deferred: "deferred" } as const

export function letterDocument(paper: Paper, draft: LetterDraft, words: AllWords, language: PaperLanguage, seal: StandIn): Document {
  const { outcome, reasons, instrument, standard, person, ...facts } = draft.facts[language]
  const { country } = words[language].labels.pick
  const { citizenship, ...rest } = person
  const given = {
    ...facts,
    person: { ...rest, ...(citizenship === undefined ? {} : { citizenship: country[citizenship as keyof typeof country] ?? citizenship }) },
    standard: { ...standard, name: standards[standard.name]?.[language] ?? standard.name },
    issuer: words[language].letters.issuer,
    seal,
  }
  // What the vault hands over is read-only; the paper's makers copy it. Their schemas refuse anything that does not fit.
  if (draft.kind === "finding") return paper.finding({ ...given, instrument } as unknown as Parameters<Paper["finding"]>[0])
  const decided = { ...given, instrument, outcome: favour[outcome], reasons: [reasons] }
  return paper.decision(decided as unknown as Parameters<Paper["decision"]>[0])
}
