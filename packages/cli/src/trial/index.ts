// The trial desk: three invented members, some twenty invented families, and a history that ends at the moment it is made. It is
// played once on a clock of its own, from two months ago to now, before the folder is served; afterwards time is everybody's.
import { type Seeds, type Vault, foundGenesis } from "@safe-conduct/client/member"
import { loadWords } from "@safe-conduct/sealing/code"
import { type Server, createServer } from "@safe-conduct/server"
import { foundDesk, vaultAt } from "../desk/found-desk.ts"
import type { WordLanguage } from "../language.ts"
import { type MemberNote, type TrialNotes, notesOf, players } from "./notes.ts"
import { type Name, type StageGiven, must, openStage } from "./stage.ts"
import { CLIENTS } from "./stories/lawyers-folder.ts"
import { stories } from "./stories/index.ts"
import { type Cast, type TrialClock, laidOut, newCast, playAll } from "./timeline.ts"
import { whenOf } from "./when.ts"

export type { MemberNote, TrialNotes, TrialSteps } from "./notes.ts"

/** Days before now on which the desk was founded: long enough for silence to be counted. */
const FOUNDED = 60
/** No socket is opened: the vaults speak to the server inside the process. */
const INSIDE = "http://127.0.0.1:1"

export interface TrialGiven {
  /** An empty or absent folder. */
  readonly data: string
  /** Milliseconds since 1970, UTC: where the stories end. */
  readonly now: number
  readonly language?: WordLanguage
  /** One line for each scene that was played. */
  readonly log?: (line: string) => void
}

/** Founds a trial desk in `data` and plays every story. The notes are for /trial.json. */
export async function makeTrial({ data, now, language = "en", log = () => undefined }: TrialGiven): Promise<TrialNotes> {
  const when = whenOf(now)
  const clock: TrialClock = { now: when.at(-FOUNDED, "10:00") }
  const read = (): number => clock.now
  const founding = await foundGenesis({ trial: true, admins: 2, words: await loadWords(language) })
  must(await foundDesk({ stores: { data }, founding, names: [players.anna.name, players.boris.name], language, now: read }))
  const server = await createServer({ data, now: read, trial: true })
  try {
    const [anna, boris] = founding.founders as [(typeof founding.founders)[number], (typeof founding.founders)[number]]
    const members = await signIn(server, language, read, anna.seeds, boris.seeds)
    const passphrases = { anna: anna.passphrase, boris: boris.passphrase, vera: members.passphrase }
    const cast = await seedTrial({ server: INSIDE, fetch: fetchOf(server), when, clock, log, ...members })
    const told = (Object.keys(players) as Name[]).map(
      (name): MemberNote => ({ member: members.ids[name], ...players[name], passphrase: passphrases[name] }),
    )
    return await notesOf(cast, told, CLIENTS)
  } finally {
    await server.close()
  }
}

/** Plays every story on a desk whose three members are signed in, and whose server lives by the same clock. */
export async function seedTrial({
  log = () => undefined,
  ...given
}: StageGiven & { readonly log?: (line: string) => void }): Promise<Cast> {
  const cast = newCast()
  await playAll(openStage(given), laidOut(stories, given.when, cast), log)
  return cast
}

const fetchOf = (server: Server): typeof fetch =>
  ((path: string, init?: RequestInit) => server.request(String(path).slice(INSIDE.length), init)) as typeof fetch

interface SignedIn {
  readonly vaults: Readonly<Record<Name, Vault>>
  readonly ids: Readonly<Record<Name, string>>
  /** Vera's; the founders' come from the founding. */
  readonly passphrase: string
}

/** The two who founded it sign in by their seeds; the third makes her keys on her own device and is certified by both. */
async function signIn(server: Server, language: WordLanguage, now: () => number, first: Seeds, second: Seeds): Promise<SignedIn> {
  const [anna, boris, vera] = (await Promise.all([1, 2, 3].map(() => vaultAt(server, language, now)))) as [Vault, Vault, Vault]
  must(await anna.unlockWith(first))
  must(await boris.unlockWith(second))
  const claim = must(await vera.newClaim())
  const half = must(await anna.addMember(claim.claim, players.vera as never))
  if (half.done) throw new Error("one administrator was enough to add a member")
  must(await boris.refresh())
  must(await boris.addMember(claim.claim, players.vera as never, half.approvals))
  must(await boris.rotate())
  must(await anna.refresh())
  must(await anna.nameMember(first.member, players.anna as never))
  must(await anna.nameMember(second.member, players.boris as never))
  must(await boris.refresh())
  must(await vera.unlock(claim.passphrase))
  return {
    vaults: { anna, boris, vera },
    ids: { anna: first.member, boris: second.member, vera: claim.member },
    passphrase: claim.passphrase,
  }
}
