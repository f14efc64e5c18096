// Streams: append, read by pages, heads, envelopes.
import { Append, Appended, Envelopes, Head, Heads, type Id, Page } from "@safe-conduct/wire"
import { Hono } from "hono"
import { append } from "../append/append.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import { envelopesFor, readPage } from "../reading.ts"
import { anyone, denied, idIn, maybe, member, readable } from "./access.ts"
import { asks, does, takes } from "./describe.ts"
import { Cursor, From } from "./query.ts"
import { atMost } from "./at-most.ts"
import { waits } from "../door/queue.ts"

export const streams = (service: Service) =>
  new Hono()
    .post(
      "/streams/:stream/entries",
      does("Stores 1 to 64 chained entries, all or none. 409 tells what stands instead.", Appended, 201),
      atMost(service.limits.append),
      takes(Append),
      waits(service),
      async (c) => {
        const stream = idIn(c, "stream", "no-such-stream")
        if (!stream.ok) return refused(c, stream.refusal)
        const session = await maybe(service, c)
        // A mailbox's bearer may have run out while it wrote: its signature is what counts.
        const done = await append(service, stream.value, c.req.valid("json"), session.ok ? session.value : null)
        if (!done.ok) return refused(c, !session.ok && done.refusal.error === "no-session" ? session.refusal : done.refusal)
        return c.json(done.appended, 201)
      },
    )
    .get("/streams/:stream/entries", does("One page of entries, bodies included.", Page), asks(From), async (c) => {
      const asked = await streamFor(service, c, "bodies")
      if (!asked.ok) return refused(c, asked.refusal)
      const { row, session } = asked.value
      const { from, limit } = c.req.valid("query")
      const page = await readPage(service.store, service.limits, row.stream, from, limit)
      if (row.kind === "shared" && session.kind === "member" && page.entries.length > 0)
        await service.openings.entries(session.subject, row.stream)
      if (row.kind === "answer" && session.kind === "mailbox") await markOpened(service, row.stream, session.subject)
      return c.json(page)
    })
    .get("/streams/:stream/head", does("Where a stream stands.", Head), async (c) => {
      const asked = await streamFor(service, c, "head")
      return asked.ok ? c.json(asked.value.row.head) : refused(c, asked.refusal)
    })
    .get("/streams/:stream/envelopes", does("For every epoch: all hashes, and my own envelope.", Envelopes), async (c) => {
      const asked = await streamFor(service, c, "bodies")
      if (!asked.ok) return refused(c, asked.refusal)
      const { row, session } = asked.value
      if (session.kind !== "member") return refused(c, denied("not-member", "Only members of the desk may do this.").refusal)
      return c.json(await envelopesFor(service.store, row.stream, session.subject))
    })
    .get("/heads", does("Every stream that I may read and that changed since a cursor.", Heads), asks(Cursor), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const { since } = c.req.valid("query")
      const found = await service.store.heads(session.value.subject, since, service.limits.rows + 1)
      const rows = found.slice(0, service.limits.rows)
      const answer: Heads = {
        rows: rows.map(({ dirSeq: _dirSeq, changed: _changed, ...row }) => row),
        cursor: rows.at(-1)?.changed ?? since,
        more: found.length > rows.length,
      }
      return c.json(answer)
    })
    .get("/directory", does("The directory, from an entry on.", Page), asks(From), async (c) => {
      const session = await anyone(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const { from, limit } = c.req.valid("query")
      return c.json(await readPage(service.store, service.limits, service.directory.stream, from, limit))
    })

async function streamFor(service: Service, c: Parameters<typeof anyone>[1], what: "bodies" | "head") {
  const session = await anyone(service, c)
  if (!session.ok) return session
  const stream = idIn(c, "stream", "no-such-stream")
  if (!stream.ok) return stream
  const row = await readable(service, session.value, stream.value, what)
  return row.ok ? { ok: true as const, value: { row: row.value, session: session.value } } : row
}

/** The day on which the owner last fetched the answers: kept on both sides, so that a member sees it beside the request. */
async function markOpened(service: Service, answer: Id, ask: Id): Promise<void> {
  const day = new Date(service.now()).toISOString().slice(0, 10)
  if ((await service.store.stream(answer))?.opened === day) return
  await service.store.write(async (tx) => {
    for (const side of [answer, ask]) await tx.markOpened(side, day)
  })
}
