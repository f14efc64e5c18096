// Flags as a command names them. What it does not name is refused, so that a misspelt flag never runs as if it were absent.
import { parseArgs } from "node:util"
import { type Refusal, refuse } from "./refusal.ts"

export interface FlagSpec {
  readonly about: string
  /** What stands behind it, for example "DIR"; absent for a plain switch. */
  readonly value?: string
  /** May stand several times. */
  readonly many?: true
  readonly needed?: true
}

export interface Flags {
  text(name: string): string | undefined
  /** A needed flag or place, which is there. */
  must(name: string): string
  all(name: string): readonly string[]
  on(name: string): boolean
}

type Read = { readonly ok: true; readonly value: Flags } | { readonly ok: false; readonly refusal: Refusal }

export function readFlags(
  argv: readonly string[],
  command: { readonly takes?: readonly string[]; readonly flags: Readonly<Record<string, FlagSpec>> },
): Read {
  const no = (error: string, message: string): Read => ({ ok: false, refusal: refuse(error, message) })
  const options = Object.fromEntries(
    Object.entries(command.flags).map(([name, spec]) => [
      name,
      { type: spec.value === undefined ? ("boolean" as const) : ("string" as const), multiple: true as const },
    ]),
  )
  let parsed: { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] }
  try {
    parsed = parseArgs({ args: [...argv], options, strict: true, allowPositionals: true })
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (!code?.startsWith("ERR_PARSE_ARGS")) throw error
    return no(
      code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? "unknown-flag" : "bad-flag",
      (message.split(". ")[0] as string).replace(/\.?$/, "."),
    )
  }
  const takes = command.takes ?? []
  if (parsed.positionals.length > takes.length) return no("unknown-argument", `"${parsed.positionals[takes.length]}" has no place here.`)
  const values: Record<string, readonly (string | boolean)[]> = {}
  for (const [name, spec] of Object.entries(command.flags)) {
    const given = (parsed.values[name] ?? []) as readonly (string | boolean)[]
    if (given.length > 1 && !spec.many) return no("repeated-flag", `--${name} stands more than once.`)
    if (given.some((one) => one === "")) return no("bad-flag", `--${name} needs a value.`)
    if (given.length === 0 && spec.needed) return no("missing-flag", `--${name} ${spec.value ?? ""} is needed.`.replace(/ +/g, " "))
    values[name] = given
  }
  for (const [n, name] of takes.entries()) {
    const given = parsed.positionals[n]
    if (given === undefined || given === "") return no("missing-argument", `${name} is needed.`)
    values[name] = [given]
  }
  const text = (name: string) => values[name]?.[0] as string | undefined
  return {
    ok: true,
    value: {
      text,
      must: (name) => text(name) as string,
      all: (name) => (values[name] ?? []) as readonly string[],
      on: (name) => values[name]?.[0] === true,
    },
  }
}
