// `init`: makes a desk. Its root key goes to a file outside the data folder, and each administrator's seven words are shown once.
import { mkdir, readdir, rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { foundGenesis } from "@safe-conduct/client/member"
import { loadWords } from "@safe-conduct/sealing/code"
import type { Command } from "../command.ts"
import { foundDesk } from "../desk/found-desk.ts"
import { liesInside, writeRootKeys } from "../desk/root-key.ts"
import { storesOf } from "../desk/stores.ts"
import { wordLanguage } from "../language.ts"
import { refuse, spoken } from "../refusal.ts"

/** As many as a genesis holds. */
const MOST = 20

export const init: Command = {
  name: "init",
  about: "makes a desk: root key, directory, administrators",
  help: `
DIR must be empty or absent. FILE gets the desk's root key and FILE.reserve the reserve key that can replace it (both 0600); neither
may lie inside DIR, nor exist. Both belong offline, apart from each other and from the data. Prints one JSON object: the desk's id,
the root's fingerprint that people compare, and each administrator's seven words, which are kept nowhere else.
Name two: then new members, and keys for requests and replies, need both. With one, one person alone decides who opens everything.
With DATABASE_URL the desk is laid down in that database; DIR still holds files, unless S3_* names a bucket.

  safe-conduct init --data ./data --root /media/usb/desk.key --desk "Help desk" --name "A. Administrator" --name "B. Other" --language ru`,
  flags: {
    data: { value: "DIR", about: "the data folder to make", needed: true },
    root: { value: "FILE", about: "where the root key goes, outside DIR", needed: true },
    desk: { value: "NAME", about: "what the desk is called, for its papers" },
    name: { value: "NAME", many: true, about: "an administrator's name, which only members see; once for each, one unless said" },
    language: { value: "ru|en|fr", about: "of the seven words; en unless said" },
    trial: { about: "a trial desk: bound to this machine and marked on every page, for ever" },
  },
  async run(given, host) {
    const language = wordLanguage(given.text("language") ?? "en")
    if (language === null) return refuse("bad-language", "--language is ru, en or fr.")
    const data = resolve(host.cwd, given.must("data"))
    const root = resolve(host.cwd, given.must("root"))
    const stores = storesOf(data, host.env)
    if (!stores.ok) return stores.refusal
    if (await liesInside(root, data))
      return refuse("root-inside-data", "The root key must not lie inside the data folder: whoever copies the data would have it.")
    const before = await entriesOf(data)
    if (before === "no-folder") return refuse("not-a-folder", `${data} is not a folder.`)
    if (before !== null && before > 0)
      return refuse("data-not-empty", `${data} holds something already. A desk is made in an empty folder.`)

    const named = given.all("name")
    const names = named.length === 0 ? ["Administrator"] : named
    if (new Set(names).size < names.length)
      return refuse("bad-flag", "Two administrators bear one name. Members must be able to tell them apart.")
    if (names.length > MOST) return refuse("bad-flag", `A desk begins with ${MOST} administrators at most.`)

    const words = await loadWords(language)
    const founding = await foundGenesis({ trial: given.on("trial"), admins: names.length, words })
    const name = given.text("desk") ?? ""
    const keys = await writeRootKeys(root, founding, name)
    if (!keys.ok) return keys.refusal
    const undo = async (): Promise<void> => {
      for (const file of keys.files) await rm(file, { force: true })
      if (before === null) await rm(data, { recursive: true, force: true })
      else for (const entry of await readdir(data)) await rm(join(data, entry), { recursive: true, force: true })
    }
    try {
      await mkdir(data, { recursive: true, mode: 0o700 })
      const founded = await foundDesk({ stores: stores.value, founding, names, language, now: host.now })
      if (!founded.ok) {
        await undo()
        return spoken(founded.refusal)
      }
      const administrators = founding.founders.map(({ seeds, passphrase }, n) => ({ member: seeds.member, name: names[n], passphrase }))
      await host.out(
        `${JSON.stringify({
          desk: founding.desk,
          ...(name === "" ? {} : { name }),
          trial: founding.trial,
          root: founding.rootPrint,
          rootFile: keys.files[0],
          reserveFile: keys.files[1],
          administrator: administrators[0],
          administrators,
        })}\n`,
      )
    } catch (error) {
      await undo()
      throw error
    }
    host.tell(
      names.length === 1
        ? "Write the seven words down now: they are shown this once, and open the desk for its administrator."
        : "Write down each administrator's seven words now, on a paper of her own: they are shown this once, and open the desk for her.",
    )
    if (names.length === 1)
      host.tell("One administrator alone certifies members and keys. A second one is named at the beginning or not at all.")
    host.tell(`Move ${keys.files[0]} and ${keys.files[1]} off this machine, each to a place of its own.`)
    host.tell(`Tell people the root's fingerprint: ${founding.rootPrint}`)
    host.tell(`Then: safe-conduct serve --data ${given.must("data")}${founding.trial ? " --trial" : ""}`)
    return null
  },
}

/** How many entries a folder holds; null when it is absent. */
async function entriesOf(folder: string): Promise<number | null | "no-folder"> {
  try {
    return (await readdir(folder)).length
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === "ENOENT") return null
    if (code === "ENOTDIR") return "no-folder"
    throw error
  }
}
