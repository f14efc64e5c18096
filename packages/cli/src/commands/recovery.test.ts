// A desk whose members are gone is read again from its data folder by three of five trustees, and by no two; every bad share is named.
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ageOpen } from "@safe-conduct/sealing/open"
import { newTrustee } from "@safe-conduct/sealing/seal"
import { sourceOfBytes } from "@safe-conduct/client/member"
import type { RecoveryShare } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type MadeDesk, makeDesk, serveDesk, signIn } from "../testing/served-desk.ts"
import { refusalOf, runHere as run } from "../testing/run.ts"

let made: MadeDesk
let folder: string
let stream: string
let reader: Awaited<ReturnType<typeof newTrustee>>
const at = (...path: string[]) => join(folder, ...path)

const good = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const restore = (out: string, shares: readonly (readonly [share: string, identity: string])[], more: readonly string[] = []) =>
  run([
    "recovery",
    "restore",
    "--data",
    made.data,
    ...shares.flatMap(([share, identity]) => ["--share", at("ceremony", share), "--identity", at(identity)]),
    "--to",
    reader.recipient,
    "--out",
    at(out),
    ...more,
  ])
const own = (n: number): [string, string] => [`share-${n}.json`, `trustee-${n}.key`]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-recovery-"))
  made = await makeDesk({ trial: true })
  const served = await serveDesk(made)
  reader = await newTrustee()
  for (const n of [1, 2, 3, 4, 5]) {
    const { identity, recipient } = await newTrustee()
    await writeFile(at(`trustee-${n}.key`), `# public key: ${recipient}\n${identity}\n`)
  }
  const vault = await signIn(made, served.url)
  stream = good(await vault.newCase({ people: [{ names: [{ script: "cyrillic", surname: "Тестовский" }] }] })).stream
  good(await vault.act(stream, "write-note", { kind: "note", text: "before the ceremony" }))
  const trustees = [1, 2, 3, 4, 5].flatMap((n) => ["--trustee", at(`trustee-${n}.key`)])
  const split = await run(["recovery", "split", "--desk", made.printed.desk, ...trustees, "--out", at("ceremony")])
  expect(split.code).toBe(0)
  const { fingerprint, shares } = JSON.parse(split.out) as { fingerprint: string; shares: unknown[] }
  expect(shares).toHaveLength(5)
  const certify = (print: string) =>
    run(
      [
        "recovery",
        "certify",
        "--server",
        served.url,
        "--certificate",
        at("ceremony", "certificate.json"),
        "--fingerprint",
        print,
        "--words-stdin",
      ],
      {
        input: made.printed.administrator.passphrase,
      },
    )
  expect(refusalOf(await certify("0000-0000-0000-0000")).error).toBe("other-fingerprint")
  const certified = await certify(fingerprint)
  expect(certified.err).toBe("")
  expect(JSON.parse(certified.out)).toMatchObject({ done: true })
  good(await vault.refresh())
  good(await vault.act(stream, "write-note", { kind: "note", text: "after the ceremony" }))
  good(await vault.attach(stream, sourceOfBytes(new Uint8Array(3000).fill(7), "scan.bin"), {}))
  const hidden = good(await vault.newCase({ people: [{ names: [{ script: "latin", surname: "Hidden" }] }], restricted: true }))
  expect(hidden.stream).not.toBe(stream)
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
  await vault.signOut()
  await served.end()
}, 240_000)
afterAll(async () => {
  await made?.drop()
  await rm(folder, { recursive: true, force: true })
})

describe("restore", () => {
  test("by three trustees reads everything: before, after, restricted, the mailbox and the file; and no signing key", {
    timeout: 120_000,
  }, async () => {
    const ran = await restore("desk.age", [own(1), own(3), own(5)], ["--root", made.printed.root])
    expect([ran.code, ran.err.includes("new ceremony")]).toEqual([0, true])
    expect(JSON.parse(ran.out)).toMatchObject({
      restored: true,
      ceremony: 1,
      cases: 2,
      mailboxes: 1,
      files: 1,
      missing: [],
      shares: [1, 3, 5].map((index) => expect.objectContaining({ index, said: "good" })),
    })
    const plain = Buffer.from((await ageOpen(reader.identity, await readFile(at("desk.age")))) as Uint8Array).toString("utf8")
    for (const text of ["before the ceremony", "after the ceremony", "Тестовский", "Hidden", "Помогите"]) expect(plain).toContain(text)
    expect(plain).not.toContain("AGE-SECRET-KEY")
    expect(plain).not.toMatch(/"secret"/)
  })

  test("by two is refused, and one share brought twice is not two; nothing is written", { timeout: 120_000 }, async () => {
    const two = await restore("two.age", [own(2), own(4)])
    expect([two.code, refusalOf(two).error]).toEqual([2, "too-few-shares"])
    expect(refusalOf(await restore("two.age", [own(2), own(4), own(4)])).error).toBe("too-few-shares")
    expect((await readdir(folder)).filter((name) => name.startsWith("two"))).toEqual([])
  })

  test("names each bad share and goes on with the others: altered, foreign, in the wrong hands", { timeout: 180_000 }, async () => {
    const share = JSON.parse(await readFile(at("ceremony", "share-2.json"), "utf8")) as RecoveryShare
    const put = (name: string, value: unknown) => writeFile(at("ceremony", name), JSON.stringify(value))
    const sealed = Buffer.from(share.sealed, "base64")
    sealed[sealed.length - 5] = (sealed[sealed.length - 5] as number) ^ 4
    await put("altered.json", { ...share, sealed: sealed.toString("base64") })
    await put("moved.json", { ...share, index: 4 })
    await writeFile(at("ceremony", "torn.json"), (await readFile(at("ceremony", "share-2.json"), "utf8")).slice(0, 800))
    const other = await run([
      "recovery",
      "split",
      "--desk",
      made.printed.desk,
      "--trustee",
      at("trustee-1.key"),
      "--trustee",
      at("trustee-2.key"),
      "--threshold",
      "2",
      "--out",
      at("other"),
    ])
    expect(other.code).toBe(0)
    await put("foreign.json", JSON.parse(await readFile(at("other", "share-2.json"), "utf8")))
    const ran = await restore("named.age", [
      own(1),
      ["altered.json", "trustee-2.key"],
      ["moved.json", "trustee-2.key"],
      ["torn.json", "trustee-2.key"],
      ["foreign.json", "trustee-2.key"],
      ["share-3.json", "trustee-4.key"],
      own(4),
      own(5),
    ])
    expect(ran.code).toBe(0)
    const { shares, restored } = JSON.parse(ran.out) as { restored: boolean; shares: { said: string }[] }
    expect(restored).toBe(true)
    expect(shares.map(({ said }) => said)).toEqual([
      "good",
      "corrupt-share",
      "corrupt-share",
      "corrupt-share",
      "foreign-share",
      "other-trustee",
      "good",
      "good",
    ])
  })

  test("refuses another root than the one that is trusted", { timeout: 60_000 }, async () => {
    const ran = await restore("x.age", [own(1), own(2), own(3)], ["--root", "0".repeat(32)])
    expect(refusalOf(ran).error).toBe("other-root")
  })
})

test("a trustee can see that her share opens, and that another's does not", { timeout: 60_000 }, async () => {
  const check = (share: string, key: string) => run(["recovery", "check", "--share", at("ceremony", share), "--identity", at(key)])
  expect(JSON.parse((await check(...own(2))).out)).toMatchObject({ opens: true, index: 2, threshold: 3, shares: 5 })
  expect(refusalOf(await check("share-2.json", "trustee-3.key")).error).toBe("other-trustee")
})

test("a trustee's key and a ceremony's folder are for their owner alone, and nothing that is there is overwritten", {
  timeout: 60_000,
}, async () => {
  const key = at("hers.key")
  const ran = await run(["recovery", "trustee", "--out", key])
  expect(JSON.parse(ran.out)).toMatchObject({ file: key, fingerprint: expect.stringMatching(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/) })
  expect((await stat(key)).mode & 0o777).toBe(0o600)
  expect((await stat(at("ceremony", "share-1.json"))).mode & 0o777).toBe(0o600)
  expect(refusalOf(await run(["recovery", "trustee", "--out", key])).error).toBe("file-exists")
  const trustees = [1, 2, 3].flatMap((n) => ["--trustee", at(`trustee-${n}.key`)])
  expect(refusalOf(await run(["recovery", "split", "--desk", made.printed.desk, ...trustees, "--out", at("ceremony")])).error).toBe(
    "file-exists",
  )
  expect(
    refusalOf(await run(["recovery", "split", "--desk", made.printed.desk, ...trustees, "--threshold", "4", "--out", at("n")])).error,
  ).toBe("bad-threshold")
})

test("a row that was altered in the folder is said to be missing, and the rest is read", { timeout: 60_000 }, async () => {
  const copy = at("altered-data")
  await cp(made.data, copy, { recursive: true })
  const { DatabaseSync } = await import("node:sqlite")
  const database = new DatabaseSync(join(copy, "desk.sqlite"))
  const changed = database.prepare(
    "update entry set body = zeroblob(length(body)) where stream = ? and seq = (select max(seq) from entry where stream = ?)",
  )
  expect(changed.run(stream, stream).changes).toBe(1)
  database.close()
  const ran = await run([
    "recovery",
    "restore",
    "--data",
    copy,
    ...[own(1), own(2), own(3)].flatMap(([share, identity]) => ["--share", at("ceremony", share), "--identity", at(identity)]),
    "--to",
    reader.recipient,
    "--out",
    at("altered.age"),
  ])
  expect(JSON.parse(ran.out)).toMatchObject({ restored: true, cases: 1, missing: [{ stream, why: "bad-signature" }] })
})
