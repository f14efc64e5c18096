// Tells a stream's story in tests: one sentence an entry, folded as it is told, so that a test reads as the rule it proves.
import type { Refusal } from "../refusal.ts"
import type { Surroundings } from "./action.ts"
import { emptyFold, type Folded, foldStream, guardsIn, type StreamKind } from "./fold.ts"
import type { Factor, Guard, Line } from "./line.ts"

/** Sixty-four hex digits that differ where the text differs: enough for stories, and no cryptography. */
export function storyHash(text: string): string {
  let hex = ""
  for (let part = 0; part < 8; part++) {
    let h = 0x811c9dc5 ^ Math.imul(part + 1, 0x9e3779b1)
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0
    hex += (h >>> 0).toString(16).padStart(8, "0")
  }
  return hex
}

export const streamId = (name: string): string =>
  [...name]
    .map((letter) => (/[a-z2-7]/.test(letter) ? letter : "a"))
    .join("")
    .padEnd(25, "a")
    .slice(0, 25)
    .concat("a")

export interface Told {
  readonly seq: number
  readonly hash: string
  readonly refusal: Refusal | null
}

export interface How {
  readonly at?: number
  readonly id?: string
  readonly guards?: readonly Guard[]
  readonly readers?: readonly string[]
  readonly editionSigned?: boolean
  readonly v?: number
  readonly factor?: Factor
}

/** The first day of every story. */
export const storyStart = Date.UTC(2026, 10, 22, 12)

export function storyOf<State, Env extends Surroundings>(kind: StreamKind<State, Env>, env: Env) {
  const lines: Line[] = []
  /** Where other streams stand; a mailbox nobody speaks of stands at 1, its request. */
  const heads = new Map<string, Guard>()
  let folded: Folded<State> = emptyFold(kind.empty)
  const headOf = (stream: string): Guard => heads.get(stream) ?? { stream, seq: 1, hash: storyHash(stream) }

  function says(by: string, does: string, input: object, how: How = {}): Told {
    const seq = folded.seq + 1
    const judgement = kind.actions.get(does)?.kind === "judgement"
    const whole = judgement && !("saw" in input) ? { ...input, saw: { seq: folded.seq, hash: folded.hash } } : input
    const plain = { does, v: how.v ?? 1, id: how.id ?? `id-${seq}`, at: how.at ?? storyStart + seq * 60_000, input: whole }
    const guards = how.guards ?? guardsIn(kind, folded, { does, input: whole }, env).map(headOf)
    const signed = how.editionSigned === undefined ? {} : { editionSigned: how.editionSigned }
    const line: Line = {
      seq,
      hash: storyHash(`${seq}${by}${JSON.stringify(plain)}`),
      by,
      plain,
      guards,
      ...signed,
      ...(how.readers === undefined ? {} : { readers: how.readers }),
      ...(how.factor === undefined ? {} : { factor: how.factor }),
    }
    lines.push(line)
    folded = foldStream(kind, folded, [line], env)
    return { seq, hash: line.hash, refusal: folded.refused.find((one) => one.seq === seq)?.refusal ?? null }
  }

  return {
    says,
    /** Says what must be accepted; a refusal is a mistake in the story. */
    tells(by: string, does: string, input: object, how: How = {}): Told {
      const told = says(by, does, input, how)
      if (told.refusal !== null) throw new Error(`${does} was refused: ${JSON.stringify(told.refusal)}`)
      return told
    },
    moves(stream: string, seq: number): void {
      heads.set(stream, { stream, seq, hash: storyHash(`${stream}${seq}`) })
    },
    env,
    lines: lines as readonly Line[],
    get folded() {
      return folded
    },
    get state() {
      return folded.state
    },
  }
}
