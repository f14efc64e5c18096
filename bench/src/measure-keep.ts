// The desk's own keep in IndexedDB, which also tells when something was put there.
import { browserShelf, type KeepShelf } from "@safe-conduct/client/member"

export function keepOf(database: string): { readonly shelf: KeepShelf; readonly kept: Promise<void> } {
  const opened = browserShelf(globalThis.indexedDB, database)
  let tell: () => void = () => undefined
  const kept = new Promise<void>((done) => (tell = done))
  const shelf: KeepShelf = {
    get: async (name) => (await opened).get(name),
    put: async (name, value) => {
      await (await opened).put(name, value)
      tell()
    },
    drop: async (name) => (await opened).drop(name),
  }
  return { shelf, kept }
}
