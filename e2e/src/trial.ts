// A trial desk of the test's own: its stories played into a temporary folder, the built pages and its notes served as `npm start` does.
// The stories are played once in a run; every file of tests gets a copy of what they left.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import process from "node:process"
import { createServer } from "@safe-conduct/server"
import { builtPages } from "../../packages/cli/src/desk/pages.ts"
import { type TrialNotes, makeTrial } from "../../packages/cli/src/trial/index.ts"
import { madeOnce } from "./made-once.ts"

const HOUR = 3_600_000

export interface MadeTrial {
  readonly url: string
  readonly folder: string
  readonly data: string
  readonly notes: TrialNotes
  close(): Promise<void>
}

export async function openTrial(): Promise<MadeTrial> {
  const folder = mkdtempSync(join(tmpdir(), "safe-conduct-trial-"))
  const data = join(folder, "data")
  const now = Date.now()
  // No older than the hour: days begin with one, and "tomorrow" must be tomorrow still.
  await madeOnce(`trial-${Math.floor(now / HOUR)}`, folder, async (at) =>
    writeFileSync(join(at, "notes.json"), JSON.stringify(await makeTrial({ data: join(at, "data"), now }))),
  )
  const notes = JSON.parse(readFileSync(join(folder, "notes.json"), "utf8")) as TrialNotes
  const server = await createServer({
    data,
    now: Date.now,
    port: 0,
    trial: true,
    pages: copiedPages(folder),
    trialNotes: JSON.stringify(notes),
    log: () => undefined,
  })
  const { port } = await server.listen()
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    data,
    notes,
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The pages as they are built now: whoever builds them anew while the test runs changes nothing under it. */
function copiedPages(folder: string): { portal: string; desk: string } {
  const { portal, desk } = builtPages()
  if (portal === undefined || desk === undefined) throw new Error("the pages are not built: npm run build")
  const copy = (from: string, name: string): string => {
    const to = join(folder, "pages", name)
    cpSync(from, to, { recursive: true })
    return to
  }
  return { portal: copy(portal, "portal"), desk: copy(process.env["SAFE_CONDUCT_DESK_PAGES"] ?? desk, "desk") }
}
