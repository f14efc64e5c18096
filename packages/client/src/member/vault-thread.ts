// A vault in a thread that can be ended with everything it knows, and begun anew: locking and signing out leave no key behind in any
// memory that is still held. The next is there before the old one has ended, so that nobody's call falls between the two. Other calls
// that were under way are never answered; whoever waited for them is gone from the screen.
import type { Change, Vault } from "./vault-port.ts"
import { type Port, workerVault } from "./worker.ts"

export interface Thread extends Port {
  terminate(): void
}

export interface VaultThread {
  readonly vault: Vault
  /** `last` is asked of the old vault alone: to sign out, to seal what is half written. One that does not answer is ended all the same. */
  end<T>(last: (old: Vault) => Promise<T>): Promise<T | null>
}

/** How long the last call may take, in milliseconds. */
const PATIENCE = 5_000

export function vaultThread(start: () => Thread): VaultThread {
  const listeners = new Set<(change: Change) => void>()
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change)
  }
  const begin = () => {
    const thread = start()
    const vault = workerVault(thread)
    const forget = vault.on(tell)
    return { thread, vault, forget }
  }
  let now = begin()
  const on: Vault["on"] = (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    vault: new Proxy({} as Vault, { get: (_, method) => (method === "on" ? on : Reflect.get(now.vault, method)) }),
    async end(last) {
      const old = now
      now = begin()
      old.forget()
      try {
        return await Promise.race([last(old.vault), new Promise<null>((done) => setTimeout(() => done(null), PATIENCE))])
      } finally {
        old.thread.terminate()
      }
    },
  }
}
