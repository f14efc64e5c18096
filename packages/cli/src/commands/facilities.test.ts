// The public lists at a real desk: read, sealed, signed, found by every member.
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findFacilities } from "@safe-conduct/domain/custody"
import { lawWith } from "@safe-conduct/domain/overlay"
import { law } from "@safe-conduct/russia-canada"
import { afterAll, beforeAll, expect, test } from "vitest"
import { refusalOf, run, runHere } from "../testing/run.ts"
import { type MadeDesk, type ServedDesk, makeDesk, serveDesk, signIn } from "../testing/served-desk.ts"

let made: MadeDesk
let served: ServedDesk
let folder: string
let list: string
const rows = `id,name,detloc,city,state,type
1,Zarechny Invented Jail,ZRCHNMT,Invented Falls,MT,Non-Dedicated
2,Eloy Detention Center,EAZ,Eloy,AZ,Hold/Staging
3,Florence Staging Facility,FSF,Florence,AZ,Dedicated
4,Broken`

beforeAll(async () => {
  made = await makeDesk({ trial: true })
  served = await serveDesk(made)
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-facilities-"))
  list = join(folder, "places.csv")
  await writeFile(list, rows)
}, 120_000)
afterAll(async () => {
  await served?.end()
  await made?.drop()
  await rm(folder, { recursive: true, force: true })
})

test("--try reads and writes nothing", async () => {
  const ran = await run(["facilities", "import", list, "--try"])
  expect(ran.code).toBe(0)
  expect(JSON.parse(ran.out)).toMatchObject({ facilities: 3, held: null, refused: [{ file: "places.csv", line: 5 }] })
})

test("a list that a member brought is sealed, and every member finds its places; it takes no staging mark away", async () => {
  const words = made.printed.administrator.passphrase
  const ran = await runHere(["facilities", "import", list, "--server", served.url, "--words-stdin"], { input: words })
  expect(ran.err).toBe("")
  expect(JSON.parse(ran.out)).toMatchObject({ facilities: 3, held: { seq: expect.any(Number) } })
  const vault = await signIn(made, served.url)
  const listsHere = async () => {
    const seen = await vault.law()
    return seen.ok ? seen.value.lists.map(({ here }) => here) : []
  }
  await expect.poll(listsHere).toEqual([true])
  const view = await vault.law()
  if (!view.ok) throw new Error("no law")
  const { facilities } = lawWith(law, view.value.overlay)
  expect(findFacilities("Заречный", facilities)[0]?.facility.code).toBe("ZRCHNMT")
  expect(facilities.find((one) => one.code === "FSF")?.staging).toBe(true)
  expect(view.value.lists).toMatchObject([{ from: ["places.csv"], facilities: 3, by: { mine: true } }])
  await vault.signOut()
}, 60_000)

test("a file that is none, words that open nothing and a missing address are refused", async () => {
  expect(refusalOf(await run(["facilities", "import", join(folder, "none.csv"), "--try"]))).toMatchObject({
    error: "no-such-file",
    at: "/FILE",
  })
  expect(refusalOf(await run(["facilities", "import", list]))).toMatchObject({ error: "missing-flag" })
  const wrong = await runHere(["facilities", "import", list, "--server", served.url, "--words-stdin"], {
    input: "one two three four five six seven",
  })
  expect([wrong.code === 0, wrong.out]).toEqual([false, ""])
})
