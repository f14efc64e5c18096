// A desk of 10,000 families through the client's own vault against a real server: from unlock to a usable list, one keystroke of the
// search, opening a case of 200 entries. The founder, the desk's own streams and that one case are made by the vault; the other
// cards are sealed and signed here and put into the store directly, because ten thousand families by hand take an hour.
import { createHash } from "node:crypto"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createVault, foundGenesis } from "@safe-conduct/client/member"
import type { CaseCard } from "@safe-conduct/domain/case"
import { programme } from "@safe-conduct/russia-canada"
import { openCard, openEnvelope } from "@safe-conduct/sealing/open"
import { memberKeys, sealCard } from "@safe-conduct/sealing/seal"
import { registerIdOf } from "@safe-conduct/sealing/verify"
import { openDatabase, writeGenesis, writeWrap } from "@safe-conduct/server"
import { chromium } from "playwright-core"
import { build } from "vite"
import { type Hash, type Id, fromBase64, fromHex, hourOf, idFromBytes, readRosterBody } from "@safe-conduct/wire"
import { type Measured, good, measure, words } from "./measure-desk.ts"
import { atOnce, median, percentile, serveFolder } from "./served.ts"

const CARDS = Number(process.env["BENCH_CARDS"] ?? 10_000)
const ENTRIES = 200
const fixedHash = (text: string): Hash => createHash("sha256").update(text).digest("hex") as Hash

const surnames =
  "Берёзов Ветров Гранитов Долинин Журавлин Зарницын Калинов Лугов Морошкин Норов Озёрский Полынин Рябинов Снегов Тальников".split(" ")
const given = "Анна Борис Вера Глеб Дарья Ефим Зоя Илья Кира Лев Мира Нил Ольга Пётр Рада".split(" ")
const latin = (text: string): string =>
  [...text.toLowerCase()]
    .map(
      (c) =>
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch y e iu ia".split(" ")["абвгдежзийклмнопрстуфхцчшщыэюя".indexOf(c)] ??
        "",
    )
    .join("")

/** Another family on the same kind of card: other names, numbers and dates, as many facts. */
function another(card: CaseCard, n: number): CaseCard {
  const surname = `${surnames[n % surnames.length]}${"аеиоу"[n % 5]}${"бвгдж"[Math.floor(n / 75) % 5]}`
  return {
    ...card,
    people: card.people.map((person, at) => {
      const name = given[(n + at * 7) % given.length] as string
      return {
        ...person,
        id: idFromBytes(Buffer.from(fixedHash(`person ${n} ${at}`), "hex")),
        names: [
          ["c", surname, name],
          ["l", latin(surname), latin(name)],
        ] as const,
        born: `${1950 + (n % 60)}-0${1 + (n % 9)}-1${n % 10}`,
        ...(person.aNumbers ? { aNumbers: [`A${String(100_000_000 + n * 7919).slice(0, 9)}`] } : {}),
      }
    }),
  }
}

export interface Seeded {
  readonly data: string
  readonly seeds: Awaited<ReturnType<typeof foundGenesis>>["founders"][number]["seeds"]
  readonly passphrase: string
  /** The case of 200 entries. */
  readonly stream: string
}

/** Lays a desk down in `data` and fills it. */
export async function seedDesk(data: string): Promise<Seeded> {
  const founding = await foundGenesis({ trial: true, admins: 1, words })
  const [founder] = founding.founders
  if (!founder) throw new Error("no founder")
  const laying = await openDatabase({ data })
  await writeGenesis(laying, [founding.genesis], Date.now())
  await writeWrap(laying, founding.desk, founder.wrap.locator, founder.seeds.member as Id, founder.wrap.blob)
  await laying.close()
  const served = await serveFolder(data)
  const vault = createVault({ server: served.url, now: () => Date.now(), words, programme })
  good(await vault.unlockWith(founder.seeds))
  good(await vault.foundDesk({ name: "Anna" }))
  good(await vault.rotateIntake())
  good(await vault.rotateReply())
  const person = (cyrillic: string, plain: string, born: string) => ({
    names: [
      { script: "cyrillic" as const, surname: "Пробный", given: cyrillic },
      { script: "latin" as const, surname: "Probnyi", given: plain },
    ],
    born,
    countryOfBirth: "RU",
    aNumbers: ["A087654321"],
  })
  const people = [person("Павел", "Pavel", "1988-04-03"), person("Лев", "Lev", "2020-02-02")]
  const { stream } = good(await vault.newCase({ people: people as never }))
  const view = good(await vault.openCase(stream))
  const someone = view.people[0]?.person as string
  const day = new Date(Date.now() - 9 * 86_400_000).toISOString().slice(0, 10)
  good(
    await vault.act(stream, "record-event", {
      person: someone,
      event: { type: "ij.decision", on: day, form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" },
    }),
  )
  for (let left = ENTRIES - 5; left > 0; left -= 32) {
    const notes = Array.from({ length: Math.min(32, left) }, (_, n) => ({
      does: "write-note",
      input: { kind: "note", text: `Звонок номер ${left - n}: дежурный записал, что изменилось с прошлого раза, и кто это подтвердил.` },
    }))
    good(await vault.actAll(stream, notes))
  }
  await served.stop()

  const database = await openDatabase({ data })
  const store = await database.open(founding.desk)
  const member = founder.seeds.member as Id
  const keys = await memberKeys(member, { open: fromHex(founder.seeds.open), sign: fromHex(founder.seeds.sign) })
  const register = registerIdOf(founding.desk)
  const [first] = await store.entries(register, 0, 1, 1 << 20)
  const roster = first?.entry.body ? readRosterBody(fromBase64(first.entry.body)) : null
  const [envelope] = await store.envelopes(register, member)
  if (!roster || !envelope?.sealed) throw new Error("the register has no roster")
  const sealed = Buffer.from(envelope.sealed).toString("base64")
  const key = await openEnvelope(sealed, keys.identity, {
    desk: founding.desk,
    stream: register,
    epoch: 1,
    member,
    keyHash: roster.keyHash,
  })
  const model = (await store.cards(member, 0, 10, 1 << 20)).find(({ card }) => card.stream === stream)
  const facts = key && model ? ((await openCard(model.card, key)) as CaseCard | null) : null
  if (!key || !facts) throw new Error("the case has no card that opens")
  const hour = hourOf(Date.now())
  const dirSeq = (await store.stream(stream as Id))?.dirSeq ?? 0
  const made = await atOnce(
    CARDS - 1,
    Array.from({ length: 64 }, (_, n) => n),
    async (n) => {
      const own = idFromBytes(Buffer.from(fixedHash(`family ${n}`), "hex"))
      const head = { seq: 3, hash: fixedHash(`head ${n}`) }
      const place = { desk: founding.desk, stream: own, version: 1, cardEpoch: 1, own: false, through: head }
      const card = await sealCard(place, keys.signing, key, another(facts, n))
      if (!card) throw new Error("a card that does not fit")
      await store.write(async (tx) => {
        await tx.createStream({ stream: own, kind: "shared", head, epoch: 1, dirSeq, hour })
        await tx.putRoster(own, [{ id: member, kid: keys.kid }])
        await tx.putCard(card)
      })
    },
  )
  if (made.failures.length > 0) throw made.failures[0]
  await store.close()
  return { data, seeds: founder.seeds, passphrase: founder.passphrase, stream }
}

async function inNode(url: string, seeded: Seeded): Promise<Measured> {
  return measure(url, seeded, programme)
}

/** The same measure, bundled as the desk is and run by Chromium against the same server; null where there is no Chromium. */
async function inChromium(url: string, seeded: Seeded): Promise<Measured | null> {
  const executablePath = process.env["SAFE_CONDUCT_CHROMIUM"] ?? "/usr/bin/chromium"
  if (!existsSync(executablePath)) return null
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: { write: false, lib: { entry: "bench/src/measure-desk.page.ts", formats: ["iife"], name: "bench" } },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  const chunk = bundle && "output" in bundle ? bundle.output[0] : null
  if (chunk?.type !== "chunk") throw new Error("the measure was not bundled")
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const page = await browser.newPage()
    await page.addInitScript({ content: `${chunk.code}\nglobalThis.bench = bench` })
    await page.goto(`${url}/health`)
    return await page.evaluate(({ url, seeded }) => (globalThis as never as { bench: { run: typeof inNode } }).bench.run(url, seeded), {
      url,
      seeded,
    })
  } finally {
    await browser.close()
  }
}

export async function cards(): Promise<Record<string, number>> {
  const data = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const begun = performance.now()
    const seeded = await seedDesk(data)
    console.error(`${CARDS} cards laid down in ${Math.round((performance.now() - begun) / 1000)} s`)
    const served = await serveFolder(data)
    const results: Record<string, number> = { cards: CARDS }
    for (const [where, run] of [
      ["Node", inNode],
      ["Chromium", inChromium],
    ] as const) {
      const measured = await run(served.url, seeded)
      if (measured === null) continue
      if (measured.rows !== CARDS) throw new Error(`${measured.rows} rows of ${CARDS}`)
      if (measured.lines < ENTRIES - 1) throw new Error(`${measured.lines} lines of ${ENTRIES}`)
      results[`${where}: unlocked and refreshed, ms`] = median(measured.unlocking)
      results[`${where}: from unlock to a usable list, ms`] = median(measured.listing)
      results[`${where}: search keystroke median ms`] = median(measured.keystrokes)
      results[`${where}: search keystroke p95 ms`] = percentile(measured.keystrokes, 95)
      results[`${where}: opening a case of 200 entries, ms`] = median(measured.opening)
    }
    results["server RSS MB"] = served.memory().now
    await served.stop()
    return results
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

if (import.meta.main) console.log(JSON.stringify(await cards(), null, 2))
