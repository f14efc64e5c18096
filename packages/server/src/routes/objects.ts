// Files: announced, filled part by part in any order and as often as needed, completed, read back by members.
import { MAX_AGE_HEADER, ageShape } from "@safe-conduct/sealing/verify"
import { CompleteObject, type Id, MAX_PART_BYTES, NewObject, ObjectState, concat, hourOf, refuse } from "@safe-conduct/wire"
import { type Context, Hono } from "hono"
import type { Session } from "../authority.ts"
import { counted, reserved, roomFor } from "../door/quota.ts"
import { type Pieces, recent } from "../objects/objects.ts"
import { refused } from "../refuse.ts"
import type { Service } from "../service.ts"
import type { ObjectRow } from "../store/store.ts"
import { type Asked, anyone, denied, idIn, member } from "./access.ts"
import { does, takes } from "./describe.ts"
import { atMost } from "./at-most.ts"
import { waits } from "../door/queue.ts"

/** How often a part may be sent before the upload is taken for an attack on the disk; a very bad line needs a few. */
const SENDS_PER_PART = 40

export const objects = (service: Service) => {
  const sends = recent<number>(4096)
  return new Hono()
    .post(
      "/objects",
      does("Announces a file of so many parts; the same announcement again is answered again.", ObjectState, 201),
      atMost(service.limits.json),
      takes(NewObject),
      waits(service),
      async (c) => {
        const session = await anyone(service, c)
        if (!session.ok) return refused(c, session.refusal)
        const { id, parts } = c.req.valid("json")
        const made = await announce(service, session.value, id, parts)
        if (!made.ok) return refused(c, made.refusal)
        const { row, fresh } = made.value
        return c.json(fresh ? { id: row.object, parts, have: [], complete: false } : await stateOf(service, row), 201)
      },
    )
    .get("/objects/:id", does("Which parts are there, with the hash of each.", ObjectState), async (c) => {
      const own = await uploading(service, c)
      return own.ok ? c.json(await stateOf(service, own.value)) : refused(c, own.refusal)
    })
    .put("/objects/:id/parts/:n", does("Takes one sealed part.", undefined, 204), atMost(MAX_PART_BYTES), async (c) => {
      const own = await uploading(service, c)
      if (!own.ok) return refused(c, own.refusal)
      const { object, parts, complete } = own.value
      const part = partIn(c)
      if (part === null || part >= parts) return refused(c, refuse("no-such-part", "The file has no such part."))
      if (complete) return refused(c, refuse("object-complete", "The file is complete and takes no more parts."))
      const sent = (sends.get(object) ?? 0) + 1
      if (sent > parts * SENDS_PER_PART) return refused(c, refuse("quota", "This file was sent too often. Begin it anew."))
      sends.set(object, sent)
      return service.parts.take(c, async (body) => {
        if (body === null) return refused(c, refuse("too-large", "This is larger than a part."))
        if (shapeOf(body) !== "hybrid")
          return refused(c, refuse("not-sealed", "A part is an age file to post-quantum hybrid recipients alone."))
        await service.objects.put(object, part, body)
        return c.body(null, 204)
      })
    })
    .post(
      "/objects/:id/complete",
      does("Compares the hashes of all parts, makes them durable, and only then says yes.", undefined, 204),
      atMost(service.limits.json),
      takes(CompleteObject),
      waits(service),
      async (c) => {
        const own = await uploading(service, c)
        if (!own.ok) return refused(c, own.refusal)
        const done = await complete(service, own.value, c.req.valid("json"))
        return done.ok ? c.body(null, 204) : refused(c, done.refusal)
      },
    )
    .get("/objects/:id/parts/:n", does("One sealed part of a file that a stream I read lists.", "application/octet-stream"), async (c) => {
      const session = await member(service, c)
      if (!session.ok) return refused(c, session.refusal)
      const id = idIn(c, "id", "no-such-object")
      if (!id.ok) return refused(c, id.refusal)
      const row = await service.store.object(id.value)
      const { subject } = session.value
      if (!row?.complete || (row.owner !== subject && !(await service.store.mayReadObject(subject, id.value))))
        return refused(c, refuse("no-such-object", "There is no such file."))
      const part = partIn(c)
      const bytes = part === null ? null : await service.parts.queue.run(() => service.objects.read(id.value, part))
      if (bytes === null) return refused(c, refuse("no-such-part", "The file has no such part."))
      await service.openings.file(subject, id.value)
      return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { "content-type": "application/octet-stream" })
    })
}

/** Nearly always the header lies in the first piece; else in those that its longest form could reach. */
function shapeOf(pieces: Pieces): ReturnType<typeof ageShape> {
  const shape = ageShape(pieces[0] ?? new Uint8Array())
  if (shape !== "none" || pieces.length < 2) return shape
  const beginning: Uint8Array[] = []
  for (let n = 0, length = 0; n < pieces.length && length < MAX_AGE_HEADER; n++) {
    const piece = (pieces[n] as Uint8Array).subarray(0, MAX_AGE_HEADER - length)
    beginning.push(piece)
    length += piece.length
  }
  return ageShape(concat(...beginning))
}

function partIn(c: Context): number | null {
  const text = c.req.param("n") ?? ""
  return /^(?:0|[1-9]\d{0,3})$/.test(text) ? Number(text) : null
}

async function announce(service: Service, by: Session, id: Id, parts: number): Promise<Asked<{ row: ObjectRow; fresh: boolean }>> {
  const mailbox = by.kind === "mailbox"
  let answer: Id | null = null
  if (mailbox) {
    const ask = await service.store.stream(by.subject)
    // Bytes are taken once the proof of work is paid.
    if (!ask) return denied("no-mailbox", "Open the mailbox first.")
    answer = ask.pair
  }
  const row: ObjectRow = {
    object: id,
    owner: by.subject,
    mailbox,
    parts,
    bytes: reserved(parts),
    complete: false,
    hour: hourOf(service.now()),
  }
  return service.store.write(async (tx): Promise<Asked<{ row: ObjectRow; fresh: boolean }>> => {
    const known = await tx.object(id)
    if (known && (known.owner !== by.subject || known.parts !== parts)) return denied("known-object", "This id is taken.")
    if (known) return { ok: true, value: { row: known, fresh: false } }
    const full = await roomFor(tx, { subject: by.subject, mailbox }, answer, parts, service.limits)
    if (full) return { ok: false, refusal: full }
    await tx.createObject(row)
    return { ok: true, value: { row, fresh: true } }
  })
}

/** The object that a session uploads: nobody else learns that it is there. */
async function uploading(service: Service, c: Context): Promise<Asked<ObjectRow>> {
  const session = await anyone(service, c)
  if (!session.ok) return session
  const id = idIn(c, "id", "no-such-object")
  if (!id.ok) return id
  const row = await service.store.object(id.value)
  return row && row.owner === session.value.subject ? { ok: true, value: row } : denied("no-such-object", "There is no such file.")
}

async function stateOf(service: Service, row: ObjectRow): Promise<ObjectState> {
  const have = await service.objects.parts(row.object)
  return { id: row.object, parts: row.parts, have: have.map(({ part, hash }) => ({ part, hash })), complete: row.complete }
}

async function complete(service: Service, row: ObjectRow, { hashes }: CompleteObject): Promise<Asked<null>> {
  const at = (n: number) => ({
    ok: false as const,
    refusal: refuse("part-missing", "A part is not here as it was sent; send it again.", `/hashes/${n}`),
  })
  if (hashes.length !== row.parts) return { ok: false, refusal: refuse("malformed", "There is one hash for each part.", "/hashes") }
  if (row.complete) {
    const have = await service.objects.parts(row.object)
    const other = hashes.findIndex((hash, n) => have[n]?.hash !== hash)
    return other === -1
      ? { ok: true, value: null }
      : { ok: false, refusal: refuse("part-differs", "The file is complete with other parts.", `/hashes/${other}`) }
  }
  const kept = await service.objects.keep(row.object, hashes)
  if ("missing" in kept) return at(kept.missing)
  await service.store.write((tx) => tx.completeObject(row.object, counted(kept.sizes)))
  return { ok: true, value: null }
}
