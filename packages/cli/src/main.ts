// The command `safe-conduct`: the one place that reads clock, environment and arguments, and hands them on.
import process from "node:process"
import { type Host, runCommand } from "./command.ts"
import { commands } from "./commands/index.ts"
import { refusalLine, refuse } from "./refusal.ts"

// Standard error is read by machines; a note that a module of Node is young does not belong there.
process.removeAllListeners("warning")
process.on("warning", (warning) => {
  if (warning.name !== "ExperimentalWarning") process.stderr.write(`${warning.name}: ${warning.message}\n`)
})

const ending = new AbortController()
/** A command that has something to finish asks for this; for all others a signal ends the process at once. */
function whenEnding(): AbortSignal {
  if (process.listenerCount("SIGTERM") > 0) return ending.signal
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    process.on(signal, () => {
      // Who asks twice is not made to wait.
      if (ending.signal.aborted) process.exit(code)
      ending.abort()
    })
  }
  return ending.signal
}
// Whoever reads us may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1))

const host: Host = {
  now: Date.now,
  env: process.env,
  cwd: process.cwd(),
  async input() {
    const pieces: Buffer[] = []
    for await (const piece of process.stdin) pieces.push(piece as Buffer)
    return Buffer.concat(pieces)
  },
  out: (text) => new Promise((taken) => process.stdout.write(text, () => taken())),
  tell: (line) => void process.stderr.write(`${line}\n`),
  ending: whenEnding,
}

try {
  process.exitCode = await runCommand(process.argv.slice(2), host, commands)
} catch (error) {
  host.tell(refusalLine(refuse("failed", error instanceof Error ? error.message : String(error))))
  if (process.env["SAFE_CONDUCT_DEBUG"] !== undefined) console.error(error)
  process.exitCode = 1
}
