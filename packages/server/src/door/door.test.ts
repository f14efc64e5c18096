// Doors that stay open: nobody is refused under load, nobody waits for another's slow line or wrong guesses, nobody is counted by
// where the call comes from, and one proof of work buys little.
import { headAfter } from "@safe-conduct/sealing/verify"
import { once } from "node:events"
import { globSync, readFileSync } from "node:fs"
import { type Socket, connect } from "node:net"
import { randomId } from "@safe-conduct/sealing/seal"
import { EMPTY, type Entry, type Hash, type Id, hourOf } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openDatabase } from "../index.ts"
import { type InventedDesk, answer, ask, inventedDesk, newMailbox, openMailbox, sendOpening } from "../testing/invented-desk.ts"
import { createQueue } from "./queue.ts"

let d: InventedDesk
let port = 0
beforeAll(async () => {
  d = await inventedDesk({ limits: { atOnce: 2, freeEntries: 6, freeBody: 20_000 } })
  port = (await d.server.listen()).port
})
afterAll(async () => {
  expect(d.lines).toEqual([])
  await d.close()
})

const at = (path: string): string => `http://127.0.0.1:${port}${path}`
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(at(path), { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) })

describe("the queue", () => {
  test("lets everybody through in the order of coming, never more at once than its width", async () => {
    const queue = createQueue(3)
    let busy = 0
    let most = 0
    const done: number[] = []
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        queue.run(async () => {
          most = Math.max(most, ++busy)
          await new Promise((go) => setImmediate(go))
          busy--
          done.push(n)
        }),
      ),
    )
    expect([most, done]).toEqual([3, [...Array(50).keys()]])
  })

  test("goes on after work that fails", async () => {
    const queue = createQueue(1)
    await expect(queue.run(() => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug")
    expect(await queue.run(async () => 7)).toBe(7)
  })

  test("refuses nobody of three hundred who call at once at a server that works on two", async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => fetch(at(n % 2 === 0 ? "/api/challenge" : "/api/heads"))))
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200, 401]))
  })
})

describe("a slow line", () => {
  const slow: Socket[] = []
  afterAll(() => slow.forEach((socket) => socket.destroy()))

  test("holds up nobody: bodies that crawl in, with a length or without, take no place in the queue", async () => {
    const beginnings = [
      "POST /api/mailboxes HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{",
      "POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n",
      `PUT /api/objects/${randomId()}/parts/0 HTTP/1.1\r\nhost: x\r\ncontent-length: 5000\r\n\r\nx`,
      `POST /api/streams/${randomId()}/entries HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n{`,
    ]
    for (const beginning of [...beginnings, ...beginnings, ...beginnings]) {
      const socket = connect({ port, host: "127.0.0.1" })
      await once(socket, "connect")
      socket.write(beginning)
      slow.push(socket)
    }
    // Each of them has been read by the server before the next call begins.
    await fetch(at("/health"))
    await new Promise((go) => setTimeout(go, 200))
    const m = await newMailbox(d)
    const request = await ask(d, m, "help")
    const sent = await post("/api/mailboxes", { key: m.keys.key, work: m.work, entries: [m.genesis, request] })
    expect(sent.status).toBe(201)
    expect((await fetch(at("/api/challenge"))).status).toBe(200)
  })
})

describe("wrong guesses", () => {
  test("of one caller cost another nothing: no counter, no lock, no wait", async () => {
    const { challenge } = (await d.call("GET", "/api/challenge")).json
    const m = await openMailbox(d)
    const { signature } = m.genesis
    const guess = (n: number) =>
      n % 3 === 0
        ? post("/api/session", { subject: { kind: "member", member: d.ada.id }, challenge, origin: "http://localhost", signature })
        : n % 3 === 1
          ? post("/api/session", {
              subject: { kind: "mailbox", key: m.keys.key },
              challenge: "AAAA",
              origin: "http://localhost",
              signature,
            })
          : fetch(at(`/api/wraps/${randomId()}`))
    const order: (number | string)[] = []
    const wrong = (n: number) =>
      guess(n).then((a) => {
        order.push(n)
        return a.status
      })
    const before = Array.from({ length: 150 }, (_, n) => wrong(n))
    const right = d.signIn(d.ada).then((token) => {
      order.push("right")
      return token
    })
    const after = Array.from({ length: 150 }, (_, n) => wrong(150 + n))
    expect(new Set(await Promise.all([...before, ...after]))).toEqual(new Set([401, 404]))
    const token = await right
    expect((await d.call("GET", "/api/heads", undefined, token)).status).toBe(200)
    // Two calls of a sign-in stand behind what came before them, not behind all that comes.
    expect(order.indexOf("right")).toBeLessThan(order.length - 1)
    // The very account that was guessed at opens as before, by the words and by the code.
    expect(await d.signIn(m.keys)).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  })
})

describe("where a call comes from", () => {
  test("is read nowhere: no address, no header that tells one, no browser's name", () => {
    const telling =
      /remoteAddress|remotePort|remoteFamily|getConnInfo|conninfo|x-forwarded|x-real-ip|forwarded-for|\bforwarded\b|connecting-ip|user-?agent|\bsocket\b/i
    const sources = globSync("packages/server/src/**/*.ts").filter((path) => !/\.test\.ts$|\/testing\//.test(path))
    expect(sources.length).toBeGreaterThan(40)
    // Comments may speak of sockets; code may not ask them anything.
    const code = (path: string) =>
      readFileSync(path, "utf8")
        .replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "")
        .replace(/\/\/.*$/gm, "")
    expect(sources.filter((path) => telling.test(code(path)))).toEqual([])
  })

  test("changes nothing: a thousandth call from one address is answered like the first from another", async () => {
    const m = await newMailbox(d)
    const body = { key: m.keys.key, work: m.work + 1, entries: [m.genesis] }
    const answers = new Set<string>()
    for (const from of ["192.0.2.1", "192.0.2.1", "198.51.100.7", ""]) {
      const a = await post("/api/mailboxes", body, from === "" ? {} : { "x-forwarded-for": from, forwarded: `for=${from}` })
      answers.add(`${a.status} ${await a.text()}`)
    }
    expect(answers.size).toBe(1)
  })
})

describe("one proof of work", () => {
  test("buys some messages of usual size until the desk has answered, and then the rest", async () => {
    const m = await openMailbox(d)
    let head = m.head
    const say = async (text: string): Promise<[number, string | undefined]> => {
      const e: Entry = await ask(d, m, text, { head })
      const sent = await d.append(m.keys.ask, { entries: [e] })
      if (sent.status === 201) head = headAfter(e)
      return [sent.status, sent.json.error]
    }
    expect(await say("x".repeat(20_000))).toEqual([429, "mailbox-full"])
    for (let seq = 1; seq < 6; seq++) expect(await say(`message ${seq}`)).toEqual([201, undefined])
    expect(await say("one more")).toEqual([429, "mailbox-full"])
    const reply = await answer(d, m, EMPTY, "we read it")
    expect((await d.append(m.keys.answer, { entries: [reply] }, await d.signIn(d.cleo))).status).toBe(201)
    expect(await say("one more")).toEqual([201, undefined])
    expect(await say("x".repeat(20_000))).toEqual([201, undefined])
  })

  test("buys no more by sending all at once", async () => {
    const m = await newMailbox(d)
    const rest: Entry[] = []
    for (let n = 0; n < 6; n++) rest.push(await ask(d, m, `message ${n}`, { head: headAfter(rest.at(-1) ?? m.genesis) }))
    expect((await sendOpening(d, m, rest)).json).toMatchObject({ error: "mailbox-full", at: "/entries/6" })
    expect((await sendOpening(d, m, rest.slice(0, 5))).status).toBe(201)
  })
})

describe("a wake", () => {
  test("stands however many others ask in the same hour: a crowd of false ones silences nobody", async () => {
    const database = await openDatabase({ data: d.data })
    const store = await database.open(d.desk)
    const hour = hourOf(d.clock.now)
    await store.write(async (tx) => {
      for (let n = 0; n < 500; n++) {
        const head = { seq: 1, hash: "1".repeat(64) as Hash }
        await tx.createStream({ stream: randomId() as Id, kind: "ask", head, epoch: 1, dirSeq: 0, hour, wake: true })
      }
    })
    await store.close()
    const m = await newMailbox(d)
    await sendOpening(d, m, [await ask(d, m, "they told him to pack")], { wake: true })
    const rows = (await d.call("GET", "/api/heads?since=0", undefined, await d.signIn(d.cleo))).json.rows as { stream: Id; wake: boolean }[]
    expect(rows.filter((row) => row.wake).length).toBe(501)
    expect(rows.find((row) => row.stream === m.keys.ask)?.wake).toBe(true)
  })
})
