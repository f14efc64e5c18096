// A bench desk with fixed keys, so that the proof of work of its 2,000 mailboxes is found once and kept in bench/out.
import { hash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads"
import {
  type Signing,
  approve,
  certificateOf,
  codeKeys,
  directoryEntry,
  genesisEntry,
  memberKeys,
  signingFromSeed,
} from "@safe-conduct/sealing/seal"
import { deskIdOf, directoryIdOf, entryHash } from "@safe-conduct/sealing/verify"
import {
  type DirectoryChange,
  type Entry,
  type Hash,
  type Head,
  type Id,
  type Recipient,
  enoughWork,
  idFromBytes,
  intakeCertificateBytes,
  replyCertificateBytes,
  workBytes,
} from "@safe-conduct/wire"
import { recipientOf } from "@safe-conduct/sealing/seal"

/** 32 bytes that are the same in every run. */
export const fixed = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(hash("sha256", `safe-conduct bench ${name}`, "buffer"))

export interface BenchDesk {
  readonly desk: Id
  readonly entries: readonly Entry[]
  readonly directory: Head
  readonly intake: Recipient
  readonly admin: { readonly id: Id; readonly signing: Signing }
}

export async function benchDesk(now: number): Promise<BenchDesk> {
  const id = idFromBytes(fixed("admin"))
  const keys = await memberKeys(id, { open: fixed("open"), sign: fixed("sign") })
  const root = signingFromSeed(fixed("root"))
  const genesis = await genesisEntry(root, {
    does: "genesis",
    nonce: hash("sha256", "bench nonce") as Hash,
    trial: true,
    root: root.key,
    reserve: hash("sha256", "bench reserve") as Hash,
    admins: [certificateOf(id, keys)],
    threshold: 1,
  })
  const desk = deskIdOf(entryHash(genesis))
  let head: Head = { seq: 0, hash: entryHash(genesis) }
  const write = async (change: DirectoryChange): Promise<Entry> => {
    const entry = await directoryEntry({ desk, stream: directoryIdOf(desk), head }, keys.signing, change)
    head = { seq: entry.seq, hash: entryHash(entry) }
    return entry
  }
  const day = (offset: number): string => new Date(now + offset * 86_400_000).toISOString().slice(0, 10)
  const intake = { number: 1, recipient: keys.recipient, notBefore: day(-5), notAfter: day(40) }
  const reply = { number: 1, key: signingFromSeed(fixed("reply")).key, notBefore: day(-5), notAfter: day(40) }
  const entries = [
    genesis,
    await write({
      does: "intake.rotate",
      certificate: intake,
      approvals: [await approve(id, keys.signing, intakeCertificateBytes(desk, intake))],
    }),
    await write({
      does: "reply.rotate",
      certificate: reply,
      approvals: [await approve(id, keys.signing, replyCertificateBytes(desk, reply))],
    }),
  ]
  return { desk, entries, directory: head, intake: await recipientOf(keys.identity), admin: { id, signing: keys.signing } }
}

export const codeOf = (n: number): Uint8Array<ArrayBuffer> => {
  const code = fixed(`code ${n}`).slice(0, 16)
  code[15] = (code[15] as number) & 0x80
  return code
}

function pay(ask: Id): number {
  const bytes = workBytes(ask, 0)
  const view = new DataView(bytes.buffer)
  for (let nonce = 0; ; nonce++) {
    view.setUint32(bytes.length - 4, nonce)
    if (enoughWork(hash("sha256", bytes, "buffer"))) return nonce
  }
}

/** Nonces for mailboxes 0 … count−1 of this desk: from bench/out where they were found before, else found on both cores. */
export async function nonces(desk: Id, count: number): Promise<number[]> {
  const file = `bench/out/work-${desk}.json`
  const known: Record<string, number> = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, number>) : {}
  const missing = Array.from({ length: count }, (_, n) => n).filter((n) => known[n] === undefined)
  if (missing.length > 0) {
    console.error(`Finding the proof of work of ${missing.length} mailboxes …`)
    const halves = [missing.filter((_, i) => i % 2 === 0), missing.filter((_, i) => i % 2 === 1)]
    const found = await Promise.all(
      halves.map(
        (part) =>
          new Promise<Record<string, number>>((resolve, reject) => {
            const worker = new Worker(new URL(import.meta.url), { workerData: { desk, part } })
            worker.once("message", resolve)
            worker.once("error", reject)
          }),
      ),
    )
    Object.assign(known, ...found)
    mkdirSync("bench/out", { recursive: true })
    writeFileSync(file, JSON.stringify(known))
  }
  return Array.from({ length: count }, (_, n) => known[n] as number)
}

if (!isMainThread && workerData?.part) {
  const found: Record<string, number> = {}
  for (const n of workerData.part as number[]) found[n] = pay((await codeKeys(workerData.desk as Id, codeOf(n))).ask)
  parentPort?.postMessage(found)
}
