// Names and types of a stream's actions, derived from its index and listed nowhere else. A misnamed export does not compile.
import type * as v from "valibot"
import type { ActionFile, AnyAction, Schema } from "./action.ts"

type Camel<T extends string> = T extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : T

/** The keys of an index whose export is not named after the action it holds; `never` when all are. */
export type Misnamed<Files> = {
  [K in keyof Files]: Files[K] extends ActionFile<infer N, infer _S, infer _State, infer _Env> ? (Camel<N> extends K ? never : K) : K
}[keyof Files]

export type NameOf<Files> = { [K in keyof Files]: Files[K] extends { readonly does: infer N extends string } ? N : never }[keyof Files]

export type FileOf<Files, N extends string> = Extract<Files[keyof Files], { readonly does: N }>

export type InputIn<Files, N extends string> =
  FileOf<Files, N> extends { readonly input: infer S extends Schema } ? v.InferOutput<S> : never

/** What may stand in a form before defaults are filled. */
export type GivenIn<Files, N extends string> = FileOf<Files, N> extends { readonly input: infer S extends Schema } ? v.InferInput<S> : never

/** Any payload of the stream, typed by its name. */
export type ActionIn<Files> = {
  [N in NameOf<Files>]: {
    readonly does: N
    readonly v: number
    readonly id: string
    readonly at: number
    readonly input: InputIn<Files, N>
  }
}[NameOf<Files>]

export function register<State, Env>(files: Readonly<Record<string, unknown>>): ReadonlyMap<string, AnyAction<State, Env>> {
  const all = Object.values(files) as AnyAction<State, Env>[]
  return new Map(all.map((file) => [file.does, file]))
}
