// The port on this very thread: in the Worker as a rule, in the page where there is no Worker. It alone holds desk and mailbox.
import {
  browserShelf,
  childOf,
  connect,
  type KeptCode,
  keptCode,
  type Desk,
  type Device,
  type Mailbox,
  newCode,
  openDevice,
  openFolder,
  openMailbox,
  ownCopy,
  readCode,
  sourceOfBlob,
  submit,
  wordsOf,
} from "@safe-conduct/client/asker"
import type { Answer, Port } from "./port.ts"

export interface Surroundings {
  readonly server: string
  readonly now: () => number
  readonly indexedDB: IDBFactory | undefined
}

export function createPort({ server, now, indexedDB }: Surroundings): Port {
  let device: Promise<Device> | null = null
  let desk: Desk | null = null
  let mailbox: Mailbox | null = null
  let stopping = new AbortController()

  let code: Promise<KeptCode> | null = null

  /** Apart from the draft's store: what erases a draft leaves it, and the other way round. */
  const codeShelf = (): Promise<KeptCode> => (code ??= browserShelf(indexedDB, "safe-conduct-code").then((shelf) => keptCode(shelf, now)))
  const kept = (): Promise<Device> => (device ??= browserShelf(indexedDB).then((shelf) => openDevice(shelf, now)))
  const met = async (): Promise<Answer<Desk>> => {
    if (desk) return { ok: true, value: desk }
    const found = await connect({ server, now })
    if (found.ok) desk = found.value
    return found
  }
  const opened = <T>(act: (mailbox: Mailbox) => Promise<Answer<T>>): Promise<Answer<T>> =>
    mailbox ? act(mailbox) : Promise.resolve({ ok: false, refusal: { error: "no-mailbox" } })
  const fresh = () => (stopping = new AbortController()).signal

  async function open(code: Uint8Array): Promise<Answer<null>> {
    const found = await met()
    if (!found.ok) return found
    const box = await openMailbox(found.value, code, (await kept()).journal)
    if (!box.ok) return box
    mailbox = box.value
    return { ok: true, value: null }
  }

  return {
    async draft() {
      const { draft } = await kept()
      // A draft sealed under a key that is gone cannot be opened: it is nothing, not an error.
      return { draft: await draft.load().catch(() => null), lasting: draft.lasting }
    },
    keep: async (draft) => (await kept()).draft.save(draft),
    erase: async () => {
      await (await kept()).eraseAll()
      device = null
    },
    async connect() {
      const found = await met()
      return found.ok ? { ok: true, value: { trial: found.value.trial } } : found
    },
    async newCode(language) {
      const found = await met()
      if (!found.ok) return found
      const { code } = await newCode(found.value)
      return { ok: true, value: { code, words: await wordsOf(code, language) } }
    },
    wordsOf,
    async submit({ code, request, files, wake }, onProgress) {
      const found = await met()
      if (!found.ok) return found
      const { journal } = await kept()
      return submit({
        desk: found.value,
        code,
        request,
        files: files.map((file) => sourceOfBlob(file)),
        wake,
        journal,
        onProgress,
        signal: fresh(),
      })
    },
    stop: async () => stopping.abort(),
    ownCopy,
    async readWords(text) {
      const got = await readCode(text)
      if (!got.ok) return got
      const { code, language, repaired } = got.value
      return {
        ok: true,
        value: { code, language, repaired: repaired.map((one) => ({ place: one.index + 1, typed: one.typed, meant: one.word })) },
      }
    },
    open,
    async codeHere() {
      const shelf = await codeShelf()
      return { there: await shelf.there(), lasting: shelf.lasting }
    },
    keepCode: async (code, pin) => (await codeShelf()).keep(code, pin),
    takeCode: async (pin) => (await codeShelf()).open(pin),
    dropCode: async () => (await codeShelf()).drop(),
    async folder(code, onRow) {
      const found = await met()
      return found.ok ? openFolder(found.value, code, onRow) : found
    },
    async openChild(folder, index) {
      const found = await met()
      return found.ok ? open((await childOf(found.value, folder, index)).code) : found
    },
    async childWords(folder, index, language) {
      const found = await met()
      return found.ok ? wordsOf((await childOf(found.value, folder, index)).code, language) : []
    },
    read: () => opened((box) => box.read()),
    say: ({ text, files, wake }, onProgress) =>
      opened(async (box) =>
        box.say({
          text,
          files: files.map((file) => sourceOfBlob(file)),
          wake,
          journal: (await kept()).journal,
          onProgress,
          signal: fresh(),
        }),
      ),
    wish: (wish) => opened((box) => box.ask(wish)),
    async close() {
      await mailbox?.close()
      mailbox = null
    },
  }
}
