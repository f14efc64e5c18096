// What stays on this device while a request is being written and sent: sealed under a random key, erased at receipt or after
// 14 days. Where the browser denies storage it lives in memory, and says so.
import { type DraftKey, newDraftKey, openDraft, sealDraft } from "@safe-conduct/sealing/seal"
import type { DraftStore, Journal } from "./asker-port.ts"

export const KEEP_DAYS = 14
const KEEP_MS = KEEP_DAYS * 24 * 60 * 60 * 1000

/** The few calls on a place of small values; IndexedDB in a browser, a map elsewhere. */
export interface Shelf {
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<void>
  drop(name: string): Promise<void>
  names(): Promise<readonly string[]>
  readonly lasting: boolean
}

export interface Device {
  readonly lasting: boolean
  readonly draft: DraftStore
  readonly journal: Journal
  /** Draft, upload states, sealed bytes and the key itself. */
  eraseAll(): Promise<void>
}

interface Sealed {
  readonly at: number
  readonly sealed: Uint8Array
}

const KEY = "key"
const DRAFT = "draft"

/** `now` in milliseconds since 1970. What is older than 14 days is gone before anything is read. */
export async function openDevice(shelf: Shelf, now: () => number): Promise<Device> {
  const stored = await shelf.get(KEY)
  let key: DraftKey
  if (typeof stored === "string") key = stored as DraftKey
  else {
    key = newDraftKey()
    await shelf.put(KEY, key)
  }
  for (const name of await shelf.names()) {
    const value = name === KEY ? null : ((await shelf.get(name)) as Sealed | undefined)
    if (value !== null && value !== undefined && now() - value.at > KEEP_MS) await shelf.drop(name)
  }
  const load = async (name: string): Promise<unknown> => {
    const value = (await shelf.get(name)) as Sealed | undefined
    return value === undefined ? null : openDraft(key, name, value.sealed)
  }
  const save = async (name: string, value: unknown): Promise<void> =>
    shelf.put(name, { at: now(), sealed: await sealDraft(key, name, value) } satisfies Sealed)
  return {
    lasting: shelf.lasting,
    draft: { lasting: shelf.lasting, load: () => load(DRAFT), save: (draft) => save(DRAFT, draft), erase: () => shelf.drop(DRAFT) },
    journal: {
      get: async (name) => (await load(`journal/${name}`)) as string | null,
      put: (name, value) => save(`journal/${name}`, value),
      drop: (name) => shelf.drop(`journal/${name}`),
    },
    async eraseAll() {
      for (const name of await shelf.names()) await shelf.drop(name)
    },
  }
}

export function memoryShelf(): Shelf {
  const values = new Map<string, unknown>()
  return {
    lasting: false,
    get: async (name) => values.get(name),
    put: async (name, value) => void values.set(name, value),
    drop: async (name) => void values.delete(name),
    names: async () => [...values.keys()],
  }
}

/** The browser's own store, or memory where it is denied (private windows, pages inside other apps). */
export async function browserShelf(factory: IDBFactory | undefined, database = "safe-conduct"): Promise<Shelf> {
  try {
    if (factory === undefined) return memoryShelf()
    const shelf = indexedShelf(await opened(factory, database))
    // Some browsers open the store and refuse the first write: better known now than at the last step.
    await shelf.put("probe", 1)
    await shelf.drop("probe")
    return shelf
  } catch {
    return memoryShelf()
  }
}

const STORE = "kept"

function opened(factory: IDBFactory, database: string): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = factory.open(database, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => {
      // Whoever wipes the device from another page must not wait for this one.
      asked.result.onversionchange = () => asked.result.close()
      done(asked.result)
    }
    asked.onerror = () => fail(asked.error)
    asked.onblocked = () => fail(new Error("the store is blocked"))
  })
}

function indexedShelf(database: IDBDatabase): Shelf {
  const run = <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((done, fail) => {
      const transaction = database.transaction(STORE, mode)
      const asked = act(transaction.objectStore(STORE))
      // A write counts once its transaction is through, not when the request says so.
      transaction.oncomplete = () => done(asked.result)
      transaction.onerror = transaction.onabort = () => fail(transaction.error)
    })
  return {
    lasting: true,
    get: (name) => run("readonly", (store) => store.get(name)),
    put: async (name, value) => void (await run("readwrite", (store) => store.put(value, name))),
    drop: async (name) => void (await run("readwrite", (store) => store.delete(name))),
    names: async () => (await run("readonly", (store) => store.getAllKeys())).map(String),
  }
}
