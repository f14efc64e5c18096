// Twenty members and 500 cases: one leaves, another joins. How long until every case has a new key, until the new member reads them all,
// and whether a colleague who works meanwhile notices. The server, the desk that walks and the colleague each have a process or thread
// of their own, as three machines would.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import process from "node:process"
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads"
import { type Result, type Seeds, type Vault, createVault, foundGenesis } from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"
import { openDatabase, writeGenesis } from "@safe-conduct/server"
import { percentile, serveFolder } from "./served.ts"

const MEMBERS = 20
const LINES = 12
/** A colleague writes so often, in milliseconds; it is the pause between two acts. */
const EVERY = 100

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const words = Array.from({ length: 2048 }, (_, n) => `w${n}`)
const vaultAt = (server: string): Vault => createVault({ server, now: () => Date.now(), words, programme })
const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms))

export async function rotation(cases = 500): Promise<Record<string, number>> {
  const data = mkdtempSync(join(tmpdir(), "bench-"))
  const founding = await foundGenesis({ trial: true, admins: MEMBERS, words, threshold: 1 })
  const laying = await openDatabase({ data })
  await writeGenesis(laying, [founding.genesis], Date.now())
  await laying.close()
  const served = await serveFolder(data)
  try {
    const [first, second, leaver, fourth] = founding.founders.map(({ seeds }) => seeds) as [Seeds, Seeds, Seeds, Seeds]
    const anna = vaultAt(served.url)
    must(await anna.unlockWith(first))
    must(await anna.foundDesk({ name: "Anna" }))
    const streams: string[] = []
    for (let n = 0; n < cases; n++) {
      const names = [{ script: "latin" as const, surname: `Testov${n}`, given: "Pavel" }]
      streams.push(must(await anna.newCase({ people: [{ names }] })).stream)
      for (let line = 0; line < LINES; line += 4)
        must(
          await anna.actAll(
            streams[n] as string,
            Array.from({ length: 4 }, (_, m) => note(`${line + m}`)),
          ),
        )
    }
    await anna.signOut()

    const colleague = new Worker(new URL(import.meta.url), { workerData: { server: served.url, seeds: second, streams } })
    const told = (): Promise<number[]> => new Promise((go) => void colleague.once("message", go))
    const phase = async (): Promise<number[]> => {
      const answer = told()
      colleague.postMessage("so far")
      return answer
    }
    await told()
    await pause(3_000)
    const before = await phase()

    must(await anna.unlockWith(first))
    const began = performance.now()
    must(await anna.removeMember(leaver.member))
    const answered = performance.now() - began
    must(await anna.rotate())
    const removed = performance.now() - began
    const leftAfterRemoval = (await anna.rotation()).left
    const whileLeaving = await phase()

    const vera = vaultAt(served.url)
    const claim = must(await vera.newClaim())
    const boris = vaultAt(served.url)
    must(await boris.unlockWith(fourth))
    const as = { name: "Vera", roles: ["caseworker" as const] }
    const begun = must(await boris.addMember(claim.claim, as))
    await boris.signOut()
    const joining = performance.now()
    const used = process.cpuUsage()
    must(await anna.addMember(claim.claim, as, begun.done ? "" : begun.approvals))
    const certified = performance.now() - joining
    must(await anna.rotate())
    const joined = performance.now() - joining
    const { user, system } = process.cpuUsage(used)
    const whileJoining = await phase()
    must(await vera.unlock(claim.passphrase))
    const read = (await vera.list()).length
    colleague.postMessage("end")
    return {
      "seconds until a removed member's cases all have a new key": removed / 1000,
      "seconds until a new member reads every case": joined / 1000,
      "a colleague's act meanwhile, p99 ms": percentile([...whileLeaving, ...whileJoining], 99),
      "acts refused": [...before, ...whileLeaving, ...whileJoining].filter((ms) => !Number.isFinite(ms)).length,
      "cases not reached": leftAfterRemoval + (await anna.rotation()).left + (cases - read),
      "a colleague's act before, p99 ms": percentile(before, 99),
      "a colleague's acts meanwhile": whileLeaving.length + whileJoining.length,
      "until the removal answers, ms": answered,
      "until the certificate answers, ms": certified,
      "processor ms a case, of the desk that walks": (user + system) / 1000 / cases,
    }
  } finally {
    await served.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

const note = (text: string) => ({ does: "write-note", input: { kind: "note", text: `Звонок: ${text}. `.repeat(8) } })

/** One line after another in cases all over the desk, each timed from the press to the receipt. */
async function colleagues({ server, seeds, streams }: { server: string; seeds: Seeds; streams: readonly string[] }): Promise<void> {
  const vault = vaultAt(server)
  must(await vault.unlockWith(seeds))
  const port = parentPort as NonNullable<typeof parentPort>
  let took: number[] = []
  let ends = false
  port.on("message", (said) => {
    if (said === "end") {
      ends = true
      return
    }
    port.postMessage(took)
    took = []
  })
  port.postMessage([])
  const refreshing = setInterval(() => void vault.refresh(), 5_000)
  for (let n = 0; !ends; n++) {
    const stream = streams[(n * 37) % streams.length] as string
    const begun = performance.now()
    const done = await vault.act(stream, "write-note", { kind: "note", text: `line ${n}` })
    took.push(done.ok ? performance.now() - begun : Number.POSITIVE_INFINITY)
    await pause(EVERY)
  }
  clearInterval(refreshing)
  port.close()
}

if (!isMainThread) await colleagues(workerData)
else if (import.meta.main) console.log(JSON.stringify(await rotation(Number(process.argv[2] ?? 500)), null, 2))
