// A vault in a thread that can be ended with everything it knows, and begun anew: locking and signing out leave no key behind in any
// memory that is still held. Calls that were under way then are never answered; whoever waited for them is gone from the screen.
import type { Change, Vault } from "./vault-port.ts"
import { type Port, workerVault } from "./worker.ts"

export interface Thread extends Port {
  terminate(): void
}

export function vaultThread(start: () => Thread): { readonly vault: Vault; end(): void } {
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
    end() {
      now.forget()
      now.thread.terminate()
      now = begin()
    },
  }
}
