// From the frozen rows to the note verbale and its annex. What a row does not say is not made up: the paper then refuses it.
import type { ProposalView } from "@safe-conduct/client/member"
import type { Document } from "@safe-conduct/paper"
import { policyInForce } from "./instrument.ts"

type Paper = typeof import("@safe-conduct/paper")
type Language = "en" | "fr"

export interface NoteForm {
  readonly place: string
  readonly from: string
  readonly to: string
  readonly marking: string
  readonly draft: boolean
  readonly annex: string
  readonly replyBy?: string
}

const numberOf = (view: ProposalView) => {
  const released = view.state.releases.at(-1)
  return { sequence: released?.number ?? 0, year: released?.year ?? 0 }
}

const standing = (view: ProposalView) => view.rows.filter((line) => !line.recalled)

export function noteDocument(paper: Paper, view: ProposalView, language: Language, form: NoteForm, on: string): Document {
  const reference = policyInForce(view)
  return paper.noteVerbale({
    language,
    number: numberOf(view),
    on,
    place: form.place,
    from: form.from,
    to: form.to,
    marking: form.marking,
    draft: form.draft,
    annex: form.annex,
    persons: standing(view).length,
    readiness: reference === null ? { state: "under-consideration" } : { state: "IN_FORCE", reference },
    canada: ["admission", "document-validity", "no-onward-removal", "cost"],
    unitedStates: [
      "no-removal-pending-reply",
      "notice-before-transfer",
      "no-sharing-with-russia",
      "family-coordination",
      "return-of-documents",
    ],
    ...(form.replyBy === undefined ? {} : { replyBy: form.replyBy }),
  })
}

export function annexDocument(paper: Paper, view: ProposalView, language: Language, form: NoteForm, on: string): Document {
  const lines = standing(view)
  const familyOf = (line: (typeof lines)[number]) => line.row["familyCode"]
  const rows = lines.map((line) => {
    const { row } = line
    const family = familyOf(line)
    const shared = family !== undefined && lines.filter((other) => familyOf(other) === family).length > 1
    return {
      ref: row["annexRef"],
      surname: row["surname"],
      given: row["given"],
      born: row["born"],
      citizenship: row["citizenship"],
      ...(row["aNumber"] === undefined ? {} : { aNumber: row["aNumber"] }),
      facility: row["facility"],
      ...(row["vehicle"] === undefined ? {} : { vehicle: row["vehicle"] }),
      document: {
        type: row["canadianDocument"] ?? "to-be-issued",
        ...(row["canadianDocumentValidUntil"] === undefined ? {} : { until: row["canadianDocumentValidUntil"] }),
      },
      // A code on one row alone would tell of somebody who is not in the annex.
      ...(shared ? { family } : {}),
      needs: (["minor", "escort", "medical"] as const).filter((need) => row[`needs${need[0]?.toUpperCase()}${need.slice(1)}`] === true),
    }
  })
  // The rows are open records; the paper's schema takes each apart and refuses what does not fit.
  return paper.noteAnnex({ language, annex: form.annex, number: numberOf(view), on, marking: form.marking, rows } as unknown as Parameters<
    Paper["noteAnnex"]
  >[0])
}
