// The release key: made once, outside the repository, for its owner alone; what it signs holds under it and under no other.
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { editionSigned, siteSignedBy } from "@safe-conduct/sealing/verify"
import { type PublicKey, Site, ZERO_HASH, read } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { refusalOf, runHere as run } from "../testing/run.ts"

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "safe-conduct-release-"))))
afterAll(() => rm(folder, { recursive: true, force: true }))

test("signs an edition's number; this build says that it does not know a key of somebody's own", { timeout: 60_000 }, async () => {
  const file = join(folder, "release.key")
  const made = JSON.parse((await run(["release", "keygen", "--out", file])).out) as { key: PublicKey; fingerprint: string }
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readFile(file, "utf8")).toContain(made.fingerprint)
  expect(refusalOf(await run(["release", "keygen", "--out", file])).error).toBe("file-exists")
  const signed = JSON.parse((await run(["release", "sign-edition", "--key", file, "--edition", "2"])).out)
  expect(signed).toMatchObject({ edition: 2, key: made.key, known: false })
  expect(await editionSigned([made.key], 2, signed.signature)).toBe(true)
  expect(await editionSigned([made.key], 3, signed.signature)).toBe(false)
  expect(refusalOf(await run(["release", "sign-edition", "--key", file, "--edition", "1"])).error).toBe("bad-flag")
  await writeFile(join(folder, "other"), "nothing of the kind")
  expect(refusalOf(await run(["release", "sign-edition", "--key", join(folder, "other"), "--edition", "2"])).error).toBe("bad-release-key")
})

test("signs the list of a build's pages as it stands, and nothing that is no such list", { timeout: 60_000 }, async () => {
  const [key, list] = [join(folder, "site.key"), join(folder, "release.json")]
  const made = JSON.parse((await run(["release", "keygen", "--out", key])).out) as { key: PublicKey }
  const site = { v: 1, version: "1.2.3", files: [{ address: "/ask", language: "ru", sha256: ZERO_HASH, size: 5 }] }
  await writeFile(list, JSON.stringify(site))
  const signed = read(Site, JSON.parse((await run(["release", "sign-site", list, "--key", key])).out))
  if (!signed.ok) throw new Error("what was printed is no manifest")
  expect(signed.value).toMatchObject(site)
  expect(await siteSignedBy(signed.value, [made.key])).toBe(made.key)
  await writeFile(list, JSON.stringify({ ...site, files: [...site.files, ...site.files] }))
  expect(refusalOf(await run(["release", "sign-site", list, "--key", key])).error).toBe("bad-manifest")
})
