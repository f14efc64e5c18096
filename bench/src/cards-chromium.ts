// The measure bundled as the desk is and run by Chromium: the vault in a Worker with threads beside it and a keep in IndexedDB. Slowed
// down, it runs in the page's own thread, since that is the only one that Chromium slows, and without threads.
import { existsSync, readFileSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"
import { build } from "vite"
import type { Measured, Round } from "./measure-desk.ts"

export interface InChromium {
  readonly measured: Measured
  /** Milliseconds of processor that the page's process took for one sitting, all its threads together. */
  readonly cpu: number
  /** Resident MB of that process when the last list stood. */
  readonly memory: number
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    worker: { format: "es" },
    build: { write: false, lib: { entry: "bench/src/measure-desk.page.ts", formats: ["iife"], name: "bench" } },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  const chunk = bundle && "output" in bundle ? bundle.output[0] : null
  if (chunk?.type !== "chunk") throw new Error("the measure was not bundled")
  return `${chunk.code}\nglobalThis.bench = bench`
}

/** Of the processes that run pages: ids, and the seconds of processor that they took. */
async function pages(browser: Browser): Promise<readonly { readonly id: number; readonly cpuTime: number }[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send("SystemInfo.getProcessInfo")
  return processInfo.filter(({ type }) => type === "renderer")
}
const residentMb = (id: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) / 1024

/** Null where there is no Chromium. */
export async function inChromium(
  url: string,
  seeded: { readonly seeds: unknown; readonly stream: string },
  slower: number,
  times: number,
): Promise<InChromium | null> {
  const executablePath = process.env["SAFE_CONDUCT_CHROMIUM"] ?? "/usr/bin/chromium"
  if (!existsSync(executablePath)) return null
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const page = await browser.newPage()
    // A page of the server's origin, and none of the server's: its policy would let no script of the bench in.
    await page.route(`${url}/bench`, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bench</title>" }))
    await page.goto(`${url}/bench`)
    await page.addScriptTag({ content: await bundled() })
    if (slower > 1) await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slower })
    const rounds = Array.from({ length: times }, (): Round[] => ["first", "returning"]).flat()
    const before = (await pages(browser)).reduce((sum, one) => sum + one.cpuTime, 0)
    const measured = await page.evaluate(
      ([server, desk, where, each]) =>
        (globalThis as never as { bench: { run: (...given: unknown[]) => Promise<Measured> } }).bench.run(server, desk, where, each),
      [url, seeded, slower > 1 ? "page" : "worker", rounds] as const,
    )
    const after = await pages(browser)
    return {
      measured,
      cpu: ((after.reduce((sum, one) => sum + one.cpuTime, 0) - before) * 1000) / rounds.length,
      memory: Math.max(...after.map(({ id }) => residentMb(id))),
    }
  } finally {
    await browser.close()
  }
}
