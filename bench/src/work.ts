// The proof of work at a mailbox's genesis: in Node with and without a compiler, and in Chromium slowed to a sixth, which stands for a
// cheap phone, and without a compiler. All in processor time of the thread that seeks, so that other work on the machine does not count.
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import process from "node:process"
import { type Browser, chromium } from "playwright-core"
import { build } from "vite"
import { AVERAGE, seek } from "./measure-work.ts"

const SLOWER = 6
const TRIES = 1_000_000
/** Without a compiler a try takes thirty times as long; fewer say the same. */
const FEW = 100_000

const used = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function inPage(code: string, flags: readonly string[], slower: number, tries: number): Promise<number> {
  const executablePath = process.env["SAFE_CONDUCT_CHROMIUM"] ?? "/usr/bin/chromium"
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox", ...flags] })
  try {
    const page = await browser.newPage()
    await page.addInitScript({ content: `${code}\nglobalThis.bench = bench` })
    await page.goto("about:blank")
    const session = await page.context().newCDPSession(page)
    await session.send("Performance.enable", { timeDomain: "threadTicks" })
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower })
    const worked = async (): Promise<number> =>
      (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN
    const before = await worked()
    const tried = await page.evaluate(
      (tries) => (globalThis as never as { bench: { run(tries: number): Promise<number> } }).bench.run(tries),
      tries,
    )
    return ((await worked()) - before) * (AVERAGE / tried)
  } finally {
    await browser.close()
  }
}

async function inNode(tries: number): Promise<number> {
  const before = used()
  const tried = await seek(tries)
  return (used() - before) * (AVERAGE / tried)
}

/** Node strips types by WebAssembly, which goes with the compiler: the bundle of the page runs there, as it is. */
function withoutCompiler(code: string): number {
  const folder = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const path = join(folder, "work.cjs")
    const say = `const from = process.cpuUsage()\nbench.run(${FEW}).then((tried) => {
      const { user, system } = process.cpuUsage(from)
      console.log((user + system) / 1e6 * (${AVERAGE} / tried))
    })`
    writeFileSync(path, `${code}\n${say}`)
    const child = spawnSync(process.execPath, ["--jitless", path], { encoding: "utf8", timeout: 240_000 })
    if (child.status !== 0) throw new Error(child.stderr)
    return Number(child.stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function work(): Promise<Record<string, number>> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, lib: { entry: "bench/src/measure-work.page.ts", formats: ["iife"], name: "bench" } },
  })
  const [output] = [built].flat()
  const chunk = output !== undefined && "output" in output ? output.output[0] : undefined
  if (chunk === undefined || chunk.type !== "chunk") throw new Error("nothing was built")
  return {
    "Node, s": await inNode(TRIES),
    "Node without a compiler, s": withoutCompiler(chunk.code),
    "Chromium, s": await inPage(chunk.code, [], 1, TRIES),
    "Chromium slowed to a sixth, s": await inPage(chunk.code, [], SLOWER, TRIES),
    "Chromium without a compiler, s": await inPage(chunk.code, ["--js-flags=--jitless"], 1, FEW),
  }
}

if (import.meta.main) console.log(JSON.stringify(await work(), null, 2))
