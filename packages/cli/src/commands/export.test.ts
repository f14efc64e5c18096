// What a member may open, as one age file: whole, verified, without keys, and for old programs only when one says so.
import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ageOpen } from "@safe-conduct/sealing/open"
import { newTrustee } from "@safe-conduct/sealing/seal"
import { type Vault, sourceOfBytes } from "@safe-conduct/client/member"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type MadeDesk, type ServedDesk, makeDesk, serveDesk, signIn } from "../testing/served-desk.ts"
import { refusalOf, runHere as run } from "../testing/run.ts"

let made: MadeDesk
let served: ServedDesk
let vault: Vault
let folder: string
let stream: string
let words: string
let reader: Awaited<ReturnType<typeof newTrustee>>
const scan = new Uint8Array(70_000).map((_, n) => (n * 7) & 255)

const good = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const exported = (more: readonly string[], input = words) => run(["export", "--server", served.url, "--words-stdin", ...more], { input })

/** The files of a tar archive, by the machine's own program. */
async function untar(bytes: Uint8Array): Promise<(path: string) => Promise<Buffer>> {
  const out = await mkdtemp(join(folder, "tar-"))
  execFileSync("tar", ["-x", "-C", out], { input: bytes })
  return (path) => readFile(join(out, path))
}

beforeAll(async () => {
  made = await makeDesk({ trial: true })
  served = await serveDesk(made)
  vault = await signIn(made, served.url)
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-export-"))
  words = made.printed.administrator.passphrase
  reader = await newTrustee()
  stream = good(await vault.newCase({ people: [{ names: [{ script: "cyrillic", surname: "Тестовский" }] }] })).stream
  good(await vault.act(stream, "write-note", { kind: "note", text: "Звонила сестра" }))
  const { file } = good(await vault.attach(stream, sourceOfBytes(scan, "протокол.pdf"), { caption: "Протокол" }))
  expect(file.bytes).toBe(scan.length)
  good(await vault.newCase({ people: [{ names: [{ script: "latin", surname: "Other" }] }] }))
  const asked = await run(["submit", "--server", served.url], {
    input: JSON.stringify({
      v: 1,
      language: "ru",
      asking: "self",
      people: [{ names: { latin: [{ surname: "Asker", given: "A" }] } }],
      consents: ["INTAKE"],
      message: "Помогите",
    }),
  })
  expect(asked.err).toBe("")
}, 120_000)
afterAll(async () => {
  await vault?.signOut()
  await served?.end()
  await made?.drop()
  await rm(folder, { recursive: true, force: true })
})

describe("an export to a post-quantum key", () => {
  test("holds every chain, mailbox and file, verified, with names and without keys", { timeout: 60_000 }, async () => {
    const out = join(folder, "all.age")
    const ran = await exported(["--to", reader.recipient, "--out", out])
    expect(ran.err).toBe("")
    expect(JSON.parse(ran.out)).toMatchObject({ file: out, to: "hybrid", cases: 2, mailboxes: 1, files: 1, missing: [] })
    expect((await stat(out)).mode & 0o777).toBe(0o600)
    const plain = await ageOpen(reader.identity, await readFile(out))
    if (plain === null) throw new Error("the export does not open")
    const read = await untar(plain)
    const one = JSON.parse((await read(`cases/${stream}/case.json`)).toString())
    expect(one.state.notes.map((row: { text: string }) => row.text)).toEqual(["Звонила сестра"])
    expect(one.files).toEqual([expect.objectContaining({ name: "протокол.pdf", bytes: scan.length })])
    expect(Buffer.compare(await read(one.files[0].at), scan)).toBe(0)
    const contents = JSON.parse((await read("contents.json")).toString())
    expect(contents.missing).toEqual([])
    const text = Buffer.from(plain).toString("utf8")
    expect(text).toContain("Помогите")
    expect(text).not.toContain("AGE-SECRET-KEY")
    for (const { secret } of good(await vault.register()).state.replyKeys) expect(text).not.toContain(secret)
    expect(good(await vault.register()).state.replyKeys.length).toBeGreaterThan(0)
  })

  test("of one family holds that family alone", { timeout: 60_000 }, async () => {
    const out = join(folder, "one.age")
    const ran = await exported(["--to", reader.recipient, "--out", out, "--only", stream])
    expect(JSON.parse(ran.out)).toMatchObject({ cases: 1, mailboxes: 0, files: 1 })
    const read = await untar((await ageOpen(reader.identity, await readFile(out))) as Uint8Array)
    await expect(read("desk/register.json")).rejects.toThrow()
  })

  test("leaves nothing behind when the words are wrong, and never touches a file that is there", { timeout: 60_000 }, async () => {
    const out = join(folder, "wrong.age")
    expect(refusalOf(await exported(["--to", reader.recipient, "--out", out], "seven words that open nothing at all here")).error).toBe(
      "wrong-passphrase",
    )
    expect((await readdir(folder)).filter((name) => name.startsWith("wrong"))).toEqual([])
    await writeFile(out, "mine")
    const again = await exported(["--to", reader.recipient, "--out", out])
    expect([again.code, refusalOf(again).error]).toEqual([2, "file-exists"])
    expect(await readFile(out, "utf8")).toBe("mine")
  })
})

describe("an export for old age", () => {
  test("is refused without saying so, and a post-quantum key needs no such word", { timeout: 60_000 }, async () => {
    const classic = `age1${"q".repeat(58)}`
    expect(refusalOf(await exported(["--to", classic, "--out", join(folder, "x.age")])).error).toBe("classic-recipient")
    expect(refusalOf(await exported(["--to", reader.recipient, "--out", join(folder, "x.age"), "--for-old-age"])).error).toBe("bad-flag")
    expect(refusalOf(await exported(["--to", "age1nonsense", "--out", join(folder, "x.age")])).error).toBe("bad-recipient")
  })

  test.skipIf(!existsSync("/usr/bin/age"))("opens in Debian's age, warned, Cyrillic and files included", { timeout: 60_000 }, async () => {
    const key = join(folder, "old.key")
    execFileSync("/usr/bin/age-keygen", ["-o", key], { stdio: "ignore" })
    const out = join(folder, "old.age")
    const ran = await exported(["--to", key, "--out", out, "--for-old-age"])
    expect(ran.code).toBe(0)
    expect(ran.err).toContain("quantum")
    const plain = execFileSync("/usr/bin/age", ["-d", "-i", key, out], { maxBuffer: 64 << 20 })
    const read = await untar(plain)
    expect((await read(`cases/${stream}/case.json`)).toString()).toContain("Тестовский")
    const one = JSON.parse((await read(`cases/${stream}/case.json`)).toString())
    expect(Buffer.compare(await read(one.files[0].at), scan)).toBe(0)
  })
})
