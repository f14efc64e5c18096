// Makes processes slower by letting them run one part of the time and stand still the rest: all their threads alike, which Chromium's own
// throttling cannot do, since it slows the page's thread and leaves the vault's at full speed. As a program it is the hand that does it.
import { spawn } from "node:child_process"
import { once } from "node:events"
import process from "node:process"

/** Short against a frame, long against what waking somebody up takes. */
const TURN = 1

/** Ends the slowing; the processes run on. */
export type Freed = () => Promise<void>

export async function slowed(ids: readonly number[], times: number): Promise<Freed> {
  if (times <= 1 || ids.length === 0) return () => Promise.resolve()
  const hand = spawn(process.execPath, [import.meta.filename, String(times), ...ids.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const free = () => {
    hand.kill("SIGKILL")
    for (const id of ids) signal(id, "SIGCONT")
  }
  process.once("exit", free)
  // It says so when it begins: until then nothing is slowed.
  await once(hand.stdout, "data")
  return async () => {
    process.off("exit", free)
    hand.kill("SIGKILL")
    if (hand.exitCode === null && hand.signalCode === null) await once(hand, "exit")
    free()
  }
}

function signal(id: number, name: "SIGSTOP" | "SIGCONT"): boolean {
  try {
    return process.kill(id, name)
  } catch {
    return false
  }
}

if (import.meta.main) {
  const [times, ...ids] = process.argv.slice(2).map(Number) as [number, ...number[]]
  const lap = new Int32Array(new SharedArrayBuffer(4))
  const wait = (ms: number): unknown => Atomics.wait(lap, 0, 0, ms)
  console.log("begun")
  // By what the turn really took: a late hand lets them stand as much longer.
  for (let standing = true; standing; ) {
    const from = performance.now()
    for (const id of ids) signal(id, "SIGCONT")
    wait(TURN)
    standing = ids.map((id) => signal(id, "SIGSTOP")).some(Boolean)
    wait((performance.now() - from) * (times - 1))
  }
}
