// Somebody is woken: by what, in which order, until whom; on a clock that the test moves.
import { randomId } from "@safe-conduct/sealing/seal"
import { type Alarm, type DutySpan, EMPTY, type Id, type Wake, toBase64 } from "@safe-conduct/wire"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import {
  type InventedDesk,
  type Mailbox,
  type Person,
  answer,
  ask,
  inventedDesk,
  newMailbox,
  sendOpening,
} from "../testing/invented-desk.ts"
import { createServer } from "../index.ts"
import { AT_ONCE } from "./begin.ts"
import type { Notice, Senders } from "./senders.ts"

const MINUTE = 60_000
let d: InventedDesk
let sent: Notice[]
let deaf: Set<string>
let gone: Set<string>
const senders: Senders = {
  webhook: { takes: () => true, send: async (notice) => !deaf.has(notice.address) && sent.push(notice) > 0 },
  mail: { takes: () => true, send: async (notice) => !deaf.has(notice.address) && sent.push(notice) > 0 },
  push: {
    takes: (address) => address.startsWith("https://push.example/"),
    publicKey: "BPoint",
    send: async (notice) => (gone.has(notice.address) ? "gone" : sent.push(notice) > 0),
  },
}
beforeEach(async () => {
  sent = []
  deaf = new Set()
  gone = new Set()
  d = await inventedDesk({ senders, origins: ["https://desk.example.org"] })
})
afterEach(() => d.close())

const ORIGIN = "https://desk.example.org"
const signIn = (who: Person) => d.signIn(who, ORIGIN)
const minute = () => d.clock.now / MINUTE
const wakesOf = async (who = d.cleo): Promise<Wake[]> => (await d.call("GET", "/api/wakes", undefined, await signIn(who))).json.wakes
const reach = async (who: Person, webhook: string, mail: string | null = null) => {
  const put = await d.call("PUT", "/api/ways", { webhook, mail, language: "en" }, await signIn(who))
  if (put.status !== 204) throw new Error(JSON.stringify(put.json))
}
const tell = async (spans: readonly DutySpan[]) => (await d.call("PUT", "/api/duty", { spans }, await signIn(d.ada))).status
const wanted = async (): Promise<Mailbox> => {
  const m = await newMailbox(d)
  const done = await sendOpening(d, m, [await ask(d, m, "they told him to pack")], { wake: true })
  if (done.status !== 201) throw new Error(JSON.stringify(done.json))
  return m
}
/** Whom the rounds of the next minutes reach, minute by minute. */
const during = async (minutes: number): Promise<Record<number, string[]>> => {
  const heard: Record<number, string[]> = {}
  for (let n = 0; n <= minutes; n++) {
    const before = sent.length
    await d.server.wake()
    if (sent.length > before)
      heard[n] = sent
        .slice(before)
        .map(({ address }) => address)
        .sort()
    if (n < minutes) d.clock.now += MINUTE
  }
  return heard
}
const sealed = toBase64(new Uint8Array(256))
const arm = async (at: number, every = 0, wake: Id[] = [], id: Id = randomId()) => {
  const put = await d.call("PUT", `/api/alarms/${id}`, { wake, at, every, sealed }, await signIn(d.ada))
  return { id, status: put.status, error: put.json?.error }
}
const everybodyReached = async () => {
  await reach(d.ada, "https://ada.example")
  await reach(d.ben, "https://ben.example")
  await reach(d.cleo, "https://cleo.example")
}
const night = async () => {
  await everybodyReached()
  // 17:00 to 21:00; the clock stands at 17:20.
  const from = minute() - 20
  expect(await tell([{ from, until: from + 240, members: [d.cleo.id, d.ben.id] }])).toBe(204)
}

describe("the ladder", () => {
  test("wakes whoever is on duty at once, the second after ten minutes, everyone after twenty, and again until somebody takes it", async () => {
    await night()
    await wanted()
    expect(await during(45)).toEqual({
      0: ["https://cleo.example"],
      10: ["https://ben.example"],
      20: ["https://ada.example", "https://ben.example", "https://cleo.example"],
      30: ["https://ada.example", "https://ben.example", "https://cleo.example"],
      40: ["https://ada.example", "https://ben.example", "https://cleo.example"],
    })
    const [wake] = await wakesOf()
    expect(wake).toMatchObject({ kind: "request", step: 5, taken: null })
    expect(wake?.notices.slice(0, 2)).toMatchObject([
      { member: d.cleo.id, step: 0, way: "webhook", state: "sent" },
      { member: d.ben.id, step: 1, way: "webhook", state: "sent" },
    ])
  })
  test("says nothing of a case, a person or a stream: the same text for all, and a link", async () => {
    await night()
    const m = await wanted()
    await d.server.wake()
    const told = JSON.stringify(sent)
    expect(sent[0]?.link).toMatch(/^https:\/\/desk\.example\.org\/take\?lang=en#[\w-]{22}$/)
    for (const secret of [m.keys.ask, m.keys.answer, d.cleo.id, "pack"]) expect(told).not.toContain(secret)
  })
  test("is over once a member takes it in the desk: nobody else is woken, and all see who", async () => {
    await night()
    await wanted()
    await during(3)
    const [wake] = await wakesOf()
    expect((await d.call("POST", `/api/wakes/${wake?.id}/take`, undefined, await signIn(d.ben))).status).toBe(204)
    expect(await during(60)).toEqual({})
    expect((await wakesOf(d.ada))[0]).toMatchObject({ next: null, taken: { by: d.ben.id, how: "desk" } })
    const late = await d.call("POST", `/api/wakes/${wake?.id}/take`, undefined, await signIn(d.cleo))
    expect([late.status, late.json.error]).toEqual([409, "wake-over"])
  })
  test("is over once the desk has answered", async () => {
    await night()
    const m = await wanted()
    await during(2)
    const reply = await answer(d, m, EMPTY, "we are reading")
    expect((await d.append(m.keys.answer, { entries: [reply] }, await signIn(d.ben))).status).toBe(201)
    expect(await during(30)).toEqual({})
    expect((await wakesOf())[0]).toMatchObject({ next: null, taken: { by: null, how: "answer" } })
  })
  test("begins with everyone where nobody is on duty, or the rota has run out", async () => {
    await night()
    d.clock.now += 300 * MINUTE
    await wanted()
    expect(await during(0)).toEqual({ 0: ["https://ada.example", "https://ben.example", "https://cleo.example"] })
  })
  test("loses no ten minutes over somebody who cannot be told, and goes on at once when nothing arrives", async () => {
    await night()
    await reach(d.cleo, "https://deaf.example")
    deaf.add("https://deaf.example")
    await wanted()
    // Tried three times, a minute apart; then the second is woken.
    expect(await during(4)).toEqual({ 2: ["https://ben.example"] })
    const [wake] = await wakesOf()
    expect(wake?.notices.map(({ step, state }) => [step, state])).toEqual([
      [0, "failed"],
      [1, "sent"],
    ])
    await d.call("PUT", "/api/ways", { webhook: null, mail: null, language: "en" }, await signIn(d.cleo))
    await d.call("POST", `/api/wakes/${wake?.id}/take`, undefined, await signIn(d.ada))
    await wanted()
    expect(await during(1)).toEqual({ 0: ["https://ben.example"] })
  })
  test("a member who was removed is not woken, whatever was told of the rota", async () => {
    await night()
    const gone = await d.change(async () => ({ does: "member.remove", member: d.cleo.id }))
    expect((await d.append(gone.stream, { entries: [gone] }, await signIn(d.ada))).status).toBe(201)
    await wanted()
    expect(Object.values(await during(25)).flat()).not.toContain("https://cleo.example")
  })
  test("three requests of an hour wake at once; a crowd behind them joins, or begins ten minutes later, and none is dropped", async () => {
    await night()
    const many = (count: number) => Array.from({ length: count }, () => "https://cleo.example")
    for (let n = 0; n < AT_ONCE + 2; n++) await wanted()
    expect(await during(0)).toEqual({ 0: many(AT_ONCE) })
    for (const { id } of await wakesOf()) await d.call("POST", `/api/wakes/${id}/take`, undefined, await signIn(d.cleo))
    await wanted()
    expect(await during(11)).toEqual({ 10: many(1) })
  })
})

describe("the link of a notice", () => {
  const hold = (link: string) => d.call("POST", "/api/wakes/hold", { token: link.split("#")[1] })
  test("makes the ladder wait for half an hour, once, without a session; then it goes on unless somebody came to the desk", async () => {
    await night()
    await wanted()
    await during(1)
    const [{ link }] = sent as [Notice]
    expect([(await hold(link)).status, (await hold(link)).status]).toEqual([204, 409])
    expect((await wakesOf())[0]).toMatchObject({ taken: { by: d.cleo.id, how: "link" }, next: minute() + 30 })
    expect(await during(40)).toEqual({
      30: ["https://ben.example"],
      40: ["https://ada.example", "https://ben.example", "https://cleo.example"],
    })
  })
  test("tells nothing, is guessed by nobody, and holds nothing after two hours or once it is over", async () => {
    await night()
    await wanted()
    await d.server.wake()
    const [{ link }] = sent as [Notice]
    expect((await d.call("POST", "/api/wakes/hold", { token: "A".repeat(22) })).json.error).toBe("wake-over")
    expect((await d.call("GET", `/api/wakes`, undefined, link.split("#")[1])).status).toBe(401)
    d.clock.now += 180 * MINUTE
    expect((await hold(link)).status).toBe(409)
    await d.server.wake()
    const fresh = sent.at(-1) as Notice
    const [wake] = await wakesOf()
    await d.call("POST", `/api/wakes/${wake?.id}/take`, undefined, await signIn(d.ada))
    expect((await hold(fresh.link)).status).toBe(409)
  })
  test("held by whoever carried the mail, it does not keep a second wake quiet", async () => {
    await night()
    await wanted()
    await d.server.wake()
    await hold((sent[0] as Notice).link)
    await wanted()
    expect(await during(0)).toEqual({ 0: ["https://cleo.example"] })
  })
})

describe("an alarm", () => {
  const at = () => Math.ceil((minute() + 1) / 15) * 15
  test("wakes whoever is on duty at its quarter of an hour, once; one that repeats, each time", async () => {
    await night()
    const [once, often] = [at(), at() + 60]
    expect([(await arm(once)).status, (await arm(often, 1440)).status]).toEqual([204, 204])
    const heard = await during(once - minute())
    expect(Object.values(heard)).toEqual([["https://cleo.example"]])
    const [wake] = await wakesOf()
    await d.call("POST", `/api/wakes/${wake?.id}/take`, undefined, await signIn(d.cleo))
    expect(Object.keys(await during(70))).toHaveLength(2)
    const { alarms } = (await d.call("GET", "/api/alarms", undefined, await signIn(d.ben))).json as { alarms: Alarm[] }
    expect(alarms.map(({ at: when, fired }) => [when, fired])).toEqual([
      [once, once],
      [often + 1440, often],
    ])
  })
  test("names whom it wakes, in order, where it names somebody", async () => {
    await night()
    const when = at()
    await arm(when, 0, [d.ben.id, d.ada.id])
    expect(Object.values(await during(when - minute() + 11))).toEqual([["https://ben.example"], ["https://ada.example"]])
  })
  test("that a server slept through is fired when it starts again, once for all of them, and not again by the next start", async () => {
    await everybodyReached()
    const first = at()
    for (let n = 0; n < 5; n++) await arm(first + n * 15, n === 0 ? 360 : 0)
    d.clock.now += 3 * 86_400_000
    d = await d.restart()
    await d.server.wake()
    expect(sent.map(({ address }) => address).sort()).toEqual(["https://ada.example", "https://ben.example", "https://cleo.example"])
    const [wake] = await wakesOf()
    await d.call("POST", `/api/wakes/${wake?.id}/take`, undefined, await signIn(d.cleo))
    sent.length = 0
    d = await d.restart()
    await d.server.wake()
    expect(sent).toEqual([])
  })
  test("two processes on one store fire it once", async () => {
    await everybodyReached()
    await arm(at())
    const other = await createServer({ data: d.data, desk: d.desk, trial: true, now: () => d.clock.now, senders })
    d.clock.now += 20 * MINUTE
    await Promise.all([d.server.wake(), other.wake(), d.server.wake(), other.wake()])
    await other.close()
    expect(sent).toHaveLength(3)
    expect(await wakesOf()).toHaveLength(1)
  })
  test("what a process was sending when it died is sent by the next", async () => {
    await night()
    await wanted()
    let hang: (value: boolean) => void = () => undefined
    const stuck = { takes: () => true, send: () => new Promise<boolean>((done) => (hang = done)) }
    const dying = await createServer({ data: d.data, desk: d.desk, trial: true, now: () => d.clock.now, senders: { webhook: stuck } })
    const round = dying.wake()
    await expect.poll(async () => (await wakesOf())[0]?.notices[0]?.state).toBe("sending")
    expect(await during(1)).toEqual({})
    expect(await during(2)).toEqual({ 1: ["https://cleo.example"] })
    hang(false)
    await round
    await dying.close()
    expect((await wakesOf())[0]?.notices.map(({ state }) => state)).toEqual(["sent"])
  })
  test("is refused past, too far ahead, off its quarter, or one too many", async () => {
    const now = minute()
    expect((await arm(now - (now % 15))).error).toBe("too-late")
    expect((await arm(at() + 16 * 1440)).error).toBe("too-far")
    expect((await arm(at() + 1)).error).toBe("malformed")
    expect((await d.call("GET", "/api/alarms")).status).toBe(401)
  })
})

describe("who is on duty", () => {
  test("is told to anybody as an hour and nothing else, over shifts that follow one another", async () => {
    const from = minute() - 20
    await tell([
      { from, until: from + 60, members: [d.ada.id] },
      { from: from + 60, until: from + 120, members: [d.ben.id] },
      { from: from + 300, until: from + 360, members: [d.ada.id] },
    ])
    const told = async () => (await d.call("GET", "/duty.json")).json
    expect(await told()).toEqual({ until: from + 120, from: null })
    d.clock.now += 120 * MINUTE
    expect(await told()).toEqual({ until: null, from: from + 300 })
    d.clock.now += 1440 * MINUTE
    expect(await told()).toEqual({ until: null, from: null })
  })
  test("is told by members alone, in order, for fifteen days at most", async () => {
    const from = minute() - 20
    const span = (a: number, b: number) => ({ from: from + a, until: from + b, members: [d.ada.id] })
    expect(await tell([span(60, 120), span(0, 60)])).toBe(400)
    expect(await tell([span(0, 60), span(30, 90)])).toBe(400)
    expect(await tell([span(0, 16 * 1440)])).toBe(400)
    expect((await d.call("PUT", "/api/duty", { spans: [] })).status).toBe(401)
  })
})

describe("an address", () => {
  test("is shown to its owner alone, tried on her own word, and goes with her", async () => {
    await reach(d.ada, "https://ada.example", "ada@example.org")
    const own = async (who: Person) => (await d.call("GET", "/api/ways", undefined, await signIn(who))).json
    expect(await own(d.ada)).toMatchObject({
      webhook: "https://ada.example",
      mail: "ada@example.org",
      language: "en",
      can: ["webhook", "mail", "push"],
    })
    expect(await own(d.ben)).toMatchObject({ webhook: null, mail: null })
    expect((await d.call("POST", "/api/ways/test", undefined, await signIn(d.ada))).status).toBe(202)
    expect(Object.values(await during(30))).toEqual([["ada@example.org", "https://ada.example"]])
    expect(await wakesOf(d.ada)).toHaveLength(1)
    expect(await wakesOf(d.ben)).toHaveLength(0)
  })
  test("is forgotten with its wakes after seven days", async () => {
    await night()
    await wanted()
    await d.server.wake()
    d.clock.now += 8 * 86_400_000
    await d.server.sweep()
    expect(await wakesOf()).toEqual([])
  })
})

describe("a browser", () => {
  const push = "https://push.example/device"
  const put = async (body: object, who = d.cleo) =>
    d.call("PUT", "/api/ways", { webhook: null, mail: null, language: "ru", ...body }, await signIn(who))
  const own = async (who = d.cleo) => (await d.call("GET", "/api/ways", undefined, await signIn(who))).json

  test("is shown the key, gives an address of its push service and no other, and its owner alone reads it", async () => {
    expect(await own()).toMatchObject({ push: null, pushKey: "BPoint", can: ["webhook", "mail", "push"] })
    expect((await put({ push: "https://elsewhere.example/device" })).json).toMatchObject({ error: "bad-address", at: "/push" })
    expect((await put({ push })).status).toBe(204)
    expect([(await own()).push, (await own(d.ben)).push]).toEqual([push, null])
    // Whoever speaks the older form says nothing of it and takes it back.
    expect((await put({})).status).toBe(204)
    expect((await own()).push).toBeNull()
  })
  test("is woken without a link that could hold anything, and given up once its service says that it is gone", async () => {
    await put({ push })
    await tell([{ from: minute() - 20, until: minute() + 220, members: [d.cleo.id] }])
    await wanted()
    expect(await during(0)).toEqual({ 0: [push] })
    const token = /#([\w-]{22})$/.exec(sent[0]?.link ?? "")?.[1]
    expect((await d.call("POST", "/api/wakes/hold", { token })).json).toMatchObject({ error: "wake-over" })
    gone.add(push)
    await reach(d.ben, "https://ben.example")
    // Nobody waits for a device that no longer exists: what it was sent failed, once, and the next step comes at once.
    expect(await during(31)).toEqual({ 10: ["https://ben.example"], 20: ["https://ben.example"], 30: ["https://ben.example"] })
    expect((await own()).push).toBeNull()
  })
})
