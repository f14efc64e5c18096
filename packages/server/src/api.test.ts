// The house as a whole: it is ready, says what it offers, keeps its headers, shows its pages, and will not start where it must not.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { headAfter, verifyDeskInfo } from "@safe-conduct/sealing/verify"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createServer } from "./index.ts"
import { type InventedDesk, ask, inventedDesk, line, openMailbox, shared } from "./testing/invented-desk.ts"

let d: InventedDesk
let pages = ""
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), "safe-conduct-pages-"))
  for (const language of ["en", "fr", "ru"]) {
    await mkdir(join(pages, "portal", language), { recursive: true })
    for (const name of ["index", "ask", "mailbox", "folder", "paper", "safety"])
      await writeFile(join(pages, "portal", language, `${name}.html`), `<html lang="${language}">${name}`)
  }
  await mkdir(join(pages, "portal", "assets"))
  await mkdir(join(pages, "desk", "assets"), { recursive: true })
  await writeFile(join(pages, "portal", "assets", "a-1.js"), "plain")
  await writeFile(join(pages, "portal", "assets", "a-1.js.br"), "brotli")
  await writeFile(join(pages, "portal", "assets", "a-1.js.gz"), "gzip")
  await writeFile(join(pages, "desk", "index.html"), "the desk")
  await writeFile(join(pages, "desk", "assets", "k.wasm"), "wasm")
  await writeFile(join(pages, "secret.txt"), "outside")
  d = await inventedDesk({ pages: { portal: join(pages, "portal"), desk: join(pages, "desk") }, trialNotes: '{"hello":1}' })
})
afterAll(async () => {
  await d.close()
  await rm(pages, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => d.server.request(path, { headers })

describe("the house", () => {
  test("is ready, and gives papers that hold under its root", async () => {
    expect(await (await get("/health")).json()).toEqual({ status: "ok" })
    const info = (await d.call("GET", "/desk.json")).json
    const desk = await verifyDeskInfo(info)
    expect(desk.ok && [desk.value.id, desk.value.trial, desk.value.intake[0]?.number]).toEqual([d.desk, true, 1])
  })

  test("describes every route", async () => {
    const { paths, openapi } = (await d.call("GET", "/openapi.json")).json
    expect(openapi).toBe("3.1.0")
    expect(
      Object.entries(paths)
        .flatMap(([path, methods]) => Object.keys(methods as object).map((method) => `${method} ${path}`))
        .sort(),
    ).toEqual(
      [
        "delete /api/alarms/{id}",
        "delete /api/session",
        "delete /api/wraps/{locator}",
        "get /api/alarms",
        "get /api/cards",
        "get /api/cards/newest",
        "get /api/cards/not-handed-on",
        "get /api/challenge",
        "get /api/directory",
        "get /api/duty",
        "get /api/heads",
        "get /api/log",
        "get /api/log/consistency",
        "get /api/log/inclusion",
        "get /api/log/leaves",
        "get /api/objects/{id}",
        "get /api/objects/{id}/parts/{n}",
        "get /api/openings",
        "get /api/stored",
        "get /api/streams/{stream}/entries",
        "get /api/streams/{stream}/envelopes",
        "get /api/streams/{stream}/head",
        "get /api/streams/{stream}/openings",
        "get /api/streams/{stream}/purges",
        "get /api/wakes",
        "get /api/ways",
        "get /api/wraps",
        "get /api/wraps/{locator}",
        "get /desk.json",
        "get /paper-recipient.txt",
        "get /duty.json",
        "get /statements.json",
        "get /trial.json",
        "get /health",
        "post /api/wakes/hold",
        "post /api/wakes/{id}/take",
        "post /api/ways/test",
        "put /api/alarms/{id}",
        "put /api/duty",
        "put /api/statements",
        "put /api/ways",
        "post /api/mailboxes",
        "post /api/objects",
        "post /api/objects/{id}/complete",
        "post /api/purges",
        "post /api/session",
        "post /api/streams/{stream}/entries",
        "put /api/cards/{stream}",
        "put /api/objects/{id}/parts/{n}",
        "put /api/wraps/{locator}",
      ].sort(),
    )
    const append = paths["/api/streams/{stream}/entries"].post
    expect(JSON.stringify(append.requestBody)).toContain("entries")
  })

  test("keeps strict headers on pages, refusals and bytes alike", async () => {
    for (const path of ["/", "/desk", "/api/heads", "/api/nothing", "/nothing", "/health"]) {
      const { headers } = await get(path)
      const policy = headers.get("content-security-policy") ?? ""
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/)
      expect(policy.includes("wasm-unsafe-eval")).toBe(path === "/desk")
      expect(policy).toContain("form-action 'none'")
      expect(headers.get("referrer-policy")).toBe("no-referrer")
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin")
      expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp")
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin")
      expect(headers.get("permissions-policy")).toMatch(/camera=\(\).*microphone=\(\)/)
      expect(headers.get("strict-transport-security")).toBeNull()
    }
    for (const path of ["/api/heads", "/desk.json", "/health", "/api/challenge"])
      expect([path, (await get(path)).headers.get("cache-control")]).toEqual([path, "no-store"])
  })

  test("lets no text become a script on a page, and nothing at all run from what is data", async () => {
    for (const path of ["/", "/ask", "/desk", "/desk/tray", "/assets/a-1.js"])
      expect((await get(path)).headers.get("content-security-policy")).toContain(
        "require-trusted-types-for 'script'; trusted-types own-worker",
      )
    for (const path of ["/api/heads", "/desk.json", "/trial.json", "/release.json", "/openapi.json"])
      expect((await get(path)).headers.get("content-security-policy")).toBe(
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
  })

  test("tells browsers to stay with TLS where people reach it by TLS", async () => {
    const known = await inventedDesk({ trial: false, origins: ["https://desk.example.org"] })
    expect((await known.server.request("/ask")).headers.get("strict-transport-security")).toBe("max-age=63072000")
    await known.close()
  })

  test("gives the page for files from outside an origin of its own, no network, and no parent but the desk", async () => {
    const { headers } = await get("/desk/viewer.html")
    const policy = (headers.get("content-security-policy") ?? "").split("; ")
    for (const rule of ["sandbox allow-scripts", "connect-src 'none'", "frame-src 'none'", "frame-ancestors 'self'"])
      expect(policy).toContain(rule)
    expect(policy.join()).not.toMatch(/allow-same-origin|allow-popups|allow-top|unsafe|https?:/)
    expect(headers.get("x-frame-options")).toBeNull()
    for (const near of ["/desk/viewer.htm", "/desk/viewer.html/x", "/viewer.html"])
      expect((await get(near)).headers.get("content-security-policy")).not.toContain("sandbox")
  })

  test("keeps the same headers over a socket, each once", async () => {
    const { port } = await d.server.listen()
    const own = new Set(["date", "connection", "keep-alive", "content-length", "transfer-encoding"])
    const told = ({ status, headers }: Response) => [status, [...headers].filter(([name]) => !own.has(name)).sort()]
    for (const path of ["/", "/desk", "/desk/assets/k.wasm", "/assets/a-1.js", "/api/heads", "/api/nothing", "/nothing", "/health"]) {
      const accepted = { headers: { "accept-encoding": "identity" } }
      const [direct, wired] = [await d.server.request(path, accepted), await fetch(`http://127.0.0.1:${port}${path}`, accepted)]
      expect([path, ...told(wired)]).toEqual([path, ...told(direct)])
      await wired.arrayBuffer()
    }
  })

  test("frames nothing on a real desk, and only itself on a trial", async () => {
    const real = await inventedDesk({ trial: false })
    for (const path of ["/", "/desk"]) {
      const { headers } = await real.server.request(path)
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
      expect(headers.get("x-frame-options")).toBe("DENY")
    }
    expect((await get("/")).headers.get("content-security-policy")).toContain("frame-ancestors 'self'")
    expect((await real.call("GET", "/trial.json")).status).toBe(404)
    expect((await real.call("GET", `/api/stored?stream=${real.desk}`, undefined, await real.signIn(real.cleo))).status).toBe(404)
    await real.close()
  })

  test("shows on a trial what is stored of a stream, and nothing that was said in it", async () => {
    const ada = await d.signIn(d.ada)
    const s = await shared(d, [d.ada])
    await d.append(s.stream, s.input, ada)
    const e = await line(d, s, d.ada, s.head, { name: "Marfa Invented" })
    await d.append(s.stream, { entries: [e] }, ada)
    const stored = await d.call("GET", `/api/stored?stream=${s.stream}`, undefined, ada)
    expect(stored.json.entry).toHaveLength(2)
    expect(stored.json.entry[1].body).toBe(Buffer.from(e.body as string, "base64").toString("hex"))
    expect(Buffer.from(stored.bytes).toString()).not.toContain("Marfa")
    expect((await d.call("GET", `/api/stored?stream=${s.stream}`, undefined, await d.signIn(d.cleo))).status).toBe(403)
    expect((await d.call("GET", "/trial.json")).json).toEqual({ hello: 1 })
  })
})

describe("the pages", () => {
  const text = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text()

  test("speak the reader's language, and a chosen one before it", async () => {
    expect(await text("/", { "accept-language": "ru-RU,ru;q=0.9,en;q=0.5" })).toBe('<html lang="ru">index')
    expect(await text("/ask", { "accept-language": "de, fr;q=0.4" })).toBe('<html lang="fr">ask')
    expect(await text("/mailbox?lang=ru", { "accept-language": "fr" })).toBe('<html lang="ru">mailbox')
    expect(await text("/safety/")).toBe('<html lang="en">safety')
    expect(await text("/", { "accept-language": "kk-KZ, en;q=0.5" })).toBe('<html lang="ru">index')
  })

  test("come compressed where the browser takes it, and last for ever where the name is the content's", async () => {
    const br = await get("/assets/a-1.js", { "accept-encoding": "gzip, deflate, br" })
    expect([await br.text(), br.headers.get("content-encoding"), br.headers.get("content-type")]).toEqual([
      "brotli",
      "br",
      "text/javascript; charset=utf-8",
    ])
    expect(br.headers.get("cache-control")).toContain("immutable")
    expect(await text("/assets/a-1.js", { "accept-encoding": "gzip" })).toBe("gzip")
    expect(await text("/assets/a-1.js")).toBe("plain")
  })

  test("leave the desk's own addresses to the desk, and show nothing else", async () => {
    expect(await text("/desk")).toBe("the desk")
    expect(await text("/desk/somewhere/inside")).toBe("the desk")
    expect((await get("/desk/assets/k.wasm")).headers.get("content-type")).toBe("application/wasm")
    for (const path of ["/nothing", "/desk/assets/none.js", "/../secret.txt", "/assets/..%2f..%2fsecret.txt", "/en/%00", "/assets"])
      expect([path, (await get(path)).status]).toEqual([path, 404])
  })
})

describe("the server will not start", () => {
  const start = (data: string, trial: boolean) => createServer({ data, trial, now: () => 0 })

  test("without a desk, as a trial of a real one, or as a real one of a trial", async () => {
    const empty = await mkdtemp(join(tmpdir(), "safe-conduct-empty-"))
    await expect(start(empty, true)).rejects.toMatchObject({ name: "StartRefusal", code: "no-desk" })
    await expect(start(d.data, false)).rejects.toMatchObject({ code: "trial-desk" })
    const real = await inventedDesk({ trial: false })
    await expect(start(real.data, true)).rejects.toMatchObject({ code: "real-desk" })
    await real.close()
    await rm(empty, { recursive: true })
  })

  test("beside the root key, whatever its file is called", async () => {
    for (const [name, content] of [
      ["root.key", "x"],
      ["notes.txt", "safe-conduct root key 1\nabc"],
    ] as const) {
      const t = await inventedDesk()
      await t.server.close()
      await mkdir(join(t.data, "deep"), { recursive: true })
      await writeFile(join(t.data, "deep", name), content)
      await expect(start(t.data, true)).rejects.toMatchObject({ code: "root-key-in-data" })
      await rm(t.data, { recursive: true })
    }
  })
})

describe("a full disk", () => {
  test("gets 507, loses nothing that had its receipt, and tells the log no word of what was sent", async () => {
    const t = await inventedDesk({ databasePages: 110 })
    const m = await openMailbox(t)
    let head = m.head
    let stored = 0
    let refused = { status: 0, json: { error: "" } }
    for (let i = 0; i < 60 && refused.status === 0; i++) {
      const e = await ask(t, m, "x".repeat(9000), { head })
      const sent = await t.append(m.keys.ask, { entries: [e] })
      if (sent.status !== 201) refused = sent
      else {
        stored++
        head = headAfter(e)
      }
    }
    expect([refused.status, refused.json.error]).toEqual([507, "storage-full"])
    expect(stored).toBeGreaterThan(2)
    expect((await t.call("GET", "/health")).status).toBe(200)
    expect(t.lines).toEqual(t.lines.map(() => "storage full"))
    const roomy = await t.restart({ databasePages: 10_000 })
    const page = await roomy.call("GET", `/api/streams/${m.keys.ask}/entries`, undefined, await roomy.signIn(roomy.cleo))
    expect(page.json.entries).toHaveLength(stored + 1)
    expect((await roomy.append(m.keys.ask, { entries: [await ask(roomy, m, "again", { head })] })).status).toBe(201)
    await roomy.close()
  })
})
