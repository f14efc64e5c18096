// What a run must remember so that a later one goes on with the same codes and the same sealed bytes: one JSON line a change, on the
// disk before anything is sent. It holds codes and one-time secrets in the clear, hence 0600, one writer, and deletion when done.
import { type FileHandle, open, readFile } from "node:fs/promises"
import { dirname } from "node:path"
import type { Journal } from "@safe-conduct/client/asker"
import { takeLock } from "../desk/lock.ts"
import { type Refusal, refuse } from "../refusal.ts"

export interface FileJournal extends Journal {
  /** Names that begin so, in the order in which they were first put. */
  names(beginning: string): readonly string[]
  close(): Promise<void>
}

type Opened = { readonly ok: true; readonly value: FileJournal } | { readonly ok: false; readonly refusal: Refusal }

const FIRST = JSON.stringify({ journal: "safe-conduct", v: 1 })

interface Row {
  readonly name: string
  readonly value: string | null
}

const isRow = (row: unknown): row is Row => {
  const { name, value } = (row ?? {}) as Partial<Row>
  return typeof name === "string" && (value === null || typeof value === "string")
}

/** Null: not a journal. `bytes` is how far it is whole; a last line that a dying run left torn is not counted. */
function readRows(text: string): { readonly values: Map<string, string>; readonly bytes: number } | null {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1)
  const [first, ...rows] = whole.split("\n").slice(0, -1)
  const values = new Map<string, string>()
  // Of a run that died while it wrote the very first line nothing is kept, for nothing was sent.
  if (first === undefined) return FIRST.startsWith(text) ? { values, bytes: 0 } : null
  if (first !== FIRST) return null
  for (const line of rows) {
    let row: unknown
    try {
      row = JSON.parse(line)
    } catch {
      return null
    }
    if (!isRow(row)) return null
    if (row.value === null) values.delete(row.name)
    else values.set(row.name, row.value)
  }
  return { values, bytes: Buffer.byteLength(whole) }
}

export async function openJournal(path: string): Promise<Opened> {
  const no = (error: string, message: string): Opened => ({ ok: false, refusal: refuse(error, message) })
  const give = await takeLock(`${path}.lock`)
  if (give === null) return no("journal-in-use", `Another run is writing ${path}.`)
  try {
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return ""
      throw error
    })
    const rows = readRows(text)
    if (rows === null) {
      await give()
      return no("bad-journal", `${path} is not a journal of this command, or was changed by something else.`)
    }
    const file = await open(path, "a", 0o600)
    await file.chmod(0o600)
    await file.truncate(rows.bytes)
    if (rows.bytes === 0) {
      await write(file, `${FIRST}\n`)
      // A new file's name is durable only once its folder is.
      const folder = await open(dirname(path), "r")
      await folder.sync().finally(() => folder.close())
    }
    return { ok: true, value: journalOf(file, rows.values, give) }
  } catch (error) {
    await give()
    throw error
  }
}

async function write(file: FileHandle, text: string): Promise<void> {
  await file.appendFile(text)
  await file.sync()
}

function journalOf(file: FileHandle, values: Map<string, string>, give: () => Promise<void>): FileJournal {
  const put = async (row: Row): Promise<void> => write(file, `${JSON.stringify(row)}\n`)
  return {
    get: async (name) => values.get(name) ?? null,
    async put(name, value) {
      await put({ name, value })
      values.set(name, value)
    },
    async drop(name) {
      if (!values.has(name)) return
      await put({ name, value: null })
      values.delete(name)
    },
    names: (beginning) => [...values.keys()].filter((name) => name.startsWith(beginning)),
    async close() {
      await file.close()
      await give()
    },
  }
}
