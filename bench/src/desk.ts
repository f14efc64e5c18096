// A bench desk with fixed keys, so that the proof of work of its 2,500 mailboxes is found once and kept in bench/work.json.
import { hash } from "node:crypto"
import { readFileSync } from "node:fs"
import {
  type Signing,
  approve,
  certificateOf,
  directoryEntry,
  genesisEntry,
  memberKeys,
  recipientOf,
  signingFromSeed,
} from "@safe-conduct/sealing/seal"
import { checkWork, deskIdOf, directoryIdOf, entryHash } from "@safe-conduct/sealing/verify"
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

/** Work found once and kept: mailboxes 0 … 2,499 of the desk that these fixed keys make. */
const kept = JSON.parse(readFileSync("bench/work.json", "utf8")) as { readonly desk: Id; readonly nonces: readonly number[] }

/** The nonce of mailbox `n`. What is not kept, or belongs to another desk, is found now, which takes about a second. */
export function nonceOf(desk: Id, n: number, ask: Id): number {
  const known = kept.desk === desk ? kept.nonces[n] : undefined
  return known !== undefined && checkWork(ask, known) ? known : pay(ask)
}
