// Closing many requests at once as junk. Each is an act of its own in the register, so each can be struck, names who closed it and why;
// what somebody joined or closed meanwhile is left as it is, and a new message of the same asker brings its request back.
import { type Request, alikeByText } from "@safe-conduct/domain/request"
import { type Id, MAX_BATCH } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import type { Core } from "./core.ts"
import { requestOf } from "./mail.ts"
import { done, trayRows } from "./tray.ts"
import type { ClosedJunk, JunkGroup, JunkMark, JunkRow, ReopenedJunk, TrayRow } from "./vault-port.ts"

export async function closeJunk(core: Core, asks: readonly string[], why: string): Promise<Result<ClosedJunk>> {
  const pulled = await core.register.pull()
  if (!pulled.ok) return pulled
  const waiting = (ask: string): boolean => {
    const mail = core.mail.get(ask as Id)
    return mail !== undefined && mail.entries.length > 0 && !done(core, mail)
  }
  const all = [...new Set(asks)]
  const junk = all.filter(waiting)
  const acted = await actMany(
    core,
    junk.map((ask) => ({ does: "triage-request", input: { ask, did: "junk", why } })),
  )
  return acted.ok ? ok({ closed: junk, left: all.filter((ask) => !junk.includes(ask)) }) : acted
}

/** Strikes what closed them as junk: they are in the tray again. What was joined or closed otherwise since stays so. */
export async function reopenJunk(core: Core, asks: readonly string[], why: string): Promise<Result<ReopenedJunk>> {
  const pulled = await core.register.pull()
  if (!pulled.ok) return pulled
  const { triaged } = core.register.folded().state
  const last = asks.map((ask) => triaged.findLast((row) => row.ask === ask)).filter((row) => row?.did === "junk")
  const reopened = last.flatMap((row) => (row === undefined ? [] : [row]))
  const acted = await actMany(
    core,
    reopened.map(({ made }) => ({ does: "strike", input: { seq: made.seq, why } })),
  )
  return acted.ok ? ok({ reopened: reopened.map(({ ask }) => ask) }) : acted
}

async function actMany(core: Core, acts: readonly { readonly does: string; readonly input: unknown }[]): Promise<Result<null>> {
  for (let from = 0; from < acts.length; from += MAX_BATCH) {
    const acted = await core.register.act(acts.slice(from, from + MAX_BATCH))
    if (!acted.ok) return acted
  }
  return ok(null)
}

/** The tray by likeness of what is written: floods first, then what resembles nothing else. */
export function junkGroups(core: Core): readonly JunkGroup[] {
  const rows = trayRows(core).map((row): JunkRow => {
    const mail = core.mail.get(row.ask as Id)
    const request = mail === undefined ? null : (requestOf(mail)?.request ?? null)
    return { ...row, text: request === null ? "" : textOf(request), marks: marksOf(row, request) }
  })
  const groups = alikeByText(rows, ({ text }) => text)
  const floods = groups.filter((group) => group.length > 1).map((group): JunkGroup => ({ kind: "same-words", rows: group }))
  const single = groups.filter((group) => group.length === 1).flat()
  const silent = single.filter(({ text }) => text === "")
  const own = single.filter(({ text }) => text !== "")
  return [
    ...floods,
    ...(silent.length === 0 ? [] : [{ kind: "no-words" as const, rows: silent }]),
    ...(own.length === 0 ? [] : [{ kind: "own-words" as const, rows: own }]),
  ]
}

const textOf = (request: Request): string =>
  [request.message, request.danger?.text, ...(request.activities ?? []).map(({ what }) => what), request.fears]
    .filter((text) => text !== undefined && text.trim() !== "")
    .join("\n")

/** What may make one of a flood a person: it is never chosen together with the rest. */
function marksOf(row: TrayRow, request: Request | null): readonly JunkMark[] {
  const marks: Readonly<Record<JunkMark, boolean>> = {
    unreadable: request === null,
    danger: row.danger !== null,
    wake: row.wake,
    known: row.alike.some((one) => one.likely),
    "asked-before": row.askedBefore,
    wrote: row.messages > 0,
    files: row.files > 0,
    number: request?.people.some(({ aNumber }) => aNumber !== undefined) === true,
    dated: request?.order?.removalDate !== undefined || request?.hearing?.at !== undefined,
  }
  return (Object.keys(marks) as JunkMark[]).filter((mark) => marks[mark])
}
