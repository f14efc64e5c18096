// Crooked signatures get the same answer in Chromium and in Firefox as in Node (packages/sealing/src/primitives/edges.test.ts):
// otherwise one member's browser would believe what another's refuses, and an honest desk would fork.
import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { build } from "vite"
import { beforeAll, expect, test } from "vitest"
import { openBrowser } from "./src/browser.ts"
import { firefox, startFirefox } from "./src/firefox.ts"

interface Answers {
  readonly answers: readonly boolean[]
  readonly native: boolean
  readonly agent: string
}

let script: string
let edges: string
let expected: readonly boolean[]

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false, target: "esnext", rollupOptions: { input: join(import.meta.dirname, "src/edge-page.ts") } },
  })
  const [made] = Array.isArray(built) ? built : [built]
  if (made === undefined || !("output" in made)) throw new Error("nothing was built")
  script = made.output[0].code
  edges = await readFile(join(import.meta.dirname, "..", "test-vectors", "ed25519", "edges.json"), "utf8")
  expected = (JSON.parse(edges) as { edges: { valid: boolean }[] }).edges.map(({ valid }) => valid)
}, 120_000)

/** Serves the page on this machine until a browser has answered. */
async function asked(visit: (url: string) => Promise<() => Promise<void>>): Promise<Answers> {
  let answered: (answers: Answers) => void
  const waiting = new Promise<Answers>((done) => (answered = done))
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      let text = ""
      request.on("data", (piece) => (text += String(piece)))
      request.on("end", () => {
        response.end()
        answered(JSON.parse(text) as Answers)
      })
      return
    }
    const [type, body] =
      request.url === "/edges.json"
        ? ["application/json", edges]
        : request.url === "/page.js"
          ? ["text/javascript", script]
          : ["text/html", '<!doctype html><meta charset="utf-8"><title>edges</title><script type="module" src="/page.js"></script>']
    response.writeHead(200, { "content-type": type }).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const leave = await visit(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  try {
    return await waiting
  } finally {
    await leave()
    server.closeAllConnections()
    server.close()
  }
}

test("Chromium answers as Node does", { timeout: 120_000 }, async () => {
  const said = await asked(async (url) => {
    const browser = await openBrowser()
    await (await browser.newPage()).goto(url)
    return () => browser.close()
  })
  expect(said.agent).toContain("Chrom")
  expect(said.native).toBe(true)
  expect(said.answers).toEqual(expected)
})

test.skipIf(firefox === undefined)("Firefox ESR answers as Node does", { timeout: 120_000 }, async () => {
  const said = await asked(async (url) => (await startFirefox([url])).end)
  expect(said.agent).toContain("Firefox")
  expect(said.native).toBe(true)
  expect(said.answers).toEqual(expected)
})
