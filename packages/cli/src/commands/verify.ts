// `verify`: does a desk hold. Offline over a data folder, or over the wire with one member's words.
import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { type Inspection, openInspection, openObjects } from "@safe-conduct/server"
import { Checkpoint, type Id, read } from "@safe-conduct/wire"
import type { Command, Host } from "../command.ts"
import { storesOf } from "../desk/stores.ts"
import type { Flags } from "../flags.ts"
import { type Refusal, refuse } from "../refusal.ts"
import { readOrigin, readRootPrint } from "../sending/meet-desk.ts"
import type { Held } from "../verify/fault.ts"
import { verifyServed } from "../verify/served.ts"
import { verifyStore } from "../verify/store.ts"

export const verify: Command = {
  name: "verify",
  about: "checks chains, signatures, rosters, directory and log, and names the first fault",
  help: `
Exit 0 and a summary where everything holds: {"holds":true,…}. Exit 1 where something does not: {"fault","stream","seq","message"}.
Exit 2 where the question could not be asked. Nothing is opened, and nothing is written.

--data DIR, offline, without any key: the genesis under its root, every certificate, every entry of every stream (its place, the one
before it, its hash, its signature under the directory its author knew, its body or by which two members that was destroyed), rosters,
epochs and envelopes, what entries rest on,
the log with every leaf and tile, the server's signature under it, what each member said she saw of it, cards, lists of files and the
files themselves. DATABASE_URL and S3_… name stores elsewhere, as for \`serve\`. A desk may be at work meanwhile.

It cannot tell that a whole store was set back to what it was, members' words on the log and all: give it a checkpoint that was kept
elsewhere (--checkpoint; every run prints one). It cannot tell what was never stored, or what a sealed body says.

--server URL --words-stdin, with a member's seven words: what she may read. Every stream of hers as above, rosters included, that all of
it is in the log, that the log's root is that of its leaves, and what other members saw. Files, envelopes and streams that she may not
read are not looked at; their number is told.

  safe-conduct verify --data ./data --root 0123-4567-89ab-cdef-0123-4567-89ab-cdef --checkpoint yesterday.json
  safe-conduct verify --server https://desk.example.org --words-stdin < words.txt`,
  flags: {
    data: { value: "DIR", about: "the desk's data folder" },
    server: { value: "URL", about: "the desk's address" },
    root: { value: "FINGERPRINT", about: "the desk's root, as its people tell it; without one, the root that is found is told" },
    desk: { value: "ID", about: "which desk, where a database holds several" },
    checkpoint: { value: "FILE", about: "a summary or a checkpoint of an earlier run: the log must begin with it" },
    "skip-files": { about: "leaves the files of cases unread" },
    "words-stdin": { about: "reads a member's seven words from standard input" },
  },
  async run(given, host) {
    const root = given.text("root")
    const rootPrint = root === undefined ? null : readRootPrint(root)
    if (root !== undefined && rootPrint === null)
      return refuse("bad-root", "A root's fingerprint is 32 hexadecimal letters, in groups or not.")
    if ((given.text("data") === undefined) === (given.text("server") === undefined))
      return refuse("missing-flag", "Give --data or --server, one of the two.")
    const checkpoint = await checkpointOf(given.text("checkpoint"), host)
    if (checkpoint !== null && "error" in checkpoint) return checkpoint
    return given.text("data") === undefined ? overTheWire(given, host, rootPrint, checkpoint) : offline(given, host, rootPrint, checkpoint)
  },
}

async function offline(given: Flags, host: Host, rootPrint: string | null, checkpoint: Checkpoint | null): Promise<Refusal | null> {
  const stores = storesOf(resolve(host.cwd, given.must("data")), host.env)
  if (!stores.ok) return stores.refusal
  const inspection = await openInspection(stores.value)
  if (inspection === null) return refuse("no-desk", "There is no desk here, or one that an older version made: serve it once.")
  try {
    const desk = await chosen(inspection, given.text("desk"))
    if (typeof desk !== "string") return desk
    const objects = given.on("skip-files") ? null : await openObjects({ ...stores.value, now: host.now })
    return await told(host, await verifyStore({ inspection, desk, rootPrint, objects, checkpoint }))
  } finally {
    await inspection.close()
  }
}

async function chosen(inspection: Inspection, wanted: string | undefined): Promise<Id | Refusal> {
  const desks = await inspection.desks()
  const of = wanted === undefined ? desks : desks.filter(({ desk }) => desk === wanted)
  const [only] = of
  if (only === undefined) return refuse("no-desk", "There is no desk here yet. Make one with init.")
  return of.length > 1 ? refuse("many-desks", "This database holds several desks; say which one with --desk.") : only.desk
}

async function overTheWire(given: Flags, host: Host, rootPrint: string | null, checkpoint: Checkpoint | null): Promise<Refusal | null> {
  const server = readOrigin(given.must("server"))
  if (server === null) return refuse("bad-server", "A desk's address is written as https://desk.example.org, with nothing behind it.")
  if (!given.on("words-stdin"))
    return refuse("missing-flag", "A served desk tells its members alone: give a member's words with --words-stdin.")
  const words = new TextDecoder().decode(await host.input()).trim()
  const held = await verifyServed({ server, words, rootPrint, checkpoint, now: host.now })
  return "error" in held ? held : told(host, held)
}

/** A checkpoint alone, or the summary that an earlier run printed. */
async function checkpointOf(path: string | undefined, host: Host): Promise<Checkpoint | Refusal | null> {
  if (path === undefined) return null
  const bad = (why: string) => refuse("bad-checkpoint", `${path} ${why}`)
  let given: unknown
  try {
    given = JSON.parse(await readFile(resolve(host.cwd, path), "utf8"))
  } catch {
    return bad("cannot be read.")
  }
  const parsed = read(Checkpoint, (given as { checkpoint?: unknown } | null)?.checkpoint ?? given)
  return parsed.ok ? parsed.value : bad("holds no checkpoint.")
}

async function told(host: Host, held: Held<object>): Promise<Refusal | null> {
  await host.out(`${JSON.stringify(held.ok ? { holds: true, ...held.value } : held.fault)}\n`)
  return held.ok ? null : refuse("fault-found", held.fault.message)
}
