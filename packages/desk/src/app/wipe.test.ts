// What signing out leaves on the device.
import { expect, test } from "vitest"
import { wipe } from "./wipe.ts"

const store = (all: Record<string, string>): Storage =>
  Object.create(
    {
      removeItem(this: Record<string, string>, name: string) {
        delete this[name]
      },
    },
    Object.getOwnPropertyDescriptors(all),
  ) as Storage
const names = (one: Storage): string[] => Object.keys(one)

function device(databases: string[], cached: string[]) {
  return {
    databases,
    cached,
    indexedDB: {
      databases: async () => databases.map((name) => ({ name, version: 1 })),
      deleteDatabase: (name: string) => databases.splice(databases.indexOf(name), 1),
    } as unknown as IDBFactory,
    caches: {
      keys: async () => [...cached],
      delete: async (name: string) => cached.splice(cached.indexOf(name), 1).length > 0,
    } as unknown as CacheStorage,
  }
}

test("nothing of the desk stays; an asker's unsent request, in the portal's own store, does", async () => {
  const [local, session] = [
    store({ "desk-language": "ru", "desk-theme": "dark" }),
    store({ "desk-locked": "sealed", "trial-member": "", other: "x" }),
  ]
  const { databases, cached, ...found } = device(["safe-conduct", "safe-conduct-desk", "x"], ["a", "b"])
  await wipe({ ...found, stores: [() => local, () => session] })
  expect([names(local), names(session), databases, cached]).toEqual([[], ["trial-member"], ["safe-conduct"], []])
})

test("storage that is denied keeps nothing else from being wiped", async () => {
  const local = store({ "desk-theme": "dark" })
  const { databases, cached, ...found } = device(["x"], ["a"])
  const denied = (): never => {
    throw new DOMException("denied", "SecurityError")
  }
  await wipe({ ...found, stores: [denied, () => local] })
  await wipe({ stores: [denied] })
  expect([names(local), databases, cached]).toEqual([[], [], []])
})
