// A site as it answers, held against a manifest: every page and asset, in several languages and codings, with its headers; what is not
// listed must not be there.
import { hashOf } from "@safe-conduct/sealing/verify"
import { contentTypeOf, headersBy, type Surroundings } from "@safe-conduct/server"
import type { Site, SiteFile } from "@safe-conduct/wire"
import { strayLinks } from "./links.ts"
import { type Answer, type Visitor, fetchAs, visitors } from "./visitor.ts"

export interface Difference {
  readonly address: string
  /** As whom it was asked: language and coding. */
  readonly asked: string
  readonly what: string
}

/** What makes a browser fetch, keep, send or run something that no page of ours asked for. */
const unwanted = [
  "set-cookie",
  "link",
  "refresh",
  "location",
  "service-worker-allowed",
  "content-security-policy-report-only",
  "report-to",
  "reporting-endpoints",
  "nel",
  "sourcemap",
  "x-sourcemap",
  "speculation-rules",
  "use-as-dictionary",
  "access-control-allow-origin",
  "accept-ch",
]

/** Addresses at which browsers look by themselves, or where a second script would be put. */
const absent = ["/sw.js", "/service-worker.js", "/manifest.json", "/favicon.ico", "/index.html", "/desk/sw.js", "/desk/assets/", "/assets/"]

interface Question {
  readonly path: string
  readonly visitor: Visitor
  readonly judge: (answer: Answer) => string | null
}

/** The year that browsers ask of a site that means it. */
const YEAR = 31_536_000

function headersDiffer(headers: Answer["headers"], address: string, where: Surroundings): string | null {
  for (const [name, wanted] of headersBy({ ...where, tls: false })(address)) {
    const got = headers[name]
    if (got !== wanted) return got === undefined ? `the header ${name} is missing` : `the header ${name} is another`
  }
  const extra = unwanted.find((name) => headers[name] !== undefined)
  if (extra !== undefined) return `it sends ${extra}, which no page of ours does`
  const kept = Number(/max-age=(\d+)/.exec(headers["strict-transport-security"] ?? "")?.[1] ?? 0)
  return where.tls && kept < YEAR ? "the header strict-transport-security is missing or short" : null
}

function questionsOf(site: Site, where: Surroundings): Question[] {
  const same =
    (file: SiteFile, path: string) =>
    ({ status, headers, bytes }: Answer): string | null => {
      if (status !== 200) return `it answers ${status}`
      if (bytes.length !== file.size) return `it has ${bytes.length} bytes instead of ${file.size}`
      if (hashOf(bytes) !== file.sha256) return "its bytes are others"
      const type = contentTypeOf(file)
      if (headers["content-type"] !== type) return `its type is ${headers["content-type"] ?? "missing"}`
      const stray = strayLinks(site, file.address, type, bytes.toString("utf8"))
      if (stray.length > 0) return `it leads to ${stray[0]}, which is not of this release`
      return headersDiffer(headers, path.split("?")[0] as string, where)
    }
  const nothing = ({ status, headers }: Answer): string | null =>
    status === 404
      ? headers["set-cookie"] === undefined
        ? null
        : "it sends set-cookie, which no page of ours does"
      : `it answers ${status}, and nothing of this release is there`

  const questions: Question[] = []
  const ask = (file: SiteFile, path: string, asked: readonly Visitor[] = visitors): void => {
    for (const visitor of asked) questions.push({ path, visitor, judge: same(file, path) })
  }
  for (const file of site.files) {
    if (file.language === undefined) ask(file, file.address)
    else {
      ask(
        file,
        file.address,
        visitors.filter(({ languages: wanted }) => wanted.startsWith(file.language as string)),
      )
      ask(file, `${file.address}?lang=${file.language}`)
    }
    // Addresses inside the desk are the desk itself.
    if (file.address === "/desk") for (const inner of ["/desk/", "/desk/tray", "/desk/case/aaaaaaaaaaaaaaaaaaaaaaaaaa"]) ask(file, inner)
  }
  for (const path of absent) questions.push({ path, visitor: visitors[0] as Visitor, judge: nothing })
  return questions
}

/** How many questions are under way at once: as many as a browser opens connections. */
const AT_ONCE = 6

export interface Compared {
  readonly asked: number
  /** In the order of the manifest. */
  readonly differences: readonly Difference[]
}

export async function compareSite(site: Site, origin: string, where: Surroundings): Promise<Compared> {
  const questions = questionsOf(site, where)
  const found: (Difference | null)[] = questions.map(() => null)
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < questions.length) {
      const n = next++
      const { path, visitor, judge } = questions[n] as Question
      const fetched = await fetchAs(visitor, origin, path)
      const what = fetched.ok ? judge(fetched.value) : `it cannot be fetched: ${fetched.why}`
      if (what !== null) found[n] = { address: path, asked: `${visitor.languages.split(",")[0]}, ${visitor.codings}`, what }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { asked: questions.length, differences: found.filter((one) => one !== null) }
}
