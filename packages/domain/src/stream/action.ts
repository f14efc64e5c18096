// The shape that every action file takes. Law (`offer`, `refuse`) is judged at each fold, for ever, under the edition in force
// at its place; plausibility is advice (`advise` beside each stream) and is asked before sealing only.
import type * as v from "valibot"
import type { Refusal } from "../refusal.ts"
import type { Factor, Guard, Made } from "./line.ts"

export type Schema = v.GenericSchema

/** A record goes again in silence after a lost race; a judgement carries `saw` and is asked again if it changed. */
export type Kind = "record" | "judgement"

/** What any fold is given beside its lines. `sha256` is a pure function: hex of the UTF-8 text. */
export interface Surroundings {
  readonly sha256: (text: string) => string
  /** The first id of whoever holds this one (members/views.ts); absent: each id is a person of her own. */
  readonly person?: (member: string) => string
  /** What members do at the desk; absent: nobody is asked. */
  readonly roles?: Roles
}

/** Roles are told in a stream of their own, so a line is judged by how they stood at the head of it that the line guards. */
export interface Roles {
  readonly stream: string
  readonly at: (member: string, seq: number) => readonly string[]
}

export type Context<Env> = Env &
  Made & {
    readonly edition: number
    readonly guards: readonly Guard[]
    readonly factor: Factor
    /** Whom the line was sealed for; null where nobody told. */
    readonly readers: readonly string[] | null
  }

/** An older version's schema, with the step to the next. */
export interface Earlier {
  readonly schema: Schema
  /** Takes what its own schema yields; only a fold that has read with that schema may call it. */
  readonly toNext: (old: never) => unknown
}

export interface ActionFile<N extends string, S extends Schema, State, Env> {
  readonly does: N
  readonly v: number
  readonly kind: Kind
  readonly input: S
  /** v − 1 of them, oldest first. */
  readonly earlier: readonly Earlier[]
  /** No input yet: greys the button. */
  readonly offer: (state: State, ctx: Context<Env>) => Refusal | null
  readonly refuse: (state: State, input: v.InferOutput<S>, ctx: Context<Env>) => Refusal | null
  /** The streams whose heads the entry must guard, so that what was stored there before is always seen first. */
  readonly guards: (state: State, input: v.InferOutput<S>, env: Partial<Env>) => readonly string[]
  readonly apply: (state: State, input: v.InferOutput<S>, ctx: Context<Env>) => State
}
export type AnyAction<State, Env> = ActionFile<string, Schema, State, Env>

type Given<N extends string, S extends Schema, State, Env> = Pick<ActionFile<N, S, State, Env>, "does" | "v" | "input" | "apply"> &
  Partial<Omit<ActionFile<N, S, State, Env>, "does" | "v" | "input" | "apply">>

/** Makes the `action` function of one kind of stream; `offer` and `guards` are what holds for its actions where a file says nothing else. */
export const actionsOf =
  <State, Env extends Surroundings>(
    offer: (state: State, ctx: Context<Env>) => Refusal | null = () => null,
    guards: (state: State, input: unknown, env: Partial<Env>) => readonly string[] = () => [],
  ) =>
  <const N extends string, S extends Schema>(given: Given<N, S, State, Env>): ActionFile<N, S, State, Env> => {
    if ((given.earlier ?? []).length !== given.v - 1) throw new Error(`${given.does} v${given.v} needs ${given.v - 1} earlier schemas`)
    return { kind: "record", earlier: [], offer, refuse: () => null, guards, ...given }
  }

export const earlier = <S extends Schema>(schema: S, toNext: (old: v.InferOutput<S>) => unknown): Earlier => ({ schema, toNext })

/** Four eyes are two people: two ids of one are not enough. */
export const samePerson = (env: Surroundings, a: string, b: string): boolean => (env.person?.(a) ?? a) === (env.person?.(b) ?? b)

export const madeOf = (ctx: Made): Made => ({ seq: ctx.seq, hash: ctx.hash, by: ctx.by, at: ctx.at, does: ctx.does })

type TableOf<State> = { [K in keyof State]: State[K] extends readonly { readonly made: Made }[] ? K : never }[keyof State]

/** The commonest way to apply: one more row in one table. */
export const addRow = <State, K extends TableOf<State>>(state: State, table: K, row: object, ctx: Made): State => ({
  ...state,
  [table]: [...(state[table] as readonly unknown[]), { ...row, made: madeOf(ctx) }],
})
