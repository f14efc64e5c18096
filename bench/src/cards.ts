// A desk of many families, in the pages that are built against a real server: from unlock to a usable Today and to the list, the first
// time on a device and when it comes back; scrolling; one keystroke; opening a case of 200 entries. `cards.ts [cards] [how many times slower]`.
// The founder, the desk's own streams and that one case are made by the vault; the other cards are sealed and signed here and put into
// the store directly, because ten thousand families by hand take an hour.
import { createHash } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createVault, foundGenesis } from "@safe-conduct/client/member"
import type { CaseCard } from "@safe-conduct/domain/case"
import { programme } from "@safe-conduct/russia-canada"
import { openCard, openEnvelope } from "@safe-conduct/sealing/open"
import { memberKeys, sealCard } from "@safe-conduct/sealing/seal"
import { registerIdOf } from "@safe-conduct/sealing/verify"
import { openDatabase, writeGenesis, writeWrap } from "@safe-conduct/server"
import { type Hash, type Id, fromBase64, fromHex, hourOf, idFromBytes, readRosterBody } from "@safe-conduct/wire"
import { inChromium } from "./cards-chromium.ts"
import { good, measure, words } from "./measure-desk.ts"
import { atOnce, median, percentile, serveFolder } from "./served.ts"

const CARDS = Number(process.argv[2] ?? 10_000)
/** A phone is so many times slower than this machine. */
const SLOWER = Number(process.argv[3] ?? 1)
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

const DAY = 86_400_000
const day = (before: number): string => new Date(Date.now() - before * DAY).toISOString().slice(0, 10)
const { facilities } = programme.law

/** Another family on the same kind of card: other names, numbers and places, and a story of its own dates; the children have none. */
function another(card: CaseCard, n: number): CaseCard {
  const surname = `${surnames[n % surnames.length]}${"аеиоу"[n % 5]}${"бвгдж"[Math.floor(n / 75) % 5]}`
  const place = facilities[n % facilities.length] as (typeof facilities)[number]
  const taken = day(40 + (n % 90))
  const decided = day(3 + (n % 37))
  const story = [
    ["custody.detained", taken, { facility: place.code, state: place.state }],
    ["custody.confirmed", day(n % 6), { facility: place.code, how: "locator" }],
    ["ij.decision", decided, { form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }],
    ...(n % 3 === 0 ? [["bia.appeal-received", day(1 + (n % 2))] as const] : []),
  ] as const
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
        ...(person.aNumbers ? { aNumbers: [`A${String(100_000_000 + n * 7919 + at).slice(0, 9)}`] } : {}),
        ...(at > 0
          ? {}
          : {
              where: "detained" as const,
              facility: { code: place.code, name: place.name, state: place.state },
              since: taken,
              confirmed: day(n % 6),
              zone: place.timeZone,
              events: story as never,
            }),
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
  good(
    await vault.act(stream, "record-event", {
      person: someone,
      event: { type: "ij.decision", on: day(9), form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" },
    }),
  )
  for (let left = ENTRIES - 5; left > 0; left -= 32) {
    const notes = Array.from({ length: Math.min(32, left) }, (_, n) => ({
      does: "write-note",
      input: { kind: "note", text: `Звонок номер ${left - n}: дежурный записал, что изменилось с прошлого раза, и кто это подтвердил.` },
    }))
    good(await vault.actAll(stream, notes))
  }
  // She comes once more and is told which keys were changed: whoever is measured has seen it, and stands in Today at once.
  const once = createVault({ server: served.url, now: () => Date.now(), words, programme })
  good(await once.unlockWith(founder.seeds))
  // That she has seen it is written down behind her signing in.
  good(await once.refresh())
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
  const model = (await store.cards(member, {}, 10, 1 << 20)).find(({ card }) => card.stream === stream)
  const facts = key && model ? ((await openCard(model.card, key)) as CaseCard | null) : null
  if (!key || !facts) throw new Error("the case has no card that opens")
  // Nothing of it changed since the last shift: a morning, not the day on which everything came.
  const hour = hourOf(Date.now() - 3 * DAY)
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

/** Under Node nothing is kept and no thread stands beside: what the command meets. */
async function inNode(server: string, seeded: Seeded): Promise<Record<string, number>> {
  const { rows, lines, listing, keystrokes, opening } = await measure(
    () => createVault({ server, now: () => Date.now(), words, programme }),
    seeded,
    3,
  )
  if (rows !== CARDS) throw new Error(`${rows} rows of ${CARDS}`)
  if (lines < ENTRIES - 1) throw new Error(`${lines} lines of ${ENTRIES}`)
  return {
    "Node: list, ms": median(listing),
    "Node: a key in the search p95 ms": percentile(keystrokes, 95),
    "Node: opening a case of 200 entries, ms": median(opening),
  }
}

export async function cards(): Promise<Record<string, number>> {
  const data = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const begun = performance.now()
    const seeded = await seedDesk(data)
    console.error(`${CARDS} cards laid down in ${Math.round((performance.now() - begun) / 1000)} s`)
    const served = await serveFolder(data, { pages: true })
    const results: Record<string, number> = { cards: CARDS }
    if (SLOWER === 1 && CARDS <= 10_000) Object.assign(results, await inNode(served.url, seeded))
    const { passphrase, stream } = seeded
    const devices = CARDS > 10_000 || SLOWER > 1 ? 1 : 3
    Object.assign(results, await inChromium({ url: served.url, passphrase, stream, cards: CARDS, slower: SLOWER, devices }))
    results["server RSS MB"] = served.memory().now
    await served.stop()
    return results
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

if (import.meta.main) console.log(JSON.stringify(await cards(), null, 2))
