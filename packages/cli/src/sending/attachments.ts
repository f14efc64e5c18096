// Files to send, found by the names that requests give them, and read part by part: a video is never held whole.
import { type FileHandle, open } from "node:fs/promises"
import { basename, extname, resolve } from "node:path"
import type { FileSource } from "@safe-conduct/client/asker"
import type { Request } from "@safe-conduct/domain/request"
import { type Refusal, refuse } from "../refusal.ts"

const types: Readonly<Record<string, string>> = {
  ".pdf": "application/pdf",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".heic": "image/heic",
  ".webp": "image/webp",
  ".mp4": "video/mp4",
  ".mov": "video/quicktime",
  ".m4a": "audio/mp4",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".txt": "text/plain",
  ".doc": "application/msword",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".zip": "application/zip",
}

export interface Attachments {
  /** By the name without its folder. */
  readonly byName: ReadonlyMap<string, FileSource>
  close(): Promise<void>
}

type Opened = { readonly ok: true; readonly value: Attachments } | { readonly ok: false; readonly refusal: Refusal }

export async function openAttachments(paths: readonly string[], cwd: string): Promise<Opened> {
  const byName = new Map<string, FileSource>()
  const handles: FileHandle[] = []
  const close = async (): Promise<void> => void (await Promise.all(handles.map((handle) => handle.close())))
  const no = async (error: string, message: string): Promise<Opened> => {
    await close()
    return { ok: false, refusal: refuse(error, message) }
  }
  for (const path of paths) {
    const name = basename(path)
    if (byName.has(name)) return no("repeated-file", `Two attached files are called ${name}.`)
    let handle: FileHandle
    try {
      handle = await open(resolve(cwd, path), "r")
    } catch (error) {
      return no("no-such-file", `${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
    }
    handles.push(handle)
    const stat = await handle.stat()
    if (!stat.isFile()) return no("no-such-file", `${path} is not a file.`)
    byName.set(name, sourceOf(handle, name, stat.size))
  }
  return { ok: true, value: { byName, close } }
}

const sourceOf = (handle: FileHandle, name: string, size: number): FileSource => ({
  name,
  type: types[extname(name).toLowerCase()] ?? "application/octet-stream",
  size,
  async read(from, to) {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(to - from), 0, to - from, from)
    return buffer.subarray(0, bytesRead)
  },
})

export interface Matched {
  readonly request: Request
  readonly files: readonly FileSource[]
  /** Names that the request speaks of and nobody attached: the lines stay, at the end. */
  readonly notAttached: readonly string[]
}

/** A request's lines about files beside the files themselves, in one order. `rest`: what no line speaks of is sent too. */
export function matchFiles(request: Request, { byName }: Attachments, rest: boolean): Matched {
  const lines = request.files ?? []
  const named = lines.filter((line, n) => byName.has(line.name) && lines.findIndex((other) => other.name === line.name) === n)
  const others = rest ? [...byName.keys()].filter((name) => !named.some((line) => line.name === name)).map((name) => ({ name })) : []
  const spoken = lines.filter((line) => !byName.has(line.name))
  const all = [...named, ...others, ...spoken]
  return {
    request: all.length === 0 ? request : { ...request, files: all },
    files: [...named, ...others].map(({ name }) => byName.get(name) as FileSource),
    notAttached: spoken.map(({ name }) => name),
  }
}
