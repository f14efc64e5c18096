// `admins set`: the desk's root names its administrators anew. docs/guides/administrators.md tells when, and how people do it.
import { resolve } from "node:path"
import {
  type AdminSetGiven,
  type AdminSetMade,
  type NewAdmin,
  adminSetEntry,
  claimWordsOf,
  readClaim,
  setAdminsByWords,
} from "@safe-conduct/client/member"
import { loadWords } from "@safe-conduct/sealing/code"
import { signingFromSeed } from "@safe-conduct/sealing/seal"
import { programme } from "@safe-conduct/russia-canada"
import type { Id } from "@safe-conduct/wire"
import type { Command, Host } from "../command.ts"
import { readRootFile } from "../desk/root-key.ts"
import { storesOf } from "../desk/stores.ts"
import type { Flags } from "../flags.ts"
import { readText } from "../recovery/files.ts"
import { type Refusal, refuse, spoken } from "../refusal.ts"
import { wordsFrom } from "../words-given.ts"

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }
const no = (error: string, message: string, at?: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: refuse(error, message, at),
})

const memberId = /^[a-z2-7]{26}$/

export const adminsSet: Command = {
  name: "admins set",
  about: "names the desk's administrators anew, by its root",
  help: `
For a desk that has lost an administrator, or wants another. Portals believe the administrators whom the root named last, so where one
of two was removed the keys for requests and replies cannot change until this was done. Names those who are administrators now, with
--add and without --drop. Whoever is dropped stays a member until she is removed on the members' page.
--add takes a member's id, or the file with a claim that a new person made on her own device; then call her on a number that you knew
before, and give the six words that she reads to you with --heard, in the same order. They must be the claim's own.
At a desk that is served: --server, and an administrator's seven words from standard input; the new ones get their keys at once.
Where no administrator is left: --data, with the desk stopped; they get their keys when the next member signs in.
FILE is what init wrote. With the reserve file give --reserve: it speaks once the root is lost or stolen, and from then on the root no more.
The keys for requests and replies hold on by the root's word until they end. Change both, twice, as soon as the new ones can sign in.

  safe-conduct admins set --root /media/usb/desk.key --server https://desk.example.org --words-stdin \\
    --add claim.json --heard "apple river stone lamp cloud door" --name "C. Third" --drop dyzv3yaqyq3tqsm6sc2cyvnhui < words.txt`,
  flags: {
    root: { value: "FILE", about: "the root's key, or the reserve's", needed: true },
    reserve: { about: "the file is the reserve root's; the root's own word ends with this" },
    server: { value: "URL", about: "the desk's address, where it is served" },
    data: { value: "DIR", about: "the data folder of a desk that is stopped" },
    add: { value: "CLAIM", about: "a new administrator: the file with her claim, or a member's id; once for each", many: true },
    heard: { value: "WORDS", about: "the six words that she read aloud; one for each claim, in the same order", many: true },
    name: { value: "NAME", about: "how members see her; one for each claim, in the same order", many: true },
    drop: { value: "MEMBER", about: "an administrator's id who is one no longer; once for each", many: true },
    threshold: { value: "N", about: "how many sign what a desk certifies; two at least, where there are two" },
    "words-stdin": { about: "reads an administrator's seven words from standard input" },
  },
  async run(given, host) {
    const read = await whatIsAsked(given, host)
    if (!read.ok) return read.refusal
    const { asked, desk } = read.value
    const made = given.text("server") === undefined ? await inFolder(given, host, desk, asked) : await overNetwork(given, host, asked)
    if (!made.ok) return made.refusal
    const { admins, threshold, stands, entry } = made.value
    await host.out(
      `${JSON.stringify({ desk: entry.desk, by: asked.reserve ? "reserve" : "root", seq: entry.seq, admins, threshold, renew: stands })}\n`,
    )
    if (Object.values(stands).some((numbers) => numbers.length > 0))
      host.tell("The keys for requests, replies and paper hold on by the root's word alone. Change them now, on the desk's members' page.")
    for (const member of asked.drop) host.tell(`${member} is still a member. To end that too, remove her on the members' page.`)
    if (asked.reserve) host.tell("From now on the reserve key is the root. Keep it as you kept the root; there is no other behind it.")
    return null
  },
}

async function whatIsAsked(given: Flags, host: Host): Promise<Outcome<{ readonly asked: AdminSetGiven; readonly desk: Id }>> {
  if ((given.text("server") === undefined) === (given.text("data") === undefined))
    return no("bad-flag", "Either --server or --data says where the desk is.")
  if (given.text("server") !== undefined && !given.on("words-stdin"))
    return no("missing-flag", "--words-stdin is needed: an administrator signs in to put this in its place.")
  const text = await readText(given.must("root"), host)
  if (!text.ok) return text
  const file = readRootFile(text.value)
  if (file === null) return no("bad-root-file", "This is not a root file as init writes it.", "/root")
  if (file.reserve !== given.on("reserve"))
    return no(
      "bad-flag",
      file.reserve ? "This is the reserve key. Say --reserve if the root shall end." : "This is the root's key and not the reserve's.",
    )
  const typed = given.text("threshold")
  if (typed !== undefined && !/^[1-9]\d?$/.test(typed)) return no("bad-flag", "--threshold takes a number.")
  const add = await newcomers(given, host, file.desk)
  if (!add.ok) return add
  const asked: AdminSetGiven = {
    signing: signingFromSeed(file.seed),
    reserve: file.reserve,
    add: add.value,
    drop: given.all("drop"),
    threshold: typed === undefined ? undefined : Number(typed),
  }
  return { ok: true, value: { asked, desk: file.desk as Id } }
}

async function newcomers(given: Flags, host: Host, desk: string): Promise<Outcome<readonly NewAdmin[]>> {
  const [heard, names] = [given.all("heard"), given.all("name")]
  const all: NewAdmin[] = []
  let claims = 0
  for (const typed of given.all("add")) {
    if (memberId.test(typed)) {
      all.push({ member: typed })
      continue
    }
    const text = await readText(typed, host)
    if (!text.ok) return text
    const claim = readClaim(text.value)
    if (!claim.ok) return { ok: false, refusal: spoken(claim.refusal) }
    if (claim.value.desk !== desk) return no("other-desk", `The claim in ${typed} was made for another desk.`, "/add")
    const said = heard[claims]
    if (said === undefined || !(await sameWords(text.value, said)))
      return no(
        "not-compared",
        `Call the person whose claim is in ${typed} on a number that you knew before; --heard takes the six words that she reads to you.`,
        "/heard",
      )
    all.push({ claim: claim.value, name: names[claims] })
    claims++
  }
  return heard.length > claims || names.length > claims
    ? no("bad-flag", "--heard and --name stand once for each claim.")
    : { ok: true, value: all }
}

/** In whichever language her device showed them. */
async function sameWords(claim: string, heard: string): Promise<boolean> {
  const plain = (text: string): string =>
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/ё/g, "е")
      .split(/[\s,.–-]+/)
      .filter(Boolean)
      .join(" ")
  for (const language of ["en", "fr", "ru"] as const) {
    const own = claimWordsOf(claim, await loadWords(language))
    if (own.ok && plain(own.value.join(" ")) === plain(heard)) return true
  }
  return false
}

async function overNetwork(given: Flags, host: Host, asked: AdminSetGiven): Promise<Outcome<AdminSetMade>> {
  const words = await wordsFrom(host)
  if (!words.ok) return words
  const made = await setAdminsByWords({ server: given.must("server"), now: host.now, programme, words: [] }, words.value, asked)
  return made.ok ? made : { ok: false, refusal: spoken(made.refusal) }
}

async function inFolder(given: Flags, host: Host, desk: Id, asked: AdminSetGiven): Promise<Outcome<AdminSetMade>> {
  const stores = storesOf(resolve(host.cwd, given.must("data")), host.env)
  if (!stores.ok) return stores
  const { openDatabase, writeAdminSet } = await import("@safe-conduct/server")
  const database = await openDatabase(stores.value)
  try {
    let made: AdminSetMade | null = null
    const done = await writeAdminSet(
      database,
      host.now(),
      async (directory) => {
        const set = await adminSetEntry(directory, asked)
        if (!set.ok) return { ok: false, refusal: { message: set.refusal.error, ...set.refusal } as never }
        made = set.value
        const wraps = asked.add.flatMap((one) => ("claim" in one ? [{ member: one.claim.certificate.member, ...one.claim.wrap }] : []))
        return { ok: true, value: { entry: set.value.entry, wraps } }
      },
      desk,
    )
    return done.ok && made !== null
      ? { ok: true, value: made }
      : { ok: false, refusal: spoken(done.ok ? { error: "not-head" } : done.refusal) }
  } finally {
    await database.close()
  }
}
