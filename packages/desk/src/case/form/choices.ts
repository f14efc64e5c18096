// What can be chosen where a field refers to something in the case: each with the words by which a reader knows it.
import { openQuestions, openTasks, splitOf } from "@safe-conduct/domain/case"
import type { OpenCase } from "../case-context.ts"
import { eachRule } from "../programme.ts"
import type { ReferenceKind } from "./spec.ts"

export interface Choice {
  readonly value: string
  readonly label: string
}

const short = (text: string, most = 80): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

const tables: Readonly<Record<ReferenceKind, (open: OpenCase) => readonly Choice[]>> = {
  person: ({ view, personName }) => view.people.map(({ person }) => ({ value: person, label: personName(person) })),
  member: ({ view, nameOf }) => view.roster.map(({ member }) => ({ value: member, label: nameOf(member) })),
  claim: ({ view, personName }) =>
    view.state.claims.map((row) => ({ value: row.claim, label: `${personName(row.person)}: ${short(row.what)}` })),
  evidence: (open) => open.view.state.evidence.map((row) => ({ value: row.evidence, label: evidenceName(open, row.evidence) })),
  file: ({ view }) =>
    view.files.map(({ file, name, caption }) => ({ value: file.id, label: caption === "" ? name : `${name}: ${short(caption)}` })),
  consent: ({ view, words, personName }) =>
    view.state.consents
      .filter((row) => !view.state.withdrawals.some((one) => one.consent === row.id))
      .map(({ id, consent }) => ({ value: id, label: `${personName(consent.person)}: ${words.labels.pick.scope[consent.scope]}` })),
  task: ({ view }) => openTasks(view.state).map((row) => ({ value: row.task, label: short(row.text) })),
  question: ({ view }) => openQuestions(view.state).map((row) => ({ value: row.id, label: short(row.text) })),
  doubt: ({ view }) =>
    view.state.doubts
      .filter((row) => !view.state.doubtAnswers.some((one) => one.doubt === row.doubt))
      .map((row) => ({ value: row.doubt, label: short(row.text) })),
  transfer: ({ view, personName }) =>
    view.state.transfers.map((row) => ({ value: row.transfer, label: `${personName(row.person)}: ${short(row.route)}` })),
  letter: ({ view }) => [...new Set(view.state.letters.map((row) => row.number))].map((number) => ({ value: number, label: number })),
  split: ({ view }) => {
    const split = splitOf(view.state)?.split
    return split === undefined ? [] : [{ value: split.made.hash, label: short(split.reason) }]
  },
  mailbox: ({ view }) => view.state.requests.map((row) => ({ value: row.ask, label: row.asker.name ?? row.ask.slice(0, 6) })),
  rule: ({ words }) => eachRule.map((id) => ({ value: id, label: words.labels.rules[id] })),
}

export const choicesOf = (of: ReferenceKind, open: OpenCase): readonly Choice[] => tables[of](open)

export function evidenceName({ view, words }: Pick<OpenCase, "view" | "words">, evidence: string): string {
  const row = view.state.evidence.find((one) => one.evidence === evidence)
  if (row === undefined) return evidence
  const file = view.files.find((one) => one.file.id === row.file)
  return `${words.labels.pick.source[row.source]}: ${short(file === undefined ? (row.statement ?? "") : file.caption || file.name)}`
}
