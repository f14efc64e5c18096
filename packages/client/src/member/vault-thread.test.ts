// A thread that is ended takes its secrets with it, and the next knows nothing.
import { expect, test, vi } from "vitest"
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
        if (method === "refresh" || method === "signOut") return
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
  let answered = false
  void vault.refresh().then(() => (answered = true))
  const last = end((old) => old.who())
  // Nobody falls between the two: the next call is the new one's already.
  expect(await vault.who()).toMatchObject({ member: "thread 2" })
  expect(await last).toMatchObject({ member: "thread 1" })
  expect(ended).toEqual([1])
  expect(answered).toBe(false)
  // The old one's last word is for whoever ended it.
  expect(heard).toEqual(["tray", "tray"])
  forget()
  await vault.who()
  expect(heard).toHaveLength(2)
})

test("one that does not answer, or fails, is ended all the same", async () => {
  vi.useFakeTimers()
  const { start, ended } = threads()
  const { end } = vaultThread(start)
  const last = end((old) => old.signOut())
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await last).toBeNull()
  expect(ended).toEqual([1])
  vi.useRealTimers()
  await expect(end(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken")
  expect(ended).toEqual([1, 2])
})
