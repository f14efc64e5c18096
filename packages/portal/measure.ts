// What each page weighs over the wire in brotli, by following what the built HTML and scripts ask for. Fails when over the budget.
import { readdir, readFile, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const dist = join(dirname(fileURLToPath(import.meta.url)), "dist")
const KIB = 1024
const budget = { first: 60 * KIB, form: 120 * KIB }
/** What the server adds to each answer: status line and strict headers, as measured with a browser. */
const HEADERS = 830
/** /desk.json of a desk with two admins and one certificate of each kind; it is not compressed. */
const PAPERS = 9600

const assets = await readdir(join(dist, "assets"))
const asset = (start: string) => {
  const found = assets.find((name) => name.startsWith(`${start}-`) && name.endsWith(".js"))
  if (!found) throw new Error(`${start} is not among the built files`)
  return `assets/${found}`
}
const weigh = async (file: string) => (await stat(join(dist, `${file}.br`))).size + HEADERS
const linked = (html: string) => [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] as string)

async function page(language: string, name: string): Promise<Map<string, number>> {
  const file = `${language}/${name}.html`
  const files = new Set([file, ...linked(await readFile(join(dist, file), "utf8"))])
  return new Map(await Promise.all([...files].map(async (one) => [one, await weigh(one)] as const)))
}
const sum = (weights: Iterable<number>) => [...weights].reduce((all, one) => all + one, 0)
const text = (bytes: number) => `${(bytes / KIB).toFixed(1)} KiB`

/** The list of code words the Worker of the form loads: the one that is reached from the Worker's own script. */
async function codeWords(language: string): Promise<string> {
  const worker = await readFile(join(dist, asset("ask.worker")), "utf8")
  const found = assets.find((name) => name.startsWith(`words.${language}-`) && name.endsWith(".js") && worker.includes(name))
  if (!found) throw new Error(`no list of code words for ${language}`)
  return `assets/${found}`
}

/** What checks a notice: fetched by the first page once there is one. */
async function following(file: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = await readFile(join(dist, file), "utf8")
  for (const [, next] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) await following(`assets/${next}`, seen)
  return seen
}
/** `/statements.json` with a notice of 600 letters of Russian and French, signed by two members whom two admins certified. */
const NOTICE = 9000
const check = sum(await Promise.all([...(await following(asset("check-said")))].map(weigh))) + NOTICE + HEADERS

let over = false
for (const language of ["ru", "en", "fr"]) {
  const first = await page(language, "index")
  const whole = sum(first.values()) + PAPERS + HEADERS
  const form = await page(language, "ask")
  const crypto = [asset("ask.worker"), await codeWords(language)]
  const more = sum([...form].filter(([file]) => !first.has(file)).map(([, bytes]) => bytes)) + sum(await Promise.all(crypto.map(weigh)))
  over ||= whole + check > budget.first || more > budget.form
  console.log(
    `${language}  first page ${text(whole)} of 60, ${text(whole + check)} with a notice   form and cryptography ${text(more)} more of 120`,
  )
}
// Beyond the budget, and only for who presses "Save as PDF".
const card = assets.filter((name) => /^(card-pdf|pdfkit|PT(Sans|Serif)|dist|defineProperty)/.test(name) && name.endsWith(".br"))
console.log(`the card as PDF, when asked for: ${text(sum(await Promise.all(card.map((name) => weigh(`assets/${name.slice(0, -3)}`)))))}`)
if (over) {
  console.error("over the budget")
  process.exit(1)
}
