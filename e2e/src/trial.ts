// A trial desk of the test's own: its stories played into a temporary folder, the built pages and its notes served as `npm start` does.
import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import process from "node:process"
import { createServer } from "@safe-conduct/server"
import { builtPages } from "../../packages/cli/src/desk/pages.ts"
import { type TrialNotes, makeTrial } from "../../packages/cli/src/trial/index.ts"

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
  const notes = await makeTrial({ data, now: Date.now() })
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
