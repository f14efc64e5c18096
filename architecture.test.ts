// The import rules are the security argument; this test holds them. See ARCHITECTURE.md, "Rules".
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { describe, expect, test } from "vitest"

interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[]
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|import\(\s*"([^"]+)"\s*\)|new URL\(\s*"(\.[^"]+)"/g

function read(path: string): Source {
  const text = readFileSync(path, "utf8")
  const imports = [...text.matchAll(importPattern)].map((m) => ({ from: (m[2] ?? m[3] ?? m[4]) as string, typeOnly: m[1] !== undefined }))
  return { path, text, imports }
}

const sources = globSync(["packages/*/src/**/*.{ts,tsx}", "programmes/*/src/**/*.ts"])
  .filter((path) => !/\.test\.tsx?$|\/testing\//.test(path))
  .map(read)
const of = (prefix: string): Source[] => sources.filter((s) => s.path.startsWith(prefix))

/** Our own packages that a source imports, as "name/door". */
const ours = (s: Source, types = true): string[] =>
  s.imports.filter((i) => i.from.startsWith("@safe-conduct/") && (types || !i.typeOnly)).map((i) => i.from.slice("@safe-conduct/".length))
/** Packages from outside. */
const outside = (s: Source): string[] =>
  s.imports.filter((i) => !i.from.startsWith(".") && !i.from.startsWith("@safe-conduct/")).map((i) => i.from)
const offenders = (list: readonly Source[], wrong: (s: Source) => boolean): string[] => list.filter(wrong).map((s) => s.path)

test("every package of the design stands, and no relative import leaves its package", () => {
  for (const name of ["wire", "domain", "sealing", "server", "client", "portal", "desk", "cli", "ui", "words", "paper"])
    expect(of(`packages/${name}/`).length).toBeGreaterThan(0)
  const leaves = offenders(sources, (s) => {
    const home = s.path.split("/").slice(0, 2).join("/")
    return s.imports.some(
      (i) =>
        i.from.startsWith(".") && !relative(home, join(dirname(s.path), i.from)).startsWith("src") && !/build|package\.json/.test(i.from),
    )
  })
  expect(leaves).toEqual([])
})

describe("wire and domain are pure", () => {
  test("they import only themselves and the schema library, and not each other", () => {
    for (const name of ["wire", "domain"])
      expect(offenders(of(`packages/${name}/`), (s) => ours(s).length > 0 || outside(s).some((i) => i !== "valibot"))).toEqual([])
  })
  test("they compile without DOM or Node types", () => {
    for (const name of ["wire", "domain"]) {
      const config = readFileSync(`packages/${name}/tsconfig.json`, "utf8")
      expect(config).not.toMatch(/DOM|node/)
    }
    expect(readFileSync("tsconfig.base.json", "utf8")).toMatch(/"types": \[\]/)
  })
  test("they read no clock and draw no randomness", () => {
    expect(
      offenders([...of("packages/wire/"), ...of("packages/domain/")], (s) => /Date\.now\(|new Date\(\)|Math\.random\(/.test(s.text)),
    ).toEqual([])
  })
})

describe("the server is blind", () => {
  test("it imports the wire and sealing's first door, nothing else of ours", () => {
    expect(offenders(of("packages/server/"), (s) => ours(s).some((i) => i !== "wire" && i !== "sealing/verify"))).toEqual([])
  })
  test("it does not know the word", () => {
    expect(offenders(of("packages/server/"), (s) => /\bcases?\b/i.test(s.text))).toEqual([])
  })
  test("only its stores import a database driver", () => {
    const drivers = /^(node:sqlite|pg|kysely|kysely\/.*|@electric-sql\/pglite)$/
    expect(
      offenders(
        sources,
        (s) => !s.path.startsWith("packages/server/src/store/") && s.imports.some((i) => drivers.test(i.from) && !i.typeOnly),
      ),
    ).toEqual([])
  })
})

describe("cryptography", () => {
  test("only sealing's primitives import a cryptographic library or use crypto.subtle", () => {
    const library = /^(@noble\/|age-encryption|hash-wasm|@scure\/|shamir-secret-sharing|node:crypto|crypto$)/
    const wrong = (s: Source): boolean =>
      !s.path.startsWith("packages/sealing/src/primitives/") &&
      (outside(s).some((i) => library.test(i)) || /crypto\.subtle|getRandomValues|randomUUID/.test(s.text))
    expect(offenders(sources, wrong)).toEqual([])
  })
  test("sealing has three doors and nobody goes around them", () => {
    const doors = new Set(["sealing/verify", "sealing/seal", "sealing/open", "sealing/code"])
    expect(offenders(sources, (s) => ours(s).some((i) => i.startsWith("sealing") && !doors.has(i)))).toEqual([])
  })
})

describe("pages", () => {
  test("the portal meets the asker's door only, and of the domain only what a person sends", () => {
    const wrong = (s: Source): boolean =>
      ours(s).some((i) => !/^(client\/asker|domain\/(request|person|time)|ui\/|words\/|paper)/.test(i)) ||
      s.imports.some((i) => /client\/member|domain\/case/.test(i.from))
    expect(offenders(of("packages/portal/"), wrong)).toEqual([])
  })
  test("the desk never imports the portal; no page imports the server or a seal", () => {
    expect(offenders(of("packages/desk/"), (s) => ours(s).some((i) => /^(portal|server)/.test(i)))).toEqual([])
    expect(
      offenders([...of("packages/desk/"), ...of("packages/ui/"), ...of("packages/words/"), ...of("packages/paper/")], (s) =>
        ours(s, false).some((i) => /^(sealing|server)/.test(i)),
      ),
    ).toEqual([])
  })
  test("the asker's door never reaches the member's side or the case", () => {
    const seen = new Set<string>()
    const walk = (path: string): void => {
      if (seen.has(path) || !existsSync(path)) return
      seen.add(path)
      for (const i of read(path).imports) if (i.from.startsWith(".") && !i.typeOnly) walk(join(dirname(path), i.from))
    }
    walk("packages/client/src/asker/index.ts")
    expect([...seen].filter((path) => path.includes("/member/"))).toEqual([])
    expect(offenders([...seen].map(read), (s) => ours(s, false).some((i) => i.startsWith("domain/case")))).toEqual([])
  })
  test("clients know the server by type alone", () => {
    expect(offenders(of("packages/client/"), (s) => ours(s, false).some((i) => i.startsWith("server")))).toEqual([])
  })
})

test("only entry points read the clock or the environment", () => {
  const entry = /(main|worker|start)\.tsx?$|\/cli\/src\/|\.worker\.ts$|\/main\.tsx?$/
  expect(offenders(sources, (s) => !entry.test(s.path) && /process\.env|Date\.now\(\)|new Date\(\)/.test(s.text))).toEqual([])
})
