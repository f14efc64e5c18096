// What is dear to make and the same for many files of tests is made once in a run, by whoever needs it first, and copied by the others.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as after } from "node:timers/promises"
import { inject } from "vitest"

/** Nobody waits longer for another file's making: then each makes its own. */
const PATIENCE = 120_000

/** Copies into `to` the folder `name`, which `make` fills where nobody in this run has yet. Whatever is made must stand being copied. */
export async function madeOnce(name: string, to: string, make: (folder: string) => Promise<unknown>): Promise<void> {
  const place = join(inject("runFolder"), name)
  const making = `${place}.making`
  const copied = (): void => cpSync(place, to, { recursive: true })
  if (existsSync(place)) return copied()
  try {
    mkdirSync(making)
  } catch {
    for (const until = Date.now() + PATIENCE; Date.now() < until && existsSync(making); ) await after(100)
    if (existsSync(place)) return copied()
    mkdirSync(to, { recursive: true })
    return void (await make(to))
  }
  try {
    await make(making)
    // All or nothing: it is there once it is whole.
    renameSync(making, place)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
  copied()
}
