// A desk made by `init` and served by `serve`, both as processes, in a folder of its own.
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Vault, createVault } from "@safe-conduct/client/member"
import { loadWords } from "@safe-conduct/sealing/code"
import { programme } from "@safe-conduct/russia-canada"
import { type Running, run, start } from "./run.ts"

export interface MadeDesk {
  readonly folder: string
  readonly data: string
  readonly rootFile: string
  readonly printed: {
    readonly desk: string
    readonly root: string
    readonly trial: boolean
    readonly administrator: { readonly member: string; readonly passphrase: string }
  }
  drop(): Promise<void>
}

export async function makeDesk(given: { readonly trial: boolean }): Promise<MadeDesk> {
  const folder = await mkdtemp(join(tmpdir(), "safe-conduct-cli-"))
  const [data, rootFile] = [join(folder, "data"), join(folder, "root.key")]
  const made = await run(["init", "--data", data, "--root", rootFile, "--name", "Анна", ...(given.trial ? ["--trial"] : [])])
  if (made.code !== 0) throw new Error(made.err)
  return { folder, data, rootFile, printed: JSON.parse(made.out), drop: () => rm(folder, { recursive: true, force: true }) }
}

export interface ServedDesk {
  readonly url: string
  readonly running: Running
  end(): Promise<void>
}

export async function serveDesk(made: MadeDesk): Promise<ServedDesk> {
  const running = start(["serve", "--data", made.data, "--port", "0", ...(made.printed.trial ? ["--trial"] : [])])
  const { url } = JSON.parse(await running.line(/^\{"url"/)) as { url: string }
  return {
    url,
    running,
    async end() {
      running.child.kill("SIGTERM")
      await running.ended
    },
  }
}

/** The administrator at work, as her desk page would be. */
export async function signIn(made: MadeDesk, url: string): Promise<Vault> {
  const vault = createVault({ server: url, now: Date.now, programme, words: await loadWords("en") })
  const opened = await vault.unlock(made.printed.administrator.passphrase)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  return vault
}
