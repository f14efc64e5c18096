// What still speaks against a claim. It is answered with a reason or it stays; time and votes do not answer it.
import type { Doubt, Dossier, Reading } from "./dossier.ts"
import type { EvidenceItem } from "./item.ts"
import type { EvidenceStandard } from "./policy.ts"

export interface Open {
  /** Contrary items without an answer. A doubtful one stands too: it is cheap to answer and dear to overlook. A refuted one does not. */
  readonly contrary: readonly EvidenceItem[]
  readonly doubts: readonly Doubt[]
  /** Readers whose latest reading is "not established" and who were not answered. */
  readonly dissent: readonly Reading[]
}

/** A doubt is closed only with a reason: a bare "closed" tells the next reader nothing. */
export function isAnswer(doubt: Doubt): boolean {
  return doubt.closed && (doubt.reason ?? "").trim() !== ""
}

/** A reader who reads again replaces what they said before; the order of the list is the order of time. */
export function latestReadings(readings: readonly Reading[], claim: string): Reading[] {
  const latest = new Map<string, Reading>()
  for (const reading of readings) if (reading.claim === claim) latest.set(reading.reader.trim(), reading)
  return [...latest.values()]
}

/**
 * What is open on one claim. An answer that names its contrary item or dissenting reader answers that one. An answer that names
 * nothing answers one thing not otherwise answered, contrary items first, so that an old answer cannot silence two later facts.
 */
export function openOn(claim: string, dossier: Dossier, standard: EvidenceStandard): Open {
  const doubts = dossier.doubts.filter((doubt) => doubt.claim === claim)
  const answers = doubts.filter(isAnswer)
  const about = new Set(answers.map((doubt) => doubt.evidence))
  const heard = new Set(answers.map((doubt) => doubt.reader?.trim()))
  let spare = answers.filter((doubt) => doubt.evidence === undefined && doubt.reader === undefined).length
  const unanswered = <T>(rows: readonly T[]): T[] => {
    const left = rows.slice(spare)
    spare = Math.max(0, spare - rows.length)
    return left
  }
  const contrary = dossier.evidence.filter((item) => item.contrary && item.authenticity !== "refuted" && item.claims.includes(claim))
  const dissent = latestReadings(dossier.readings, claim).filter((reading) => reading.finding === "not-established")
  return {
    contrary: unanswered(contrary.filter((item) => !about.has(item.id))),
    doubts: doubts.filter((doubt) => !isAnswer(doubt)),
    dissent: standard.dissentBars ? unanswered(dissent.filter((reading) => !heard.has(reading.reader.trim()))) : [],
  }
}
