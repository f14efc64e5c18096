// A host that must never hear anything: counts every connection, every line of a request and every datagram that reaches it.
import { createSocket } from "node:dgram"
import { once } from "node:events"
import { type AddressInfo, type Socket, createServer } from "node:net"

export interface Sink {
  readonly port: number
  readonly udpPort: number
  readonly url: string
  /** What reached it since it was last emptied. */
  take(): string[]
  close(): Promise<void>
}

/** `answer` is served as a page to whoever asks for /control: a page without any policy, to show that the sink hears. */
export async function openSink(answer = ""): Promise<Sink> {
  let heard: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    let asked = false
    const connected = heard.push("a connection") - 1
    socket.on("close", () => open.delete(socket))
    socket.on("error", () => undefined)
    socket.on("data", (piece) => {
      const [line = ""] = piece.toString("latin1").split("\r\n")
      const ours = line.startsWith("GET /control ")
      if (!asked && ours) heard[connected] = ""
      asked = true
      if (!ours) heard.push(line)
      const body = ours ? answer : ""
      socket.end(
        `HTTP/1.1 200 OK\r\ncontent-type: ${ours ? "text/html" : "text/plain"}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
      )
    })
  })
  const datagrams = createSocket("udp4").bind(0, "127.0.0.1")
  datagrams.on("message", () => heard.push("a datagram"))
  server.listen(0, "127.0.0.1")
  await Promise.all([once(server, "listening"), once(datagrams, "listening")])
  const { port } = server.address() as AddressInfo
  return {
    port,
    udpPort: datagrams.address().port,
    url: `http://127.0.0.1:${port}`,
    take() {
      const taken = heard.filter((line) => line !== "")
      heard = []
      return taken
    },
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      datagrams.close()
      await once(server, "close")
    },
  }
}
