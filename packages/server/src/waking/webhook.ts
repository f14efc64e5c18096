// A notice by POST, as ntfy takes it: the text as body, title and link as headers. No redirect is followed. The name is looked up once,
// what it names is judged, and that very address is spoken to: a name that changes its mind between the two gains nothing.
import { lookup } from "node:dns/promises"
import { request as plain } from "node:http"
import { request as secure } from "node:https"
import { type LookupFunction, isIP } from "node:net"
import { TITLE, noticeText } from "./notice-text.ts"
import { isPublic } from "./public-address.ts"
import { type Notice, PATIENCE, type Sender } from "./senders.ts"

export interface WebhookOptions {
  /** Whoever runs the server lets members name addresses of its own network too, and without TLS. */
  readonly anywhere: boolean
  /** The addresses behind a name; a test brings its own. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
}

const resolved = async (host: string): Promise<readonly string[]> => (await lookup(host, { all: true })).map(({ address }) => address)

export function webhookSender({ anywhere, resolve = resolved }: WebhookOptions): Sender {
  const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "")
  function takes(address: string): boolean {
    if (!URL.canParse(address)) return false
    const url = new URL(address)
    if (url.username !== "" || url.password !== "") return false
    if (anywhere) return url.protocol === "https:" || url.protocol === "http:"
    const host = hostOf(url)
    return url.protocol === "https:" && (isIP(host) === 0 || isPublic(host))
  }
  return {
    takes,
    async send(notice) {
      if (!takes(notice.address)) return false
      const url = new URL(notice.address)
      const host = hostOf(url)
      try {
        const addresses = isIP(host) === 0 ? await resolve(host) : [host]
        const [address] = addresses
        if (address === undefined || (!anywhere && !addresses.every(isPublic))) return false
        return await post(url, address, notice)
      } catch {
        return false
      }
    },
  }
}

function post(url: URL, address: string, { language, link }: Notice): Promise<boolean> {
  const to = { address, family: isIP(address) }
  const pinned: LookupFunction = (_host, options, done) =>
    options.all === true ? done(null, [to] as never) : done(null, to.address, to.family)
  const body = Buffer.from(noticeText(language, link))
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    "content-length": body.length,
    title: TITLE,
    priority: "urgent",
    click: link,
  }
  return new Promise((done) => {
    const send = url.protocol === "https:" ? secure : plain
    const asked = send(url, { method: "POST", headers, lookup: pinned, agent: false, signal: AbortSignal.timeout(PATIENCE) }, (answer) => {
      const { statusCode = 0 } = answer
      // What it answers is nobody's business; a body without end is not waited for.
      answer.destroy()
      done(statusCode >= 200 && statusCode < 300)
    })
    asked.on("error", () => done(false))
    asked.end(body)
  })
}
