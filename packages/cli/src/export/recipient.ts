// For whom something is sealed: the letters themselves, or a file that has them as age writes it ("# public key: age1…").
import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { type ExportKind, exportKind } from "@safe-conduct/sealing/seal"
import type { Host } from "../command.ts"
import { type Refusal, refuse } from "../refusal.ts"

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }
const no = (error: string, message: string): Outcome<never> => ({ ok: false, refusal: refuse(error, message) })

export async function readRecipient(
  typed: string,
  host: Host,
): Promise<Outcome<{ readonly recipient: string; readonly kind: ExportKind }>> {
  let text = typed
  if (!typed.startsWith("age1")) {
    try {
      text = await readFile(resolve(host.cwd, typed), "utf8")
    } catch (error) {
      return no("no-such-file", `${typed} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
    }
  }
  const found = [...new Set([...text.matchAll(/\bage1(?:pq1)?[02-9ac-hj-np-z]+/g)].map(([letters]) => letters))]
  const [recipient] = found
  if (recipient === undefined || found.length > 1) return no("bad-recipient", `${typed.slice(0, 40)} is not one recipient of age.`)
  const kind = exportKind(recipient)
  return kind === null
    ? no("bad-recipient", "This is a recipient of a kind that nothing is sealed to.")
    : { ok: true, value: { recipient, kind } }
}

/** The secret in a file as age writes it. */
export async function readIdentity(path: string, host: Host): Promise<Outcome<string>> {
  let text: string
  try {
    text = await readFile(resolve(host.cwd, path), "utf8")
  } catch (error) {
    return no("no-such-file", `${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  const found = text.match(/^AGE-SECRET-KEY-PQ-1[02-9AC-HJ-NP-Z]+$/gm) ?? []
  return found.length === 1
    ? { ok: true, value: found[0] as string }
    : no("bad-identity", `${path} does not hold one post-quantum key of age.`)
}
