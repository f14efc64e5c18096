// `release …`: the key that says "this is ours" (docs/guides/release.md). Its secret is made and kept outside the repository, on a machine
// of its own; what it signs is small enough to be carried there by hand.
import { resolve } from "node:path"
import { randomBytes, signEdition, signSite, signingFromSeed } from "@safe-conduct/sealing/seal"
import { releaseKeys, releasePrintOf } from "@safe-conduct/sealing/verify"
import { fromHex, toHex } from "@safe-conduct/wire"
import type { Command, Host } from "../command.ts"
import { writePrivate } from "../desk/root-key.ts"
import { readText } from "../recovery/files.ts"
import { readSite, siteText } from "../site/built-site.ts"
import { type Refusal, refuse } from "../refusal.ts"

const FIRST_LINE = "safe-conduct release key"

export const releaseKeygen: Command = {
  name: "release keygen",
  about: "makes the release key",
  help: `
FILE gets the secret (0600): on a machine without a network, on a medium of its own. Prints the public part, which goes into
packages/sealing/src/release/release-key.ts, and its fingerprint, which goes wherever people can compare it.

  safe-conduct release keygen --out /media/usb/release.key`,
  flags: { out: { value: "FILE", about: "where the key goes; an existing one is not touched", needed: true } },
  async run(given, host) {
    const file = resolve(host.cwd, given.must("out"))
    const seed = randomBytes(32)
    const { key } = signingFromSeed(seed)
    try {
      await writePrivate(file, `${FIRST_LINE}\nkey ${key}\nfingerprint ${releasePrintOf(key)}\nseed ${toHex(seed)}\n`)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === "EEXIST") return refuse("file-exists", `${file} is there already and is not overwritten.`)
      if (code === "ENOENT") return refuse("no-such-folder", `The folder for ${file} is not there.`)
      throw error
    }
    await host.out(`${JSON.stringify({ file, key, fingerprint: releasePrintOf(key) })}\n`)
    return null
  },
}

export const releaseSignEdition: Command = {
  name: "release sign-edition",
  about: "signs the number of a new edition of the rules",
  help: `
An edition goes up by exactly one. Prints {"edition","signature","key","known"}: "known" says whether this build trusts that key.

  safe-conduct release sign-edition --key /media/usb/release.key --edition 2`,
  flags: {
    key: { value: "FILE", about: "as release keygen wrote it", needed: true },
    edition: { value: "N", about: "from 2 on", needed: true },
  },
  async run(given, host) {
    const edition = Number(given.must("edition"))
    if (!Number.isInteger(edition) || edition < 2 || edition > 1_000_000)
      return refuse("bad-flag", "--edition is a whole number from 2 on.")
    const signing = await releaseSigning(given.must("key"), host)
    if (!signing.ok) return signing.refusal
    const { value } = signing
    await host.out(
      `${JSON.stringify({ edition, signature: await signEdition(value, edition), key: value.key, known: releaseKeys.includes(value.key) })}\n`,
    )
    return null
  },
}

export const releaseSignSite: Command = {
  name: "release sign-site",
  about: "signs the list of a build's pages",
  help: `
FILE is release.json as the build wrote it, or as another builder of the same sources did: compare the two first, they are the same bytes.
Prints it with the signature; put that in the place of FILE on the server and in the package.

  safe-conduct release sign-site packages/portal/dist/release.json --key /media/usb/release.key > release.json`,
  takes: ["FILE"],
  flags: { key: { value: "FILE", about: "as release keygen wrote it", needed: true } },
  async run(given, host) {
    const path = given.must("FILE")
    const site = await readSite(resolve(host.cwd, path))
    if (site === null) return refuse("bad-manifest", `${path} holds no manifest of a release.`)
    const signing = await releaseSigning(given.must("key"), host)
    if (!signing.ok) return signing.refusal
    await host.out(siteText(await signSite(site, signing.value)))
    return null
  },
}

/** The key in a file that keygen wrote. */
export async function releaseSigning(
  path: string,
  host: Host,
): Promise<{ readonly ok: true; readonly value: ReturnType<typeof signingFromSeed> } | { readonly ok: false; readonly refusal: Refusal }> {
  const text = await readText(path, host)
  if (!text.ok) return text
  const seed = /^seed ([0-9a-f]{64})$/m.exec(text.value)?.[1]
  return seed === undefined || !text.value.startsWith(FIRST_LINE)
    ? { ok: false, refusal: refuse("bad-release-key", `${path} is no release key.`) }
    : { ok: true, value: signingFromSeed(fromHex(seed)) }
}
