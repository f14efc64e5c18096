// The key to the desk on this machine. The printed address carries a token that works once; the page that shows it gets a pass, which
// it keeps to itself. No cookie: a cookie of localhost is sent to every other program that listens on this machine.
import { hashOf } from "@safe-conduct/sealing/verify"
import { utf8 } from "@safe-conduct/wire"

export interface Door {
  /** What goes behind the printed address; another one once this was used. */
  token(): string
  /** The pass for whoever shows the token; null for a wrong one, or for the right one a second time. */
  enter(token: string): string | null
  holds(pass: string | undefined): boolean
}

/** `random` gives 32 fresh bytes as text; `used` is told when a token was taken, so that the next can be printed. */
export function openDoor(random: () => string, used: (next: string) => void = () => undefined): Door {
  const fresh = (): string => random().replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
  // Compared by their hashes: how long a comparison takes tells nothing of what is kept.
  const hash = (text: string): string => hashOf(utf8(text))
  const passes = new Set<string>()
  let token = fresh()
  return {
    token: () => token,
    enter(shown) {
      if (hash(shown) !== hash(token)) return null
      token = fresh()
      const pass = fresh()
      passes.add(hash(pass))
      used(token)
      return pass
    },
    holds: (pass) => pass !== undefined && passes.has(hash(pass)),
  }
}
