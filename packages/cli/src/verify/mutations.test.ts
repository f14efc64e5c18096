// Whoever can write to the store, and holds no member's key, leaves a trace that `verify` finds: a thousand ways, drawn at random and
// the same each time. What nobody signed stands in `covered` by being absent: a stream's `wake`, `opened` and `changed`, when an upload
// began, a card that is older than it could be, or taken away, a statement that is taken away.
import { seenEntry, sealEntry, memberKeys } from "@safe-conduct/sealing/seal"
import { entryHash, headerOf } from "@safe-conduct/sealing/verify"
import { openObjects, type Tables } from "@safe-conduct/server"
import { type Checkpoint, type Entry, type Hash, type Hour, type Id, fromBase64, fromHex, readSeenBody } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { seedsOf } from "../../../client/src/testing/desk.ts"
import { type Rows, type WholeDesk, inspectionOf, tables, wholeDesk } from "./testing/whole-desk.ts"
import { type StoreGiven, verifyStore } from "./store.ts"

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let whole: WholeDesk
let rows: Rows
let forged: Forged
beforeAll(async () => {
  whole = await wholeDesk()
  rows = whole.rows
  forged = await forge()
})
afterAll(() => whole.desk.close())

const verify = (of: Rows, more: Partial<StoreGiven> = {}) =>
  verifyStore({
    inspection: inspectionOf(of),
    desk: whole.desk.founding.desk,
    rootPrint: whole.desk.founding.rootPrint,
    objects: null,
    checkpoint: null,
    ...more,
  })

/** Every column that a signature, a hash or another row holds to its value. */
const covered = {
  desk: ["trial"],
  settings: ["receipt_seed"],
  stream: ["stream", "kind", "seq", "head", "epoch", "dir_seq", "key", "pair", "hour"],
  roster: ["stream", "member", "kid", "place"],
  entry: [
    "stream",
    "seq",
    "hash",
    "prev",
    "author",
    "epoch",
    "dir_seq",
    "dir_hash",
    "body_hash",
    "size",
    "objects",
    "guards",
    "signature",
    "body",
    "hour",
  ],
  envelope: ["stream", "epoch", "member", "hash", "sealed"],
  card: ["stream", "version", "card_epoch", "own", "through_seq", "through_hash", "sealed", "author", "signature"],
  object: ["object", "owner", "mailbox", "complete"],
  listing: ["object", "stream"],
  log: ["size", "root", "hour", "signature"],
  leaf: ["stream", "seq", "place"],
  tile: ["level", "place", "hashes"],
  purge: ["stream", "seq", "hash", "unanswered", "until", "first", "first_signature", "second", "second_signature"],
  statement: ["about", "number", "said"],
} as const satisfies { readonly [T in keyof Rows]: readonly (keyof Tables[T])[] }
type Table = keyof typeof covered
type Row = Record<string, unknown>

/** Mulberry32: the same draws each time. */
function draws(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, one: <T>(of: readonly T[]): T => of[below(of.length)] as T }
}
type Draw = ReturnType<typeof draws>

const letters = "abcdefghijklmnopqrstuvwxyz234567ABCDEF019Z+/= -"
/** `nothing`: whether the column may stand empty. */
function other(draw: Draw, value: unknown, elsewhere: unknown, nothing: boolean): unknown {
  if (draw.below(4) === 0 && elsewhere !== value) return elsewhere
  if (typeof value === "number") return value + draw.one([1, -1, 2, 256, -300])
  if (typeof value === "string") {
    if (value === "") return draw.one(["a", " ", "a".repeat(26)])
    const at = draw.below(value.length)
    if (draw.below(5) === 0) return value.slice(0, at)
    return value.slice(0, at) + draw.one([...letters].filter((letter) => letter !== value[at])) + value.slice(at + 1)
  }
  if (value instanceof Uint8Array) {
    if (nothing && draw.below(4) === 0) return null
    if (draw.below(5) === 0 || value.length === 0) return Uint8Array.of(...value.subarray(0, draw.below(value.length + 1)), 1)
    const at = draw.below(value.length)
    return value.map((byte, i) => (i === at ? byte ^ (1 << draw.below(8)) : byte))
  }
  return value === null ? draw.one(["a", "0".repeat(64)]) : null
}

const rowsIn = (of: Rows, table: Table): readonly Row[] => of[table] as never
const replace = (of: Rows, table: Table, with_: readonly unknown[]): Rows => ({ ...of, [table]: with_ as never })
const without = (of: Rows, table: Table, gone: (row: Row) => boolean): Rows =>
  replace(
    of,
    table,
    rowsIn(of, table).filter((row) => !gone(row)),
  )
const mapped = (of: Rows, table: Table, change: (row: Row) => Row): Rows => replace(of, table, rowsIn(of, table).map(change))

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, bytesToo) === JSON.stringify(b, bytesToo)
const bytesToo = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value)

/** Properly signed last entries that could have stood there: what two colluding histories would hold. */
interface Forged {
  readonly stream: Id
  readonly row: Tables["entry"]
}
let forks: Forged[] = []
async function forge(): Promise<Forged> {
  const { desk, member, sign, open } = seedsOf(whole.desk, 0)
  const keys = await memberKeys(member as Id, { sign: fromHex(sign), open: fromHex(open) })
  const streams = rows.stream.filter((row) => row.kind === "seen" || row.kind === "shared")
  forks = []
  for (const row of streams) {
    const last = rows.entry.filter((entry) => entry.stream === row.stream).toSorted((a, b) => a.seq - b.seq)
    const end = last.at(-1) as Tables["entry"]
    if (end.author !== keys.kid || end.seq === 0) continue
    const place = {
      desk: desk as Id,
      stream: row.stream as Id,
      head: { seq: end.seq - 1, hash: end.prev as Hash },
      directory: { seq: end.dir_seq, hash: end.dir_hash as Hash },
    }
    const seen = row.kind === "seen" ? readSeenBody(end.body as Uint8Array) : null
    const made: Entry = seen
      ? await seenEntry({ ...place, directory: whoKnew(end) }, keys.signing, seen)
      : await sealEntry({ ...place, epoch: end.epoch }, keys.signing, new Uint8Array(32).fill(1), { does: "another" })
    const hash = entryHash(headerOf(made))
    if (hash === end.hash) continue
    const body = fromBase64(made.body as string)
    forks.push({
      stream: row.stream as Id,
      row: {
        ...end,
        hash,
        body_hash: made.bodyHash,
        size: made.size,
        body,
        signature: made.signature,
        objects: "",
        guards: "",
        dir_seq: made.dirSeq,
        dir_hash: made.dirHash,
      },
    })
  }
  const [first] = forks
  if (first === undefined) throw new Error("nothing to fork")
  return first
}
/** The directory as it was one entry earlier, so that the same words give another entry. */
function whoKnew(end: Tables["entry"]): { seq: number; hash: Hash } {
  const directory = rows.stream.find((row) => row.kind === "directory") as Tables["stream"]
  const earlier = rows.entry.find((row) => row.stream === directory.stream && row.seq === end.dir_seq - 1) as Tables["entry"]
  return { seq: earlier.seq, hash: earlier.hash as Hash }
}

const heads = (of: Rows, stream: string): Rows => {
  const entries = of.entry.filter((row) => row.stream === stream).toSorted((a, b) => a.seq - b.seq)
  const end = entries.at(-1)
  if (end === undefined) return without(of, "stream", (row) => row["stream"] === stream)
  return mapped(of, "stream", (row) =>
    row["stream"] === stream ? { ...row, seq: end.seq, head: end.hash, hour: end.hour, dir_seq: end.dir_seq, epoch: end.epoch } : row,
  )
}

type Kind = (draw: Draw) => { readonly what: string; readonly after: Rows } | null
const kinds: Readonly<Record<string, Kind>> = {
  alter(draw) {
    const table = draw.one(Object.keys(covered) as Table[])
    const all = rowsIn(rows, table)
    const listed = new Set(rows.listing.map((row) => row.object))
    const row = draw.one(table === "object" ? all.filter((one) => listed.has(one["object"] as string)) : all)
    const column = draw.one(covered[table] as readonly string[])
    const value = other(draw, row[column], draw.one(all)[column], column === "body" || (column === "sealed" && table === "envelope"))
    return {
      what: `${table}.${column} ${String(row[column]).slice(0, 20)} → ${String(value).slice(0, 20)}`,
      after: mapped(rows, table, (one) => (one === row ? { ...row, [column]: value } : one)),
    }
  },
  delete(draw) {
    const table = draw.one((Object.keys(covered) as Table[]).filter((name) => name !== "card" && name !== "statement"))
    const all = rowsIn(rows, table)
    const listed = new Set(rows.listing.map((row) => row.object))
    const row = draw.one(table === "object" ? all.filter((one) => listed.has(one["object"] as string)) : all)
    return { what: `a row of ${table}`, after: without(rows, table, (one) => one === row) }
  },
  add(draw) {
    const table = draw.one(["stream", "roster", "entry", "envelope", "listing", "leaf", "tile"] as const)
    const row = draw.one(rowsIn(rows, table))
    const stream = draw.one(rows.stream).stream
    const added =
      table === "tile"
        ? { ...row, place: (row["place"] as number) + 1 + draw.below(3) }
        : table === "leaf"
          ? { ...row, seq: (row["seq"] as number) + 100, place: (row["place"] as number) + draw.below(2) }
          : table === "entry"
            ? { ...row, stream, seq: 1 + (rows.stream.find((one) => one.stream === stream)?.seq ?? 0) }
            : table === "envelope"
              ? { ...row, member: draw.one(rows.roster).member, epoch: (row["epoch"] as number) + 1 }
              : table === "roster"
                ? { ...row, stream, member: `${"b".repeat(25)}a`, place: 9 }
                : { ...row, [table === "stream" ? "stream" : "object"]: `${"c".repeat(25)}a` }
    const after = replace(rows, table, [...rowsIn(rows, table), added])
    return { what: `one more in ${table}`, after: table === "entry" && draw.below(2) === 0 ? heads(after, stream) : after }
  },
  reorder(draw) {
    const table = draw.one(["entry", "leaf"] as const)
    const all = rowsIn(rows, table)
    const [a, b] = [draw.one(all), draw.one(all)]
    const column = table === "leaf" ? "place" : "seq"
    const after = mapped(rows, table, (one) =>
      one === a ? { ...a, [column]: b[column] } : one === b ? { ...b, [column]: a[column] } : one,
    )
    return { what: `two of ${table} exchanged`, after }
  },
  signatures(draw) {
    const table = draw.one(["entry", "card"] as const)
    const all = rowsIn(rows, table)
    const [a, b] = [draw.one(all), draw.one(all)]
    const after = mapped(rows, table, (one) =>
      one === a ? { ...a, signature: b["signature"] } : one === b ? { ...b, signature: a["signature"] } : one,
    )
    return { what: `signatures of two of ${table} exchanged`, after }
  },
  bodies(draw) {
    const [a, b] = [draw.one(rowsIn(rows, "entry")), draw.one(rowsIn(rows, "entry"))]
    const swap = (row: Row, from: Row): Row => ({ ...row, body: from["body"], body_hash: from["body_hash"], size: from["size"] })
    return {
      what: "bodies of two entries exchanged",
      after: mapped(rows, "entry", (one) => (one === a ? swap(a, b) : one === b ? swap(b, a) : one)),
    }
  },
  truncate(draw) {
    const { stream, seq } = draw.one(rows.stream)
    const keep = draw.below(seq + 1)
    const gone = (row: Row): boolean => row["stream"] === stream && (row["seq"] as number) >= keep
    let after = heads(without(rows, "entry", gone), stream)
    if (draw.below(2) === 0) after = without(after, "leaf", gone)
    if (draw.below(3) === 0) after = without(after, "card", (row) => row["stream"] === stream)
    return { what: `${stream} cut at ${keep}`, after }
  },
  fork(draw) {
    const { stream, row } = draw.one(forks)
    const after = mapped(rows, "entry", (one) => (one["stream"] === stream && one["seq"] === row.seq ? (row as never) : one))
    return {
      what: `another last entry in ${stream}, well signed`,
      after: without(heads(after, stream), "card", (one) => one["stream"] === stream),
    }
  },
  rollback(draw) {
    // Cards, files and envelopes alone may be older than they could be: what must not is what entries and the log say.
    const core = ["stream", "entry", "roster", "envelope", "listing", "object", "leaf", "tile", "log"] as const
    const chosen = core.filter(() => draw.below(2) === 0)
    let after = rows
    for (const table of chosen) after = replace(after, table, whole.before[table])
    const telling = ["stream", "entry", "roster", "envelope", "listing", "leaf", "tile", "log"].some(
      (table) => chosen.includes(table as never) && !same(after[table as Table], rows[table as Table]),
    )
    return telling && chosen.length < core.length ? { what: `rolled back: ${chosen.join(", ")}`, after } : null
  },
  rollbackStream(draw) {
    const { stream } = draw.one(rows.stream)
    let after = rows
    for (const table of ["stream", "entry", "roster", "envelope", "leaf", "card"] as const) {
      const old = rowsIn(whole.before, table).filter((row) => row["stream"] === stream)
      after = replace(after, table, [...rowsIn(after, table).filter((row) => row["stream"] !== stream), ...old])
    }
    return same(after.entry.length, rows.entry.length) ? null : { what: `${stream} as it was hours ago`, after }
  },
}

describe("a desk as it stands", () => {
  test("holds, today and hours ago, files included", async () => {
    const objects = await openObjects({ data: whole.desk.data, now: () => whole.desk.now })
    const held = await verify(rows, { objects })
    expect(held).toMatchObject({ ok: true, value: { members: 2, notInLog: expect.any(Number), files: 1 } })
    expect(await verify(whole.before)).toMatchObject({ ok: true })
    if (held.ok) {
      expect(held.value.purged).toBeGreaterThan(1)
      expect(held.value.entries).toBeGreaterThan(50)
      expect(held.value.seen).toBeGreaterThan(6)
      expect(held.value.log?.size).toBe(held.value.entries - held.value.notInLog)
    }
  })
  test("has something in every table, so that every alteration has something to alter", () => {
    for (const table of tables) expect([table, rows[table].length > 0]).toEqual([table, true])
    expect(new Set(rows.entry.map((row) => row.epoch)).size).toBeGreaterThan(1)
    expect(new Set(rows.stream.map((row) => row.kind))).toEqual(new Set(["directory", "ask", "answer", "shared", "seen"]))
    expect(forks.length).toBeGreaterThan(2)
    expect(forged).toBe(forks[0])
  })
})

describe("a thousand alterations", () => {
  test("are found, every one", async () => {
    const draw = draws(20_261_122)
    const found = new Map<string, number>()
    const missed: string[] = []
    const names = Object.keys(kinds)
    for (let done = 0; done < 1000; ) {
      const kind = names[done % names.length] as string
      const made = (kinds[kind] as Kind)(draw)
      if (made === null || tables.every((table) => same(made.after[table], rows[table]))) continue
      done++
      const held = await verify(made.after)
      if (held.ok) missed.push(`${kind}: ${made.what}`)
      else found.set(held.fault.fault, (found.get(held.fault.fault) ?? 0) + 1)
    }
    expect(missed).toEqual([])
    expect(found.size).toBeGreaterThan(15)
  })
  test("a store that was set back as a whole, log and all, is found by a checkpoint that was kept elsewhere", async () => {
    const [now] = rows.log
    const checkpoint = {
      desk: now?.desk,
      size: now?.size,
      root: now?.root,
      hour: now?.hour as Hour,
      signature: now?.signature,
    } as Checkpoint
    expect(await verify(whole.before)).toMatchObject({ ok: true })
    expect(await verify(whole.before, { checkpoint })).toMatchObject({ ok: false, fault: { fault: "log-went-back" } })
    expect(await verify(rows, { checkpoint })).toMatchObject({ ok: true })
    expect(await verify(rows, { checkpoint: { ...checkpoint, root: "1".repeat(64) as Hash } })).toMatchObject({ ok: false })
  })
  test("another root than the one that is trusted is found", async () => {
    expect(await verify(rows, { rootPrint: "0000-0000" })).toMatchObject({ ok: false, fault: { fault: "other-root" } })
  })
})
