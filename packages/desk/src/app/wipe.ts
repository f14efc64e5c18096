// Signing out leaves nothing of the desk on the device: no store, no cache, no preference, and no bundle of a locked screen.

/** The portal's own store lies at the same address: what an asker has not sent yet is hers, and goes by its own rule. */
const portals = "safe-conduct"
/** Not hers: that this tab left a trial by the door, and the pass of the program that serves a local desk, which ends with it. */
const kept = ["trial-member", "door"]

export interface Device {
  readonly indexedDB?: IDBFactory | undefined
  readonly caches?: CacheStorage | undefined
  /** Storage that the browser denies throws when it is asked for. */
  readonly stores: readonly (() => Storage)[]
}

export const thisDevice = (): Device => ({
  indexedDB: globalThis.indexedDB,
  caches: globalThis.caches,
  stores: [() => localStorage, () => sessionStorage],
})

/** Each by itself: one that is denied does not keep the others. */
export async function wipe({ indexedDB, caches, stores }: Device): Promise<void> {
  for (const open of stores)
    await quietly(async () => {
      const store = open()
      for (const name of Object.keys(store)) if (!kept.includes(name)) store.removeItem(name)
    })
  await quietly(async () => {
    for (const { name } of (await indexedDB?.databases()) ?? []) if (name !== undefined && name !== portals) indexedDB?.deleteDatabase(name)
  })
  await quietly(async () => {
    for (const name of (await caches?.keys()) ?? []) await caches?.delete(name)
  })
}

async function quietly(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch {
    // Denied: then there is nothing of ours in it either.
  }
}
