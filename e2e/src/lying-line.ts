// A line between the browser and the server that keeps every request whole, and lets a test alter, cut or drop any answer on its way.
import { type IncomingHttpHeaders, type Server, createServer, request } from "node:http"
import type { AddressInfo } from "node:net"

export interface KeptRequest {
  readonly method: string
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** What becomes of an answer: other bytes, or none at all. The answer is asked for unpacked, so that a byte is a byte of the file. */
export type Lie = (target: string, bytes: Buffer, type: string) => { readonly bytes: Buffer; readonly type?: string } | "dropped" | null

export interface LyingLine {
  readonly url: string
  readonly kept: KeptRequest[]
  lie: Lie
  close(): Promise<void>
}

const body = async (from: AsyncIterable<unknown>): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of from) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

export async function lyingLine(port: number): Promise<LyingLine> {
  const line = { kept: [] as KeptRequest[], lie: (() => null) as Lie }
  const server: Server = createServer((from, to) => {
    const pass = async (): Promise<void> => {
      const sent = await body(from)
      const { method = "", url: target = "", headers } = from
      line.kept.push({ method, target, headers, body: sent })
      const answer = await new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>((resolve, fail) => {
        const call = request(
          { port, host: "127.0.0.1", method, path: target, headers: { ...headers, "accept-encoding": "identity" } },
          (far) => body(far).then((bytes) => resolve({ status: far.statusCode ?? 0, headers: far.headers, bytes }), fail),
        )
        call.on("error", fail)
        call.end(sent)
      })
      const told = line.lie(target.split("?")[0] as string, answer.bytes, answer.headers["content-type"] ?? "")
      if (told === "dropped") return void to.destroy()
      const { "content-length": _length, "transfer-encoding": _coding, "cache-control": _kept, ...rest } = answer.headers
      to.writeHead(answer.status, {
        ...rest,
        "cache-control": "no-store",
        ...(told?.type === undefined ? {} : { "content-type": told.type }),
      })
      to.end(told?.bytes ?? answer.bytes)
    }
    pass().catch(() => to.destroy())
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  return Object.assign(line, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  })
}
