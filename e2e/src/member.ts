// The administrator at work, as her desk page would be: she opens what the portal sent.
import { type OpenedRequest, type Vault, createVault, loadPassphraseWords } from "@safe-conduct/client/member"
import { currentPolicy, law, policies } from "@safe-conduct/russia-canada"
import type { MadeDesk } from "./command.ts"

export async function signIn(made: MadeDesk): Promise<Vault> {
  const vault = createVault({
    server: `http://127.0.0.1:${made.port}`,
    now: Date.now,
    words: await loadPassphraseWords("en"),
    programme: { policies, currentPolicy, law },
  })
  good(await vault.unlock(made.passphrase))
  return vault
}

export function good<T>(result: { ok: true; value: T } | { ok: false; refusal: { error: string } }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** The requests in the tray about somebody of this surname. */
export async function requestsOf(vault: Vault, surname: string): Promise<string[]> {
  good(await vault.refresh())
  return (await vault.tray()).filter((row) => row.names.some((name) => name.includes(surname))).map((row) => row.ask)
}

/** The one request about somebody of this surname, opened. */
export async function theRequestOf(vault: Vault, surname: string) {
  const asks = await requestsOf(vault, surname)
  if (asks.length !== 1) throw new Error(`${asks.length} requests about ${surname}`)
  return good(await vault.openRequest(asks[0] as string))
}

export const bytesOf = async (vault: Vault, file: OpenedRequest["files"][number]): Promise<Buffer> =>
  Buffer.from(good(await vault.readFile(file)))
