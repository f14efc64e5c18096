// Runs the command as scripts do: a process of its own under the pinned Node, text in, text out.
import { spawn, type ChildProcess } from "node:child_process"
import { fileURLToPath } from "node:url"
import { type Host, runCommand } from "../command.ts"
import { commands } from "../commands/index.ts"

export const mainFile = fileURLToPath(new URL("../main.ts", import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ran>
  /** Resolves with the first line of standard error or output that fits. */
  readonly line: (fits: RegExp) => Promise<string>
}

export function start(
  argv: readonly string[],
  more: { readonly input?: string | Uint8Array; readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Running {
  const child = spawn(process.execPath, [mainFile, ...argv], { cwd: more.cwd, env: { PATH: process.env["PATH"] ?? "", ...more.env } })
  let out = ""
  let err = ""
  const waiting: { readonly fits: RegExp; readonly take: (line: string) => void }[] = []
  const look = (): void => {
    for (const one of waiting) {
      const found = `${out}\n${err}`.split("\n").find((line) => one.fits.test(line))
      if (found !== undefined) one.take(found)
    }
  }
  child.stdout.on("data", (piece) => ((out += String(piece)), look()))
  child.stderr.on("data", (piece) => ((err += String(piece)), look()))
  // A command that ends before it has read everything is no fault of the test.
  child.stdin.on("error", () => undefined)
  child.stdin.end(more.input ?? "")
  const ended = new Promise<Ran>((resolve) => child.on("close", (code) => resolve({ code, out, err })))
  const line = (fits: RegExp): Promise<string> =>
    new Promise((take, fail) => {
      waiting.push({ fits, take })
      void ended.then((ran) => fail(new Error(`ended before it said ${String(fits)}: ${ran.out}${ran.err}`)))
      look()
    })
  return { child, ended, line }
}

export const run = (argv: readonly string[], more?: Parameters<typeof start>[1]): Promise<Ran> => start(argv, more).ended

/** The one line a refusal is. */
export const refusalOf = (ran: Ran): { readonly error: string; readonly message: string; readonly at: string; readonly line?: number } => {
  const lines = ran.err.trimEnd().split("\n")
  if (lines.length !== 1) throw new Error(`not one line: ${ran.err}`)
  return JSON.parse(lines[0] as string)
}

/** The same without a process of its own, which takes seconds to begin where others use the machine. */
export async function runHere(argv: readonly string[], more: { readonly input?: string } = {}): Promise<Ran> {
  let out = ""
  let err = ""
  const host: Host = {
    now: Date.now,
    env: {},
    cwd: process.cwd(),
    input: () => Promise.resolve(new TextEncoder().encode(more.input ?? "")),
    out: (text) => Promise.resolve(void (out += text)),
    tell: (line) => void (err += `${line}\n`),
    ending: () => new AbortController().signal,
  }
  const code = await runCommand(argv, host, commands)
  return { code, out, err }
}
