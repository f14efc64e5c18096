// Entries in, state and refusals out, for every kind of stream. A refused entry stays, with its author and why, and changes nothing.
// fold(fold(start, a), b) = fold(start, a ++ b): everything that later lines are judged by is inside `Folded`, as plain data.
import * as v from "valibot"
import { type Refusal, refusal, refusalFromIssues } from "../refusal.ts"
import type { AnyAction, Context, Kind, Surroundings } from "./action.ts"
import { BeginEdition } from "./begin-edition.ts"
import { type Editions, latestEdition, versionIn } from "./editions.ts"
import { type Factor, type Guard, Head, type Line, Payload } from "./line.ts"

export interface Refused {
  readonly seq: number
  readonly hash: string
  readonly by: string
  /** Null where the entry could not even be read. */
  readonly does: string | null
  readonly at: number | null
  readonly refusal: Refusal
}

export interface Folded<State> {
  readonly state: State
  readonly edition: number
  /** The last line folded; −1 and zeros before the first. Roster entries are not lines. */
  readonly seq: number
  readonly hash: string
  /** Payload ids already met: a second entry with one of them folds to nothing. */
  readonly ids: readonly string[]
  /** Hashes of the lines folded, by which `saw` is held to its word. */
  readonly trail: readonly Head[]
  readonly refused: readonly Refused[]
  /** Where an edition begins that this build does not know: show what came before, write nothing. */
  readonly beyond: number | null
}

export interface StreamKind<State, Env> {
  readonly actions: ReadonlyMap<string, AnyAction<State, Env>>
  readonly editions: Editions
  readonly empty: State
}

export function emptyFold<State>(state: State): Folded<State> {
  return { state, edition: 1, seq: -1, hash: "0".repeat(64), ids: [], trail: [], refused: [], beyond: null }
}

type Read<State, Env> =
  | { readonly ok: true; readonly payload: Payload; readonly file: AnyAction<State, Env>; readonly input: unknown }
  | { readonly ok: false; readonly payload: Payload | null; readonly refusal: Refusal }

/** Outer shape → name → version in force in this edition → schema → upcasts. */
function decode<State, Env>(kind: StreamKind<State, Env>, plain: unknown, edition: number): Read<State, Env> {
  const outer = v.safeParse(Payload, plain)
  if (!outer.success) return { ok: false, payload: null, refusal: refusalFromIssues(outer.issues) }
  const payload = outer.output
  const no = (refused: Refusal): Read<State, Env> => ({ ok: false, payload, refusal: refused })
  const inForce = versionIn(kind.editions, edition, payload.does)
  const file = kind.actions.get(payload.does)
  if (inForce === null || file === undefined) return no(refusal("unknown-action", "/does", { does: payload.does }))
  if (payload.v !== inForce) return no(refusal("version-not-in-force", "/v", { inForce }))
  const read = v.safeParse(file.earlier[payload.v - 1]?.schema ?? file.input, payload.input)
  if (!read.success) {
    const issue = refusalFromIssues(read.issues)
    return no({ ...issue, at: `/input${issue.at ?? ""}` })
  }
  const input = file.earlier.slice(payload.v - 1).reduce((old, step) => step.toNext(old as never), read.output as unknown)
  return { ok: true, payload, file, input }
}

/** `saw` must lie before the entry and, where it names a line, name it by its hash. */
function sawRefusal(
  file: { readonly kind: Kind },
  input: unknown,
  seq: number,
  hashAt: (seq: number) => string | undefined,
): Refusal | null {
  if (file.kind !== "judgement") return null
  const saw = v.safeParse(Head, (input as { saw?: unknown }).saw)
  if (!saw.success) return refusal("saw-missing", "/saw")
  const known = hashAt(saw.output.seq)
  return saw.output.seq >= seq || (known !== undefined && known !== saw.output.hash) ? refusal("saw-unknown", "/saw") : null
}

function guardRefusal(needed: readonly string[], guards: readonly Guard[]): Refusal | null {
  const missing = needed.find((stream) => !guards.some((guard) => guard.stream === stream))
  return missing === undefined ? null : refusal("guard-missing", undefined, { stream: missing })
}

export function foldStream<State, Env extends Surroundings>(
  kind: StreamKind<State, Env>,
  from: Folded<State>,
  lines: readonly Line[],
  env: Env,
): Folded<State> {
  if (from.beyond !== null || lines.length === 0) return from
  let { state, edition, seq, hash } = from
  let beyond: number | null = null
  const ids = new Set(from.ids)
  const trail = [...from.trail]
  const refused = [...from.refused]
  const hashes = new Map(trail.map((head) => [head.seq, head.hash]))
  for (const line of lines) {
    if (line.seq <= seq) throw new RangeError(`line ${line.seq} comes after line ${seq}`)
    const read = decode(kind, line.plain, edition)
    const begins = read.payload?.does === "begin-edition" ? v.safeParse(BeginEdition, read.payload.input) : null
    if (
      begins?.success &&
      line.editionSigned &&
      begins.output.edition === edition + 1 &&
      begins.output.edition > latestEdition(kind.editions)
    ) {
      beyond = line.seq
      break
    }
    seq = line.seq
    hash = line.hash
    trail.push({ seq, hash })
    const known = read.payload !== null && ids.has(read.payload.id)
    if (read.payload !== null) ids.add(read.payload.id)
    hashes.set(seq, hash)
    if (known) continue
    const said = { seq, hash, by: line.by, does: read.payload?.does ?? null, at: read.payload?.at ?? null }
    if (!read.ok) {
      refused.push({ ...said, refusal: read.refusal })
      continue
    }
    const guards = line.guards ?? []
    const ctx = {
      ...env,
      seq,
      hash,
      by: line.by,
      at: read.payload.at,
      does: read.payload.does,
      edition,
      guards,
      factor: line.factor ?? "key",
      readers: line.readers ?? null,
    } as Context<Env>
    const no =
      (read.file.does === "begin-edition" ? editionRefusal(read.input as BeginEdition, edition, line.editionSigned === true) : null) ??
      sawRefusal(read.file, read.input, seq, (at) => hashes.get(at)) ??
      read.file.offer(state, ctx) ??
      read.file.refuse(state, read.input, ctx) ??
      guardRefusal(read.file.guards(state, read.input, env), guards)
    if (no !== null) {
      refused.push({ ...said, refusal: no })
      continue
    }
    state = read.file.apply(state, read.input, ctx)
    if (read.file.does === "begin-edition") edition = (read.input as BeginEdition).edition
  }
  return { state, edition, seq, hash, ids: [...ids], trail, refused, beyond }
}

function editionRefusal(input: BeginEdition, edition: number, signed: boolean): Refusal | null {
  if (input.edition !== edition + 1) return refusal("edition-out-of-order", "/edition", { next: edition + 1 })
  return signed ? null : refusal("edition-unsigned", "/signature")
}

/** Who is about to act. `seq` is the place the entry would take where the head is known to be further than the fold. */
export interface Acting {
  readonly by: string
  readonly at: number
  readonly seq?: number
  /** Absent before anyone was asked to touch anything: then a touch is assumed, so that the button can be pressed. */
  readonly factor?: Factor
}

const pending = "f".repeat(64)

function contextOf<State, Env>(from: Folded<State>, env: Env, acting: Acting, does: string): Context<Env> {
  const seq = acting.seq ?? from.seq + 1
  return {
    ...env,
    seq,
    hash: pending,
    by: acting.by,
    at: acting.at,
    does,
    edition: from.edition,
    guards: [],
    factor: acting.factor ?? "passkey",
    readers: null,
  } as Context<Env>
}

/** May this button be pressed at all: no input yet. */
export function offerIn<State, Env extends Surroundings>(
  kind: StreamKind<State, Env>,
  from: Folded<State>,
  does: string,
  acting: Acting,
  env: Env,
): Refusal | null {
  if (from.beyond !== null) return refusal("edition-unknown")
  const file = kind.actions.get(does)
  if (file === undefined || versionIn(kind.editions, from.edition, does) === null) return refusal("unknown-action", undefined, { does })
  return file.offer(from.state, contextOf(from, env, acting, does))
}

/** What the fold would say of this act, asked before it is sealed. Guards are fetched after it and are not asked for here. */
export function mayDoIn<State, Env extends Surroundings>(
  kind: StreamKind<State, Env>,
  from: Folded<State>,
  act: { readonly does: string; readonly input: unknown },
  acting: Acting,
  env: Env,
): Refusal | null {
  if (from.beyond !== null) return refusal("edition-unknown")
  const inForce = versionIn(kind.editions, from.edition, act.does) ?? 1
  const read = decode(kind, { does: act.does, v: inForce, id: "asked", at: acting.at, input: act.input }, from.edition)
  if (!read.ok) return read.refusal
  // Nobody begins what she cannot judge by: her own next line would already be beyond her.
  if (act.does === "begin-edition" && (read.input as BeginEdition).edition > latestEdition(kind.editions)) return refusal("edition-unknown")
  const ctx = contextOf(from, env, acting, act.does)
  return (
    sawRefusal(read.file, read.input, ctx.seq, (seq) => from.trail.find((head) => head.seq === seq)?.hash) ??
    read.file.offer(from.state, ctx) ??
    read.file.refuse(from.state, read.input, ctx)
  )
}

/** The streams whose heads must be fetched and guarded by the entry that does this. */
export function guardsIn<State, Env>(
  kind: StreamKind<State, Env>,
  from: Folded<State>,
  act: { readonly does: string; readonly input: unknown },
  env: Partial<Env> = {},
): readonly string[] {
  const inForce = versionIn(kind.editions, from.edition, act.does) ?? 1
  const read = decode(kind, { does: act.does, v: inForce, id: "asked", at: 0, input: act.input }, from.edition)
  return read.ok ? [...new Set(read.file.guards(from.state, read.input, env))] : []
}
