// A line between the browser and the server that keeps every byte of both directions, so that what was sent can be searched.
import { once } from "node:events"
import { type AddressInfo, type Socket, connect, createServer } from "node:net"

export interface WireTap {
  readonly url: string
  /** Everything that passed, a buffer a connection and direction. */
  passed(): Buffer[]
  close(): Promise<void>
}

export async function tapWire(port: number): Promise<WireTap> {
  const kept: Buffer[][] = []
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1")
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      const bytes: Buffer[] = []
      kept.push(bytes)
      open.add(from)
      from.on("data", (piece: Buffer) => bytes.push(piece))
      from.on("error", () => to.destroy())
      from.on("close", () => open.delete(from))
      from.pipe(to)
    }
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed: () => kept.map((pieces) => Buffer.concat(pieces)),
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, "close")
    },
  }
}
