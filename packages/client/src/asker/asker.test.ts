// The asker's side against a real desk: whatever breaks on the way, one request arrives, whole.
import { EMPTY } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "@safe-conduct/russia-canada"
import { foundStreams, rotateIntake, rotateReply } from "../member/administration.ts"
import { openCore, type Core } from "../member/core.ts"
import { requestOf } from "../member/mail.ts"
import { refresh } from "../member/session.ts"
import { unlockBySeeds } from "../member/unlock.ts"
import { type TestDesk, openTestDesk, seedsOf, testWords } from "../testing/desk.ts"
import {
  type Desk,
  type Journal,
  connect,
  memoryShelf,
  newCode,
  openDevice,
  openMailbox,
  readCode,
  sourceOfBytes,
  submit,
  wordsOf,
} from "./index.ts"

let desk: TestDesk
let anna: Core
let boris: Core

const signedIn = async (n: number): Promise<Core> => {
  const env = { server: desk.url, fetch: desk.fetch, now: () => desk.now, words: testWords, programme }
  const opened = await unlockBySeeds(env, seedsOf(desk, n))
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  return openCore(env, opened.value, () => undefined)
}
const good = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const twice = async (act: (core: Core, approvals?: string) => ReturnType<typeof rotateIntake>): Promise<void> => {
  const first = good(await act(anna))
  if (first.done) throw new Error("one administrator was enough")
  good(await boris.register.pull())
  expect(good(await act(boris, first.approvals))).toMatchObject({ done: true })
  good(await refresh(anna))
  good(await refresh(boris))
}

beforeAll(async () => {
  desk = await openTestDesk()
  anna = await signedIn(0)
  boris = await signedIn(1)
  good(await foundStreams(anna, "Anna"))
  good(await refresh(boris))
  await twice(rotateIntake)
  await twice(rotateReply)
})
afterAll(() => desk.close())

const env = (fetch = desk.fetch) => ({ server: desk.url, fetch, now: () => desk.now, wait: () => Promise.resolve() })
const meet = async (fetch = desk.fetch): Promise<Desk> => good(await connect(env(fetch)))
const request = (surname: string) =>
  ({ v: 1, language: "ru", asking: "relative", people: [{ names: { cyrillic: { surname, given: "Павел" } } }] }) as never
const readBy = async (core: Core, locator: string) => {
  good(await refresh(core))
  const mail = core.mail.get(locator as never)
  return mail === undefined ? null : requestOf(mail)
}
const memory = (): Journal & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>()
  return {
    kept,
    get: async (name) => kept.get(name) ?? null,
    put: async (name, value) => void kept.set(name, value),
    drop: async (name) => void kept.delete(name),
  }
}

describe("meeting a desk", () => {
  test("another root than the one we trust is refused", async () => {
    expect(await connect({ ...env(), root: "0000-0000-0000-0000-0000-0000-0000-0000" })).toMatchObject({
      ok: false,
      refusal: { error: "other-root" },
    })
    expect(await connect({ ...env(), root: desk.founding.rootPrint })).toMatchObject({ ok: true })
  })
  test("an expired certificate takes nothing", async () => {
    const later = { ...env(), now: () => desk.now + 60 * 24 * 3_600_000 }
    expect(await connect(later)).toMatchObject({ ok: false, refusal: { error: "desk-expired" } })
  })
  test("a dead line loses nothing and says so", async () => {
    const dead = (() => Promise.reject(new TypeError("no line"))) as typeof fetch
    expect(await connect(env(dead))).toMatchObject({ ok: false, refusal: { error: "offline" } })
  })
})

describe("a request", () => {
  test("arrives, opens for both members and nothing of it is readable on the way", async () => {
    const bodies: string[] = []
    const met = await meet((async (path: string, init?: RequestInit) => {
      if (typeof init?.body === "string") bodies.push(init.body)
      return desk.fetch(path as never, init)
    }) as typeof fetch)
    const code = await newCode(met)
    const sent = good(await submit({ desk: met, code: code.code, request: request("Тестовский") }))
    expect(sent.locator).toBe(code.locator)
    for (const core of [anna, boris])
      expect((await readBy(core, sent.locator))?.request.people[0]?.names?.cyrillic?.surname).toBe("Тестовский")
    expect(bodies.join("")).not.toMatch(/Тестовский|relative/)
  })

  test("a lost answer sends the same bytes again and makes one request", async () => {
    let lost = 0
    const forgetful = (async (path: string, init?: RequestInit) => {
      const answer = await desk.fetch(path as never, init)
      if (init?.method === "POST" && /mailboxes|entries/.test(path) && lost++ % 2 === 0) throw new TypeError("the answer was lost")
      return answer
    }) as typeof fetch
    const met = await meet(forgetful)
    const code = await newCode(met)
    good(await submit({ desk: met, code: code.code, request: request("Дважды") }))
    expect(lost).toBe(2)
    good(await refresh(anna))
    expect(anna.mail.get(code.locator as never)?.entries).toHaveLength(1)
  })

  test("of text alone is one call, and asks for no session", async () => {
    const calls: string[] = []
    const met = await meet((async (path: string, init?: RequestInit) => {
      calls.push(`${init?.method} ${new URL(path).pathname}`)
      return desk.fetch(path as never, init)
    }) as typeof fetch)
    const code = await newCode(met)
    calls.length = 0
    const sent = good(await submit({ desk: met, code: code.code, request: request("Один"), wake: true }))
    expect(calls).toEqual(["POST /api/mailboxes"])
    expect((await readBy(anna, sent.locator))?.request.people[0]?.names?.cyrillic?.surname).toBe("Один")
    expect(anna.mail.get(sent.locator as never)?.wake).toBe(true)
  })

  test("goes behind the first entry that another device of the same code left there", async () => {
    const met = await meet()
    const code = await newCode(met)
    const { askGenesis, codeKeys, findWork } = await import("@safe-conduct/sealing/seal")
    const keys = await codeKeys(desk.founding.desk, code.code)
    const { directory } = anna.inside
    const at = { desk: desk.founding.desk, stream: keys.ask, head: EMPTY, epoch: 0, directory: directory.now().head }
    const entries = [await askGenesis(at, keys.signing)]
    const work = await findWork(keys.ask, 1, async () => undefined)
    const opened = await desk.fetch(`${desk.url}/api/mailboxes`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ key: keys.key, work, entries }),
    })
    expect(opened.status).toBe(201)
    const journal = memory()
    const sent = good(await submit({ desk: met, code: code.code, request: request("Позади"), journal }))
    expect((await readBy(anna, sent.locator))?.request.people[0]?.names?.cyrillic?.surname).toBe("Позади")
  })

  test("a killed tab goes on with the bytes it had sealed, and a second call answers the same receipt", async () => {
    const journal = memory()
    let dead = true
    const flaky = (async (path: string, init?: RequestInit) => {
      if (dead && /mailboxes|entries/.test(path)) return new Response("{}", { status: 400 })
      return desk.fetch(path as never, init)
    }) as typeof fetch
    const met = await meet(flaky)
    const code = await newCode(met)
    expect(await submit({ desk: met, code: code.code, request: request("Снова"), journal })).toMatchObject({ ok: false })
    const sealed = JSON.parse([...journal.kept.values()][0] as string).append.entries[0].body
    dead = false
    const sent = good(await submit({ desk: met, code: code.code, request: request("Другая"), journal }))
    expect((await readBy(anna, sent.locator))?.item.entry.body).toBe(sealed)
    expect(good(await submit({ desk: met, code: code.code, request: request("Снова"), journal }))).toEqual(sent)
  })

  test("a code sends one request: a second from a device without memory is refused", async () => {
    const met = await meet()
    const code = await newCode(met)
    good(await submit({ desk: met, code: code.code, request: request("Первая") }))
    expect(await submit({ desk: met, code: code.code, request: request("Вторая") })).toMatchObject({
      ok: false,
      refusal: { error: "already-sent" },
    })
  })

  test("after two rotations the request is sealed anew for the new certificate by itself", async () => {
    const met = await meet()
    const code = await newCode(met)
    await twice(rotateIntake)
    await twice(rotateIntake)
    const sent = good(await submit({ desk: met, code: code.code, request: request("Ротация") }))
    const read = await readBy(boris, sent.locator)
    expect(read?.request.people[0]?.names?.cyrillic?.surname).toBe("Ротация")
    expect(read?.item.entry.epoch).toBe(anna.inside.directory.now().intake.at(-1)?.certificate.number)
  })
})

describe("files", () => {
  const bytes = new Uint8Array(7 * 1024 * 1024 + 321).map((_, n) => (n * 31 + (n >> 11)) & 255)

  test("an upload cut twenty times ends byte-identical", async () => {
    let cuts = 0
    let puts = 0
    const cutting = (async (path: string, init?: RequestInit) => {
      if (init?.method !== "PUT" || cuts === 20 || ++puts % 4 === 0) return desk.fetch(path as never, init)
      cuts++
      // Every other time the part arrives and its answer does not.
      if (puts % 2 === 0) await desk.fetch(path as never, init)
      throw new TypeError("cut")
    }) as typeof fetch
    const met = await meet(cutting)
    const code = await newCode(met)
    const sent = good(
      await submit({
        desk: met,
        code: code.code,
        request: { ...(request("Файл") as object), files: [{ name: "видео.mp4" }] } as never,
        files: [sourceOfBytes(bytes, "видео.mp4")],
        journal: memory(),
      }),
    )
    expect(cuts).toBe(20)
    const read = await readBy(anna, sent.locator)
    const body = read?.item.body
    if (body?.known !== true || body.body.kind !== "request") throw new Error("no request")
    const { downloadFile } = await import("../file/download.ts")
    const whole = good(await downloadFile(anna.inside.api, body.body.files[0] as never))
    expect(Buffer.compare(whole, bytes)).toBe(0)
  })

  test("a request that was sealed with its files and must be sealed anew still names them", async () => {
    const journal = memory()
    let dead = true
    const flaky = (async (path: string, init?: RequestInit) => {
      if (dead && /entries/.test(path)) return new Response("{}", { status: 400 })
      return desk.fetch(path as never, init)
    }) as typeof fetch
    const met = await meet(flaky)
    const code = await newCode(met)
    const files = [sourceOfBytes(new Uint8Array([1, 2, 3]), "письмо.txt")]
    const given = { desk: met, code: code.code, request: request("Вложение"), journal }
    expect(await submit({ ...given, files })).toMatchObject({ ok: false })
    dead = false
    await twice(rotateIntake)
    await twice(rotateIntake)
    const sent = good(await submit({ ...given, files }))
    const read = await readBy(anna, sent.locator)
    expect(read?.item.body).toMatchObject({ known: true, body: { files: [{ name: "письмо.txt" }] } })
    expect(read?.item.entry.objects).toHaveLength(1)
  })

  test("what the server has is not sent again, and a file that changed starts over", async () => {
    const puts: string[] = []
    let stopAfter = 3
    const counting = (async (path: string, init?: RequestInit) => {
      if (init?.method === "PUT") {
        if (stopAfter-- <= 0) return new Response(JSON.stringify({ error: "disk-full", message: "" }), { status: 403 })
        puts.push(path)
      }
      return desk.fetch(path as never, init)
    }) as typeof fetch
    const met = await meet(counting)
    const code = await newCode(met)
    const journal = memory()
    const given = { desk: met, code: code.code, request: request("Часть"), journal }
    expect(await submit({ ...given, files: [sourceOfBytes(bytes, "a.bin")] })).toMatchObject({ ok: false, refusal: { error: "disk-full" } })
    expect(puts).toHaveLength(3)
    stopAfter = 100
    const changed = bytes.slice()
    changed[0] = 7
    good(await submit({ ...given, files: [sourceOfBytes(changed, "a.bin")] }))
    expect(new Set(puts.map((path) => path.split("/")[5])).size).toBe(2)
    expect(puts).toHaveLength(3 + 8)
  })
})

describe("a mailbox", () => {
  test("opens with thirteen words of which one is wrong, and says which", async () => {
    const met = await meet()
    const code = await newCode(met)
    good(await submit({ desk: met, code: code.code, request: request("Слово") }))
    const words = [...(await wordsOf(code.code, "ru"))]
    const right = words[4]
    words[4] = words[4] === words[0] ? (words[1] as string) : (words[0] as string)
    const read = good(await readCode(words.join(" ")))
    expect(read.repaired.map((one) => one.word)).toEqual([right])
    const box = good(await openMailbox(met, read.code))
    expect(good(await box.read())).toEqual({ status: "received", messages: [], unreadable: 0, sent: 1 })
    good(await box.say({ text: "Его увезли", files: [sourceOfBytes(new Uint8Array([1, 2, 3]), "x.txt")] }))
    good(await box.ask({ kind: "withdraw-consent", scope: "ALL" }))
    good(await refresh(anna))
    const mail = anna.mail.get(code.locator as never)
    expect(mail?.entries.map((item) => (item.body?.known ? item.body.body.kind : item.error))).toEqual([
      "request",
      "message",
      "withdraw-consent",
    ])
  })

  test("words that never sent anything open nothing", async () => {
    const met = await meet()
    expect(await openMailbox(met, (await newCode(met)).code)).toMatchObject({ ok: false, refusal: { error: "no-mailbox" } })
  })
})

describe("the device", () => {
  test("a draft is sealed on the shelf and gone after fourteen days", async () => {
    const shelf = memoryShelf()
    let now = 1
    const device = await openDevice(shelf, () => now)
    await device.draft.save({ text: "тайна" })
    expect(Buffer.from(((await shelf.get("draft")) as { sealed: Uint8Array }).sealed).toString()).not.toContain("тайна")
    expect(await (await openDevice(shelf, () => now)).draft.load()).toEqual({ text: "тайна" })
    now += 15 * 24 * 3_600_000
    expect(await (await openDevice(shelf, () => now)).draft.load()).toBeNull()
  })
})
