// `export`: what a member may open, verified to the end, as one age file for somebody outside the desk.
import { resolve } from "node:path"
import { exportByWords } from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"
import type { Command } from "../command.ts"
import { readRecipient } from "../export/recipient.ts"
import { sealArchive } from "../export/sealed-archive.ts"
import { refuse, spoken } from "../refusal.ts"
import { readRootPrint } from "../sending/meet-desk.ts"
import { wordsFrom } from "../words-given.ts"

export const exporting: Command = {
  name: "export",
  about: "writes what a member may open into one age file",
  help: `
Signs in with a member's seven words from standard input, reads every chain and mailbox to its end, checks every signature and hash,
and writes FILE: an age file with a tar archive inside, JSON and attached files, sealed before it touches the disk. Opens with age 1.3:

  safe-conduct export --server https://desk.example.org --words-stdin --to lawyer.txt --out desk.age < words.txt
  age -d -i key.txt desk.age | tar x

--for-old-age seals to a classic key (age1… of 62 letters), for programs older than age 1.3. Such a file can be opened by whoever
stores it today and owns a quantum computer later; hand it over in person, or do not make it. Keys are never exported.
Prints what was written, and under "missing" what could not be read: a removed body, a stream that is not this member's.`,
  flags: {
    server: { value: "URL", about: "the desk's address", needed: true },
    root: { value: "FINGERPRINT", about: "the desk's root, as its people tell it; another desk is refused" },
    "words-stdin": { about: "reads the member's seven words from standard input", needed: true },
    to: { value: "RECIPIENT", about: "for whom: age1… or a file that holds it", needed: true },
    out: { value: "FILE", about: "the age file to make; an existing one is not touched", needed: true },
    only: { value: "ID", about: "one family's stream instead of everything" },
    "for-old-age": { about: "to a classic recipient, which a quantum computer would open" },
  },
  async run(given, host) {
    const server = URL.canParse(given.must("server")) ? new URL(given.must("server")) : null
    if (server === null || !/^https?:$/.test(server.protocol))
      return refuse("bad-server", "A desk's address is written as https://desk.example.org.")
    const root = given.text("root")
    const print = root === undefined ? undefined : readRootPrint(root)
    if (print === null) return refuse("bad-root", "A root's fingerprint is 32 hexadecimal letters, in groups or not.")
    const only = given.text("only") ?? null
    if (only !== null && !/^[a-z2-7]{26}$/.test(only)) return refuse("bad-flag", "--only takes the 26 letters of a stream.")
    const to = await readRecipient(given.must("to"), host)
    if (!to.ok) return to.refusal
    const { recipient, kind } = to.value
    if (kind === "classic" && !given.on("for-old-age"))
      return refuse(
        "classic-recipient",
        "This is a classic key. It needs --for-old-age, and whoever stores the file may open it one day.",
        "/to",
      )
    if (kind === "hybrid" && given.on("for-old-age"))
      return refuse("bad-flag", "--for-old-age goes with a classic key; this one is post-quantum and needs no flag.", "/to")
    const words = await wordsFrom(host)
    if (!words.ok) return words.refusal
    if (kind === "classic") host.tell("Sealed to a classic key: whoever keeps a copy of this file can open it with a quantum computer.")
    const file = resolve(host.cwd, given.must("out"))
    const env = { server: server.origin, now: host.now, programme, words: [] }
    const done = await sealArchive({ file, recipient, kind, now: host.now() }, async (put) => {
      const sum = await exportByWords(env, words.value, { only, root: print }, put)
      if (!sum.ok) return { ok: false, refusal: spoken(sum.refusal) }
      if (only !== null && sum.value.cases === 0)
        return { ok: false, refusal: refuse("no-such-stream", "This member has no such stream.", "/only") }
      return sum
    })
    if (!done.ok) return done.refusal
    await host.out(`${JSON.stringify({ file, to: kind, ...done.value })}\n`)
    return null
  },
}
