// The least that a server of Node's own can do with the bytes of a file: nothing checked, nobody known. It says how much of a gap is
// the platform's. Prints its port, ends on SIGTERM. PUT /<how>/<file>/<part>, then POST /<how>/<file>.
import { createHash } from "node:crypto"
import { type FileHandle, open } from "node:fs/promises"
import { type IncomingMessage, createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import process from "node:process"

export type How = "thrown away" | "hashed" | "hashed and written"

const [folder] = process.argv.slice(2) as [string]
const STEP = 1_060_864
const files = new Map<string, Promise<FileHandle>>()
const fileOf = (id: string): Promise<FileHandle> => {
  const file = files.get(id) ?? open(join(folder, id), "w")
  files.set(id, file)
  return file
}

/** As the server itself does: pieces left to the collector would make the floor look higher than it is. */
const free = ({ buffer }: Uint8Array): void => void (buffer instanceof ArrayBuffer && buffer.transfer(0))

async function take(how: How, incoming: IncomingMessage, id: string, part: number): Promise<void> {
  const hash = how === "thrown away" ? null : createHash("sha256")
  const pieces: Buffer[] = []
  await new Promise((resolve, reject) => {
    incoming
      .on("data", (piece: Buffer) => {
        hash?.update(piece)
        if (how === "hashed and written") pieces.push(piece)
        else free(piece)
      })
      .once("end", resolve)
      .once("error", reject)
  })
  hash?.digest()
  if (how !== "hashed and written") return
  await (await fileOf(id)).writev(pieces, part * STEP)
  pieces.forEach(free)
}

async function complete(id: string): Promise<void> {
  const file = await files.get(id)
  files.delete(id)
  await file?.sync()
  await file?.close()
}

const server = createServer((incoming, outgoing) => {
  const [, how, id, part] = decodeURI(incoming.url as string).split("/") as [string, How, string, string?]
  const done = part === undefined ? complete(id) : take(how, incoming, id, Number(part))
  void done.then(
    () => outgoing.writeHead(204).end(),
    (error: unknown) => {
      console.error(error)
      outgoing.writeHead(500).end()
    },
  )
})
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port))
process.on("SIGTERM", () => process.exit(0))
