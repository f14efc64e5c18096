// The directory as members fold it: who is who. A ghost in it would be given every key.
import { approve, certificateOf, directoryEntry, signingFromSeed } from "@safe-conduct/sealing/seal"
import { headAfter } from "@safe-conduct/sealing/verify"
import {
  type DirectoryChange,
  type Entry,
  type Head,
  type Id,
  type Page,
  type PaperCertificate,
  directoryBody,
  fromBase64,
  fromHex,
  memberCertificateBytes,
  paperCertificateBytes,
  readDirectoryBody,
  toBase64,
} from "@safe-conduct/wire"
import { seedsOf } from "../testing/desk.ts"
import { vaultAt } from "../testing/family.ts"
import { type Mutation, altering, refusalOf } from "./mutation.ts"
import { type Scene, borisThrough, ghost, serversOwn } from "./scene.ts"

type Change = (page: Page) => Page | Promise<Page>

export function directory(s: Scene): readonly Mutation[] {
  const through = (change: Change) => altering<Page>(s.desk, /^\/api\/directory/, change)
  /** At sign-in. */
  const row = (name: string, refusal: string, change: Change): Mutation => ({
    name,
    refusal,
    attempt: async () => refusalOf(await vaultAt(s.desk, through(change)).unlockWith(seedsOf(s.desk, 1))),
  })
  const edit = (page: Page, at: number, by: (entry: Entry) => Entry): Page => ({
    ...page,
    entries: page.entries.map((one) => (one.entry.seq === at ? { ...one, entry: by(one.entry) } : one)),
  })
  /** One more entry behind the last, as whoever signs it would write it. */
  const more = async (page: Page, signing: Scene["annaKeys"]["signing"], change: DirectoryChange): Promise<Page> => {
    const last = page.entries.at(-1)
    if (last === undefined) return page
    const head: Head = headAfter(last.entry)
    const entry = await directoryEntry({ desk: s.id, stream: last.entry.stream, head }, signing, change)
    return { entries: [...page.entries, { entry, hour: last.hour }], head: headAfter(entry) }
  }
  const added = async (by: readonly (readonly [Id, Scene["annaKeys"]["signing"]])[], who?: { member: Id; sign?: string }) => {
    const one = await ghost()
    const certificate = {
      ...certificateOf(who?.member ?? one.member, one.keys),
      ...(who?.sign === undefined ? {} : { sign: who.sign as never }),
    }
    const bytes = memberCertificateBytes(s.id, certificate)
    return {
      does: "member.add" as const,
      certificate,
      approvals: await Promise.all(by.map(([id, signing]) => approve(id, signing, bytes))),
    }
  }
  const forPaper = async (by: readonly (readonly [Id, Scene["annaKeys"]["signing"]])[], change: Partial<PaperCertificate> = {}) => {
    const { recipient } = (await ghost()).keys
    const certificate = {
      number: 2,
      recipient,
      notBefore: "2026-11-23" as never,
      notAfter: "2028-11-20" as never,
      ...change,
    } as PaperCertificate
    const bytes = paperCertificateBytes(s.id, certificate)
    return {
      does: "paper.rotate" as const,
      certificate,
      approvals: await Promise.all(by.map(([id, signing]) => approve(id, signing, bytes))),
    }
  }
  const anna = [seedsOf(s.desk, 0).member as Id, s.annaKeys.signing] as const
  const boris = [seedsOf(s.desk, 1).member as Id, s.borisKeys.signing] as const
  const eve = [s.eve.member, s.eve.keys.signing] as const
  const whereEveLeft = (page: Page): number =>
    page.entries.findIndex(({ entry }) => readDirectoryBody(fromBase64(entry.body as string))?.does === "member.remove")

  return [
    row("another desk's directory", "other-root", () => foreignPage(s)),
    row("an entry left out", "not-head", (page) => ({ ...page, entries: page.entries.filter(({ entry }) => entry.seq !== 2) })),
    row("two entries exchanged", "not-genesis", (page) => ({ ...page, entries: page.entries.toReversed() })),
    row("an entry told twice", "not-head", (page) => ({ ...page, entries: page.entries.flatMap((one) => [one, one]).slice(1) })),
    row("a signature altered", "bad-signature", (page) => edit(page, 2, (entry) => ({ ...entry, signature: `${"A".repeat(86)}==` }))),
    row("a body altered", "body-differs", (page) =>
      edit(page, 2, (entry) => {
        const change = readDirectoryBody(fromBase64(entry.body as string)) as DirectoryChange
        const digit = /"number":(\d)/.exec(JSON.stringify(change))?.[1] === "1" ? "2" : "1"
        const told = JSON.parse(JSON.stringify(change).replace(/"number":\d/, `"number":${digit}`)) as DirectoryChange
        return { ...entry, body: toBase64(directoryBody(told)) }
      }),
    ),
    row("a body destroyed", "malformed-directory", (page) => edit(page, 2, (entry) => ({ ...entry, body: null }))),
    row("an entry moved to another desk", "other-desk", (page) => edit(page, 2, (entry) => ({ ...entry, desk: s.foreign.founding.desk }))),
    row("a ghost whom the server approved", "not-admin", async (page) => more(page, serversOwn(), await added([]))),
    row("a ghost by one administrator of two", "too-few-approvals", async (page) => more(page, s.annaKeys.signing, await added([anna]))),
    row("a ghost by one administrator, counted twice", "too-few-approvals", async (page) =>
      more(page, s.annaKeys.signing, await added([anna, anna])),
    ),
    row("a ghost by an administrator and a removed member", "too-few-approvals", async (page) =>
      more(page, s.annaKeys.signing, await added([anna, eve])),
    ),
    row("a recipient for paper by one administrator of two", "too-few-approvals", async (page) =>
      more(page, s.annaKeys.signing, await forPaper([anna])),
    ),
    row("a recipient for paper that lasts longer than two years", "bad-dates", async (page) =>
      more(page, s.annaKeys.signing, await forPaper([anna, boris], { notAfter: "2036-01-01" })),
    ),
    row("a member's own recipient, for paper", "repeated-recipient", async (page) =>
      more(page, s.annaKeys.signing, await forPaper([anna, boris], { recipient: certificateOf(boris[0], s.borisKeys).seal })),
    ),
    row("an older certificate for paper, shown again", "out-of-order", async (page) =>
      more(page, s.annaKeys.signing, await forPaper([anna, boris], { number: 1 })),
    ),
    row("a ghost under a living member's id", "repeated-member", async (page) =>
      more(page, s.annaKeys.signing, await added([anna, boris], { member: boris[0] })),
    ),
    row("a removed member's key under a new id", "repeated-member", async (page) =>
      more(page, s.annaKeys.signing, await added([anna, boris], { member: (await ghost()).member, sign: eve[1].key })),
    ),
    row("a member removed by a removed member", "not-admin", async (page) =>
      more(page, s.eve.keys.signing, { does: "member.remove", member: boris[0] }),
    ),
    row("administrators set by an administrator", "not-admin", async (page) =>
      more(page, s.annaKeys.signing, { does: "admin.set", admins: [certificateOf(anna[0], s.annaKeys)], threshold: 1 }),
    ),
    row("administrators set by the reserve root", "not-admin", async (page) =>
      more(page, signingFromSeed(fromHex(s.desk.founding.reserveSeed)), {
        does: "admin.set",
        admins: [certificateOf(anna[0], s.annaKeys)],
        threshold: 1,
      }),
    ),
    row("a second genesis", "not-admin", async (page) =>
      more(
        page,
        signingFromSeed(fromHex(s.desk.founding.rootSeed)),
        readDirectoryBody(fromBase64(page.entries[0]?.entry.body as string)) as never,
      ),
    ),
    {
      name: "an old directory head, from before a member was removed",
      refusal: "directory-went-back",
      attempt: async () => {
        let back = false
        const vault = await borisThrough(
          s,
          through((page) => {
            if (!back) return page
            return { entries: [], head: { seq: 3, hash: "0".repeat(64) as never } }
          }),
        )
        back = true
        return refusalOf(await vault.refresh())
      },
    },
    {
      name: "the removal of a member withheld, while what was written after it is shown",
      refusal: "unknown-author",
      attempt: async () => {
        let shown: Head = headAfter(s.desk.founding.genesis)
        const vault = vaultAt(
          s.desk,
          through((page) => {
            const at = whereEveLeft(page)
            const entries = at < 0 ? page.entries.filter(({ entry }) => entry.seq <= shown.seq) : page.entries.slice(0, at)
            const last = entries.at(-1)?.entry
            if (last !== undefined) shown = headAfter(last)
            return { entries, head: shown }
          }),
        )
        const entered = await vault.unlockWith(seedsOf(s.desk, 1))
        return entered.ok ? refusalOf(await vault.openCase(s.stream)) : refusalOf(entered)
      },
    },
  ]
}

function foreignPage({ foreign }: Scene): Page {
  const { genesis } = foreign.founding
  return { entries: [{ entry: genesis, hour: "2026-11-22T17Z" as never }], head: headAfter(genesis) }
}
