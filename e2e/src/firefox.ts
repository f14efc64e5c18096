// Firefox as Debian packs it: started with a fresh profile and no line of its own to anywhere, and led by its own protocol (WebDriver BiDi).
import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import process from "node:process"

/** Undefined where there is none; its tests then say that they are left out. */
export const firefox = [process.env["SAFE_CONDUCT_FIREFOX"], "/usr/bin/firefox-esr", "/usr/bin/firefox"].find(
  (path) => path && existsSync(path),
)

interface Started {
  /** Everything it wrote so far. */
  said(): string
  end(): Promise<void>
}

export async function startFirefox(args: readonly string[]): Promise<Started> {
  const profile = await mkdtemp(join(tmpdir(), "safe-conduct-firefox-"))
  const quiet = ["app.update.enabled", "datareporting.policy.dataSubmissionEnabled", "browser.shell.checkDefaultBrowser"]
  await writeFile(join(profile, "user.js"), quiet.map((name) => `user_pref("${name}", false);\n`).join(""))
  const browser = spawn(firefox as string, ["--headless", "--no-remote", "--profile", profile, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: "1" },
  })
  let text = ""
  for (const stream of [browser.stdout, browser.stderr]) stream.on("data", (piece) => (text += String(piece)))
  const ended = once(browser, "exit")
  return {
    said: () => text,
    async end() {
      browser.kill("SIGTERM")
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

export interface FirefoxPage {
  goto(url: string): Promise<void>
  /** Runs in the page and answers what it answers, as JSON carries it. */
  run<T>(code: string): Promise<T>
  close(): Promise<void>
}

/** `first` runs in every page before the page's own first line. */
export async function firefoxPage(first: string): Promise<FirefoxPage> {
  const browser = await startFirefox(["--remote-debugging-port", "0"])
  const address = await until(() => /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(browser.said())?.[1])
  const line = new WebSocket(`${address}/session`)
  const waiting = new Map<number, (answer: Answer) => void>()
  line.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  await once(line, "open")
  let asked = 0
  const ask = async (method: string, params: object): Promise<Record<string, unknown>> => {
    const id = ++asked
    const answered = new Promise<Answer>((done) => waiting.set(id, done))
    line.send(JSON.stringify({ id, method, params }))
    const answer = await answered
    if (answer.type === "error") throw new Error(`${method}: ${answer.message}`)
    return answer.result ?? {}
  }
  await ask("session.new", { capabilities: {} })
  const { contexts } = await ask("browsingContext.getTree", {})
  const [{ context }] = contexts as [{ context: string }]
  await ask("script.addPreloadScript", { functionDeclaration: `() => { ${first} }` })
  return {
    goto: async (url) => void (await ask("browsingContext.navigate", { context, url, wait: "complete" })),
    async run<T>(code: string): Promise<T> {
      const expression = `(async () => JSON.stringify((await (async () => { ${code} })()) ?? null))()`
      const done = await ask("script.evaluate", { expression, target: { context }, awaitPromise: true })
      if (done["type"] !== "success") throw new Error(JSON.stringify(done["exceptionDetails"]))
      return JSON.parse((done["result"] as { value: string }).value) as T
    },
    async close() {
      line.close()
      await browser.end()
    },
  }
}

interface Answer {
  readonly id?: number
  readonly type: string
  readonly message?: string
  readonly result?: Record<string, unknown>
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let waited = 0; waited < 600; waited++) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error("Firefox did not say where it listens")
}
