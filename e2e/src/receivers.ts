// What a member's phone would have behind it: a push server that takes a POST, and a mail server. Both listen on this machine.
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"

export interface Receivers {
  readonly webhook: string
  readonly smtp: string
  /** Everything that came, oldest first. */
  readonly came: { readonly by: "webhook" | "mail"; readonly at: number; readonly text: string }[]
  stop(): Promise<void>
}

export async function receivers(): Promise<Receivers> {
  const came: Receivers["came"] = []
  const push = createServer((request, response) => {
    let text = Object.entries(request.headers)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join("\n")
    request.on("data", (piece: Buffer) => (text += `\n${piece.toString("utf8")}`))
    request.on("end", () => {
      came.push({ by: "webhook", at: Date.now(), text })
      response.end()
    })
  })
  await new Promise<void>((done) => push.listen(0, "127.0.0.1", done))
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = ""
      stream.on("data", (piece: Buffer) => (text += piece.toString("utf8")))
      stream.on("end", () => {
        came.push({ by: "mail", at: Date.now(), text: text.replace(/=\r?\n/g, "").replace(/=3D/g, "=") })
        done()
      })
    },
  })
  const port = await new Promise<number>((done) => {
    const listening = mail.listen(0, "127.0.0.1", () => done((listening.address() as AddressInfo).port))
  })
  return {
    webhook: `http://127.0.0.1:${(push.address() as AddressInfo).port}/night`,
    smtp: `smtp://127.0.0.1:${port}`,
    came,
    async stop() {
      push.closeAllConnections()
      await Promise.all([new Promise((done) => push.close(done)), new Promise<void>((done) => mail.close(() => done()))])
    },
  }
}
