// The desk on one's own machine answers one browser there, calls one server, and is a door to nothing else.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { type IncomingHttpHeaders, type Server, createServer, request } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { randomToken } from "@safe-conduct/sealing/verify"
import fc from "fast-check"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { openDoor } from "./door.ts"
import { wayOf } from "./gate.ts"
import { type LocalDesk, openLocalDesk } from "./local-desk.ts"

let folder = ""
let local: LocalDesk
let far: Server
let origin = ""
const asked: { readonly target: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
const printed: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-local-"))
  await mkdir(join(folder, "assets"))
  await writeFile(join(folder, "index.html"), "the desk from the package")
  await writeFile(join(folder, "assets", "a-12345678.js"), "own code")
  far = createServer((from, to) => {
    let body = ""
    from.on("data", (piece) => (body += String(piece)))
    from.on("end", () => {
      asked.push({ target: from.url ?? "", headers: from.headers, body })
      if (from.url === "/api/away") return void to.writeHead(302, { location: "https://elsewhere.example/" }).end()
      to.writeHead(200, { "content-type": "application/json", "set-cookie": "a=1", "x-other": "1" }).end(`{"said":${JSON.stringify(body)}}`)
    })
  })
  await new Promise<void>((done) => far.listen(0, "127.0.0.1", done))
  origin = `http://127.0.0.1:${(far.address() as AddressInfo).port}`
  local = await openLocalDesk({
    pages: folder,
    server: origin,
    trial: false,
    port: 0,
    random: randomToken,
    next: (url) => printed.push(url),
  })
})
afterAll(async () => {
  await local?.close()
  far?.close()
  far?.closeAllConnections()
  if (folder) await rm(folder, { recursive: true })
})
beforeEach(() => void (asked.length = 0))

interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
/** As a page of the desk asks, unless said otherwise; `null` leaves a header out. */
function ask(method: string, target: string, headers: Readonly<Record<string, string | null>> = {}, body = ""): Promise<Got> {
  const given = { host: `localhost:${local.port}`, "sec-fetch-site": "same-origin", ...headers }
  return new Promise((done, fail) => {
    const call = request(
      {
        host: "127.0.0.1",
        port: local.port,
        method,
        path: target,
        setHost: false,
        headers: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as Record<string, string>,
      },
      (answer) => {
        let text = ""
        answer.on("data", (piece) => (text += String(piece)))
        answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
      },
    )
    call.on("error", fail)
    call.end(method === "POST" ? body : undefined)
  })
}
const typed = { "sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" }
const tokenIn = (url: string): string => url.slice(url.indexOf("#door=") + 6)
let pass = ""
const own = () => ({ "x-door": pass })

describe("the door", () => {
  test("opens once for the printed token; then the next is printed", async () => {
    const token = tokenIn(local.url)
    expect(token.length).toBeGreaterThanOrEqual(43)
    expect((await ask("POST", "/door", {}, `${token}x`)).status).toBe(403)
    const entered = await ask("POST", "/door", {}, token)
    expect([entered.status, JSON.parse(entered.body).server]).toEqual([200, origin])
    pass = JSON.parse(entered.body).pass as string
    expect((await ask("POST", "/door", {}, token)).status).toBe(403)
    expect(printed).toHaveLength(1)
    expect((await ask("POST", "/door", {}, tokenIn(printed[0] as string))).status).toBe(200)
    expect(printed).toHaveLength(2)
  })

  test("gives no cookie, and no call passes without the pass", async () => {
    const entered = await ask("POST", "/door", {}, tokenIn(printed.at(-1) as string))
    expect(entered.headers["set-cookie"]).toBeUndefined()
    for (const headers of [
      {},
      { "x-door": "" },
      { "x-door": `${pass}x` },
      { "x-door": tokenIn(local.url) },
      { cookie: `door=${pass}` },
    ] as Record<string, string>[])
      expect((await ask("GET", "/desk.json", headers)).status).toBe(403)
    expect(asked).toEqual([])
    expect((await ask("GET", "/desk.json", own())).status).toBe(200)
  })

  test("is not opened by any other text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const door = openDoor(randomToken)
        fc.pre(text !== door.token())
        expect(door.enter(text)).toBeNull()
        expect(door.holds(text)).toBe(false)
      }),
    )
  })
})

describe("pages come from the package", () => {
  test("with strict headers, for an address that was typed and for the page's own parts", async () => {
    for (const [target, headers, body] of [
      ["/desk", typed, "the desk from the package"],
      ["/desk/tray", typed, "the desk from the package"],
      ["/desk/assets/a-12345678.js", {}, "own code"],
    ] as const) {
      const got = await ask("GET", target, headers)
      expect([got.status, got.body]).toEqual([200, body])
      expect(got.headers["content-security-policy"]).toContain("require-trusted-types-for 'script'")
      expect(got.headers["cross-origin-opener-policy"]).toBe("same-origin")
    }
    expect(asked).toEqual([])
  })

  test("and nothing beside them: no way up, no portal, no other file", async () => {
    for (const target of [
      "/",
      "/ask",
      "/desk/../../etc/passwd",
      "/desk/assets/../../x",
      "/desk/%2e%2e/x.json",
      "/release.json",
      "/trial.json",
    ])
      expect([target, (await ask("GET", target)).status]).toEqual([target, 404])
  })
})

describe("calls go to the one server", () => {
  test("with what it needs, and nothing of the browser beside it", async () => {
    const got = await ask(
      "POST",
      "/api/session?x=1",
      {
        ...own(),
        authorization: "Bearer abc",
        "content-type": "application/json",
        cookie: "other=1",
        "user-agent": "Someone",
        origin: `http://localhost:${local.port}`,
        referer: "http://localhost/",
      },
      '{"a":1}',
    )
    expect([got.status, JSON.parse(got.body), got.headers["set-cookie"], got.headers["x-other"]]).toEqual([
      200,
      { said: '{"a":1}' },
      undefined,
      undefined,
    ])
    expect(got.headers["cache-control"]).toBe("no-store")
    expect(asked).toHaveLength(1)
    const { target, headers, body } = asked[0] as (typeof asked)[number]
    expect([target, body, headers.authorization]).toEqual(["/api/session?x=1", '{"a":1}', "Bearer abc"])
    for (const name of ["cookie", "user-agent", "origin", "referer", "x-door", "sec-fetch-site", "accept-language"])
      expect([name, headers[name]]).toEqual([name, undefined])
    expect(headers.host).toBe(new URL(origin).host)
  })

  test("and a redirect of its is not followed", async () => {
    const got = await ask("GET", "/api/away", own())
    expect([got.status, got.headers.location, JSON.parse(got.body).error]).toEqual([502, undefined, "offline"])
  })

  test("it is no way to another host, or to another place of that server", async () => {
    for (const target of [
      "http://elsewhere.example/api/heads",
      "//elsewhere.example/api/heads",
      "/\\elsewhere.example/api/heads",
      "/api@elsewhere.example/x",
      "/api/../health",
      "/api/%2e%2e/health",
      "/api/a/./b",
      "/health",
      "/openapi.json",
      "/api//heads",
      "/api/heads#x",
    ])
      expect([target, (await ask("GET", target, own())).status]).toEqual([target, 404])
    for (const method of ["PATCH", "OPTIONS", "TRACE", "HEAD"]) expect((await ask(method, "/api/heads", own())).status).toBe(405)
    expect(asked).toEqual([])
  })

  test("nor is any target that is not of the listed form passed on", () => {
    const headers = { host: "localhost:17443", "sec-fetch-site": "same-origin" }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.webPath(),
          fc.string().map((text) => `/api/${text}`),
        ),
        (target) => {
          const way = wayOf({ method: "GET", target, headers }, 17_443)
          if (way.to !== "server") return
          const url = new URL(way.target, "https://desk.example.org")
          expect(url.origin).toBe("https://desk.example.org")
          expect(url.pathname + url.search).toBe(way.target)
          expect(way.target).toMatch(/^\/(?:desk\.json|api\/)/)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test("no tunnel, no change of protocol", async () => {
    for (const lines of [
      `CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: localhost:${local.port}\r\n\r\n`,
      `GET /api/heads HTTP/1.1\r\nHost: localhost:${local.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    ]) {
      const said = await new Promise<string>((done) => {
        let text = ""
        const socket = connect(local.port, "127.0.0.1", () => socket.write(lines))
        socket.on("data", (piece) => (text += String(piece)))
        socket.on("close", () => done(text))
        socket.on("error", () => done(text))
      })
      expect(said).toBe("")
    }
    expect(asked).toEqual([])
  })
})

describe("others are not answered", () => {
  test("a name that was made to point here (DNS rebinding), or this machine's number", async () => {
    for (const host of [
      `evil.example:${local.port}`,
      `127.0.0.1:${local.port}`,
      `[::1]:${local.port}`,
      "localhost",
      "localhost:1",
      `localhost.evil.example:${local.port}`,
      null,
    ])
      for (const target of ["/desk", "/door", "/desk.json"]) {
        const got = await ask("GET", target, { ...own(), ...typed, host })
        expect([host, target, got.status < 400]).toEqual([host, target, false])
      }
    expect(asked).toEqual([])
  })

  test("another site's page, by whatever way it asks", async () => {
    for (const site of ["cross-site", "same-site", "none", null, "", "SAME-ORIGIN"])
      for (const [method, target] of [
        ["GET", "/desk.json"],
        ["POST", "/door"],
        ["GET", "/desk/assets/a-12345678.js"],
        ["POST", "/api/session"],
      ] as const) {
        const got = await ask(
          method,
          target,
          { ...own(), "sec-fetch-site": site, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" },
          "{}",
        )
        expect([site, target, got.status]).toEqual([site, target, 403])
      }
    expect((await ask("POST", "/api/session", { ...own(), origin: "https://evil.example" }, "{}")).status).toBe(403)
    expect((await ask("POST", "/api/session", { ...own(), origin: "null" }, "{}")).status).toBe(403)
    // A link on another site, or a frame of it, does not even show the page.
    expect((await ask("GET", "/desk", { ...typed, "sec-fetch-site": "cross-site" })).status).toBe(403)
    expect((await ask("GET", "/desk", { ...typed, "sec-fetch-dest": "iframe" })).status).toBe(403)
    // And an address that was typed never calls the server.
    expect((await ask("GET", "/desk.json", { ...own(), ...typed })).status).toBe(404)
    expect(asked).toEqual([])
  })

  test("another machine: it listens on this one's own addresses alone, and a taken port is refused", async () => {
    await expect(
      openLocalDesk({ pages: folder, server: origin, trial: false, port: local.port, random: randomToken }),
    ).rejects.toMatchObject({ code: "EADDRINUSE" })
    const { networkInterfaces } = await import("node:os")
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && !one.internal && one.family === "IPv4")
      .map((one) => one?.address as string)
    for (const host of outside)
      expect(
        await new Promise((done) => {
          const socket = connect(local.port, host, () => done("answered"))
          socket.on("error", () => done("refused"))
        }),
      ).toBe("refused")
  })
})
