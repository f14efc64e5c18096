// For tests only: as much of the S3 API as objects need, in this process, holding the sender to the hash it signed.
import { createHash } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

export interface S3Here {
  readonly endpoint: string
  readonly stored: Map<string, Buffer>
  /** What the next requests are answered with, one each, before any work is done. */
  readonly faults: number[]
  stop(): Promise<void>
}

/** Listings come in pages of so many, so that paging is used. */
const PAGE = 3

export async function startS3(): Promise<S3Here> {
  const stored = new Map<string, Buffer>()
  const faults: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://s3")
      const key = decodeURIComponent(url.pathname.replace(/^\/bucket\/?/, ""))
      const answer = (status: number, body: string | Buffer = "") => response.writeHead(status).end(body)
      const fault = faults.shift()
      if (fault !== undefined) return answer(fault)
      if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 Credential=key/")) return answer(403)
      if (request.method === "PUT") {
        const body = Buffer.concat(chunks)
        if (createHash("sha256").update(body).digest("hex") !== request.headers["x-amz-content-sha256"]) return answer(400)
        stored.set(key, body)
        return answer(200)
      }
      if (request.method === "DELETE") {
        stored.delete(key)
        return answer(204)
      }
      if (url.searchParams.get("list-type") === "2") {
        const prefix = url.searchParams.get("prefix") ?? ""
        const after = url.searchParams.get("continuation-token") ?? ""
        const names = [...stored.keys()].filter((name) => name.startsWith(prefix) && name > after).sort()
        const page = names.slice(0, PAGE)
        const rows = page.map((name) => `<Contents><Key>${name}</Key><Size>${stored.get(name)?.length}</Size></Contents>`).join("")
        const next = names.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ""
        return answer(200, `<?xml version="1.0"?><ListBucketResult>${rows}${next}</ListBucketResult>`)
      }
      const body = stored.get(key)
      return body ? answer(200, body) : answer(404)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/bucket`,
    stored,
    faults,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
