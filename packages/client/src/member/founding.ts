// A new desk, in two halves. `init` makes the root, the genesis and the first administrator's seeds where nobody listens; then her
// vault makes the rest over the ordinary calls: certificates for intake and replies, the members' and the desk's own streams.
import { deskIdOf, entryHash, hashOf, headerOf, rootPrintOf } from "@safe-conduct/sealing/verify"
import {
  certificateOf,
  genesisEntry,
  memberKeys,
  newPassphrase,
  newSeeds,
  newSigningSeed,
  randomBytes,
  randomId,
  signingFromSeed,
  wrapSeeds,
} from "@safe-conduct/sealing/seal"
import { type Entry, type Hash, type Id, fromHex, toHex } from "@safe-conduct/wire"
import type { Seeds } from "./vault-port.ts"

export interface Founder {
  readonly seeds: Seeds
  readonly passphrase: string
  readonly wrap: { readonly locator: Id; readonly blob: string }
}
export interface Founding {
  readonly desk: Id
  readonly trial: boolean
  readonly genesis: Entry
  /** Hex of 32 bytes. Goes to the root file and nowhere else. */
  readonly rootSeed: string
  /** Hex; kept apart from the root, for the day the root is lost. */
  readonly reserveSeed: string
  readonly rootPrint: string
  readonly founders: readonly Founder[]
}

/** `admins`: how many administrators the genesis names. `words`: 2,048 for the passphrases. */
export async function foundGenesis(given: {
  readonly trial: boolean
  readonly admins: number
  readonly words: readonly string[]
  readonly threshold?: number
}): Promise<Founding> {
  const rootSeed = newSigningSeed()
  const reserveSeed = newSigningSeed()
  const root = signingFromSeed(rootSeed)
  const people = await Promise.all(
    Array.from({ length: given.admins }, async () => {
      const member = randomId()
      const seeds = newSeeds()
      return { member, seeds, certificate: certificateOf(member, await memberKeys(member, seeds)) }
    }),
  )
  const genesis = await genesisEntry(root, {
    does: "genesis",
    nonce: toHex(randomBytes(32)) as Hash,
    trial: given.trial,
    root: root.key,
    reserve: hashOf(fromHex(signingFromSeed(reserveSeed).key)),
    admins: people.map((one) => one.certificate),
    threshold: given.threshold ?? 1,
  })
  const hash = entryHash(headerOf(genesis))
  const desk = deskIdOf(hash)
  const rootPrint = rootPrintOf(root.key)
  const founders: Founder[] = []
  // One after the other: each takes 128 MiB.
  for (const { member, seeds } of people) {
    const passphrase = newPassphrase(given.words)
    const wrap = await wrapSeeds(passphrase, { seeds, desk, rootPrint, directory: { seq: 0, hash }, member, rpId: "" })
    founders.push({ passphrase, wrap, seeds: { member, sign: toHex(seeds.sign), open: toHex(seeds.open), desk, root: rootPrint } })
  }
  return { desk, trial: given.trial, genesis, rootSeed: toHex(rootSeed), reserveSeed: toHex(reserveSeed), rootPrint, founders }
}
