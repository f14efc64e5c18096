import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Founding, type Vault, foundGenesis } from "@safe-conduct/client/member"
import { finding, renderDocx, renderPdf, withoutSeal } from "@safe-conduct/paper"
import { sampleFinding } from "@safe-conduct/paper/testing/facts.ts"
import { sampleFonts as fonts } from "@safe-conduct/paper/testing/fonts.ts"
import { loadWords } from "@safe-conduct/sealing/code"
import { certificateOf, memberKeys, sealLetter } from "@safe-conduct/sealing/seal"
import { hashOf } from "@safe-conduct/sealing/verify"
import { type Server, createServer } from "@safe-conduct/server"
import { type Hash, fromHex } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { foundDesk, vaultAt } from "../desk/found-desk.ts"
import { refusalOf, run } from "../testing/run.ts"

vi.setConfig({ testTimeout: 120_000 })

const createdOn = "2026-11-22"
const entry = "ab".repeat(32) as Hash
const now = () => Date.UTC(2026, 10, 22, 17, 5)
let folder: string
let founding: Founding
let server: Server
let anna: Vault
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-check-"))
  founding = await foundGenesis({ trial: false, admins: 1, words: await loadWords("en") })
  const stores = { data: at("data") }
  const founded = await foundDesk({ stores, founding, names: ["Anna"], language: "en", now })
  expect(founded).toEqual({ ok: true, value: null })
  server = await createServer({ ...stores, now, trial: false })
  anna = await vaultAt(server, "en", now)
  expect(await anna.unlockWith((founding.founders[0] as Founding["founders"][0]).seeds)).toMatchObject({ ok: true })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** A letter as the desk issues it: drawn once with a stand-in, hashed, sealed, drawn again. */
async function letter(number: string): Promise<{ readonly pdf: Uint8Array; readonly docx: Uint8Array; readonly digest: Hash }> {
  const { seeds } = founding.founders[0] as Founding["founders"][0]
  const keys = await memberKeys(seeds.member as never, { open: fromHex(seeds.open), sign: fromHex(seeds.sign) })
  const sealed = async (digest: Hash) =>
    JSON.stringify(
      await sealLetter(
        {
          kind: "finding",
          desk: founding.desk,
          number,
          entry,
          digest,
          signer: certificateOf(seeds.member as never, keys),
          approvals: [],
          genesis: founding.genesis,
          adminSets: [],
        },
        keys.signing,
      ),
    )
  const drawn = (json: string) => finding({ ...sampleFinding("ru"), number, seal: { json, short: `${number} ABCD` } })
  const standIn = await renderPdf(drawn(await sealed("00".repeat(32) as Hash)), { fonts, createdOn })
  const digest = hashOf(withoutSeal(standIn) as Uint8Array)
  const json = await sealed(digest)
  return { pdf: await renderPdf(drawn(json), { fonts, createdOn }), docx: await renderDocx(drawn(json), { createdOn }), digest }
}

const publish = async (number: string, digest: Hash, status: string, replacedBy?: string): Promise<void> => {
  const input = { number, kind: "finding", entry, sha256: [digest], status, ...(replacedBy === undefined ? {} : { replacedBy }) }
  expect(await anna.actRegister("publish-letter", input)).toMatchObject({ ok: true })
}
const keepList = async (name: string): Promise<string> => {
  const list = await anna.publishedLetters()
  if (!list.ok) throw new Error(list.refusal.error)
  await writeFile(at(name), list.value.json)
  return at(name)
}
const check = async (...argv: string[]) => run(["check", ...argv])
const answer = async (file: string, ...more: string[]) => {
  const ran = await check(file, "--root", founding.rootPrint, ...more)
  expect([ran.code, ran.err]).toEqual([0, ""])
  return JSON.parse(ran.out)
}

describe("check", () => {
  test("a letter is issued by its own seal, then by the list; and withdrawn when a later list says so", async () => {
    const { pdf, digest } = await letter("F-2026-0001")
    await writeFile(at("letter.pdf"), pdf)
    expect(await answer(at("letter.pdf"))).toMatchObject({ answer: "issued", kind: "finding", number: "F-2026-0001" })
    await publish("F-2026-0001", digest, "issued")
    const early = await keepList("early.json")
    expect(await answer(at("letter.pdf"), "--list", early)).toMatchObject({ answer: "issued", listed: true, asOf: "2026-11-22T17Z" })
    await publish("F-2026-0001", digest, "withdrawn")
    expect(await answer(at("letter.pdf"), "--list", await keepList("late.json"))).toMatchObject({ answer: "withdrawn" })
    // An older list knows no better; that is why it says of when it is.
    expect(await answer(at("letter.pdf"), "--list", early)).toMatchObject({ answer: "issued" })
  })

  test("a replaced letter names what replaced it; one that the list does not know says so", async () => {
    const { pdf, digest } = await letter("F-2026-0002")
    await writeFile(at("second.pdf"), pdf)
    expect(await answer(at("second.pdf"), "--list", await keepList("before.json"))).toMatchObject({ answer: "issued", listed: false })
    await publish("F-2026-0002", digest, "issued")
    await publish("F-2026-0002", digest, "replaced", "F-2026-0003")
    expect(await answer(at("second.pdf"), "--list", await keepList("after.json"))).toMatchObject({
      answer: "replaced",
      replacedBy: "F-2026-0003",
    })
  })

  test("a changed word, another desk's root, an editable copy and any other file are not ours", async () => {
    const { pdf, docx } = await letter("F-2026-0004")
    const bent = pdf.slice()
    bent[400] = (bent[400] as number) ^ 1
    await writeFile(at("bent.pdf"), bent)
    await writeFile(at("true.pdf"), pdf)
    await writeFile(at("letter.docx"), docx)
    await writeFile(at("note.txt"), "hello")
    for (const file of ["bent.pdf", "letter.docx", "note.txt"])
      expect(await answer(at(file))).toMatchObject({ answer: "not-ours", why: expect.stringMatching(/\.$/) })
    const other = await check(at("true.pdf"), "--root", "0".repeat(32))
    expect([other.code, JSON.parse(other.out).answer]).toEqual([0, "not-ours"])
    const typed = await check(at("true.pdf"), "--root", founding.rootPrint.toUpperCase().replaceAll("-", " "))
    expect(JSON.parse(typed.out).answer).toBe("issued")
  })

  test("a list that is not the desk's own word, and a file that is not there, are refused", async () => {
    const { pdf } = await letter("F-2026-0005")
    await writeFile(at("fifth.pdf"), pdf)
    const list = await keepList("list.json")
    const forged = (await import("node:fs")).readFileSync(list, "utf8").replace('"withdrawn"', '"issued"')
    await writeFile(at("forged.json"), forged)
    const ran = await check(at("fifth.pdf"), "--root", founding.rootPrint, "--list", at("forged.json"))
    expect([ran.code, ran.out, refusalOf(ran).error]).toEqual([2, "", "bad-list"])
    expect(refusalOf(await check(at("absent.pdf"), "--root", founding.rootPrint)).error).toBe("no-such-file")
    expect(refusalOf(await check(at("fifth.pdf"), "--root", "12ab")).error).toBe("bad-root")
    expect(refusalOf(await check("--root", founding.rootPrint)).error).toBe("missing-argument")
  })
})
