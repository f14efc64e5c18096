// What a member should hear before sealing, and what no fold will ever hold against her: what is missing or odd, roles, thin evidence.
// What cannot be at all is not advice (mistake.ts).
import type { ActionName, InputOf } from "./registry.ts"
import type { Consent } from "../consent/consent.ts"
import { onlyInPerson, reachesGovernment } from "../consent/scope.ts"
import type { Role, Signature } from "../evidence/policy.ts"
import { judge } from "../evidence/standard.ts"
import { ageAt, dayMonthSwapped } from "../person/date.ts"
import { ordersWithoutUntil } from "../proceeding/stay.ts"
import { type Refusal, refusal } from "../refusal.ts"
import type { PlainDate } from "../time/index.ts"
import type { CaseEnv } from "./action.ts"
import type { CustodyTyped } from "./actions/record-custody.ts"
import type { CaseAct, FoldedCase } from "./fold.ts"
import { bornOf } from "./person.ts"
import { pinnedPolicy } from "./pinned.ts"
import { dayOf } from "./views/family.ts"
import { dossierOf } from "./views/dossier.ts"
import { counselOf } from "./views/people.ts"

export interface Advised {
  readonly by: string
  readonly at: number
  readonly roles?: readonly Role[]
}

const signs: Partial<Record<ActionName, Signature>> = {
  "commit-reading": "read",
  "reveal-reading": "read",
  recommend: "recommend",
  approve: "approve",
  "propose-split": "split",
  "lower-urgency": "lower-urgency",
}

/** Codes with their places, most important first; an empty list means that nothing seems odd. */
export function adviseCase(from: FoldedCase, act: CaseAct, acting: Advised, env: CaseEnv): readonly Refusal[] {
  const advice = [roleAdvice(from, act, acting, env), ...(advisers[act.does]?.(from, act.input as never, acting, env) ?? [])]
  return advice.filter((one): one is Refusal => one !== null)
}

function roleAdvice(from: FoldedCase, act: CaseAct, { roles }: Advised, env: CaseEnv): Refusal | null {
  const signature = signs[act.does]
  const policy = pinnedPolicy(from.state, env)
  if (signature === undefined || policy === null || roles === undefined) return null
  return policy.signers[signature].some((role) => roles.includes(role)) ? null : refusal("not-your-role", undefined, { act: signature })
}

type Adviser<N extends ActionName> = (from: FoldedCase, input: InputOf<N>, acting: Advised, env: CaseEnv) => readonly (Refusal | null)[]

/** Read the other way round it is a day too: on American papers the month stands first. */
function eitherWay(born: PlainDate | undefined): Refusal | null {
  const other = born === undefined ? null : dayMonthSwapped(born)
  return other === null ? null : refusal("day-month-ambiguous", "/born", { other })
}

const advisers: { readonly [N in ActionName]?: Adviser<N> } = {
  "add-person": (_from, { born }) => [eitherWay(born)],
  "describe-person": (_from, { born }) => [eitherWay(born)],
  "record-event": (_from, { event }) => [ordersWithoutUntil([event]) ? refusal("order-without-until", "/event/until") : null],
  "record-custody": (_from, input) => [placeAdvice(input)],
  "give-consent": (from, { consent }, { at }, env) => {
    const policy = pinnedPolicy(from.state, env)
    const born = bornOf(from.state, consent.person)
    const adult = born === undefined || policy === null || ageAt(born, dayOf(at)) >= policy.consents.adultAt
    return [
      adult && consent.givenBy.who !== "person" && onlyInPerson(consent.scope) ? refusal("kept-as-reported", "/consent/givenBy") : null,
      ...spokenAlone(consent),
    ]
  },
  recommend: (from, input, _acting, env) => {
    const policy = pinnedPolicy(from.state, env)
    if (policy === null || input.outcome !== "met") return []
    return [judge(dossierOf(from.state, input.person), policy.standard).met ? null : refusal("standard-not-met", "/outcome")]
  },
  "answer-request": (from, input) => {
    const people = from.state.requests.find((row) => row.ask === input.ask)?.people ?? []
    const locked = people.some(({ person }) => counselOf(from.state, person).some((row) => row.onlyThroughCounsel === true))
    return [locked ? refusal("contact-through-counsel", "/ask") : null]
  },
  "record-arrival": (from, input) => [
    from.state.handOvers.some((row) => row.person === input.person) ? null : refusal("no-hand-over-recorded", "/person"),
  ],
  "close-case": (from) => [from.state.tasks.length > from.state.tasksDone.length ? refusal("tasks-open") : null],
}

/** As it was typed: what the schema fills in is not there yet. */
function placeAdvice({ where = "detained", facility = {} }: CustodyTyped): Refusal | null {
  if (where !== "detained" || facility.code !== undefined) return null
  return refusal(facility.name === undefined ? "place-missing" : "facility-unknown", "/facility")
}

/** What a spoken yes lacks before it carries anything to a government. */
function spokenAlone(consent: Consent): readonly Refusal[] {
  if (consent.how !== "oral" || !reachesGovernment(consent.scope)) return []
  return [
    ...(consent.interpreter === undefined ? [refusal("consent-interpreter-needed", "/consent/interpreter")] : []),
    ...(consent.witness === undefined ? [refusal("consent-second-witness-needed", "/consent/witness")] : []),
    ...(consent.readBack === true ? [] : [refusal("consent-read-back-needed", "/consent/readBack")]),
  ]
}
