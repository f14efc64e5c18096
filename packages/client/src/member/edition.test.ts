// A new edition over the whole path: the release key's word begins it, anything else is refused, and a client that does not know it
// shows what came before and writes nothing.
import { caseKind } from "@safe-conduct/domain/case"
import { pinPolicies } from "@safe-conduct/domain/decision"
import { programme } from "@safe-conduct/russia-canada"
import { randomId, signEdition, signingFromSeed } from "@safe-conduct/sealing/seal"
import { releaseKeys, sha256 } from "@safe-conduct/sealing/verify"
import { type Id, utf8 } from "@safe-conduct/wire"
import { afterEach, beforeEach, expect, test } from "vitest"
import { addLine, beginBatch, sendBatch } from "../stream/append.ts"
import { newChain } from "../stream/chain.ts"
import { pull } from "../stream/pull.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import { type Book, newBook } from "./book.ts"
import { sha256Text } from "./core.ts"
import { unlockBySeeds } from "./unlock.ts"
import type { Vault } from "./vault-port.ts"

const release = signingFromSeed(sha256(utf8("a release key of the tests")))

let desk: TestDesk
let anna: Vault
let stream: Id

const signedIn = async () =>
  good(await unlockBySeeds({ server: desk.url, fetch: desk.fetch, now: () => desk.now, releaseKeys: [release.key] }, seedsOf(desk, 1)))

/** The same stream as a build sees it that knows a second edition, in the hands of the desk's second member. */
async function newerBuild(): Promise<Book<unknown>> {
  const { inside } = await signedIn()
  const book = newBook({
    inside,
    stream,
    kind: { ...caseKind, editions: { ...caseKind.editions, 2: caseKind.editions[1] as Readonly<Record<string, number>> } },
    env: { sha256: sha256Text, policies: pinPolicies(Object.values(programme.policies), sha256Text) },
    received: () => null,
  })
  good(await book.pull())
  return book as Book<unknown>
}

beforeEach(async () => {
  desk = await openTestDesk()
  ;({ anna } = await openedDesk(desk))
  stream = good(await anna.newCase({ people: [{ names: [{ script: "latin", surname: "One" }] }] })).stream as Id
  good(await anna.act(stream, "write-note", { kind: "note", text: "before" }))
})
afterEach(() => desk.close())

test("begun under the release key, a build that does not know it shows what came before and writes nothing", async () => {
  const newer = await newerBuild()
  good(await newer.act([{ does: "begin-edition", input: { edition: 2, signature: await signEdition(release, 2) } }]))
  expect(newer.folded()).toMatchObject({ edition: 2, beyond: null })
  good(await newer.act([{ does: "write-note", input: { kind: "note", text: "after" } }]))

  // A build of the second edition whose release key is the tests' own, and one that trusts only what it ships with.
  const older = vaultAt(desk, desk.fetch, [release.key])
  good(await older.unlockWith(seedsOf(desk, 0)))
  const view = good(await older.openCase(stream))
  expect(view.beyond).toBe(newer.head().seq - 1)
  expect(view.state.notes.map((row) => row.text)).toEqual(["before"])
  const before = newer.head()
  expect(await older.act(stream, "write-note", { kind: "note", text: "never" })).toMatchObject({
    ok: false,
    refusal: { error: "edition-unknown" },
  })
  expect((await older.check(stream, "write-note")).refusal).toMatchObject({ error: "edition-unknown" })
  good(await newer.pull())
  expect(newer.head()).toEqual(before)
  expect(releaseKeys).not.toContain(release.key)
})

test("signed by anyone but the release key it changes nothing, for those who know the edition and those who do not", async () => {
  const newer = await newerBuild()
  const forged = await signEdition(signingFromSeed(sha256(utf8("a member's own key"))), 2)
  expect(await newer.act([{ does: "begin-edition", input: { edition: 2, signature: forged } }])).toMatchObject({
    ok: false,
    refusal: { error: "edition-unsigned" },
  })
  // A signature over another number is no signature over this one.
  expect(await newer.act([{ does: "begin-edition", input: { edition: 2, signature: await signEdition(release, 3) } }])).toMatchObject({
    ok: false,
    refusal: { error: "edition-unsigned" },
  })
  // Stored all the same, by a client that asks nothing: it is refused at every fold, and the work goes on.
  const { inside } = await signedIn()
  const chain = newChain(stream)
  good(await pull(inside, chain))
  const batch = good(await beginBatch(inside, chain))
  const plain = { does: "begin-edition", v: 1, id: randomId(), at: desk.now, input: { edition: 2, signature: forged } }
  const { seq } = await addLine(batch, { plain })
  good(await sendBatch(batch, null, null))
  good(await anna.refresh())
  const view = good(await anna.openCase(stream))
  expect(view.beyond).toBeNull()
  expect(view.log.find((line) => line.seq === seq)?.refused).toMatchObject({ error: "edition-unsigned" })
  good(await anna.act(stream, "write-note", { kind: "note", text: "after" }))
  good(await newer.pull())
  expect(newer.folded().edition).toBe(1)
})
