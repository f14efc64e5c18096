// Mail through a real SMTP server: what arrives, and what a server that refuses does.
import { SMTPServer } from "smtp-server"
import { afterEach, expect, test } from "vitest"
import { mailSender } from "./smtp.ts"

const servers: SMTPServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((one) => new Promise<void>((done) => one.close(() => done())))))

async function listening(options: ConstructorParameters<typeof SMTPServer>[0]): Promise<string> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS"], ...options })
  servers.push(server)
  const port = await new Promise<number>((done) => {
    const listener = server.listen(0, "127.0.0.1", () => done((listener.address() as { port: number }).port))
  })
  return `smtp://127.0.0.1:${port}`
}
const notice = { address: "night@example.org", language: "fr" as const, link: "https://desk.example.org/take#token" }

test("a notice arrives in her language, from the desk's own address, and says no more than a link", async () => {
  const mails: { from: string; to: string[]; text: string }[] = []
  const url = await listening({
    onData(stream, session, done) {
      let text = ""
      stream.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")))
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  expect(await mailSender({ url, from: "desk@example.org" }).send(notice)).toBe(true)
  expect(mails).toMatchObject([{ from: "desk@example.org", to: ["night@example.org"] }])
  const plain = (mails[0]?.text ?? "").replace(/=\r?\n/g, "").replace(/=3D/g, "=")
  expect(plain).toContain("Subject: Safe Conduct")
  expect(plain).toContain("https://desk.example.org/take#token")
  expect(plain).toContain("Auto-Submitted: auto-generated")
})
test("a server that refuses, or is not there, is a notice that failed", async () => {
  const url = await listening({ onRcptTo: (_address, _session, done) => done(new Error("no such box")) })
  expect(await mailSender({ url, from: "desk@example.org" }).send(notice)).toBe(false)
  expect(await mailSender({ url: "smtp://127.0.0.1:1", from: "desk@example.org" }).send(notice)).toBe(false)
})
