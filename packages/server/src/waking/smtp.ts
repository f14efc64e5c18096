// A notice by mail, the last way: mail is slow, filtered and read by whoever carries it. One server, named by whoever runs the desk.
import { createTransport } from "nodemailer"
import { TITLE, noticeText } from "./notice-text.ts"
import { PATIENCE, type Sender } from "./senders.ts"

export interface MailOptions {
  /** smtps://user:password@host, or smtp:// where TLS is taken up on the way; without TLS to this machine alone. */
  readonly url: string
  readonly from: string
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"])

export function mailSender({ url, from }: MailOptions): Sender {
  const { hostname } = new URL(url)
  const transport = createTransport({
    url,
    requireTLS: !LOOPBACK.has(hostname),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    takes: () => true,
    async send({ address, language, link }) {
      const headers = { "Auto-Submitted": "auto-generated" }
      try {
        await transport.sendMail({ from, to: address, subject: TITLE, text: noticeText(language, link), headers })
        return true
      } catch {
        return false
      }
    },
  }
}
