// The same vault behind a Worker: calls go over as plain data, changes come back as events, file parts as transferred buffers.
// Keys never cross. `serveVault` stands in the Worker, `workerVault` on the page.
import type { FileSource } from "../file/source.ts"
import { no } from "../result.ts"
import { packed, unpacked } from "./packed.ts"
import { rowsAtPage, rowsAtVault } from "./row-line.ts"
import type { CaseRow, Change, StreamId, Today, Vault } from "./vault-port.ts"

/** A Worker, a MessagePort or the Worker's own scope: whatever can be posted to. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void
  start?(): void
}

type Method = Exclude<keyof Vault, "on">
interface Sourced {
  readonly source: number
  readonly name: string
  readonly type: string
  readonly size: number
}
type FromPage =
  | { readonly is: "call"; readonly id: number; readonly method: Method; readonly args: readonly unknown[] }
  | { readonly is: "bytes"; readonly read: number; readonly bytes: ArrayBuffer | null }
type FromVault =
  | {
      readonly is: "answer"
      readonly id: number
      readonly value?: unknown
      /** Of the list: its rows in their order. */
      readonly rows?: string
      /** Of Today: its rows in theirs, and beside them all that is no row. */
      readonly day?: { readonly rows: string; readonly packed: string }
      readonly bug?: string
    }
  | { readonly is: "rows"; readonly of: "list" | "today"; readonly packed: string }
  | { readonly is: "change"; readonly change: Change }
  | { readonly is: "read"; readonly read: number; readonly source: number; readonly from: number; readonly to: number }

/** Today without its rows, which have a line of their own: the streams of those that stand in each part of it. */
type Day = Omit<Today, Shown> & Readonly<Record<Shown, readonly StreamId[]>>
type Shown = "emergencies" | "newSince"

/** Nobody is signed in any more: neither side keeps what it was shown. */
const closes = ({ what }: Change): boolean => what === "signed-out" || what === "locked"

const isSource = (value: unknown): value is FileSource =>
  typeof value === "object" && value !== null && typeof (value as FileSource).read === "function"
const isSourced = (value: unknown): value is Sourced =>
  typeof value === "object" && value !== null && typeof (value as Sourced).source === "number" && "size" in value

/** Replaces what `pick` takes at the top of an argument or one level inside it: no call nests a file deeper. */
function mapped(value: unknown, pick: (value: unknown) => unknown): unknown {
  const taken = pick(value)
  if (taken !== undefined) return taken
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pick(inner) ?? inner]))
}

export function workerVault(port: Port): Vault {
  const waiting = new Map<
    number,
    { readonly done: (value: unknown) => void; readonly fail: (bug: Error) => void; readonly sources: readonly number[] }
  >()
  const sources = new Map<number, FileSource>()
  const listeners = new Set<(change: Change) => void>()
  const rows = { list: rowsAtPage(), today: rowsAtPage() }
  let last = 0

  port.addEventListener("message", ({ data }) => {
    const message = data as FromVault
    if (message.is === "rows") rows[message.of].take(message.packed)
    if (message.is === "change") {
      if (closes(message.change)) for (const line of Object.values(rows)) line.forget()
      for (const listener of listeners) listener(message.change)
    }
    if (message.is === "read") void answerRead(message.read, message.source, message.from, message.to)
    if (message.is === "answer") {
      const call = waiting.get(message.id)
      waiting.delete(message.id)
      for (const source of call?.sources ?? []) sources.delete(source)
      if (message.rows !== undefined) call?.done(rows.list.inOrder(message.rows))
      else if (message.day !== undefined) call?.done(wholeDay(rows.today.inOrder(message.day.rows), unpacked(message.day.packed) as Day))
      else if (message.bug === undefined) call?.done(message.value)
      else call?.fail(new Error(message.bug))
    }
  })
  port.start?.()

  async function answerRead(read: number, source: number, from: number, to: number): Promise<void> {
    let bytes: ArrayBuffer | null = null
    try {
      const part = await sources.get(source)?.read(from, to)
      if (part !== undefined) bytes = part.slice().buffer as ArrayBuffer
    } catch {
      // The file has gone: the vault refuses it as unreadable.
    }
    port.postMessage({ is: "bytes", read, bytes } satisfies FromPage, bytes === null ? [] : [bytes])
  }

  const call = (method: Method, args: readonly unknown[]): Promise<unknown> =>
    new Promise((done, fail) => {
      const own: number[] = []
      const plain = args.map((arg) =>
        mapped(arg, (value) => {
          if (!isSource(value)) return undefined
          const source = ++last
          own.push(source)
          sources.set(source, value)
          return { source, name: value.name, type: value.type, size: value.size } satisfies Sourced
        }),
      )
      const id = ++last
      waiting.set(id, { done, fail, sources: own })
      port.postMessage({ is: "call", id, method, args: plain } satisfies FromPage)
    })

  const on: Vault["on"] = (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return new Proxy({} as Vault, {
    // A promise asks its value for `then`: a vault is none.
    get: (_, method) =>
      method === "on"
        ? on
        : typeof method !== "string" || method === "then"
          ? undefined
          : (...args: unknown[]) => call(method as Method, args),
  })
}

const streamsOf = (rows: readonly CaseRow[]): readonly StreamId[] => rows.map(({ stream }) => stream)

function wholeDay(rows: readonly CaseRow[], day: Day): Today {
  const here = new Map(rows.map((row) => [row.stream, row]))
  const shown = (streams: readonly StreamId[]): readonly CaseRow[] => streams.flatMap((stream) => here.get(stream) ?? [])
  return { ...day, emergencies: shown(day.emergencies), newSince: shown(day.newSince) }
}

export function serveVault(port: Port, vault: Vault): void {
  const reads = new Map<number, (bytes: ArrayBuffer | null) => void>()
  let last = 0
  const send = (message: FromVault, transfer: Transferable[] = []): void => port.postMessage(message, transfer)

  const sourceOf = ({ source, name, type, size }: Sourced): FileSource => ({
    name,
    type,
    size,
    read: (from, to) =>
      new Promise((done, fail) => {
        const read = ++last
        reads.set(read, (bytes) => (bytes === null ? fail(new Error("the file has gone")) : done(new Uint8Array(bytes))))
        send({ is: "read", read, source, from, to })
      }),
  })

  const rows = { list: rowsAtVault(), today: rowsAtVault(true) }
  vault.on((change) => {
    if (closes(change)) for (const line of Object.values(rows)) line.forget()
    send({ is: "change", change })
  })
  port.addEventListener("message", ({ data }) => {
    const message = data as FromPage
    if (message.is === "bytes") {
      const read = reads.get(message.read)
      reads.delete(message.read)
      read?.(message.bytes)
    } else if (message.is === "call") void serve(message.id, message.method, message.args)
  })
  port.start?.()

  async function serve(id: number, method: Method, args: readonly unknown[]): Promise<void> {
    const call = (Object.hasOwn(vault, method) ? vault[method] : undefined) as ((...args: unknown[]) => Promise<unknown>) | undefined
    if (call === undefined) return send({ is: "answer", id, value: no("unknown-call") })
    try {
      const value = await call(...args.map((arg) => mapped(arg, (inner) => (isSourced(inner) ? sourceOf(inner) : undefined))))
      const post = (of: "list" | "today") => (part: string) => send({ is: "rows", of, packed: part })
      if (method === "list")
        return await rows.list.send(value as readonly CaseRow[], post("list"), (order) => send({ is: "answer", id, rows: order }))
      if (method === "today") {
        const day = value as Today
        const told = packed({ ...day, emergencies: streamsOf(day.emergencies), newSince: streamsOf(day.newSince) } satisfies Day)
        const shown = [...new Set([...day.emergencies, ...day.newSince])]
        return await rows.today.send(shown, post("today"), (order) => send({ is: "answer", id, day: { rows: order, packed: told } }))
      }
      const bytes = (value as { value?: unknown } | null)?.value
      send({ is: "answer", id, value }, bytes instanceof Uint8Array ? [bytes.buffer as ArrayBuffer] : [])
    } catch (bug) {
      send({ is: "answer", id, bug: bug instanceof Error ? `${bug.name}: ${bug.message}` : String(bug) })
    }
  }
}
