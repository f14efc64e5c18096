// The same port, with a Worker behind it: the page stays alive while 30 MB are being locked, and keys never enter the page's reach.
import type { FolderRow, Port, SubmitProgress } from "./port.ts"

export interface Call {
  readonly id: number
  readonly name: keyof Port
  readonly given: readonly unknown[]
}
export type Reply =
  | { readonly ready: true }
  | { readonly id: number; readonly progress: SubmitProgress | FolderRow }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly thrown: string }

interface Waiting {
  readonly done: (value: unknown) => void
  readonly fail: (error: Error) => void
  readonly onProgress: ((progress: never) => void) | undefined
}

/** Worker's side: answers calls with a port of its own. Functions do not cross, so progress is told by message. */
export function serve(port: Port, post: (reply: Reply) => void): (call: Call) => void {
  return ({ id, name, given }) => {
    const act = port[name] as (...given: unknown[]) => Promise<unknown>
    act(...given, (progress: SubmitProgress | FolderRow) => post({ id, progress })).then(
      (value) => post({ id, value }),
      (error: unknown) => post({ id, thrown: String(error) }),
    )
  }
}

/** Page's side. */
export function callThrough(worker: Worker): Port {
  const waiting = new Map<number, Waiting>()
  let last = 0
  worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    if ("ready" in data) return
    const call = waiting.get(data.id)
    if (!call) return
    if ("progress" in data) return call.onProgress?.(data.progress as never)
    waiting.delete(data.id)
    if ("thrown" in data) call.fail(new Error(data.thrown))
    else call.done(data.value)
  })
  worker.addEventListener("error", () => {
    for (const call of waiting.values()) call.fail(new Error("the worker stopped"))
    waiting.clear()
  })
  const call = (name: keyof Port, given: readonly unknown[], onProgress?: (progress: never) => void): Promise<never> =>
    new Promise((done, fail) => {
      const id = ++last
      waiting.set(id, { done: done as Waiting["done"], fail, onProgress })
      worker.postMessage({ id, name, given } satisfies Call)
    })
  return {
    draft: () => call("draft", []),
    keep: (draft) => call("keep", [draft]),
    erase: () => call("erase", []),
    connect: () => call("connect", []),
    newCode: (language) => call("newCode", [language]),
    wordsOf: (code, language) => call("wordsOf", [code, language]),
    submit: (sending, onProgress) => call("submit", [sending], onProgress),
    stop: () => call("stop", []),
    ownCopy: (request, password) => call("ownCopy", [request, password]),
    readWords: (text) => call("readWords", [text]),
    open: (code) => call("open", [code]),
    codeHere: () => call("codeHere", []),
    keepCode: (code, pin) => call("keepCode", [code, pin]),
    takeCode: (pin) => call("takeCode", [pin]),
    dropCode: () => call("dropCode", []),
    folder: (code, onRow) => call("folder", [code], onRow),
    openChild: (folder, index) => call("openChild", [folder, index]),
    childWords: (folder, index, language) => call("childWords", [folder, index, language]),
    read: () => call("read", []),
    say: (saying, onProgress) => call("say", [saying], onProgress),
    wish: (wish) => call("wish", [wish]),
    close: () => call("close", []),
  }
}
