// What stories write into cases, as short as it can be said: each line becomes one action with its input.
import { randomId } from "@safe-conduct/sealing/seal"
import { law } from "@safe-conduct/russia-canada"
import type { ProceedingEvent } from "@safe-conduct/domain/proceeding"
import type { ConsentScope } from "@safe-conduct/domain/consent"

export interface Act {
  readonly does: string
  readonly input: object
}

/** A place of the programme's own list: the stories invent people and no jails. */
export function place(code: string) {
  const found = law.facilities.find((one) => one.code === code)
  if (found === undefined) throw new Error(`no such place: ${code}`)
  const { name, state, staging, timeZone } = found
  return { code, name, state, staging, timeZone }
}

export type Told = "locator" | "counsel" | "family" | "call" | "person"

export const held = (person: string, code: string, since: string, how: Told = "locator", confirmed?: string): Act => ({
  does: "record-custody",
  input: { person, facility: place(code), since, how, ...(confirmed === undefined ? {} : { confirmed }) },
})
export const elsewhere = (person: string, where: "free" | "foster-care" | "orr", since: string, state?: string, name?: string): Act => ({
  does: "record-custody",
  input: {
    person,
    where,
    since,
    how: "family",
    facility: { ...(name === undefined ? {} : { name }), ...(state === undefined ? {} : { state }) },
  },
})
export const seen = (person: string, at: string, how: "locator" | "counsel" | "family" | "call" = "locator"): Act =>
  event(person, { type: "custody.confirmed", at, how } as ProceedingEvent)
export const event = (person: string, what: object): Act => ({ does: "record-event", input: { person, event: what } })
export const counsel = (
  person: string,
  name: string,
  what: "all" | "trial" | "appeal" | "custody",
  since: string,
  more: object = {},
): Act => ({
  does: "record-counsel",
  input: { person, name, for: what, since, ...more },
})
export const note = (text: string, person?: string): Act => ({
  does: "write-note",
  input: { kind: "note", text, ...(person === undefined ? {} : { person }) },
})
export const call = (text: string, person?: string): Act => ({
  does: "write-note",
  input: { kind: "call", direction: "in", text, ...(person === undefined ? {} : { person }) },
})
export const more = (person: string, facts: object): Act => ({ does: "describe-person", input: { person, ...facts } })
export const owner = (member: string): Act => ({ does: "take-case", input: { owner: member } })
export const publicity = (how: "no" | "ask" | "yes"): Act => ({ does: "set-publicity", input: { publicity: how } })
export const task = (text: string, given: { readonly person?: string; readonly for?: string; readonly due?: string } = {}): Act => ({
  does: "add-task",
  input: { task: randomId(), text, ...given },
})
export const question = (text: string, person?: string): Act => ({
  does: "ask-next",
  input: { id: randomId(), text, ...(person === undefined ? {} : { person }) },
})
export const wish = (person: string, how: "go" | "stay", by: "person" | "guardian" = "person"): Act => ({
  does: "record-wish",
  input: { person, wish: how, how: by },
})

export const claim = (id: string, person: string, kind: string, what: string, when: string, where: string, core = true): Act => ({
  does: "state-claim",
  input: { claim: id, person, kind, what, when, where, core },
})
export interface Proof {
  readonly source: string
  readonly origin: string
  readonly authenticity?: string
  readonly identity?: string
  readonly dated?: string
  readonly note?: string
}
/** A file that is kept already, or a statement in words. */
export const evidence = (
  claims: readonly string[],
  from: { readonly file: string } | { readonly statement: string },
  proof: Proof,
): Act => ({
  does: "bind-evidence",
  input: { evidence: randomId(), claims, ...from, authenticity: "verified", identity: "verified", ...proof },
})

/** Her own written word, in her own language. */
export const consent = (person: string, scope: ConsentScope, at: number, given: object = {}): Act & { readonly id: string } => {
  const id = randomId()
  return {
    id,
    does: "give-consent",
    input: { id, consent: { person, scope, givenBy: { who: "person" }, how: "written", version: 1, language: "ru", at, ...given } },
  }
}
