// Meeting a desk from the command line: the address as it was typed, and the root's fingerprint where the caller knows it.
import { type Desk, connect } from "@safe-conduct/client/asker"
import type { Flags, FlagSpec } from "../flags.ts"
import type { Host } from "../command.ts"
import { type Refusal, refuse, spoken } from "../refusal.ts"

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const meetFlags = {
  server: { value: "URL", about: "the desk's address", needed: true },
  root: { value: "FINGERPRINT", about: "the desk's root, as its people tell it; another desk is refused" },
} as const satisfies Readonly<Record<string, FlagSpec>>

/** A fingerprint as people type it, in the form in which it is compared; null when it is none. */
export function readRootPrint(typed: string): string | null {
  const hex = typed.toLowerCase().replace(/[\s:-]/g, "")
  return /^[0-9a-f]{32}$/.test(hex) ? (hex.match(/.{4}/g) as string[]).join("-") : null
}

/** The origin of a desk's address as people type it; null when something stands behind it, or it is no address. */
export function readOrigin(typed: string): string | null {
  const url = URL.canParse(typed) ? new URL(typed) : null
  return url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== "" ||
    url.pathname !== "/" ||
    url.search !== "" ||
    url.hash !== ""
    ? null
    : url.origin
}

export async function meetDesk(given: Flags, host: Host): Promise<Outcome<Desk>> {
  const origin = readOrigin(given.must("server"))
  if (origin === null)
    return { ok: false, refusal: refuse("bad-server", "A desk's address is written as https://desk.example.org, with nothing behind it.") }
  const root = given.text("root")
  const print = root === undefined ? undefined : readRootPrint(root)
  if (print === null) return { ok: false, refusal: refuse("bad-root", "A root's fingerprint is 32 hexadecimal letters, in groups or not.") }
  const met = await connect({ server: origin, now: host.now, ...(print === undefined ? {} : { root: print }) })
  return met.ok ? met : { ok: false, refusal: spoken(met.refusal) }
}
