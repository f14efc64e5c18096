// `facilities import`: the public lists of places become one list of the desk, sealed, held by a line that a member signs.
import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { createVault } from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"
import type { Command, Host } from "../command.ts"
import { type GivenFile, type ReadLists, readLists } from "../facilities/read-list.ts"
import { type Refusal, refuse, spoken } from "../refusal.ts"
import { wordsFrom } from "../words-given.ts"

export const facilitiesImport: Command = {
  name: "facilities import",
  about: "brings the public lists of detention places to the desk",
  help: `
Reads a list of places (columns name, code or detloc, state; city, type, lat, lon, id where there are), whatever order, separator,
quotes and encoding it has. --names adds other names by the id of the place, --areas and --offices the ICE field office. Rows with one
code become one place. A row that cannot be read is named with its line and reason and given back as it stands; the others are brought.

  safe-conduct facilities import places.csv --names names.csv --areas areas.csv --offices offices.csv \\
    --server https://desk.example.org --words-stdin < words.txt

--try reads and prints without signing in. A later list adds and corrects; that a place is no longer a staging site takes two members
on the desk's page of law.`,
  takes: ["FILE"],
  flags: {
    names: { value: "FILE", about: "other names: canonical_id, facility_name" },
    areas: { value: "FILE", about: "which field office covers which state: office_name, state_name" },
    offices: { value: "FILE", about: "where the field offices are: office_name, lat, lon" },
    server: { value: "URL", about: "the desk's address" },
    "words-stdin": { about: "reads the member's seven words from standard input" },
    try: { about: "reads and reports, writes nothing" },
  },
  async run(given, host) {
    const trying = given.on("try")
    if (!trying && (given.text("server") === undefined || !given.on("words-stdin")))
      return refuse("missing-flag", "--server URL and --words-stdin are needed, or --try to read without writing.")
    const address = given.text("server")
    if (address !== undefined && !(URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)))
      return refuse("bad-server", "A desk's address is written as https://desk.example.org.")
    const files = await filesOf(host, {
      places: given.must("FILE"),
      names: given.text("names"),
      areas: given.text("areas"),
      offices: given.text("offices"),
    })
    if (!files.ok) return files.refusal
    const read = readLists(files.value)
    if (!read.ok) return read.refusal
    const { list, names, merged, flagged, refused } = read.value
    const report = {
      facilities: list.facilities.length,
      staging: list.facilities.filter((one) => one.staging).length,
      names,
      merged,
      flagged,
      refused,
    }
    if (trying) {
      await host.out(`${JSON.stringify({ ...report, held: null })}\n`)
      return null
    }
    const held = await hold(list, address as string, host)
    if (!held.ok) return held.refusal
    await host.out(`${JSON.stringify({ ...report, held: held.value })}\n`)
    return null
  },
}

type Names = Readonly<Record<"places" | "names" | "areas" | "offices", string | undefined>>
type Files = { readonly places: GivenFile } & Partial<Record<"names" | "areas" | "offices", GivenFile>>
type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

async function filesOf(host: Host, names: Names): Promise<Read<Files>> {
  const files: Record<string, GivenFile> = {}
  for (const [what, name] of Object.entries(names)) {
    if (name === undefined) continue
    try {
      files[what] = { name, bytes: await readFile(resolve(host.cwd, name)) }
    } catch {
      return { ok: false, refusal: refuse("no-such-file", `${name} cannot be read.`, what === "places" ? "/FILE" : `/${what}`) }
    }
  }
  return { ok: true, value: files as Files }
}

async function hold(list: ReadLists["list"], server: string, host: Host): Promise<Read<{ readonly seq: number; readonly hash: string }>> {
  const words = await wordsFrom(host)
  if (!words.ok) return words
  const vault = createVault({ server: new URL(server).origin, now: host.now, programme, words: [] })
  const signed = await vault.unlock(words.value)
  if (!signed.ok) return { ok: false, refusal: spoken(signed.refusal) }
  try {
    const done = await vault.holdFacilities(list)
    return done.ok ? { ok: true, value: { seq: done.value.seq, hash: done.value.hash } } : { ok: false, refusal: spoken(done.refusal) }
  } finally {
    await vault.signOut()
  }
}
