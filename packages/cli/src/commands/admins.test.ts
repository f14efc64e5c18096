// The root's file names administrators in a folder that is not served: for the day on which nobody who could sign in is left.
import { chmod, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createVault } from "@safe-conduct/client/member"
import { loadWords } from "@safe-conduct/sealing/code"
import { createServer } from "@safe-conduct/server"
import { verifyDeskInfo } from "@safe-conduct/sealing/verify"
import type { DeskInfo } from "@safe-conduct/wire"
import { programme } from "@safe-conduct/russia-canada"
import { afterAll, beforeAll, expect, test } from "vitest"
import { refusalOf, runHere as run } from "../testing/run.ts"
import { type MadeDesk, makeDesk } from "../testing/served-desk.ts"

let made: MadeDesk
let claim: { readonly words: readonly string[]; readonly member: string }
const at = (name: string) => join(made.folder, name)
const set = (...more: string[]) => run(["admins", "set", "--data", made.data, ...more])

beforeAll(async () => {
  made = await makeDesk({ trial: true })
  const server = await createServer({ data: made.data, now: Date.now, trial: true })
  const here = "http://127.0.0.1:1"
  const vault = createVault({
    server: here,
    fetch: ((path: string, init?: RequestInit) => server.request(String(path).slice(here.length), init)) as typeof fetch,
    now: Date.now,
    programme,
    words: await loadWords("ru"),
  })
  const done = await vault.newClaim()
  if (!done.ok) throw new Error(done.refusal.error)
  await writeFile(at("claim.json"), done.value.claim)
  claim = done.value
  await server.close()
}, 240_000)
afterAll(() => made.drop())

test("a claim is added only with its own six words; the reserve speaks only when it is meant to, and then the root no more", async () => {
  const add = ["--add", at("claim.json")]
  const root = ["--root", made.rootFile]
  expect(refusalOf(await set(...root, ...add))).toMatchObject({ error: "not-compared" })
  expect(refusalOf(await set(...root, ...add, "--heard", claim.words.toReversed().join(" ")))).toMatchObject({ error: "not-compared" })
  expect(refusalOf(await set("--root", at("claim.json")))).toMatchObject({ error: "bad-root-file" })
  expect(refusalOf(await set("--root", `${made.rootFile}.reserve`))).toMatchObject({ error: "bad-flag" })
  expect(refusalOf(await set(...root, "--reserve"))).toMatchObject({ error: "bad-flag" })
  const first = await set(...root, ...add, "--heard", claim.words.join(", ").toUpperCase())
  expect(JSON.parse(first.out)).toMatchObject({
    desk: made.printed.desk,
    by: "root",
    admins: [made.printed.administrator.member, claim.member],
    renew: { intake: [1], reply: [1] },
  })
  await chmod(`${made.rootFile}.reserve`, 0o600)
  const second = await set("--root", `${made.rootFile}.reserve`, "--reserve", "--drop", made.printed.administrator.member)
  expect(JSON.parse(second.out)).toMatchObject({ by: "reserve", admins: [claim.member] })
  expect(refusalOf(await set(...root))).toMatchObject({ error: "root-ended" })

  const server = await createServer({ data: made.data, now: Date.now, trial: true })
  const info = (await (await server.request("/desk.json")).json()) as DeskInfo
  expect(await verifyDeskInfo(info, { rootPrint: made.printed.root })).toMatchObject({ ok: true, value: { intake: [{ number: 1 }] } })
  await server.close()
  expect(await readFile(made.rootFile, "utf8")).toContain("seed")
}, 240_000)
