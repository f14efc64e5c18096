// The command `safe-conduct` as a process, as scripts call it; and a desk made and served by it.
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { madeOnce } from "./made-once.ts"

const main = ["--disable-warning=ExperimentalWarning", "packages/cli/src/main.ts"]

export async function command(args: readonly string[], input = ""): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [...main, ...args], { stdio: ["pipe", "pipe", "pipe"] })
  let out = ""
  let err = ""
  child.stdout.on("data", (piece) => (out += String(piece)))
  child.stderr.on("data", (piece) => (err += String(piece)))
  child.stdin.end(input)
  const [code] = (await once(child, "exit")) as [number]
  return { code, out, err }
}

export interface MadeDesk {
  readonly folder: string
  readonly data: string
  readonly rootFile: string
  readonly rootPrint: string
  readonly passphrase: string
  /** Everything the server wrote on its two outputs. */
  lines(): string
  readonly port: number
  stop(): Promise<void>
}

/** `init` and `serve`: a real desk, not a trial. */
export interface Serving {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export async function makeDesk(name = "Anna Test", { args = [], env = {} }: Serving = {}): Promise<MadeDesk> {
  const folder = mkdtempSync(join(tmpdir(), "safe-conduct-e2e-"))
  // What `init` leaves is the same for every file of tests that gives no other name: it is run once, and its folder copied.
  await madeOnce(`desk of ${name}`, folder, async (at) => {
    const key = join(at, "desk.key")
    const made = await command(["init", "--data", join(at, "data"), "--root", key, "--desk", "Desk of the test", "--name", name])
    if (made.code !== 0) throw new Error(made.err)
    writeFileSync(join(at, "told.json"), made.out)
  })
  const [data, rootFile] = [join(folder, "data"), join(folder, "desk.key")]
  const { root, administrator } = JSON.parse(readFileSync(join(folder, "told.json"), "utf8")) as {
    root: string
    administrator: { passphrase: string }
  }
  const { child, port, lines } = await serve(["serve", "--data", data, "--port", "0", ...args], env)
  return {
    folder,
    data,
    rootFile,
    rootPrint: root,
    passphrase: administrator.passphrase,
    lines,
    port,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill("SIGTERM")
      await once(child, "exit")
    },
  }
}

export async function serve(
  args: readonly string[],
  env: Serving["env"] = {},
): Promise<{ child: ChildProcess; port: number; lines(): string }> {
  const child = spawn(process.execPath, [...main, ...args], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } })
  let text = ""
  const port = await new Promise<number>((resolve, reject) => {
    const read = (piece: unknown): void => {
      text += String(piece)
      const found = /https?:\/\/[^\s:]+:(\d+)/.exec(text)?.[1]
      if (found) resolve(Number(found))
    }
    child.stdout?.on("data", read)
    child.stderr?.on("data", read)
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${text}`)))
  })
  return { child, port, lines: () => text }
}
