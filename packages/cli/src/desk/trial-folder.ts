// The trial's folder: made once a day, used again the same day. Its stories count their dates from the day they were made, so an
// older one is laid aside and a fresh one made. A real desk's folder is never touched.
import { existsSync } from "node:fs"
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type Refusal, refuse } from "../refusal.ts"

/** Who may be played with which words; served as /trial.json, and here because they are the trial's own. */
export const TRIAL_NOTES = "trial.json"
const DATABASE = "desk.sqlite"
const OBJECTS = "objects"
const MAKING = ".making"

export interface TrialFolderGiven {
  /** Absolute. */
  readonly data: string
  /** The calendar day (YYYY-MM-DD) on which the visitor looks. */
  readonly today: string
  /** Founds a trial desk in an absent folder and plays its stories; answers its notes. */
  readonly make: (folder: string) => Promise<object>
  readonly tell: (line: string) => void
}

export interface TrialFolder {
  readonly made: "now" | "before"
  /** JSON; null where somebody made a trial of their own with `init --trial`. */
  readonly notes: string | null
}

export async function readyTrial(
  given: TrialFolderGiven,
): Promise<{ readonly ok: true; readonly value: TrialFolder } | { readonly ok: false; readonly refusal: Refusal }> {
  const { data, today, tell } = given
  const has = (name: string): boolean => existsSync(join(data, name))
  await mkdir(data, { recursive: true, mode: 0o700 })
  await rm(join(data, MAKING), { recursive: true, force: true })
  if (has(DATABASE)) {
    if (!has(TRIAL_NOTES)) return { ok: true, value: { made: "before", notes: null } }
    const notes = await readFile(join(data, TRIAL_NOTES), "utf8")
    const day = dayOf(notes)
    if (day === today) return { ok: true, value: { made: "before", notes } }
    const aside = await layAside(data, day ?? "unknown")
    tell(
      `The trial was made on ${day ?? "another day"}: its dates would drift into the past. It now lies in ${aside}; a fresh one is made.`,
    )
  } else if (has(TRIAL_NOTES)) {
    // A start that was cut while it moved its new trial into place.
    for (const name of [OBJECTS, TRIAL_NOTES]) await rm(join(data, name), { recursive: true, force: true })
  } else if (has(OBJECTS)) {
    return {
      ok: false,
      refusal: refuse("not-a-trial", `${data} holds a desk's files whose database is elsewhere. Name another folder in SAFE_CONDUCT_DATA.`),
    }
  }
  const making = join(data, MAKING)
  const notes = JSON.stringify({ ...(await given.make(making)), made: today })
  await writeFile(join(making, TRIAL_NOTES), notes, { mode: 0o600 })
  // The database comes last: where it stands, all stands.
  for (const name of [TRIAL_NOTES, OBJECTS, DATABASE])
    if (existsSync(join(making, name))) await rename(join(making, name), join(data, name))
  await rm(making, { recursive: true, force: true })
  return { ok: true, value: { made: "now", notes } }
}

function dayOf(notes: string): string | null {
  try {
    const { made } = JSON.parse(notes) as { made?: unknown }
    return typeof made === "string" && /^\d{4}-\d\d-\d\d$/.test(made) ? made : null
  } catch {
    return null
  }
}

async function layAside(data: string, day: string): Promise<string> {
  let aside = join(data, "earlier", day)
  for (let n = 2; existsSync(aside); n++) aside = join(data, "earlier", `${day}-${n}`)
  await mkdir(aside, { recursive: true, mode: 0o700 })
  for (const name of [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, OBJECTS, TRIAL_NOTES])
    if (existsSync(join(data, name))) await rename(join(data, name), join(aside, name))
  return aside
}
