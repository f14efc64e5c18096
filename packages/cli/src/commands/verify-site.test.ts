// A site that serves what was released passes; one that serves anything else to any of its visitors is found, and the first difference
// has a name. Small pages behind a server that lies as it is told; at the end the command itself, against a desk with the built ones.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { newSigningSeed, signSite, signingFromSeed } from "@safe-conduct/sealing/seal"
import { hashOf, releasePrintOf } from "@safe-conduct/sealing/verify"
import { headersBy, pageFiles, pageFinder } from "@safe-conduct/server"
import { Site, read } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { builtPages } from "../desk/pages.ts"
import { builtSite } from "../site/built-site.ts"
import { type Compared, compareSite } from "../site/compared.ts"
import { strayLinks } from "../site/links.ts"
import { makeDesk, serveDesk } from "../testing/served-desk.ts"
import { refusalOf, run } from "../testing/run.ts"

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 })

interface Passing {
  readonly path: string
  readonly asked: IncomingMessage["headers"]
  readonly headers: Record<string, string | undefined>
  status: number
  /** Not packed yet. */
  body: Buffer
}
type Lie = (passing: Passing) => void
let lie: Lie = () => undefined

const small: Readonly<Record<string, string>> = {
  "portal/assets/ask-12345678.js": 'import("./words-12345678.js")',
  "portal/assets/words-12345678.js": "export const words = 1",
  "portal/assets/portal-12345678.css": "main { color: #111 }",
  "desk/index.html": '<!doctype html><script type="module" src="/desk/assets/index-12345678.js"></script>',
  "desk/assets/index-12345678.js": "export {}",
  "desk/icon.svg": "<svg/>",
  ...Object.fromEntries(
    ["en", "fr", "ru"].flatMap((language) =>
      ["index", "ask", "mailbox", "safety"].map((page) => [
        `portal/${language}/${page}.html`,
        `<!doctype html><html lang="${language}"><link rel="stylesheet" href="/assets/portal-12345678.css"><a href="/ask?lang=${language}#now">${page}</a></html>`,
      ]),
    ),
  ),
}

let folder = ""
let liar: Server
let url = ""
let site: Site

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-site-"))
  for (const [name, text] of Object.entries(small)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const folders = { portal: join(folder, "portal"), desk: join(folder, "desk") }
  site = await builtSite(folders, "1.2.3")
  const [find, headers] = [pageFinder(await pageFiles(folders)), headersBy({ trial: false, tls: false })]
  liar = createServer((asked, answered) => void answer(asked, answered, find, headers))
  await new Promise<void>((done) => liar.listen(0, "127.0.0.1", done))
  url = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`
})
afterAll(async () => {
  liar?.close()
  liar?.closeAllConnections()
  if (folder) await rm(folder, { recursive: true })
})

async function answer(
  asked: IncomingMessage,
  answered: ServerResponse,
  find: ReturnType<typeof pageFinder>,
  headers: ReturnType<typeof headersBy>,
): Promise<void> {
  const { pathname, searchParams } = new URL(asked.url ?? "", "http://here")
  const found = find({ path: pathname, chosen: searchParams.get("lang") ?? undefined, languages: asked.headers["accept-language"] })
  const passing: Passing = {
    path: asked.url ?? "",
    asked: asked.headers,
    headers: { ...found?.headers, ...Object.fromEntries(headers(pathname)) },
    status: found === null ? 404 : 200,
    body: found === null ? Buffer.from("nothing") : await readFile(found.path),
  }
  lie(passing)
  const codings = asked.headers["accept-encoding"] ?? ""
  const [coding, body] = /\bbr\b/.test(codings)
    ? (["br", brotliCompressSync(passing.body)] as const)
    : /gzip/.test(codings)
      ? (["gzip", gzipSync(passing.body)] as const)
      : ([undefined, passing.body] as const)
  const sent = Object.entries({ ...passing.headers, ...(coding === undefined ? {} : { "content-encoding": coding }) })
  answered
    .writeHead(passing.status, Object.fromEntries(sent.filter(([, value]) => value !== undefined)) as Record<string, string>)
    .end(body)
}

async function compared(by: Lie = () => undefined, held: Site = site): Promise<Compared> {
  lie = by
  return compareSite(held, url, { trial: false, tls: false })
}
const flipped = (bytes: Buffer, at = bytes.length >> 1): Buffer => {
  const other = Buffer.from(bytes)
  other[at] = (other[at] as number) ^ 1
  return other
}

test("a site that serves what was built passes: every file in every coding, every page in every language", async () => {
  const { asked, differences } = await compared()
  expect(differences).toEqual([])
  expect(asked).toBeGreaterThan(3 * site.files.length)
})

describe("one flipped byte is found", () => {
  test("in any file, at any place", async () => {
    for (const { address, language } of site.files) {
      const size = site.files.find((one) => one.address === address && one.language === language)?.size ?? 0
      for (const at of [0, size >> 1, size - 1]) {
        const { differences } = await compared((passing) => {
          const here = new URL(passing.path, url)
          const mine = language === undefined || passing.headers["content-language"] === language
          if (here.pathname === address && mine) passing.body = flipped(passing.body, at)
        })
        expect(differences[0]).toMatchObject({ address: expect.stringContaining(address), what: "its bytes are others" })
        for (const one of differences) expect(new URL(one.address, url).pathname).toBe(address)
      }
    }
  })

  test.each<[string, (asked: IncomingMessage["headers"]) => boolean]>([
    ["to whoever reads Russian", (asked) => asked["accept-language"]?.startsWith("ru") === true],
    ["to whoever takes nothing packed", (asked) => asked["accept-encoding"] === "identity"],
    ["to whoever comes by a phone", (asked) => asked["user-agent"]?.includes("Mobile") === true],
  ])("shown only %s", async (_, chosen) => {
    const { differences } = await compared((passing) => {
      if (passing.path.startsWith("/ask") && chosen(passing.asked)) passing.body = flipped(passing.body)
    })
    expect(differences.length).toBeGreaterThan(0)
    for (const one of differences) expect(one.address).toMatch(/^\/ask/)
  })
})

describe("found too is", () => {
  test.each<[string, Lie, RegExp]>([
    [
      "a page that is longer",
      (p) => void (p.path.startsWith("/safety") && (p.body = Buffer.concat([p.body, Buffer.from(" ")]))),
      /bytes instead of/,
    ],
    [
      "a redirect",
      (p) => void (p.path === "/mailbox" && ((p.status = 302), (p.headers["location"] = "https://look-alike.example/"))),
      /answers 302/,
    ],
    [
      "a weaker policy",
      (p) => void (p.path === "/ask" && (p.headers["content-security-policy"] = "default-src *")),
      /content-security-policy is another/,
    ],
    [
      "no policy at all",
      (p) => void (p.path === "/desk" && (p.headers["content-security-policy"] = undefined)),
      /content-security-policy is missing/,
    ],
    [
      "a type under which a script would run",
      (p) => void (p.path.endsWith(".svg") && (p.headers["content-type"] = "text/html")),
      /its type is text\/html/,
    ],
    ["a cookie", (p) => void (p.path === "/" && (p.headers["set-cookie"] = "visitor=1")), /sends set-cookie/],
    [
      "a header that loads one more script",
      (p) => void (p.path === "/ask" && (p.headers["link"] = "</x.js>; rel=modulepreload")),
      /sends link/,
    ],
    [
      "a script where no release has one",
      (p) => void (p.path === "/sw.js" && ((p.status = 200), (p.body = Buffer.from("self")))),
      /answers 200, and nothing of this release/,
    ],
    ["a page that is gone", (p) => void (p.path.startsWith("/safety") && (p.status = 404)), /answers 404/],
    ["another page inside the desk", (p) => void (p.path === "/desk/tray" && (p.body = Buffer.from("x"))), /bytes instead of/],
  ])("%s", async (_, by, what) => {
    const { differences } = await compared(by)
    expect(differences.length).toBeGreaterThan(0)
    expect(differences[0]?.what).toMatch(what)
  })

  test("a listed page that leads elsewhere, or to a part that nobody listed", async () => {
    for (const html of [
      '<a href="https://look-alike.example/ask">',
      '<script src="/assets/other.js">',
      '<a href="//look-alike.example">',
      "<a href=javascript:x>",
    ]) {
      const body = Buffer.from(html)
      const files = site.files.map((one) => (one.address === "/safety" ? { ...one, sha256: hashOf(body), size: body.length } : one))
      const { differences } = await compared((passing) => void (passing.path.startsWith("/safety") && (passing.body = body)), {
        ...site,
        files,
      })
      expect([html, differences[0]?.what]).toEqual([html, expect.stringContaining("which is not of this release")])
    }
    expect(
      strayLinks(site, "/assets/a.css", "text/css", "a { background: url(https://look-alike.example/x.png) } @import '/b.css'"),
    ).toHaveLength(2)
    expect(strayLinks(site, "/assets/a.js", "text/javascript", 'x("assets/words-12345678.js", "assets/other-12345678.js")')).toEqual([
      "assets/other-12345678.js",
    ])
  })

  test("TLS that is not asked to stay", async () => {
    const { differences } = await compareSite(site, url, { trial: false, tls: true })
    expect(differences[0]?.what).toContain("strict-transport-security")
  })
})

describe("a signed manifest", () => {
  const key = signingFromSeed(newSigningSeed())
  const print = releasePrintOf(key.key)
  const written = async (one: Site): Promise<string> => {
    const path = join(folder, "release.json")
    await writeFile(path, JSON.stringify(one))
    return path
  }

  test("is refused unsigned, altered, or signed by somebody else", async () => {
    const signed = await signSite(site, key)
    for (const [one, told] of [
      [site, print],
      [{ ...signed, files: signed.files.slice(1) }, print],
      [signed, releasePrintOf(signingFromSeed(newSigningSeed()).key)],
      [signed, undefined],
    ] as const) {
      const ran = await run(["verify-site", url, "--manifest", await written(one), ...(told === undefined ? [] : ["--key", told])])
      expect([ran.code, refusalOf(ran).error, ran.out]).toEqual([2, "not-signed", ""])
    }
  })

  test("is taken under the fingerprint that was told; this package's own without one", async () => {
    const made = await makeDesk({ trial: false })
    const served = await serveDesk(made)
    try {
      const own = read(Site, JSON.parse(await readFile(join(builtPages().portal as string, "release.json"), "utf8")))
      if (!own.ok) throw new Error("the build's manifest cannot be read")
      const plain = await run(["verify-site", served.url])
      expect([plain.code, plain.err]).toEqual([0, ""])
      expect(JSON.parse(plain.out)).toMatchObject({ same: true, version: own.value.version, signedBy: null, root: made.printed.root })
      const address = own.value.files.find((one) => one.address.includes("ask.worker"))?.address
      const other = own.value.files.map((one) => (one.address === address ? { ...one, sha256: hashOf(Buffer.from("another")) } : one))
      const file = await written(await signSite({ ...own.value, files: other }, key))
      const ran = await run(["verify-site", served.url, "--manifest", file, "--key", print])
      expect([ran.code, JSON.parse(ran.out)]).toEqual([1, expect.objectContaining({ same: false, signedBy: print })])
      expect(refusalOf(ran)).toMatchObject({ error: "site-differs", at: address })
      const newer = await written(await signSite({ ...own.value, version: "9.9.9" }, key))
      const told = await run(["verify-site", served.url, "--manifest", newer, "--key", print])
      expect([told.code, refusalOf(told).error]).toEqual([1, "other-release"])
    } finally {
      await served.end()
      await made.drop()
    }
  })

  test("a site that is not there, or no address, is said", async () => {
    expect(refusalOf(await run(["verify-site", "http://127.0.0.1:9"]))).toMatchObject({ error: "offline" })
    expect((await run(["verify-site", "http://127.0.0.1:9/ask"])).code).toBe(2)
  })
})
