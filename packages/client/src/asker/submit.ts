// A request from first byte to receipt. Text alone is one call: the mailbox's genesis with its work, and the request behind it, which
// its signature vouches for. With files: genesis, session, files, request. Every step is remembered before it is sent, so whatever
// breaks, the same call goes on where it stopped and ends as one request.
import { randomBytes } from "@safe-conduct/sealing/verify"
import { type CodeKeys, askGenesis, codeKeys, findWork, sealAsk, signSession } from "@safe-conduct/sealing/seal"
import { headAfter } from "@safe-conduct/sealing/verify"
import type { RequestBody, SealedFile } from "@safe-conduct/domain/request"
import type { Append, Entry, Head, Id, PublicKey } from "@safe-conduct/wire"
import { EMPTY } from "@safe-conduct/wire"
import type { InferInput } from "valibot"
import { dayAt } from "../day.ts"
import { type Api, createApi } from "../api.ts"
import { type UploadState, uploadFile } from "../file/upload.ts"
import type { FileSource } from "../file/source.ts"
import { pause } from "../pause.ts"
import { type Result, no, ok } from "../result.ts"
import type { SubmitGiven, SubmitProgress, Submitted } from "./asker-port.ts"
import { type MetDesk, intakeOn, meetAgain, met } from "./connect.ts"
import { insist, keepAt, recall, sendEntry } from "./send.ts"

/** A mailbox's genesis and the work that it pays. */
interface Opening {
  readonly key: PublicKey
  readonly work: number
  readonly entries: readonly [Entry]
}

interface SubmitState {
  readonly mailbox?: Opening
  readonly files?: readonly (UploadState | null)[]
  /** What the sealed request says of its files: once they are up it may have to be sealed anew without them at hand. */
  readonly sealed?: readonly SealedFile[]
  readonly waiting?: readonly string[]
  readonly append?: Append
  readonly done?: Submitted
}

/** A fresh event-loop turn, so that a page stays alive while work is sought. */
const breathe = (): Promise<void> => pause(0)

export async function submit(given: SubmitGiven): Promise<Result<Submitted>> {
  const desk = met(given.desk)
  const keys = await codeKeys(desk.id, given.code)
  const place = { journal: given.journal, name: `submit/${keys.ask}` }
  let state = (await recall<SubmitState>(place)) ?? {}
  const remember = async (more: SubmitState): Promise<void> => {
    state = { ...state, ...more }
    await keepAt(place, state)
  }
  if (state.done !== undefined) return ok(state.done)
  const sources = given.files ?? []
  const total = sources.reduce((sum, file) => sum + file.size, 0)
  const tell = (stage: SubmitProgress["stage"], more: Partial<SubmitProgress> = {}): void =>
    given.onProgress?.({ stage, bytesSent: 0, bytesTotal: total, ...more })

  const api = createApi(desk.env)
  tell("work")
  if (state.mailbox === undefined) await remember({ mailbox: await newOpening(desk, keys) })
  const kept = state.append?.entries[0]
  let first: Head = kept === undefined ? headOfOpening(state.mailbox as Opening) : { seq: kept.seq - 1, hash: kept.prev }
  // Files are taken from a mailbox that stands; bytes sealed by an earlier run already name theirs, which were complete.
  const stands = sources.length > 0 && kept === undefined
  if (stands) {
    const opened = await openAtServer(desk, keys, api, state.mailbox as Opening, (mailbox) => remember({ mailbox }), given.signal)
    if (!opened.ok) return opened
    first = opened.value
    const session = await signInAsMailbox(api, desk.id, keys, given.signal)
    if (!session.ok) return session
  }

  let files: readonly SealedFile[] = state.sealed ?? []
  let waiting: readonly string[] = state.waiting ?? []
  if (stands) {
    const sent = await uploadAll(
      api,
      sources,
      state.files ?? [],
      (list) => remember({ files: list }),
      given,
      tell,
      (n) => given.request.files?.[n]?.caption,
    )
    if (!sent.ok) return sent
    files = sent.value.files
    waiting = sent.value.waiting
    await remember({ sealed: files, waiting })
  }

  tell("sealing", { bytesSent: total })
  const lines = given.request.files?.filter((_, n) => !waiting.includes(sources[n]?.name ?? ""))
  const request = waiting.length === 0 ? given.request : { ...given.request, files: lines }
  const body: InferInput<typeof RequestBody> = {
    v: 1,
    kind: "request",
    request: request as never,
    files: [...files],
    replyTo: keys.replyTo,
    ...(given.paper === undefined ? {} : { paper: given.paper }),
  }
  const send = (behind: Head, kept: Append | null) =>
    sendEntry({
      desk,
      api,
      ask: keys.ask,
      wake: given.wake === true,
      signal: given.signal,
      kept,
      keep: async (append) => {
        await remember({ append })
        tell("sending", { bytesSent: total })
      },
      taken: "stop",
      post: (append) => {
        const opening = state.mailbox as Opening
        const together = !stands && append.entries[0]?.prev === headOfOpening(opening).hash
        return together
          ? api.newMailbox({ ...opening, ...append, entries: [...opening.entries, ...append.entries] })
          : api.append(keys.ask, append)
      },
      seal: async (now) => {
        const intake = intakeOn(now.papers.intake, dayAt(now.env.now()))
        if (intake === null) return no("desk-expired", "The desk's certificate for requests has run out. Nothing was sent.")
        const at = {
          desk: now.id,
          stream: keys.ask,
          head: behind,
          epoch: intake.number,
          directory: now.papers.directory,
          objects: files.map((f) => f.id as Id),
        }
        return ok(await sealAsk(at, keys.signing, intake.recipient, body))
      },
    })
  let sent = await send(first, state.append ?? null)
  if (!sent.ok && sent.refusal.error === "not-head" && !stands) {
    const other = await firstOf(api, desk, keys, "conflict" in sent ? sent.conflict?.head : undefined, given.signal)
    sent = other.ok ? await send(other.value, null) : other
  }
  await api.signOut()
  if (!sent.ok) return sent.refusal.error === "not-head" ? alreadySent() : sent
  // The sealed bytes have served: only the receipt stays.
  const done: Submitted = { ...sent.value, waiting }
  await keepAt(place, { done })
  return ok(done)
}

const alreadySent = () => no("already-sent", "This code has already sent a request. Use the mailbox to add to it.")

export async function signInAsMailbox(api: Api, desk: Id, keys: CodeKeys, signal?: AbortSignal): Promise<Result<null>> {
  const opened = await insist(
    api,
    () =>
      api.signIn(async (challenge, origin) => ({
        subject: { kind: "mailbox", key: keys.key },
        challenge,
        origin,
        signature: await signSession(keys.signing, origin, desk, keys.ask, challenge),
      })),
    signal,
  )
  return opened.ok ? ok(null) : opened
}

/** The empty first entry and the work that it pays. */
async function newOpening(desk: MetDesk, keys: CodeKeys): Promise<Opening> {
  const at = { desk: desk.id, stream: keys.ask, head: EMPTY, epoch: desk.intake.number, directory: desk.papers.directory }
  const entry = await askGenesis(at, keys.signing)
  return { key: keys.key, work: await findWork(keys.ask, randomStart(), breathe), entries: [entry] }
}

const headOfOpening = ({ entries: [genesis] }: Opening): Head => headAfter(genesis)

/** Opens the mailbox before anything is put into it. Answers the head behind which the request goes. */
async function openAtServer(
  desk: MetDesk,
  keys: CodeKeys,
  api: Api,
  kept: Opening,
  keep: (mailbox: Opening) => Promise<void>,
  signal?: AbortSignal,
): Promise<Result<Head>> {
  let now = desk
  let opening = kept
  for (let round = 0; round < 4; round++) {
    const bytes = opening
    const made = await insist(api, () => api.newMailbox({ ...bytes, entries: [...bytes.entries] }), signal)
    if (made.ok) return ok(headOfOpening(bytes))
    if (made.status !== 409) return made
    if (made.refusal.error === "not-head") return firstOf(api, desk, keys, made.conflict?.head, signal)
    const again = await meetAgain(now, api)
    if (!again.ok) return again
    now = again.value
    opening = await newOpening(now, keys)
    await keep(opening)
  }
  return no("too-busy", "The desk's papers keep changing. Try again in a minute.")
}

/** Another genesis of this very code stands there, from a device whose memory was lost: it has no content, so it serves. */
async function firstOf(api: Api, desk: MetDesk, keys: CodeKeys, told: Head | undefined, signal?: AbortSignal): Promise<Result<Head>> {
  if (told === undefined) {
    const session = await signInAsMailbox(api, desk.id, keys, signal)
    if (!session.ok) return session
  }
  const head = told === undefined ? await insist(api, () => api.head(keys.ask), signal) : ok(told)
  if (!head.ok) return head
  return head.value.seq === 0 ? ok(head.value) : alreadySent()
}

const randomStart = (): number => new DataView(randomBytes(4).buffer).getUint32(0)

/** All files in order. The state of each is remembered under its place, and matched again by size and content. */
export async function uploadAll(
  api: Api,
  sources: readonly FileSource[],
  before: readonly (UploadState | null)[],
  keep: (list: readonly (UploadState | null)[]) => Promise<void>,
  given: { readonly signal?: AbortSignal },
  tell: (stage: SubmitProgress["stage"], more: Partial<SubmitProgress>) => void,
  captionOf: (n: number) => string | undefined = () => undefined,
): Promise<Result<Uploaded>> {
  const waiting: string[] = []
  const states: (UploadState | null)[] = sources.map((_, n) => before[n] ?? null)
  const files: SealedFile[] = []
  let earlier = 0
  for (const [n, source] of sources.entries()) {
    const sent = await uploadFile({
      api,
      source,
      state: states[n] ?? null,
      caption: captionOf(n),
      signal: given.signal,
      keep: async (state) => {
        states[n] = state
        await keep([...states])
      },
      onBytes: (bytes, waiting) => tell("files", { bytesSent: earlier + bytes, file: source.name, waiting }),
    })
    // More than the desk takes unseen: the words go now, this file once a person there has opened them.
    if (!sent.ok && sent.refusal.error === "quota") {
      waiting.push(source.name)
      continue
    }
    if (!sent.ok) return sent
    files.push(sent.value)
    earlier += source.size
  }
  return ok({ files, waiting })
}

export interface Uploaded {
  readonly files: readonly SealedFile[]
  readonly waiting: readonly string[]
}
