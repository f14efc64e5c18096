// What a route asks of the session before it does anything: a member, a mailbox, either.
import { isActive } from "@safe-conduct/sealing/verify"
import { type Conflict, type Id, type Refusal, refuse, Id as IdSchema } from "@safe-conduct/wire"
import type { Context } from "hono"
import * as v from "valibot"
import { type Session, authority } from "../authority.ts"
import type { Service } from "../service.ts"
import type { StreamRow } from "../store/store.ts"

export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Conflict }

export const denied = (error: string, message: string): { ok: false; refusal: Refusal } => ({ ok: false, refusal: refuse(error, message) })

export const anyone = (service: Service, c: Context): Promise<Asked<Session>> => authority(service, c.req.header("authorization"))

export async function member(service: Service, c: Context): Promise<Asked<Session & { kind: "member" }>> {
  const session = await anyone(service, c)
  if (!session.ok) return session
  return session.value.kind === "member"
    ? { ok: true, value: session.value }
    : denied("not-member", "Only members of the desk may do this.")
}

/** The session if one is named, else null: what a mailbox appends is authorised by its signature alone. */
export async function maybe(service: Service, c: Context): Promise<Asked<Session | null>> {
  return c.req.header("authorization") === undefined ? { ok: true, value: null } : anyone(service, c)
}

/** A path's id, or a refusal that says no more than that nothing is there. */
export function idIn(c: Context, name: string, error: string): Asked<Id> {
  const parsed = v.safeParse(IdSchema, c.req.param(name))
  return parsed.success ? { ok: true, value: parsed.output } : denied(error, "There is nothing under this id.")
}

async function nobodyLeft(service: Service, stream: Id): Promise<boolean> {
  const directory = await service.directory.latest()
  const roster = await service.store.roster(stream)
  return roster.every(({ id }) => !isActive(directory, id))
}

/** A stream that this session may read. A mailbox reads its answers and where its own asking side stands, never its bodies. */
export async function readable(service: Service, session: Session, stream: Id, what: "bodies" | "head"): Promise<Asked<StreamRow>> {
  const row = await service.store.stream(stream)
  const nothing = denied("no-such-stream", "There is no such stream.")
  if (!row) return nothing
  if (session.kind === "member") {
    if (row.kind !== "shared" || (await service.store.mayRead(session.subject, stream))) return { ok: true, value: row }
    // Where everybody left who read it, those who destroy it unseen must at least know where it stands.
    if (what === "head" && (await nobodyLeft(service, stream))) return { ok: true, value: row }
    return (await service.store.forTheDesk(stream))
      ? denied("not-handed-on", "This has not been handed on to you yet.")
      : denied("not-on-roster", "You are not on this stream's roster.")
  }
  if (row.kind === "answer" && row.pair === session.subject) return { ok: true, value: row }
  if (row.kind === "ask" && row.stream === session.subject)
    return what === "head" ? { ok: true, value: row } : denied("not-readable", "A code opens replies, not what was submitted.")
  return nothing
}
