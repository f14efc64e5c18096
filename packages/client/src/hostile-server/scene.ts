// The desk that the lies are told about: two administrators, a verifier who was removed and kept her keys, a family that asked, its
// case with a restricted one beside it, a file, a reply; and another desk from which true things can be borrowed.
import { openEnvelope } from "@safe-conduct/sealing/open"
import { type MemberKeys, certificateOf, memberKeys, newSeeds, randomId, signSession, signingFromSeed } from "@safe-conduct/sealing/seal"
import { bodyBytes, registerIdOf } from "@safe-conduct/sealing/verify"
import { type Bytes, type DeskInfo, type Entry, type Id, type Page, fromHex, readRosterBody } from "@safe-conduct/wire"
import { type Api, createApi } from "../api.ts"
import { sourceOfBytes } from "../file/source.ts"
import type { Vault } from "../member/index.ts"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { byTwo, asked, familyRequest, good, openedDesk, vaultAt } from "../testing/family.ts"

export interface Scene {
  readonly desk: TestDesk
  readonly id: Id
  readonly anna: Vault
  readonly boris: Vault
  readonly annaKeys: MemberKeys
  readonly borisKeys: MemberKeys
  /** Certified once, removed since; she still holds every key that she was given. */
  readonly eve: {
    readonly member: Id
    readonly keys: MemberKeys
    readonly registerKeys: ReadonlyMap<number, Bytes>
    readonly caseKeys: ReadonlyMap<number, Bytes>
  }
  readonly family: Awaited<ReturnType<typeof asked>>
  readonly other: Awaited<ReturnType<typeof asked>>
  readonly stream: Id
  readonly second: Id
  readonly restricted: Id
  readonly person: string
  readonly claim: string
  readonly info: DeskInfo
  readonly foreign: TestDesk
  readonly foreignInfo: DeskInfo
  /** Boris's own calls, as his client makes them. */
  readonly api: Api
  close(): Promise<void>
}

export const keysOf = async (desk: TestDesk, n: number): Promise<MemberKeys> => {
  const seeds = seedsOf(desk, n)
  return memberKeys(seeds.member as Id, { open: fromHex(seeds.open), sign: fromHex(seeds.sign) })
}
const infoOf = async (desk: TestDesk): Promise<DeskInfo> => (await (await desk.fetch(`${desk.url}/desk.json`)).json()) as DeskInfo

export async function signedIn(desk: TestDesk, member: Id, keys: MemberKeys): Promise<Api> {
  const api = createApi({ server: desk.url, fetch: desk.fetch, wait: () => Promise.resolve() })
  const signed = await api.signIn(async (challenge, origin) => ({
    subject: { kind: "member", member },
    challenge,
    origin,
    signature: await signSession(keys.signing, origin, desk.founding.desk, member, challenge),
  }))
  if (!signed.ok) throw new Error(signed.refusal.error)
  return api
}

/** Every key of a stream that this member was given in an envelope. */
export async function keysGiven(api: Api, desk: Id, stream: Id, member: Id, keys: MemberKeys): Promise<Map<number, Bytes>> {
  const found = new Map<number, Bytes>()
  const [page, envelopes] = [good(await api.page(stream, 0)), good(await api.envelopes(stream))]
  const rosters = page.entries.flatMap(({ entry }) => readRosterBody(bodyBytes(entry) ?? new Uint8Array()) ?? [])
  for (const { epoch, mine } of envelopes.epochs) {
    const keyHash = rosters.find((one) => one.epoch === epoch)?.keyHash
    if (mine === null || keyHash === undefined) continue
    const key = await openEnvelope(mine, keys.identity, { desk, stream, epoch, member, keyHash })
    if (key !== null) found.set(epoch, key)
  }
  return found
}

export async function openScene(): Promise<Scene> {
  const desk = await openTestDesk()
  const id = desk.founding.desk
  const { anna, boris } = await openedDesk(desk)
  const both = async () => {
    good(await anna.refresh())
    good(await boris.refresh())
  }
  const eveId = randomId()
  const seeds = newSeeds()
  const keys = await memberKeys(eveId, seeds)
  const claimed = JSON.stringify({ v: 1, desk: id, certificate: certificateOf(eveId, keys), wrap: { locator: randomId(), blob: "AAAA" } })
  const as = { name: "Eve", roles: ["verifier" as const] }
  const begun = good(await anna.addMember(claimed, as))
  if (begun.done) throw new Error("one administrator was enough")
  good(await boris.addMember(claimed, as, begun.approvals))
  await both()

  const family = await asked(desk, familyRequest, [sourceOfBytes(new TextEncoder().encode("a protocol ".repeat(400)), "протокол.pdf")])
  const other = await asked(desk, { v: 1, language: "en", asking: "self", people: [{ names: { latin: [{ surname: "Otherman" }] } }] })
  await both()
  const { stream } = good(await anna.joinRequest(family.ask))
  const { stream: second } = good(await anna.joinRequest(other.ask))
  await both()
  for (const text of ["a", "b", "c"]) good(await anna.act(stream, "write-note", { kind: "note", text }))
  good(await anna.reply(family.ask, "Мы прочли ваше письмо"))
  const opened = good(await anna.openCase(stream))
  const person = opened.people[0]?.person as string
  const claim = opened.state.claims[0]?.claim as string
  const { stream: restricted } = good(
    await anna.newCase({ people: [{ names: [{ script: "latin", surname: "Hidden" }] }], restricted: true }),
  )
  const eveApi = await signedIn(desk, eveId, keys)
  const registerKeys = await keysGiven(eveApi, id, registerIdOf(id), eveId, keys)
  const caseKeys = await keysGiven(eveApi, id, stream as Id, eveId, keys)

  const gone = good(await anna.removeMember(eveId))
  if (gone.keys !== "second") throw new Error(`the desk's keys should wait for the second administrator, not: ${gone.keys}`)
  good(await boris.refresh())
  good(await boris.rotateIntake(gone.intake))
  good(await boris.rotateReply(gone.reply))
  await both()
  await byTwo(anna, boris, "rotatePaper")
  good(await boris.act(stream, "write-note", { kind: "note", text: "after she left" }))
  await both()

  const foreign = await openTestDesk()
  await openedDesk(foreign)
  const borisKeys = await keysOf(desk, 1)
  return {
    desk,
    id,
    anna,
    boris,
    annaKeys: await keysOf(desk, 0),
    borisKeys,
    eve: { member: eveId, keys, registerKeys, caseKeys },
    family,
    other,
    stream: stream as Id,
    second: second as Id,
    restricted: restricted as Id,
    person,
    claim,
    info: await infoOf(desk),
    foreign,
    foreignInfo: await infoOf(foreign),
    api: await signedIn(desk, seedsOf(desk, 1).member as Id, borisKeys),
    async close() {
      await desk.close()
      await foreign.close()
    },
  }
}

/** A key that nobody certified: the server's own. */
export const serversOwn = () => signingFromSeed(fromHex("07".repeat(32)))
export const ghost = async (): Promise<{ readonly member: Id; readonly keys: MemberKeys }> => {
  const member = randomId()
  return { member, keys: await memberKeys(member, newSeeds()) }
}

/** Boris with a server that lies to him. */
export async function borisThrough(scene: Scene, fetch: typeof globalThis.fetch): Promise<Vault> {
  const vault = vaultAt(scene.desk, fetch)
  good(await vault.unlockWith(seedsOf(scene.desk, 1)))
  return vault
}

export const pageOf = async (scene: Scene, stream: Id): Promise<Page> => good(await scene.api.page(stream, 0))
export const entryAt = async (scene: Scene, stream: Id, seq: number): Promise<Entry> => {
  const found = (await pageOf(scene, stream)).entries.find(({ entry }) => entry.seq === seq)
  if (found === undefined) throw new Error(`no entry ${seq}`)
  return found.entry
}
