// Destroying: by two, exactly what both saw, and then it is nowhere in the data folder, while the chain still verifies.
import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import { approve, randomId } from "@safe-conduct/sealing/seal"
import { checkBody, directoryIdOf, follows, headAfter, membersIdOf, registerIdOf, verifyEntry } from "@safe-conduct/sealing/verify"
import { type Entry, type Head, type Id, type Page, type PurgeOf, type SignedPurge, EMPTY, purgeBytes } from "@safe-conduct/wire"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import {
  type Answer,
  type InventedDesk,
  type Mailbox,
  type Person,
  type Shared,
  answer,
  ask,
  enact,
  inventedDesk,
  line,
  openMailbox,
  shared,
  upload,
} from "../testing/invented-desk.ts"

let d: InventedDesk
let ada: string
beforeEach(async () => {
  d = await inventedDesk()
  ada = await d.signIn(d.ada)
})
afterEach(() => d.close())

const code = (a: Answer) => [a.status, a.json.error]

async function signed(of: Partial<PurgeOf> & Pick<PurgeOf, "stream" | "seq" | "hash">, by: readonly Person[]): Promise<SignedPurge> {
  const whole: PurgeOf = { unanswered: false, until: "2026-12-01", ...of }
  const approvals = await Promise.all(by.map((one) => approve(one.id, one.keys.signing, purgeBytes(d.desk, whole))))
  return { ...whole, approvals: approvals as unknown as SignedPurge["approvals"] }
}
const purge = (streams: readonly SignedPurge[], token = ada) => d.call("POST", "/api/purges", { streams }, token)

interface Family {
  readonly s: Shared
  head: Head
  readonly m: Mailbox
  readonly askHead: Head
  readonly answerHead: Head
  /** Listed by the mailbox and the stream; by the stream alone; by another stream too. */
  readonly files: readonly Id[]
  readonly canaries: readonly Buffer[]
}

/** A stream of Ada and Ben with two lines, a card and files, its mailbox asked and answered. */
async function family(): Promise<Family> {
  const m = await openMailbox(d)
  const token = await d.signIn(m.keys)
  const own = await upload(d, token)
  const request = await ask(d, m, "forget me", { objects: [own] })
  await d.append(m.keys.ask, { entries: [request] })
  const replied = await answer(d, m, EMPTY, "we will")
  await d.append(m.keys.answer, { entries: [replied] }, ada)
  const s = await shared(d, [d.ada, d.ben])
  await d.append(s.stream, s.input, ada)
  const [scan, twice] = [await upload(d, ada), await upload(d, ada)]
  const first = await line(d, s, d.ada, s.head, { does: "note", text: "a name" }, { objects: [own, scan, twice] })
  const second = await line(d, s, d.ada, headAfter(first), { does: "note", text: "another name" })
  const stored = await d.append(s.stream, { entries: [first, second] }, ada)
  if (stored.status !== 201) throw new Error(JSON.stringify(stored.json))
  const other = await shared(d, [d.ada])
  await d.append(other.stream, other.input, ada)
  await d.append(other.stream, { entries: [await line(d, other, d.ada, other.head, "x", { objects: [twice] })] }, ada)
  const bodies = [request, replied, first, second].map((entry) => Buffer.from(entry.body as string, "base64").subarray(40, 72))
  const envelope = s.input.envelopes?.[0]?.envelopes[0]?.sealed as string
  const part = (await d.call("GET", `/api/objects/${scan}/parts/0`, undefined, ada)).bytes
  const canaries = [...bodies, Buffer.from(envelope, "base64").subarray(200, 232), Buffer.from(part).subarray(500, 532)]
  return {
    s,
    head: headAfter(second),
    m,
    askHead: headAfter(request),
    answerHead: headAfter(replied),
    files: [own, scan, twice],
    canaries,
  }
}

const whole = async (f: Family, by: readonly Person[] = [d.ada, d.ben]): Promise<SignedPurge[]> => [
  await signed({ stream: f.s.stream, ...f.head }, by),
  await signed({ stream: f.m.keys.ask, ...f.askHead }, by),
  await signed({ stream: f.m.keys.answer, ...f.answerHead }, by),
]

/** In how many files of the data folder each of these stands. */
async function found(canaries: readonly Buffer[]): Promise<number[]> {
  const files = (await readdir(d.data, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const contents = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))))
  return canaries.map((canary) => contents.filter((bytes) => bytes.includes(canary)).length)
}

describe("what two members destroyed", () => {
  test("is nowhere in the data folder, which had it before; what another stream lists stays", async () => {
    const f = await family()
    expect((await found(f.canaries)).every((files) => files > 0)).toBe(true)
    const done = await purge(await whole(f))
    expect([done.status, done.json]).toEqual([200, { entries: 5, envelopes: 2, files: 2, kept: 1, hour: "2026-11-22T17Z" }])
    expect(await found(f.canaries)).toEqual(f.canaries.map(() => 0))
    const part = (id: Id) => d.call("GET", `/api/objects/${id}/parts/0`, undefined, ada)
    expect(await Promise.all(f.files.map(async (id) => (await part(id)).status))).toEqual([404, 404, 200])
    expect((await d.call("GET", "/api/cards?since=0", undefined, ada)).status).toBe(200)
    expect(d.lines).toEqual([])
  })

  test("leaves a chain that verifies to the same head, and the roster that says who wrote it", async () => {
    const f = await family()
    await purge(await whole(f))
    const page = (await d.call("GET", `/api/streams/${f.s.stream}/entries`, undefined, ada)).json as Page
    expect(page.entries.map(({ entry }) => entry.body === null)).toEqual([false, true, true])
    let head: Head = EMPTY
    for (const { entry } of page.entries) {
      expect([follows(entry, head), await verifyEntry(entry, d.ada.keys.signing.key)]).toEqual([null, null])
      head = headAfter(entry)
    }
    expect(head).toEqual(f.head)
    const envelopes = (await d.call("GET", `/api/streams/${f.s.stream}/envelopes`, undefined, ada)).json.epochs
    expect(envelopes.map(({ mine, hashes }: { mine: string | null; hashes: unknown[] }) => [mine, hashes.length])).toEqual([[null, 2]])
  })

  test("is told apart from what was lost by the two signatures, which anybody can check", async () => {
    const f = await family()
    const [of] = await whole(f)
    await purge([of as SignedPurge])
    const told = await d.call("GET", `/api/streams/${f.s.stream}/purges`, undefined, await d.signIn(d.ben))
    expect(told.json).toEqual({ purges: [{ ...of, hour: "2026-11-22T17Z" }] })
    expect((await d.call("GET", `/api/streams/${f.m.keys.ask}/purges`, undefined, ada)).json).toEqual({ purges: [] })
    expect((await d.call("GET", `/api/streams/${f.s.stream}/purges`, undefined, await d.signIn(d.cleo))).status).toBe(403)
  })

  test("is not written to again, but a person may write again to her mailbox, and that stays", async () => {
    const f = await family()
    await purge(await whole(f))
    const behind = await line(d, f.s, d.ada, f.head, "after")
    expect(code(await d.append(f.s.stream, { entries: [behind] }, ada))).toEqual([403, "stream-purged"])
    const more = await ask(d, f.m, "I need you after all", { head: f.askHead })
    expect((await d.append(f.m.keys.ask, { entries: [more] })).status).toBe(201)
    const again = await purge(await whole(f))
    expect(again.status).toBe(200)
    const page = (await d.call("GET", `/api/streams/${f.m.keys.ask}/entries`, undefined, ada)).json as Page
    expect(page.entries.map(({ entry }) => entry.body === null)).toEqual([true, true, false])
    expect(checkBody(page.entries.at(-1)?.entry as Entry)).toBeNull()
  })

  test("is answered the same when it is asked again, after the last day too", async () => {
    const f = await family()
    const streams = await whole(f)
    const first = await purge(streams)
    d.clock.now += 60 * 86_400_000
    ada = await d.signIn(d.ada)
    const { hour: _first, ...once } = first.json
    const { hour: _again, ...again } = (await purge(streams, ada)).json
    expect(again).toEqual(once)
  })
})

describe("a stream that fewer than two can read", () => {
  const alone = async (reader: Person): Promise<Shared> => {
    const s = await shared(d, [reader])
    await d.append(s.stream, s.input, await d.signIn(reader))
    return s
  }

  test("goes by its one reader and another, when both sign that it goes unseen, and by no others", async () => {
    const s = await alone(d.ada)
    const of = { stream: s.stream, ...s.head }
    expect(code(await purge([await signed(of, [d.ada, d.cleo])]))).toEqual([403, "not-on-roster"])
    expect(code(await purge([await signed({ ...of, unanswered: true }, [d.ben, d.cleo])]))).toEqual([403, "not-on-roster"])
    expect((await purge([await signed({ ...of, unanswered: true }, [d.ada, d.cleo])])).status).toBe(200)
  })

  test("is not one that two can read, whatever the two call it", async () => {
    const f = await family()
    const of = { stream: f.s.stream, ...f.head, unanswered: true }
    expect(code(await purge([await signed(of, [d.ada, d.cleo])]))).toEqual([403, "not-on-roster"])
  })

  test("whose readers all left goes by any two, who learn where it stands and nothing of it", async () => {
    const s = await alone(d.ben)
    const cleo = await d.signIn(d.cleo)
    const head = () => d.call("GET", `/api/streams/${s.stream}/head`, undefined, cleo)
    expect((await head()).status).toBe(403)
    const of = { stream: s.stream, ...s.head, unanswered: true }
    expect(code(await purge([await signed(of, [d.ada, d.cleo])]))).toEqual([403, "not-on-roster"])
    await enact(d, await d.change(async () => ({ does: "member.remove", member: d.ben.id })))
    expect((await head()).json).toEqual(s.head)
    expect((await d.call("GET", `/api/streams/${s.stream}/entries`, undefined, cleo)).status).toBe(403)
    expect((await purge([await signed(of, [d.ada, d.cleo])])).status).toBe(200)
  })
})

describe("nothing is destroyed", () => {
  const untouched = async (f: Family): Promise<void> => {
    const page = (await d.call("GET", `/api/streams/${f.s.stream}/entries`, undefined, ada)).json as Page
    expect(page.entries.every(({ entry }) => entry.body !== null)).toBe(true)
    expect((await found(f.canaries)).every((files) => files > 0)).toBe(true)
  }

  test("by one member, also when she signs twice or signs for another", async () => {
    const f = await family()
    const [of] = await whole(f)
    const one = (of as SignedPurge).approvals[0]
    expect(code(await purge([await signed({ stream: f.s.stream, ...f.head }, [d.ada, d.ada])]))).toEqual([403, "same-member"])
    const forged = { ...(of as SignedPurge), approvals: [one, { by: d.ben.id, signature: one.signature }] } as SignedPurge
    expect(code(await purge([forged]))).toEqual([400, "bad-signature"])
    expect((await purge([{ ...(of as SignedPurge), approvals: [one] } as never])).status).toBe(400)
    await untouched(f)
  })

  test("by somebody outside its roster, by whoever was removed, or by somebody who is no member", async () => {
    const f = await family()
    expect(code(await purge(await whole(f, [d.ada, d.cleo])))).toEqual([403, "not-on-roster"])
    const mailbox = await d.signIn(f.m.keys)
    expect(code(await purge(await whole(f), mailbox))).toEqual([403, "not-member"])
    expect((await d.call("POST", "/api/purges", { streams: await whole(f) })).status).toBe(401)
    const streams = await whole(f)
    await enact(d, await d.change(async () => ({ does: "member.remove", member: d.ben.id })))
    expect(code(await purge(streams))).toEqual([403, "not-active"])
    await untouched(f)
  })

  test("with signatures for another stream, another head, another desk's words or other terms", async () => {
    const f = await family()
    const [of] = (await whole(f)) as [SignedPurge]
    for (const changed of [
      { stream: f.m.keys.ask, ...f.askHead },
      { seq: f.head.seq - 1 },
      { hash: f.askHead.hash },
      { unanswered: true },
      { until: "2026-12-02" },
    ])
      expect((await purge([{ ...of, ...changed }])).json.error, JSON.stringify(changed)).toBe("bad-signature")
    await untouched(f)
  })

  test("after something was written behind what the two saw, and of several streams all or none", async () => {
    const f = await family()
    const streams = await whole(f)
    await d.append(f.s.stream, { entries: [await line(d, f.s, d.ada, f.head, "wait")] }, ada)
    const refused = await purge(streams.toReversed())
    expect([...code(refused), refused.json.head.seq, refused.json.at]).toEqual([409, "not-head", f.head.seq + 1, "/streams/2"])
    await untouched(f)
  })

  test("of a request that nobody ever answered, unless the two say so", async () => {
    const m = await openMailbox(d)
    const request = await ask(d, m, "help")
    await d.append(m.keys.ask, { entries: [request] })
    const of = { stream: m.keys.ask, ...headAfter(request) }
    expect(code(await purge([await signed(of, [d.ada, d.cleo])]))).toEqual([409, "unanswered"])
    expect((await purge([await signed({ ...of, unanswered: true }, [d.ada, d.cleo])])).json).toMatchObject({ entries: 2 })
  })

  test("of what belongs to the whole desk, or does not exist", async () => {
    const both = [d.ada, d.ben]
    const register = await shared(d, both, registerIdOf(d.desk))
    await d.append(register.stream, register.input, ada)
    const members = await shared(d, both, membersIdOf(d.desk))
    await d.append(members.stream, members.input, ada)
    const directory = { stream: directoryIdOf(d.desk), ...d.directory() }
    for (const of of [{ stream: register.stream, ...register.head }, { stream: members.stream, ...members.head }, directory])
      expect(code(await purge([await signed(of, both)]))).toEqual([403, "not-purgeable"])
    expect(code(await purge([await signed({ stream: randomId(), seq: 0, hash: register.head.hash }, both)]))).toEqual([
      404,
      "no-such-stream",
    ])
  })

  test("with signatures that have run out, or that were to be good for ever", async () => {
    const f = await family()
    const late = await signed({ stream: f.s.stream, ...f.head, until: "2026-11-21" }, [d.ada, d.ben])
    expect(code(await purge([late]))).toEqual([400, "purge-too-late"])
    const long = await signed({ stream: f.s.stream, ...f.head, until: "2027-11-21" }, [d.ada, d.ben])
    expect(code(await purge([long]))).toEqual([400, "malformed"])
    await untouched(f)
  })
})
