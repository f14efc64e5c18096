// A new desk, laid down before anybody can reach it: genesis and wrapped seeds into the store, then, through the administrators' own
// vaults in this process, the members' and the desk's streams and the first certificates for intake and replies.
import { type Founding, type Result, type Vault, createVault } from "@safe-conduct/client/member"
import { loadWords } from "@safe-conduct/sealing/code"
import { type Server, type StoreOptions, createServer, openDatabase, writeGenesis, writeWrap } from "@safe-conduct/server"
import { programme } from "@safe-conduct/russia-canada"
import type { Id } from "@safe-conduct/wire"
import type { WordLanguage } from "../language.ts"

export interface FoundGiven {
  readonly stores: StoreOptions
  readonly founding: Founding
  /** Of the administrators, in the genesis' order. */
  readonly names: readonly string[]
  readonly language: WordLanguage
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
}

/** No socket is opened: the vaults speak to the server inside the process. */
const INSIDE = "http://127.0.0.1:1"

export async function foundDesk({ stores, founding, names, language, now }: FoundGiven): Promise<Result<null>> {
  const database = await openDatabase(stores)
  try {
    const laid = await writeGenesis(database, [founding.genesis], now())
    if (!laid.ok) return laid
    for (const { wrap, seeds } of founding.founders) await writeWrap(database, founding.desk, wrap.locator, seeds.member as Id, wrap.blob)
  } finally {
    await database.close()
  }
  const server = await createServer({ ...stores, now, trial: founding.trial, desk: founding.desk })
  try {
    return await foundStreams(server, founding, names, language, now)
  } finally {
    await server.close()
  }
}

export const vaultAt = async (server: Server, language: WordLanguage, now: () => number): Promise<Vault> =>
  createVault({
    server: INSIDE,
    fetch: ((path: string, init?: RequestInit) => server.request(String(path).slice(INSIDE.length), init)) as typeof fetch,
    now,
    programme,
    words: await loadWords(language),
  })

async function foundStreams(
  server: Server,
  founding: Founding,
  names: readonly string[],
  language: WordLanguage,
  now: () => number,
): Promise<Result<null>> {
  const vaults: Vault[] = []
  for (const [n, { seeds }] of founding.founders.entries()) {
    const vault = await vaultAt(server, language, now)
    const signed = await vault.unlockWith(seeds)
    if (!signed.ok) return signed
    if (n === 0) {
      const founded = await vault.foundDesk({ name: names[0] ?? "" })
      if (!founded.ok) return founded
    }
    vaults.push(vault)
  }
  const [first, ...others] = vaults as [Vault, ...Vault[]]
  for (const [n, { seeds }] of founding.founders.slice(1).entries()) {
    const named = await first.nameMember(seeds.member, { name: names[n + 1] ?? "", roles: ["administrator"] })
    if (!named.ok) return named
  }
  for (const what of ["rotateIntake", "rotateReply"] as const) {
    let certified = await first[what]()
    for (const other of others) {
      if (!certified.ok || certified.value.done) break
      const fresh = await other.refresh()
      if (!fresh.ok) return fresh
      certified = await other[what](certified.value.approvals)
    }
    if (!certified.ok) return certified
    await first.refresh()
  }
  for (const vault of vaults) await vault.signOut()
  return { ok: true, value: null }
}
