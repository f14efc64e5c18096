// Fetches as a browser does: its headers, its languages, its codings, no redirect followed and nothing said of who is checking. What
// comes back is unpacked here, with a bound, because the other side may be hostile.
import { type IncomingHttpHeaders, request as overHttp } from "node:http"
import { request as overTls } from "node:https"
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib"

export interface Visitor {
  readonly agent: string
  readonly languages: string
  readonly codings: string
}

/** Three who come most: a phone in Russian, a laptop in English, a browser in French on a line that takes nothing packed. */
export const visitors: readonly Visitor[] = [
  {
    agent: "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Mobile Safari/537.36",
    languages: "ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7",
    codings: "gzip, deflate, br, zstd",
  },
  {
    agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0",
    languages: "en-US,en;q=0.5",
    codings: "gzip, deflate",
  },
  {
    agent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
    languages: "fr-CA,fr;q=0.9",
    codings: "identity",
  },
]

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Unpacked. */
  readonly bytes: Buffer
}
export type Fetched = { readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly why: string }

const unpack: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
  zstd: zstdDecompressSync,
}

/** What a browser says of where it stands when it asks for a page, and when a page asks for its parts. */
const navigation = {
  "sec-fetch-dest": "document",
  "sec-fetch-mode": "navigate",
  "sec-fetch-site": "none",
  "upgrade-insecure-requests": "1",
}
const part = { "sec-fetch-dest": "script", "sec-fetch-mode": "cors", "sec-fetch-site": "same-origin" }

/** No answer of ours is larger; more is not read. */
const LIMIT = 32 * 1024 * 1024
const PATIENCE = 30_000

export function fetchAs(visitor: Visitor, origin: string, path: string): Promise<Fetched> {
  const page = !/\.\w+$/.test(path.split("?")[0] as string)
  return new Promise((done) => {
    const fail = (why: string): void => done({ ok: false, why })
    const asked = (origin.startsWith("https:") ? overTls : overHttp)(
      origin + path,
      {
        headers: {
          "user-agent": visitor.agent,
          accept: page ? "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" : "*/*",
          ...(page ? navigation : part),
          "accept-encoding": visitor.codings,
          "accept-language": visitor.languages,
        },
        timeout: PATIENCE,
      },
      (answer) => {
        const pieces: Buffer[] = []
        let size = 0
        answer.on("data", (piece: Buffer) => {
          size += piece.length
          if (size > LIMIT) asked.destroy(new Error("the answer does not end"))
          else pieces.push(piece)
        })
        answer.on("error", (error) => fail(error.message))
        answer.on("end", () => {
          const coding = answer.headers["content-encoding"] ?? "identity"
          const packed = Buffer.concat(pieces)
          try {
            const unpacked = coding === "identity" ? packed : unpack[coding]?.(packed, { maxOutputLength: LIMIT })
            if (unpacked === undefined) return fail(`an unknown coding: ${coding}`)
            done({ ok: true, value: { status: answer.statusCode ?? 0, headers: answer.headers, bytes: unpacked } })
          } catch {
            fail(`it says ${coding}, and is not`)
          }
        })
      },
    )
    asked.on("timeout", () => asked.destroy(new Error("no answer in time")))
    asked.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.message))
    asked.end()
  })
}
