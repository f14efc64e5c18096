// One POST to an address that a member gave, or her browser's push service. No redirect is followed. The name is looked up once, what it
// names is judged, and that very address is spoken to: a name that changes its mind between the two gains nothing.
import { lookup } from "node:dns/promises"
import { request as plain } from "node:http"
import { request as secure } from "node:https"
import { type LookupFunction, isIP } from "node:net"
import { isPublic } from "./public-address.ts"
import { PATIENCE } from "./senders.ts"

export interface Outside {
  /** Whoever runs the server lets members name addresses of its own network too, and without TLS. */
  readonly anywhere: boolean
  /** The addresses behind a name; a test brings its own. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
}
export interface Posted {
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: Buffer
}

const resolved = async (host: string): Promise<readonly string[]> => (await lookup(host, { all: true })).map(({ address }) => address)
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "")

/** Whether an address may be asked at all, as far as it can be told without asking. */
export function mayBeAsked(address: string, { anywhere }: Outside): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.username !== "" || url.password !== "") return false
  if (anywhere) return url.protocol === "https:" || url.protocol === "http:"
  const host = hostOf(url)
  return url.protocol === "https:" && (isIP(host) === 0 || isPublic(host))
}

/** The status that came back; null where nothing did, or nobody was asked. Never throws. */
export async function postOutside(given: string, posted: Posted, outside: Outside): Promise<number | null> {
  if (!mayBeAsked(given, outside)) return null
  const url = new URL(given)
  const host = hostOf(url)
  try {
    const addresses = isIP(host) === 0 ? await (outside.resolve ?? resolved)(host) : [host]
    const [address] = addresses
    if (address === undefined || (!outside.anywhere && !addresses.every(isPublic))) return null
    return await post(url, address, posted)
  } catch {
    return null
  }
}

function post(url: URL, address: string, { headers, body }: Posted): Promise<number | null> {
  const to = { address, family: isIP(address) }
  const pinned: LookupFunction = (_host, options, done) =>
    options.all === true ? done(null, [to] as never) : done(null, to.address, to.family)
  const given = { method: "POST", headers: { ...headers, "content-length": body.length }, lookup: pinned, agent: false as const }
  return new Promise((done) => {
    const send = url.protocol === "https:" ? secure : plain
    const asked = send(url, { ...given, signal: AbortSignal.timeout(PATIENCE) }, (answer) => {
      // What it answers is nobody's business; a body without end is not waited for.
      answer.destroy()
      done(answer.statusCode ?? null)
    })
    asked.on("error", () => done(null))
    asked.end(body)
  })
}

export const isGood = (status: number | null): boolean => status !== null && status >= 200 && status < 300
