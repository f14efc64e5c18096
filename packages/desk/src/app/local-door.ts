// The desk that a member's own machine serves from the installed package (`safe-conduct desk`): the printed address brings a token, the
// machine gives a pass for it, and every call to the server carries the pass. At any other address none of this happens.

/** `server`: the origin that sign-ins name, since it is there that they are answered. */
export interface LocalDoor {
  readonly pass: string
  readonly server: string
}

const KEY = "door"
const isDoor = (value: unknown): value is LocalDoor =>
  typeof value === "object" &&
  value !== null &&
  "pass" in value &&
  "server" in value &&
  typeof value.pass === "string" &&
  typeof value.server === "string"

/** Kept for a reload of this tab. Not a cookie: those go to every program that listens on this machine. */
function kept(): LocalDoor | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null")
    return isDoor(value) ? value : null
  } catch {
    return null
  }
}

/** Null: this desk comes from its server. "closed": it is a local one, and this address opens it no more. */
export async function openDoor(): Promise<LocalDoor | "closed" | null> {
  if (location.hostname !== "localhost") return null
  const token = /^#door=([\w-]{40,100})$/.exec(location.hash)?.[1]
  if (token === undefined) {
    const door = kept()
    if (door !== null) return door
    const local = await fetch("/door").then(
      (answer) => answer.status === 204,
      () => false,
    )
    return local ? "closed" : null
  }
  // Out of the address bar and the history, whatever comes of it.
  history.replaceState(null, "", location.pathname)
  const answer = await fetch("/door", { method: "POST", body: token }).catch(() => null)
  const value: unknown = answer?.ok === true ? await answer.json() : null
  if (!isDoor(value)) return "closed"
  try {
    sessionStorage.setItem(KEY, JSON.stringify(value))
  } catch {
    // Denied: a reload asks for a new address.
  }
  return value
}

/** How the Worker learns of it: behind its own address, which leaves this page as little as any of its variables. */
export const behind = (door: LocalDoor | null): string => (door === null ? "" : `#${encodeURIComponent(JSON.stringify(door))}`)

export function doorBehind(hash: string): LocalDoor | null {
  if (hash.length < 2) return null
  const value: unknown = JSON.parse(decodeURIComponent(hash.slice(1)))
  return isDoor(value) ? value : null
}

export const fetchThrough =
  (door: LocalDoor): typeof fetch =>
  (to, init) =>
    fetch(to, { ...init, headers: { ...(init?.headers as Record<string, string> | undefined), "x-door": door.pass } })
