// One connection kept alive that speaks just enough HTTP/1.1 to call our server: the machine's cores are for what is measured,
// and `fetch` in the calling process costs more than the server's whole answer.
import { once } from "node:events"
import { type Socket, connect } from "node:net"

export interface Answer {
  readonly status: number
  readonly body: Buffer
}

export interface Lane {
  call(method: string, path: string, body?: string | Uint8Array, token?: string): Promise<Answer>
  /** Sends bytes that `written` laid out before the clock started. */
  send(bytes: Buffer): Promise<Answer>
  close(): void
}

/** A whole request as it goes over the wire. */
export const written = (port: number, method: string, path: string, body: string): Buffer =>
  Buffer.from(
    `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )

export async function openLane(port: number): Promise<Lane> {
  const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true })
  await once(socket, "connect")
  let held: Buffer[] = []
  let size = 0
  let wanted = -1
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  const fail = (error: Error): void => {
    waiting?.reject(error)
    waiting = null
  }
  socket.on("error", fail)
  socket.on("close", () => fail(new Error("the connection was closed")))
  socket.on("data", (chunk: Buffer) => {
    held.push(chunk)
    size += chunk.length
    if (wanted !== -1 && size < wanted) return
    const all = held.length === 1 ? chunk : Buffer.concat(held)
    held = [all]
    const end = all.indexOf("\r\n\r\n")
    if (end === -1) return
    const head = all.toString("latin1", 0, end).toLowerCase()
    const status = Number(head.slice(9, 12))
    const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1]
    if (length === undefined && status !== 204) return fail(new Error(`an answer of unknown length:\n${head}`))
    wanted = end + 4 + Number(length ?? 0)
    if (all.length < wanted) return
    const answer = { status, body: all.subarray(end + 4, wanted) }
    held = []
    size = 0
    wanted = -1
    const { resolve } = waiting as NonNullable<typeof waiting>
    waiting = null
    resolve(answer)
  })
  return {
    send: (bytes) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(bytes)
      }),
    call: (method, path, body, token) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        const type = typeof body === "string" ? "application/json" : "application/octet-stream"
        const bytes = body === undefined ? null : typeof body === "string" ? Buffer.from(body) : body
        const head =
          `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${token ? `authorization: Bearer ${token}\r\n` : ""}` +
          (bytes === null ? "\r\n" : `content-type: ${type}\r\ncontent-length: ${bytes.length}\r\n\r\n`)
        if (bytes === null) socket.write(head)
        else if (bytes.length < 65_536) socket.write(Buffer.concat([Buffer.from(head), bytes]))
        else {
          socket.write(head)
          socket.write(bytes)
        }
      }),
    close: () => void socket.destroy(),
  }
}
