// `check`: is this letter ours. Offline: from the seal that the letter carries, the root's fingerprint, and a published list.
import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { readDocxSeal, readSeal, withoutSeal } from "@safe-conduct/paper"
import { digest, verifyLetter } from "@safe-conduct/sealing/verify"
import type { Published } from "@safe-conduct/client/member"
import type { Command, Host } from "../command.ts"
import { type Refusal, refuse, spoken } from "../refusal.ts"
import { readRootPrint } from "../sending/meet-desk.ts"

export const check: Command = {
  name: "check",
  about: "tells whether a letter is ours, with no line at all",
  takes: ["FILE"],
  help: `
Prints {"answer":"issued|replaced|withdrawn|not-ours"}. A letter proves by itself that it was issued and that no word of it was
changed; only the desk's published list (--list) knows what was replaced or withdrawn since, up to the hour it was signed ("asOf").
FILE is the PDF as it was issued. An editable document proves nothing about its words and is never ours.

  safe-conduct check letter.pdf --root 0123-4567-89ab-cdef-0123-4567-89ab-cdef --list letters.json`,
  flags: {
    root: { value: "FINGERPRINT", about: "the desk's root, as its people tell it", needed: true },
    list: { value: "FILE", about: "the desk's published list of letters" },
  },
  async run(given, host) {
    const root = readRootPrint(given.must("root"))
    if (root === null) return refuse("bad-root", "A root's fingerprint is 32 hexadecimal letters, in groups or not.")
    const file = await bytesOf(given.must("FILE"), host)
    if (!file.ok) return file.refusal
    const list = await listOf(given.text("list"), root, host)
    if (!list.ok) return list.refusal
    await host.out(`${JSON.stringify(await answerOf(file.value, root, list.value))}\n`)
    return null
  },
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

async function bytesOf(path: string, host: Host): Promise<Read<Uint8Array<ArrayBuffer>>> {
  try {
    return { ok: true, value: new Uint8Array(await readFile(resolve(host.cwd, path))) }
  } catch (error) {
    return { ok: false, refusal: refuse("no-such-file", `${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`) }
  }
}

async function listOf(path: string | undefined, root: string, host: Host): Promise<Read<Published | null>> {
  if (path === undefined) return { ok: true, value: null }
  const bytes = await bytesOf(path, host)
  if (!bytes.ok) return bytes
  const { readPublished } = await import("@safe-conduct/client/member")
  const list = await readPublished(new TextDecoder().decode(bytes.value), root)
  return list.ok ? list : { ok: false, refusal: { ...spoken(list.refusal), error: "bad-list" } }
}

async function answerOf(file: Uint8Array<ArrayBuffer>, root: string, list: Published | null): Promise<object> {
  const notOurs = (why: string) => ({ answer: "not-ours", why })
  const seal = readSeal(file)
  const blank = withoutSeal(file)
  if (seal === null || blank === null)
    return notOurs(
      (await readDocxSeal(file)) === null
        ? "There is no seal of ours in this file."
        : "An editable document proves nothing about its words. Check the PDF.",
    )
  const hash = await digest(blank as Uint8Array<ArrayBuffer>)
  const verified = await verifyLetter(seal, root, hash)
  if (!verified.ok) return notOurs(verified.refusal.message)
  const { kind, number, desk } = verified.seal
  if (list === null) return { answer: "issued", kind, number, desk }
  const row = list.letters.find((letter) => letter.number === number)
  return {
    answer: row?.status ?? "issued",
    kind,
    number,
    desk,
    ...(row?.replacedBy === undefined ? {} : { replacedBy: row.replacedBy }),
    // A true seal whose paper the list does not know: younger than the list, or never published.
    listed: row?.sha256.includes(hash) === true,
    asOf: list.at,
  }
}
