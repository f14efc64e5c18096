// A file on its way out: one object, every part a complete age file under the file's own one-time key. Part bytes are read on
// demand; what the server already has as we sent it is never sent again; a file that changed meanwhile starts over.
import { digest, runningHash } from "@safe-conduct/sealing/verify"
import { newFileSecret, partsOf, randomId, sealPart } from "@safe-conduct/sealing/seal"
import type { SealedFile } from "@safe-conduct/domain/request"
import { type Hash, type Id, MAX_PARTS, PART, type Recipient } from "@safe-conduct/wire"
import { type Answer, type Api, passing } from "../api.ts"
import { type Result, no, ok } from "../result.ts"
import type { FileSource } from "./source.ts"

/** What must be remembered so that a killed tab or process goes on where it stopped. Holds the file's secret: keep it sealed. */
export interface UploadState {
  readonly id: string
  readonly secret: string
  readonly recipient: string
  readonly name: string
  readonly type: string
  readonly size: number
  /** By part: SHA-256 of the plain bytes and of the sealed ones as sent; null while not yet sent. */
  readonly parts: readonly (readonly [plain: string, sealed: string] | null)[]
}

export interface UploadGiven {
  readonly api: Api
  readonly source: FileSource
  /** From an earlier attempt with the same file. */
  readonly state?: UploadState | null
  readonly keep?: (state: UploadState) => Promise<void>
  /** Plain bytes that are safely at the server, of `source.size`. */
  readonly onBytes?: (sent: number, waiting: boolean) => void
  readonly signal?: AbortSignal | undefined
  readonly caption?: string | undefined
}

/** Consecutive failures of one call before the upload gives up and keeps its state: about four minutes of waiting. */
const TRIES = 14
/** Parts between two writes of the state: losing the tab costs at most so many parts again. */
const KEEP_EVERY = 4

export async function uploadFile(given: UploadGiven): Promise<Result<SealedFile>> {
  const { source } = given
  const count = partsOf(source.size)
  if (count > MAX_PARTS) return no("file-too-large", "A file may have up to 4 GiB.", { params: { limit: MAX_PARTS * PART } })
  const known = given.state ?? null
  const fits = known !== null && known.size === source.size && known.parts.length === count
  let state = fits ? known : await begin(source, count)
  const keep = async (next: UploadState): Promise<void> => {
    state = next
    await given.keep?.(next)
  }
  let attempt = await sendAll({ ...given, keep }, state, fits)
  // The server had a part and, looking closely, has it no more: a crash of its machine tore it. It said which; that one goes again.
  for (let tried = 1; !attempt.ok && attempt.refusal.error === "part-missing" && tried < TRIES; tried++)
    attempt = await sendAll({ ...given, keep }, state, true)
  // The picked file is another one now: nothing of the old object is used.
  if (!attempt.ok && attempt.refusal.error === "file-changed" && fits) return sendAll(given, await begin(source, count), false)
  return attempt
}

async function begin(source: FileSource, count: number): Promise<UploadState> {
  const { secret, recipient } = await newFileSecret()
  return {
    id: randomId(),
    secret,
    recipient,
    name: source.name,
    type: source.type,
    size: source.size,
    parts: Array.from({ length: count }, () => null),
  }
}

async function sendAll(given: UploadGiven, from: UploadState, resumed: boolean): Promise<Result<SealedFile>> {
  const { api, source, keep, signal } = given
  const parts = [...from.parts]
  const state = (): UploadState => ({ ...from, parts })
  const again = retrying(given, () => sent)
  let sent = 0

  if (!resumed) await keep?.(state())
  const made = await again(() => api.newObject({ id: from.id as Id, parts: parts.length }))
  // "known" may stand for an object begun before the answer was lost; its own state says what is there.
  if (!made.ok && made.status !== 409) return made
  const known = await again(() => api.object(from.id))
  if (!known.ok) return known
  const have = new Map(known.value.have.map(({ part, hash }) => [part, hash as string]))
  const whole = runningHash()
  let unkept = 0

  for (let n = 0; n < parts.length; n++) {
    if (signal?.aborted) return no("stopped", "Stopped. What was sent so far is kept.")
    const plain = await readPart(source, n)
    if (plain === null) return no("file-unreadable", "The file can no longer be read.", { params: { name: source.name } })
    whole.update(plain)
    const plainHash = await digest(plain)
    const before = parts[n] ?? null
    if (before !== null && before[0] !== plainHash) return no("file-changed", "The file changed since the upload began.")
    if (before === null || have.get(n) !== before[1]) {
      if (!known.value.complete) {
        const sealed = await sealPart(from.recipient as Recipient, plain, parts.length)
        const sealedHash = await digest(sealed)
        parts[n] = [plainHash, sealedHash]
        const put = await again(() => api.putPart(from.id, n, sealed, signal))
        if (!put.ok) {
          parts[n] = before
          await keep?.(state())
          return put
        }
        if (++unkept >= KEEP_EVERY) {
          await keep?.(state())
          unkept = 0
        }
      } else return no("file-changed", "The stored file is another one.")
    }
    sent += plain.length
    given.onBytes?.(sent, false)
  }
  await keep?.(state())
  const hashes = parts.map((part) => (part as readonly [string, string])[1] as Hash)
  const complete = await again(() => api.completeObject(from.id, { hashes }))
  if (!complete.ok) return complete
  return ok({
    id: from.id,
    name: source.name.slice(0, 255),
    type: source.type.slice(0, 127),
    bytes: source.size,
    sha256: whole.done(),
    parts: parts.length,
    partBytes: PART,
    secret: from.secret,
    ...(given.caption === undefined ? {} : { caption: given.caption }),
  })
}

async function readPart(source: FileSource, n: number): Promise<Uint8Array | null> {
  const from = n * PART
  const to = Math.min(source.size, from + PART)
  try {
    const bytes = await source.read(from, to)
    return bytes.length === to - from ? bytes : null
  } catch {
    return null
  }
}

/** Tries a call again while only the moment is to blame: half a second, then doubling up to half a minute. */
function retrying(given: UploadGiven, sent: () => number) {
  return async <T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    for (let tried = 1; ; tried++) {
      const answer = await call()
      if (answer.ok || !passing(answer) || tried >= TRIES || given.signal?.aborted) return answer
      given.onBytes?.(sent(), true)
      await given.api.wait(Math.min(30_000, 250 * 2 ** tried))
    }
  }
}
