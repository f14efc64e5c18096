// A caller from an address of its own on this machine, with everything that a browser or a proxy might tell about her in its headers.
import { request } from "node:http"

export interface Caller {
  readonly address: string
  /** Stands in every header that tells who asks. */
  readonly mark: string
}

export const headersOf = ({ address, mark }: Caller): Readonly<Record<string, string>> => ({
  "user-agent": `Mozilla/5.0 (${mark}) AppleWebKit/537.36`,
  "x-forwarded-for": `${address}, 203.0.113.7`,
  "x-real-ip": address,
  forwarded: `for=${address};proto=https`,
  "accept-language": `ru-${mark},ru;q=0.9`,
  "sec-ch-ua": `"${mark}";v="126"`,
  referer: `https://${mark.toLowerCase()}.example/from`,
  cookie: `id=${mark}`,
})

/** As `fetch`, for the calls of a client: bytes or text up, bytes down. */
export const fetchFrom = (caller: Caller): typeof fetch =>
  (async (input: string | URL | Request, init: RequestInit = {}) => {
    const asked = new Request(input instanceof Request ? input : String(input), { ...init, duplex: "half" } as RequestInit)
    const { hostname, port, pathname, search } = new URL(asked.url)
    const body = Buffer.from(await asked.arrayBuffer())
    return new Promise<Response>((done, fail) => {
      const call = request(
        {
          host: hostname,
          port,
          path: pathname + search,
          method: asked.method,
          localAddress: caller.address,
          headers: { ...Object.fromEntries(asked.headers), ...headersOf(caller), "content-length": body.length },
        },
        (answer) => {
          const pieces: Buffer[] = []
          answer.on("data", (piece: Buffer) => pieces.push(piece))
          answer.on("error", fail)
          answer.on("end", () => {
            const status = answer.statusCode ?? 500
            const headers = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
              value === undefined ? [] : [[name, String(value)]],
            )
            done(new Response([101, 204, 205, 304].includes(status) ? null : Buffer.concat(pieces), { status, headers }))
          })
        },
      )
      call.on("error", () => fail(new TypeError("fetch failed")))
      call.end(body)
    })
  }) as typeof fetch
