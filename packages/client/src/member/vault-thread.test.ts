// A thread that is ended takes its secrets with it, and the next knows nothing.
import { expect, test } from "vitest"
import { type Thread, vaultThread } from "./vault-thread.ts"

/** A thread that answers `who` with its own number. */
function threads() {
  const ended: number[] = []
  let count = 0
  const start = (): Thread => {
    const number = ++count
    const listeners: ((event: { readonly data: unknown }) => void)[] = []
    const send = (data: unknown): void => {
      if (!ended.includes(number)) for (const listener of listeners) listener({ data })
    }
    return {
      postMessage(message) {
        const { id, method } = message as { id: number; method: string }
        if (method === "refresh") return
        queueMicrotask(() => {
          send({ is: "change", change: { what: "tray" } })
          send({ is: "answer", id, value: { member: `thread ${number}` } })
        })
      },
      addEventListener: (_, listener) => void listeners.push(listener),
      terminate: () => void ended.push(number),
    }
  }
  return { start, ended }
}

test("ending begins a new one; listeners stay, answers of the old one never come", async () => {
  const { start, ended } = threads()
  const { vault, end } = vaultThread(start)
  const heard: string[] = []
  const forget = vault.on((change) => heard.push(change.what))
  expect(await vault.who()).toMatchObject({ member: "thread 1" })
  const late = vault.who()
  let answered = false
  void late.then(() => (answered = true))
  end()
  expect(ended).toEqual([1])
  expect(await vault.who()).toMatchObject({ member: "thread 2" })
  expect(answered).toBe(false)
  expect(heard).toEqual(["tray", "tray"])
  forget()
  await vault.who()
  expect(heard).toHaveLength(2)
})
