// Frozen histories: what was once judged is judged the same for ever. A digest that changes is a rule that was changed under
// people's findings; the way on is a new version in a new edition, with a history of its own, and never a new digest here.
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { caseKind } from "../case/fold.ts"
import { compartmentKind } from "../compartment/fold.ts"
import { type PinnedPolicy, pinPolicies } from "../decision/policy-pin.ts"
import { drawerKind } from "../drawer/fold.ts"
import type { Policy } from "../evidence/policy.ts"
import { membersKind } from "../members/fold.ts"
import { proposalKind } from "../proposals/fold.ts"
import { registerKind } from "../register/fold.ts"
import type { Surroundings } from "./action.ts"
import { canonical } from "./canonical.ts"
import { latestEdition } from "./editions.ts"
import { emptyFold, type Folded, foldStream, type StreamKind } from "./fold.ts"
import type { Line } from "./line.ts"

interface History {
  readonly stream: "case" | "proposal" | "register" | "members" | "drawer" | "compartment"
  readonly edition: number
  readonly policies?: readonly Policy[]
  readonly admins?: readonly string[]
  /** What members did at the desk: in which stream it is told, and from which place of it on who had which roles. */
  readonly roles?: {
    readonly stream: string
    readonly told: Readonly<Record<string, readonly (readonly [from: number, roles: readonly string[]])[]>>
  }
  readonly lines: readonly Line[]
  readonly refused: readonly (readonly [seq: number, error: string])[]
  readonly digest: string
}

interface Env extends Surroundings {
  readonly policies: readonly PinnedPolicy[]
  readonly admins: readonly string[]
}
const kinds = {
  case: caseKind,
  proposal: proposalKind,
  register: registerKind,
  members: membersKind,
  drawer: drawerKind,
  compartment: compartmentKind,
} as unknown as Readonly<Record<History["stream"], StreamKind<unknown, Env>>>
const folder = join(import.meta.dirname, "../../../../test-vectors/histories")
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as History
const histories = readdirSync(folder).filter((name) => name.endsWith(".json"))

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex")
const envOf = ({ roles, policies, admins }: History) => ({
  sha256,
  policies: pinPolicies(policies ?? [], sha256),
  admins: admins ?? [],
  ...(roles === undefined
    ? {}
    : {
        roles: {
          stream: roles.stream,
          at: (member: string, seq: number) => roles.told[member]?.findLast(([from]) => from <= seq)?.[1] ?? [],
        },
      }),
})
const digest = ({ state, edition, seq, refused, beyond }: Folded<unknown>) => sha256(canonical({ state, edition, seq, refused, beyond }))

describe.each(histories)("%s", (name) => {
  const history = read(name)
  const kind = kinds[history.stream]
  const env = envOf(history)
  const start = emptyFold(kind.empty)

  test("folds to its pinned digest, with the same refusals", () => {
    const folded = foldStream(kind, start, history.lines, env)
    expect(folded.refused.map((one) => [one.seq, one.refusal.error])).toEqual(history.refused)
    expect(digest(folded)).toBe(history.digest)
  })

  test("folds to it from any page on", () => {
    for (let cut = 0; cut <= history.lines.length; cut++) {
      const first = JSON.parse(JSON.stringify(foldStream(kind, start, history.lines.slice(0, cut), env))) as Folded<unknown>
      expect(digest(foldStream(kind, first, history.lines.slice(cut), env))).toBe(history.digest)
    }
  })
})

describe("every kind of stream", () => {
  test.each(Object.keys(kinds) as History["stream"][])(
    "%s has a history for each edition, in which each of its actions is accepted",
    (stream) => {
      const kind = kinds[stream]
      for (let edition = 1; edition <= latestEdition(kind.editions); edition++) {
        const own = histories.map(read).filter((history) => history.stream === stream && history.edition === edition)
        const accepted = own.flatMap((history) => {
          const refused = new Set(history.refused.map(([seq]) => seq))
          return history.lines.filter((line) => !refused.has(line.seq)).map((line) => (line.plain as { does?: string }).does)
        })
        const never = Object.keys(kind.editions[edition] ?? {}).filter((does) => does !== "begin-edition" && !accepted.includes(does))
        expect(never).toEqual([])
      }
    },
  )
})
