// A change of law in one line of a reader's language.
import type { LawChange } from "@safe-conduct/domain/overlay"
import type { Facility } from "@safe-conduct/domain/custody"
import type { Language } from "@safe-conduct/words/choose.ts"
import type { CaseLabels } from "@safe-conduct/words/case/index.ts"
import type { LawWords } from "@safe-conduct/words/desk/law/index.ts"
import { colon } from "../app/colon.ts"
import { fullDay } from "../app/when.ts"

export interface ChangeTextGiven {
  readonly law: LawWords
  readonly labels: CaseLabels
  readonly language: Language
  readonly facilities: readonly Facility[]
  readonly nameOf: (member: string) => string
}

export function changeText(change: LawChange, { law, labels, language, facilities, nameOf }: ChangeTextGiven): string {
  const said = (of: string, what: string): string => `${of}${colon(language)}${what}`
  switch (change.what) {
    case "rule": {
      const day = (text: string | null | undefined): string | null => (text === null || text === undefined ? null : fullDay(language, text))
      const dates = law.effective(day(change.effectiveFrom), day(change.effectiveTo))
      const name = (labels.rules as Readonly<Record<string, string>>)[change.rule] ?? change.rule
      return said(name, [law.statuses[change.status], dates].filter(Boolean).join(", "))
    }
    case "staging":
      return law.staging(facilities.find((one) => one.code === change.facility)?.name ?? change.facility, change.staging)
    case "playbook":
      return said(
        `${law.kinds.playbook}, ${labels.triggers[change.trigger]}`,
        change.steps.map((step) => step.words[language]).join(" ") || "—",
      )
    case "notice":
      return said(`${law.kinds.notice} ${law.wheres[change.where]}`, change.text?.[language] ?? "—")
    case "snippet":
      return said(`${law.kinds.snippet} “${change.snippet}”`, change.text?.[language] ?? "—")
    case "duty-hours": {
      const hours = change.lines.map((row) => `${law.days[row.day - 1]} ${row.from}–${row.until} ${row.members.map(nameOf).join(", ")}`)
      return said(`${law.kinds["duty-hours"]} (${change.timeZone})`, hours.join("; ") || "—")
    }
  }
}
