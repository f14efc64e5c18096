// A bad line between the browser and the server: it breaks every open connection, in the middle of whatever is being sent,
// each time so many more bytes have gone up.
import { once } from "node:events"
import { type AddressInfo, type Socket, connect, createServer } from "node:net"

export interface CutLine {
  readonly url: string
  readonly cuts: number
  close(): Promise<void>
}

export async function cutLine(port: number, every: number, times: number): Promise<CutLine> {
  const open = new Set<Socket>()
  let up = 0
  let cuts = 0
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1")
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on("error", () => undefined)
      socket.on("close", () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on("data", (piece: Buffer) => {
      up += piece.length
      if (cuts < times && up >= every * (cuts + 1)) {
        cuts++
        for (const socket of open) socket.destroy()
        return
      }
      if (!far.write(piece)) {
        near.pause()
        far.once("drain", () => near.resume())
      }
    })
    near.on("end", () => far.end())
    far.pipe(near)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts
    },
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, "close")
    },
  }
}
