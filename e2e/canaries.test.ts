// Two hundred words that stand nowhere else go through the whole life of a desk: twenty families ask, are opened, proved, found,
// proposed and moved, through the real client and a real line. Then everything that the server kept, wrote or saw is searched; and
// whoever holds all of it tries every key in it on everything that is sealed.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import process from "node:process"
import { DatabaseSync } from "node:sqlite"
import { type Vault, createVault, foundGenesis } from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"
import { loadWords } from "@safe-conduct/sealing/code"
import { type Identity, ageOpen, openCard, openEntry } from "@safe-conduct/sealing/open"
import { ageSeal, memberKeys } from "@safe-conduct/sealing/seal"
import { createServer } from "@safe-conduct/server"
import type { Recipient } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { foundDesk } from "../packages/cli/src/desk/found-desk.ts"
import { players } from "../packages/cli/src/trial/notes.ts"
import { must, openStage } from "../packages/cli/src/trial/stage.ts"
import { stories } from "../packages/cli/src/trial/stories/index.ts"
import { laidOut, newCast, playAll } from "../packages/cli/src/trial/timeline.ts"
import { whenOf } from "../packages/cli/src/trial/when.ts"
import { identityFromSeed } from "../packages/sealing/src/primitives/age.ts"
import { newCanaries, salted, stems } from "./src/canaries.ts"
import { filesBelow, hits } from "./src/search.ts"
import { type WireTap, tapWire } from "./src/wire-tap.ts"

const DAY = 86_400_000
const folder = mkdtempSync(join(tmpdir(), "canaries-"))
const data = join(folder, "data")
const before = process.env["TMPDIR"]
const canaries = newCanaries()
const written: string[] = []
let tap: WireTap
let shown: string
let seeds: readonly string[]
/** What is drawn and not typed, and is nobody's to know all the same: the words of a letter's mailbox, the word for calls. */
let drawn: readonly string[]

beforeAll(async () => {
  const temporary = join(folder, "tmp")
  mkdirSync(temporary)
  process.env["TMPDIR"] = temporary
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...given: readonly unknown[]) => boolean
    stream.write = ((...given: readonly unknown[]) => {
      written.push(String(given[0]))
      return write(...given)
    }) as typeof stream.write
  }
  const when = whenOf(Date.now())
  const clock = { now: when.now - 60 * DAY }
  const now = (): number => clock.now
  const words = await loadWords("en")
  const founding = await foundGenesis({ trial: true, admins: 2, words })
  seeds = founding.founders.map(({ seeds: { open } }) => open)
  must(await foundDesk({ stores: { data }, founding, names: ["Anna", "Boris"], language: "en", now }))
  const server = await createServer({ data, now, trial: true, port: 0, log: (line: string) => written.push(line) })
  const { port } = await server.listen()
  tap = await tapWire(port)
  const vault = (): Vault => createVault({ server: tap.url, now, programme, words })
  const [anna, boris, vera] = [vault(), vault(), vault()]
  const [first, second] = founding.founders as [(typeof founding.founders)[number], (typeof founding.founders)[number]]
  must(await anna.unlockWith(first.seeds))
  must(await boris.unlockWith(second.seeds))
  const claim = must(await vera.newClaim())
  const as = canaries.salt({ name: "Vera", roles: players.vera.roles }, "member") as never
  const half = must(await anna.addMember(claim.claim, as))
  if (half.done) throw new Error("one administrator was enough")
  must(await boris.refresh())
  must(await boris.addMember(claim.claim, as, half.approvals))
  must(await anna.refresh())
  for (const [name, id] of [["anna", first.seeds.member] as const, ["boris", second.seeds.member] as const])
    must(await anna.nameMember(id, canaries.salt({ name: players[name].name, roles: players[name].roles }, "name-member") as never))
  must(await boris.refresh())
  must(await vera.unlock(claim.passphrase))
  const stage = openStage({
    server: tap.url,
    when,
    clock,
    vaults: { anna: salted(anna, canaries), boris: salted(boris, canaries), vera: salted(vera, canaries) },
    ids: { anna: first.seeds.member, boris: second.seeds.member, vera: claim.member },
  })
  const spoken: typeof stage = {
    ...stage,
    async asks(code, request, files = [], wake = false) {
      const told = files.map((file) => canaries.file(file, "request-file"))
      try {
        return await stage.asks(code, canaries.salt(request, "request"), told, wake)
      } catch {
        return stage.asks(code, request, told, wake)
      }
    },
    mailbox: (code, use) =>
      stage.mailbox(code, (mailbox) =>
        use({
          ...mailbox,
          say: (given) => mailbox.say(canaries.salt(given, "say")),
        }),
      ),
  }
  await playAll(spoken, laidOut(stories, when, newCast()), () => undefined)
  must(await anna.refresh())
  drawn = await byLetter(salted(anna, canaries), boris)
  must(await anna.refresh())
  const views = []
  for (const { stream } of await anna.list()) views.push(must(await anna.openCase(stream)).state)
  shown = JSON.stringify([views, await anna.tray(), must(await anna.register()), await anna.members()])
  // A backup as an operator makes one: while the server runs, and by the database's own means.
  cpSync(data, join(folder, "backup"), { recursive: true })
  const sqlite = filesBelow(data).find(({ name }) => name.endsWith(".sqlite"))?.name
  if (sqlite === undefined) throw new Error("the data folder holds no database")
  const database = new DatabaseSync(sqlite, { readOnly: true })
  database.exec(`VACUUM INTO '${join(folder, "backup", "whole.sqlite")}'`)
  database.close()
  await tap.close()
  await server.close()
}, 240_000)

/** A letter comes on paper to the recipient that two made; it is filed, becomes a case, gets a word for calls and an answer. */
async function byLetter(anna: Vault, boris: Vault): Promise<readonly string[]> {
  const begun = must(await anna.rotatePaper())
  if (begun.done) throw new Error("one administrator was enough")
  must(await boris.refresh())
  must(await boris.rotatePaper(begun.approvals))
  must(await anna.refresh())
  const recipient = (await anna.paperRecipient())?.recipient as Recipient | undefined
  if (recipient === undefined) throw new Error("no recipient for paper")
  const text = canaries.salt("Мой брат в Виннфилде. Пишите сестре.", "letter")
  const filed = must(
    await anna.filePaper(await ageSeal([recipient], new TextEncoder().encode(text)), {
      language: "ru",
      asking: "relative",
      person: [{ script: "cyrillic", surname: "Бумагин", given: "Матвей" }],
      asker: "Дарья Бумагина",
      text,
    }),
  )
  must(await anna.refresh())
  const { stream } = must(await anna.joinRequest(filed.ask))
  must(await anna.giveCaseWord(stream))
  must(await anna.reply(filed.ask, "Мы получили ваше письмо."))
  const word = must(await anna.openCase(stream)).state.caseWords?.at(-1)?.word
  if (word === undefined) throw new Error("no word for calls")
  return [word, filed.words.join(" ")]
}

afterAll(() => {
  if (before === undefined) delete process.env["TMPDIR"]
  else process.env["TMPDIR"] = before
  rmSync(folder, { recursive: true, force: true })
})

const places = () => [
  ...filesBelow(folder),
  { name: "what the process wrote", bytes: Buffer.from(written.join("\n")) },
  ...tap.passed().map((bytes, n) => ({ name: `connection ${n}`, bytes })),
]

describe("two hundred canaries", () => {
  test("were sung everywhere: requests, messages, files, names, and every action that takes a text", () => {
    expect(canaries.used.size).toBeGreaterThan(200)
    const where = new Set([...canaries.used.values()].map((one) => one.split(".")[0]))
    for (const place of [
      "request",
      "request-file",
      "say",
      "reply",
      "attach",
      "name-member",
      "letter",
      "filePaper",
      "newCase",
      "write-note",
      "state-claim",
      "record-counsel",
      "actCompartment:add-voucher",
      "actCompartment:note-adverse",
    ])
      expect([...where], place).toContain(place)
    for (const stem of Object.values(stems))
      expect([...canaries.used.keys()].filter((one) => one.startsWith(stem)).length).toBeGreaterThan(30)
    // They are there for who may read: a member's own screen shows them.
    const read = [...canaries.used].filter(([word]) => shown.includes(word)).length
    expect(read).toBeGreaterThan(150)
  })

  test("the search finds each spelling that a thief would try (control)", () => {
    for (const word of Object.values(stems)) {
      const bytes = Buffer.from(`before ${word} after`)
      const spelled = [
        bytes,
        Buffer.from(`before ${word} after`, "utf16le"),
        Buffer.from(bytes.toString("base64")),
        Buffer.from(Buffer.concat([Buffer.from("x"), bytes]).toString("base64")),
        Buffer.from(Buffer.concat([Buffer.from("xy"), bytes]).toString("base64")),
        Buffer.from(bytes.toString("hex")),
      ]
      expect(
        hits(
          [word],
          spelled.map((one, n) => ({ name: String(n), bytes: one })),
        ),
      ).toHaveLength(spelled.length)
    }
    expect(hits(Object.values(stems), [{ name: "a member's screen", bytes: Buffer.from(shown) }])).toHaveLength(3)
  })

  test("none is in the database, the objects, the logs, passing files, backups, or in any byte that passed", () => {
    const all = places()
    expect(all.length).toBeGreaterThan(10)
    expect(all.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeGreaterThan(2_000_000)
    expect(drawn.every((one) => one.includes(" "))).toBe(true)
    expect(hits([...Object.values(stems), ...drawn], all)).toEqual([])
  }, 120_000)
})

describe("whoever holds the server's whole state", () => {
  const sqlite = () => filesBelow(data).find(({ name }) => name.endsWith(".sqlite"))?.name as string
  const rows = (database: DatabaseSync, table: string): Record<string, unknown>[] =>
    database.prepare(`SELECT * FROM "${table}"`).all() as never

  /** Everything in the state that has the length of a key, and what a thief would make of it. */
  function keysIn(database: DatabaseSync): Uint8Array<ArrayBuffer>[] {
    const found = new Map<string, Uint8Array<ArrayBuffer>>()
    const take = (bytes: Uint8Array): void => {
      if (bytes.length === 32) found.set(Buffer.from(bytes).toString("hex"), new Uint8Array(bytes))
    }
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]
    for (const { name } of tables)
      for (const row of rows(database, name))
        for (const value of Object.values(row))
          if (value instanceof Uint8Array) take(value)
          else if (typeof value === "string" && /^[0-9a-f]{64}$/.test(value)) take(Buffer.from(value, "hex"))
          else if (typeof value === "string" && /^[A-Za-z0-9+/]{43}=$/.test(value)) take(Buffer.from(value, "base64"))
    take(new Uint8Array(32))
    return [...found.values()]
  }

  const read = (value: unknown): string => (typeof value === "string" ? value : Buffer.from(value as Uint8Array).toString("base64"))
  const entryOf = (row: Record<string, unknown>): never =>
    ({
      ...row,
      seq: Number(row["seq"]),
      epoch: Number(row["epoch"]),
      dirSeq: Number(row["dir_seq"]),
      dirHash: row["dir_hash"],
      body: read(row["body"]),
    }) as never

  test("opens nothing with any key that is in it; a member's own key opens (control)", async () => {
    expect(existsSync(sqlite())).toBe(true)
    const database = new DatabaseSync(sqlite(), { readOnly: true })
    const keys = keysIn(database)
    expect(keys.length).toBeGreaterThan(100)
    const secret = database.prepare("SELECT receipt_seed, mac_key FROM settings").get() as Record<string, unknown>
    expect(Object.values(secret).every((value) => value !== null)).toBe(true)

    const entries = rows(database, "entry")
    const sealed = entries.filter((row) => row["body"] !== null && Number(row["epoch"]) > 0)
    expect(sealed.length).toBeGreaterThan(300)
    let tried = 0
    let opened = 0
    // Each key on some of each stream's lines, and each line with the keys of its own stream and of the settings.
    const some = sealed.filter((_, n) => n % Math.max(1, Math.floor(sealed.length / 40)) === 0)
    for (const row of some) {
      const entry = entryOf(row)
      for (const key of keys) {
        tried++
        if ((await openEntry(entry, key)).ok) opened++
      }
    }
    for (const row of rows(database, "card").slice(0, 5)) {
      const card = {
        desk: row["desk"],
        stream: row["stream"],
        version: Number(row["version"]),
        cardEpoch: Number(row["card_epoch"]),
        own: Boolean(row["own"]),
        through: { seq: Number(row["through_seq"]), hash: row["through_hash"] },
        sealed: read(row["sealed"]),
      } as never
      for (const key of keys) {
        tried++
        if ((await openCard(card, key).catch(() => null)) !== null) opened++
      }
    }
    const settings = Object.values(secret).map(
      (value) => new Uint8Array(Buffer.from(read(value), /^[0-9a-f]{64}$/.test(read(value)) ? "hex" : "base64")),
    )
    const identities: Identity[] = [...settings.filter((one) => one.length === 32), ...keys.slice(0, 20)].map((key) =>
      identityFromSeed(key),
    )
    const envelopes = rows(database, "envelope").slice(0, 4)
    for (const row of envelopes)
      for (const identity of identities) {
        tried++
        if ((await ageOpen(identity, new Uint8Array(Buffer.from(read(row["sealed"]), "base64")))) !== null) opened++
      }
    for (const file of filesBelow(data)
      .filter(({ name }) => name.includes("objects"))
      .slice(0, 2))
      for (const identity of identities.slice(0, 8)) {
        tried++
        if ((await ageOpen(identity, new Uint8Array(file.bytes)).catch(() => null)) !== null) opened++
      }
    expect(tried).toBeGreaterThan(5000)
    expect(opened).toBe(0)

    const member = envelopes.map((row) => String(row["member"]))
    const mine = await Promise.all(
      member.flatMap((id) =>
        seeds.map(
          async (open) =>
            (await memberKeys(id as never, { open: new Uint8Array(Buffer.from(open, "hex")), sign: new Uint8Array(32) })).identity,
        ),
      ),
    )
    const control = await Promise.all(
      envelopes.flatMap((row) => mine.map((identity) => ageOpen(identity, new Uint8Array(Buffer.from(read(row["sealed"]), "base64"))))),
    )
    const plain = control.find((one) => one !== null)
    if (plain === undefined || plain === null) throw new Error("a member's own key opens none of her envelopes")
    const { stream, epoch, key } = JSON.parse(Buffer.from(plain).toString("utf8")) as { stream: string; epoch: number; key: string }
    const own = sealed.filter((row) => row["stream"] === stream && Number(row["epoch"]) === epoch)
    const hers = await Promise.all(own.map((row) => openEntry(entryOf(row), new Uint8Array(Buffer.from(key, "hex")))))
    expect(hers.some(({ ok }) => ok)).toBe(true)
    database.close()
  }, 120_000)
})
