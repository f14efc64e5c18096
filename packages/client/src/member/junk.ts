// Closing many requests at once as junk. Each is an act of its own in the register, so each can be struck, names who closed it and why;
// what somebody joined or closed meanwhile is left as it is, and a new message of the same asker brings its request back.
import { MAX_BATCH } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import type { Core } from "./core.ts"
import { done } from "./tray.ts"

export interface ClosedJunk {
  readonly closed: readonly string[]
  /** Not in the tray any more, or never there. */
  readonly left: readonly string[]
}

export async function closeJunk(core: Core, asks: readonly string[], why: string): Promise<Result<ClosedJunk>> {
  const pulled = await core.register.pull()
  if (!pulled.ok) return pulled
  const waiting = (ask: string): boolean => {
    const mail = core.mail.get(ask as never)
    return mail !== undefined && mail.entries.length > 0 && !done(core, mail)
  }
  const all = [...new Set(asks)]
  const junk = all.filter(waiting)
  for (let from = 0; from < junk.length; from += MAX_BATCH) {
    const acts = junk.slice(from, from + MAX_BATCH).map((ask) => ({ does: "triage-request", input: { ask, did: "junk", why } }))
    const acted = await core.register.act(acts)
    if (!acted.ok) return acted
  }
  return ok({ closed: junk, left: all.filter((ask) => !junk.includes(ask)) })
}
