// One sealed entry on its way into a mailbox. The sealed bytes are kept before the first send and those same bytes go again after
// a lost answer: the server knows them by their hash. Only a 409 permits sealing anew.
import { entryHash, headerOf, verifyReceipt } from "@safe-conduct/sealing/verify"
import type { Append, Appended, Entry, Hash, Id, Receipt } from "@safe-conduct/wire"
import { type ApiNo, type Api, type Answer, passing } from "../api.ts"
import { type Result, no, ok } from "../result.ts"
import type { Journal, Submitted } from "./asker-port.ts"
import { type MetDesk, meetAgain } from "./connect.ts"

const TRIES = 8

/** The same call again while only the moment is to blame; gives up after about a minute and loses nothing. */
export async function insist<T>(api: Api, call: () => Promise<Answer<T>>, signal?: AbortSignal, tries = TRIES): Promise<Answer<T>> {
  for (let tried = 1; ; tried++) {
    const answer = await call()
    if (answer.ok || !passing(answer) || tried >= tries || signal?.aborted) return answer
    await api.wait(Math.min(15_000, 200 * 2 ** tried))
  }
}

export interface Kept {
  readonly journal: Journal | undefined
  readonly name: string
}

export const recall = async <T>({ journal, name }: Kept): Promise<T | null> => {
  const text = (await journal?.get(name)) ?? null
  return text === null ? null : (JSON.parse(text) as T)
}
export const keepAt = async ({ journal, name }: Kept, value: unknown): Promise<void> => journal?.put(name, JSON.stringify(value))

export interface Sending {
  readonly desk: MetDesk
  readonly api: Api
  readonly ask: Id
  readonly wake: boolean
  readonly signal?: AbortSignal | undefined
  /** Seals for the desk as it is now and the head as it is now. */
  readonly seal: (desk: MetDesk) => Promise<Result<Entry>>
  /** The bytes kept by an earlier attempt. */
  readonly kept: Append | null
  readonly keep: (append: Append) => Promise<void>
  /** What to do when another entry stands at this place: seal again behind it, or stop. */
  readonly taken: "again" | "stop"
  /** How the bytes go: behind what stands in the mailbox, unless its genesis goes with them. */
  readonly post?: (append: Append) => Promise<Answer<Appended>>
}

export async function sendEntry(s: Sending): Promise<Result<Submitted> | ApiNo> {
  const post = s.post ?? ((append: Append) => s.api.append(s.ask, append))
  let desk = s.desk
  let append = s.kept
  for (let round = 0; round < 6; round++) {
    if (append === null) {
      const sealed = await s.seal(desk)
      if (!sealed.ok) return sealed
      append = { entries: [sealed.value], ...(s.wake ? { wake: true } : {}) }
      await s.keep(append)
    }
    const bytes = append
    const sent = await insist(s.api, () => post(bytes), s.signal)
    if (sent.ok) return received(desk, bytes, sent.value)
    if (sent.status !== 409) return sent
    const renewed = await renew(desk, s, sent)
    if (!renewed.ok) return renewed
    desk = renewed.value
    append = null
  }
  return no("too-busy", "The desk's papers keep changing. Try again in a minute.")
}

async function renew(desk: MetDesk, s: Sending, refused: ApiNo): Promise<Result<MetDesk> | ApiNo> {
  if (refused.refusal.error === "intake-rotated" || refused.refusal.error === "guard-moved") return meetAgain(desk, s.api)
  if (refused.refusal.error === "not-head" && s.taken === "again") return ok(desk)
  return refused
}

/** The receipt must be the server's own word for exactly what was sent; else nothing is called received. */
async function received(desk: MetDesk, append: Append, { receipt }: Appended): Promise<Result<Submitted>> {
  const entry = append.entries.at(-1) as Entry
  const hash: Hash = entryHash(headerOf(entry))
  const fits = receipt.desk === desk.id && receipt.stream === entry.stream && receipt.seq === entry.seq && receipt.hash === hash
  if (!fits || !(await verifyReceipt(desk.papers.received, receipt)))
    return no("bad-receipt", "The server's receipt does not hold. Keep this page open and try again.")
  return ok(submitted(receipt))
}

export const submitted = (receipt: Receipt): Submitted => ({
  locator: receipt.stream,
  receipt: JSON.stringify(receipt),
  hour: receipt.hour,
  waiting: [],
})
