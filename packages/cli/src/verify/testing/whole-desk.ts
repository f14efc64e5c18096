// A small desk that has everything: three administrators of whom one left, a request with a file and its answer, cases, a restricted
// one, cards, epochs, a log in several rounds and members' words on it. And its rows in memory, to be altered at will.
import { type TestDesk, openTestDesk, seedsOf } from "../../../../client/src/testing/desk.ts"
import { asked, familyRequest, good, openedDesk, vaultAt } from "../../../../client/src/testing/family.ts"
import type { Vault } from "@safe-conduct/client/member"
import { sourceOfBytes } from "@safe-conduct/client/asker"
import { type Inspected, type Inspection, type Tables, openInspection, rowKeys } from "@safe-conduct/server"
import { approve, memberKeys, signSession } from "@safe-conduct/sealing/seal"
import { type Head, type Id, type PurgeOf, fromHex, purgeBytes } from "@safe-conduct/wire"

export const tables = Object.keys(rowKeys) as readonly Inspected[]
export type Rows = { readonly [T in Inspected]: readonly Tables[T][] }

export interface WholeDesk {
  readonly desk: TestDesk
  /** As it stood some hours before, and as it stands. */
  readonly before: Rows
  readonly rows: Rows
}

const HOUR = 3_600_000

export async function wholeDesk(): Promise<WholeDesk> {
  const desk = await openTestDesk({ admins: 3 })
  const { anna, boris } = await openedDesk(desk)
  const carl = vaultAt(desk)
  good(await carl.unlockWith(seedsOf(desk, 2)))
  const all = [anna, boris, carl]
  const hour = async (): Promise<void> => {
    desk.now += HOUR
    await desk.server.sequence()
    for (const vault of all) good(await vault.refresh())
  }
  const family = await asked(desk, familyRequest, [sourceOfBytes(new Uint8Array(70_000).fill(7), "протокол.pdf", "application/pdf")])
  await hour()
  const { stream } = good(await anna.joinRequest(family.ask))
  good(await anna.reply(family.ask, "Мы получили ваше обращение."))
  const person = (surname: string) => [{ names: [{ script: "latin" as const, surname }] }]
  const restricted = good(await boris.newCase({ people: person("Two"), restricted: true })).stream
  await hour()
  good(await anna.act(stream, "write-note", { kind: "note", text: "a" }))
  good(await boris.act(restricted, "write-note", { kind: "note", text: "b" }))
  const forgotten = good(await anna.newCase({ people: person("Three") })).stream
  good(await anna.act(forgotten, "write-note", { kind: "note", text: "forget me" }))
  await hour()
  await hour()
  await destroy(desk, forgotten as Id)
  await say(anna, boris)
  const before = await rowsOf(desk)
  all.pop()
  good(await anna.removeMember(seedsOf(desk, 2).member))
  good(await anna.rotate())
  good(await anna.act(stream, "write-note", { kind: "note", text: "c" }))
  await asked(desk, familyRequest)
  await hour()
  good(await boris.act(stream, "write-note", { kind: "note", text: "d" }))
  await hour()
  await desk.server.sequence()
  return { desk, before, rows: await rowsOf(desk) }
}

/** Something to everybody, by two. */
async function say(one: Vault, other: Vault): Promise<void> {
  const text = { en: "Write to us now.", fr: "Écrivez-nous.", ru: "Пишите нам." }
  good(await one.proposeStatement({ what: "notice", text, until: "2026-11-30" }))
  good(await other.refresh())
  const { waiting, head } = good(await other.statements())
  good(await other.signStatement(waiting[0]?.entry as string, head))
}

/** By two founders, as their clients do it. */
async function destroy(desk: TestDesk, stream: Id): Promise<void> {
  const of = desk.founding.desk
  const people = await Promise.all(
    [0, 1].map(async (n) => {
      const { member, sign, open } = seedsOf(desk, n)
      return { id: member as Id, keys: await memberKeys(member as Id, { sign: fromHex(sign), open: fromHex(open) }) }
    }),
  )
  const [first] = people as [(typeof people)[0]]
  let token = ""
  const call = async (path: string, body?: unknown): Promise<never> => {
    const answer = await desk.server.request(path, {
      method: body === undefined ? "GET" : "POST",
      headers: { ...(token === "" ? {} : { authorization: `Bearer ${token}` }), "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as never
  }
  const { challenge } = (await call("/api/challenge")) as { challenge: string }
  const origin = "http://localhost"
  const signature = await signSession(first.keys.signing, origin, of, first.id, challenge)
  ;({ token } = (await call("/api/session", { subject: { kind: "member", member: first.id }, challenge, origin, signature })) as {
    token: string
  })
  const { seq, hash } = (await call(`/api/streams/${stream}/head`)) as Head
  const purge: PurgeOf = { stream, seq, hash, unanswered: false, until: new Date(desk.now + 86_400_000).toISOString().slice(0, 10) }
  const approvals = await Promise.all(people.map(({ id, keys }) => approve(id, keys.signing, purgeBytes(of, purge))))
  await call("/api/purges", { streams: [{ ...purge, approvals }] })
}

export async function rowsOf(desk: TestDesk): Promise<Rows> {
  const inspection = (await openInspection({ data: desk.data })) as Inspection
  const all: Record<string, unknown[]> = {}
  for (const table of tables) {
    all[table] = []
    for await (const page of inspection.rows(desk.founding.desk, table)) all[table].push(...page)
  }
  await inspection.close()
  return all as never
}

/** Rows as a database would give them. */
export const inspectionOf = (rows: Rows): Inspection => ({
  desks: async () => rows.desk.map(({ desk, trial }) => ({ desk: desk as Id, trial: trial === 1 })),
  async *rows(desk, table, stream) {
    const by: readonly string[] = rowKeys[table]
    const of = (rows[table] as never as readonly Record<string, string | number>[]).filter(
      (row) => row["desk"] === desk && (stream === undefined || row["stream"] === stream),
    )
    yield of.toSorted((a, b) => {
      const at = by.find((name) => a[name] !== b[name])
      return at === undefined ? 0 : (a[at] as number) < (b[at] as number) ? -1 : 1
    }) as never
  },
  close: async () => undefined,
})
