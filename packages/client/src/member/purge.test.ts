// Destroying by two, over the real server: nothing is left to open, the chain still verifies, and lost is told apart from destroyed.
import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import type { Page } from "@safe-conduct/wire"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { openMailbox } from "../asker/index.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { asked, familyRequest, good, openedDesk, vaultAt } from "../testing/family.ts"
import { softPasskey } from "@safe-conduct/sealing/testing/authenticator"
import { sourceOfBytes } from "../file/source.ts"
import { made, touched } from "../testing/passkeys.ts"
import type { PurgeView, Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
})
afterAll(() => desk.close())

let stream: string
let ask: string
let code: Uint8Array
let file: Parameters<Vault["readFile"]>[0]
/** A family that asked, was joined, answered and given a file. */
beforeEach(async () => {
  const sent = await asked(desk, familyRequest, [sourceOfBytes(new Uint8Array(5000).fill(7), "протокол.pdf")])
  ;({ ask, code } = sent)
  good(await anna.refresh())
  stream = good(await anna.joinRequest(ask)).stream
  good(await anna.reply(ask, "Мы получили вашу просьбу"))
  file = good(await anna.attach(stream, sourceOfBytes(new Uint8Array(9000).fill(8), "scan.pdf"), { name: "scan.pdf" })).file
  good(await anna.refresh())
  good(await boris.refresh())
})

const fresh = async (n: number, fetch = desk.fetch): Promise<Vault> => {
  const vault = vaultAt(desk, fetch)
  good(await vault.unlockWith(seedsOf(desk, n)))
  return vault
}
const dataBytes = async (): Promise<Buffer> => {
  const files = (await readdir(desk.data, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  return Buffer.concat(await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name)))))
}
/** 32 sealed bytes out of the middle of every body of a stream, as the server gives them. */
async function canaries(of: string): Promise<Buffer[]> {
  const found: Buffer[] = []
  const vault = await fresh(0, (async (path: string, init?: RequestInit) => {
    const response = await desk.fetch(path, init)
    if (String(path).includes(`/api/streams/${of}/entries`)) {
      const page = (await response.clone().json()) as Page
      for (const { entry } of page.entries.slice(1)) found.push(Buffer.from(entry.body as string, "base64").subarray(60, 92))
    }
    return response
  }) as typeof fetch)
  good(await vault.openCase(of))
  return found
}

describe("a purge by two", () => {
  test("destroys a family with its mailbox and files; the receipt says what, and until when copies may live", async () => {
    const sealed = await canaries(stream)
    const before = await dataBytes()
    expect(sealed.length).toBeGreaterThan(2)
    for (const one of sealed) expect(before.includes(one)).toBe(true)

    const { entry } = good(await anna.proposePurge({ cases: [stream], why: "She asked to be forgotten" }))
    expect(await anna.approvePurge(entry)).toMatchObject({ ok: false, refusal: { error: "same-member" } })
    expect(await anna.carryOutPurge(entry)).toMatchObject({ ok: false, refusal: { error: "not-approved" } })
    good(await boris.refresh())
    expect(good(await boris.purges())[0]).toMatchObject({
      entry,
      stage: "proposed",
      cases: 1,
      mailboxes: 1,
      why: "She asked to be forgotten",
    })
    const signing = async (vault: Vault) => (await vault.today()).waitingSignatures.filter(({ kind }) => kind === "purge")
    expect(await signing(boris)).toMatchObject([{ entry, by: "Anna", mine: false, name: "She asked to be forgotten" }])
    expect(await signing(anna)).toMatchObject([{ entry, mine: true }])
    const done = good(await boris.approvePurge(entry)).done
    expect(await signing(boris)).toEqual([])
    expect(done).toMatchObject({ stage: "done", receipt: { kept: 0, files: 2, hour: "2026-11-22T17Z", backupsUntil: "2026-12-22" } })
    expect(done?.receipt?.entries).toBeGreaterThan(5)

    const after = await dataBytes()
    for (const one of sealed) expect(after.includes(one)).toBe(false)
    for (const vault of [anna, boris, await fresh(0)]) {
      good(await vault.refresh())
      expect(await vault.openCase(stream)).toMatchObject({ ok: false, refusal: { error: "purged" } })
      expect((await vault.list()).some((row) => row.stream === stream)).toBe(false)
      expect((await vault.tray()).some((row) => row.ask === ask)).toBe(false)
      expect(await vault.readFile(file)).toMatchObject({ ok: false })
      expect(good(await vault.purges())[0]).toMatchObject({ entry, stage: "done", approvedBy: { name: "Boris" } })
      expect(good(await vault.refresh()).alarms).toEqual([])
    }
    // Her words still open her mailbox: nothing to read, and she may write again.
    const box = good(await openMailbox((await asked(desk, familyRequest)).met, code))
    good(await box.say({ text: "Помогите снова" }))
    good(await anna.refresh())
    expect((await anna.tray()).some((row) => row.ask === ask)).toBe(true)
  })

  test("is void once something was written after it was proposed, in the case or by the person", async () => {
    const first = good(await anna.proposePurge({ cases: [stream], why: "by policy" })).entry
    good(await anna.act(stream, "write-note", { kind: "note", text: "wait" }))
    good(await boris.refresh())
    expect(await boris.approvePurge(first)).toMatchObject({ ok: false, refusal: { error: "changed-since" } })
    const second = good(await anna.proposePurge({ cases: [stream], why: "by policy" })).entry
    good(await boris.refresh())
    const box = good(await openMailbox((await asked(desk, familyRequest)).met, code))
    good(await box.say({ text: "Не удаляйте" }))
    expect(await boris.approvePurge(second)).toMatchObject({ ok: false, refusal: { error: "changed-since" } })
    expect(good(await boris.openCase(stream)).state.notes.length).toBeGreaterThan(0)
  })

  test("never takes a request that nobody answered, unless both name it as such", async () => {
    const other = (await asked(desk, familyRequest)).ask
    good(await anna.refresh())
    expect(await anna.proposePurge({ asks: [other], why: "junk" })).toMatchObject({
      ok: false,
      refusal: { error: "unanswered", params: { stream: other } },
    })
    const { entry } = good(await anna.proposePurge({ asks: [other], unread: [other], why: "junk" }))
    good(await boris.refresh())
    expect(good(await boris.purges())[0]?.unread).toEqual([other])
    expect(good(await boris.approvePurge(entry)).done).toMatchObject({ stage: "done", mailboxes: 1 })
    good(await anna.refresh())
    expect((await anna.tray()).some((row) => row.ask === other)).toBe(false)
  })

  test("carries a touch where the second has a passkey, and everyone sees that it does", async () => {
    const ring = await softPasskey("desk.example")
    good(await boris.addPasskey(await made(boris, ring, "key on the ring")))
    const [first, second] = [
      good(await anna.proposePurge({ cases: [stream], why: "by policy" })).entry,
      good(await anna.proposePurge({ cases: [stream], why: "once more" })).entry,
    ]
    good(await boris.refresh())
    const { signing } = good(await boris.purges()).find((one) => one.entry === first) as PurgeView
    const of = { ...signing, entry: first }
    const other = await touched(boris, ring, { ...of, entry: second })
    expect(await boris.approvePurge(first, signing.saw, other)).toMatchObject({ ok: false, refusal: { error: "touch-other-challenge" } })
    good(await boris.approvePurge(first, signing.saw, await touched(boris, ring, of)))
    for (const vault of [boris, await fresh(0)]) {
      const seen = good(await vault.purges()).find((one) => one.entry === first)
      expect(seen).toMatchObject({ stage: "done", approvedBy: { name: "Boris", factor: "passkey", touchRefused: null } })
    }
  })

  test("goes on where a line was lost, by any member", async () => {
    let down = true
    const lost = await fresh(1, (async (path: string, init?: RequestInit) => {
      if (down && String(path).endsWith("/api/purges")) throw new TypeError("no line")
      return desk.fetch(path, init)
    }) as typeof fetch)
    const { entry } = good(await anna.proposePurge({ cases: [stream], why: "by policy" }))
    good(await lost.refresh())
    expect(good(await lost.approvePurge(entry)).done).toBeNull()
    down = false
    good(await anna.refresh())
    expect(good(await anna.purges())[0]).toMatchObject({ entry, stage: "signed" })
    expect(good(await anna.carryOutPurge(entry))).toMatchObject({ stage: "done" })
    expect(good(await lost.carryOutPurge(entry))).toMatchObject({ stage: "done" })
  })
})

test("a server that loses bodies by itself cannot call it a purge", async () => {
  const lossy = (async (path: string, init?: RequestInit) => {
    const response = await desk.fetch(path, init)
    if (!String(path).includes(`/api/streams/${stream}/entries`)) return response
    const page = (await response.json()) as Page
    const entries = page.entries.map((row, n) => (n === 2 ? { ...row, entry: { ...row.entry, body: null } } : row))
    return Response.json({ ...page, entries })
  }) as typeof fetch
  const vault = await fresh(0, lossy)
  const view = good(await vault.openCase(stream))
  expect(view.log.find((line) => line.seq === 2)?.refused).toEqual({ error: "body-missing" })
  expect(good(await vault.refresh()).alarms).toEqual([{ stream, error: "body-missing" }])
  // Proposed by one is not destroyed by two.
  good(await anna.proposePurge({ cases: [stream], why: "by policy" }))
  good(await vault.refresh())
  expect(good(await vault.openCase(stream)).log.find((line) => line.seq === 2)?.refused).toEqual({ error: "body-missing" })
})
