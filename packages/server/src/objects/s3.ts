// Parts in a bucket that speaks the S3 API: <prefix><object>/<part>.<hash>. The bucket answers only when bytes are durable, and
// checks them against the hash we sign; `keep` therefore only looks whether all are there. Its own times are beyond our reach.
import { digest } from "@safe-conduct/sealing/verify"
import { type Hash, type Id, concat } from "@safe-conduct/wire"
import { AwsClient } from "aws4fetch"
import { type Objects, type PartAt, partName, readPartName, recent } from "./objects.ts"

export interface S3Options {
  /** For example https://s3.eu-central-1.example.org/bucket — path style, no trailing slash. */
  readonly endpoint: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Before every name; may be empty. */
  readonly prefix?: string
}

export function openS3(options: S3Options): Objects {
  const client = new AwsClient({ ...options, service: "s3", retries: 3, initRetryMs: 100 })
  const base = options.endpoint.replace(/\/+$/, "")
  const prefix = options.prefix ?? ""
  const held = recent<readonly PartAt[]>(256)

  const call = async (
    method: string,
    url: string,
    init: { body?: Uint8Array; hash?: Hash; none?: readonly number[] } = {},
  ): Promise<Response> => {
    const response = await client.fetch(url, {
      method,
      ...(init.body ? { body: init.body as Uint8Array<ArrayBuffer>, headers: { "x-amz-content-sha256": init.hash as string } } : {}),
    })
    if (!response.ok && !init.none?.includes(response.status)) {
      await response.body?.cancel()
      throw Object.assign(new Error(`the bucket answered ${response.status}`), {
        code: response.status === 507 ? "ENOSPC" : `S3_${response.status}`,
      })
    }
    return response
  }
  const keyOf = (object: Id, name: string): string => `${prefix}${object}/${name}`
  const urlOf = (key: string): string => `${base}/${key.split("/").map(encodeURIComponent).join("/")}`

  /** Every stored part, several with one number where one was sent again with other bytes. */
  const listed = async (object: Id): Promise<PartAt[]> => {
    const parts: PartAt[] = []
    let token: string | undefined
    do {
      const query = new URLSearchParams({ "list-type": "2", prefix: keyOf(object, ""), ...(token ? { "continuation-token": token } : {}) })
      const text = await (await call("GET", `${base}?${query.toString()}`)).text()
      for (const [, content] of text.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
        const key = tag(content as string, "Key")
        const at = readPartName(key?.slice(keyOf(object, "").length) ?? "")
        if (at) parts.push({ ...at, size: Number(tag(content as string, "Size") ?? 0) })
      }
      token = tag(text, "NextContinuationToken")
    } while (token)
    return parts.sort((a, b) => a.part - b.part)
  }
  const remove = (object: Id, at: PartAt) => call("DELETE", urlOf(keyOf(object, partName(at.part, at.hash))), { none: [404] })

  return {
    async put(object, part, pieces) {
      held.drop(object)
      const bytes = concat(...pieces)
      const hash = await digest(bytes)
      await call("PUT", urlOf(keyOf(object, partName(part, hash))), { body: bytes, hash })
    },
    async parts(object) {
      return [...new Map((await listed(object)).map((at) => [at.part, at])).values()]
    },
    async keep(object, hashes) {
      const all = await listed(object)
      const has = new Set(all.map((at) => partName(at.part, at.hash)))
      const missing = hashes.findIndex((hash, part) => !has.has(partName(part, hash)))
      if (missing !== -1) return { missing }
      for (const at of all) if (hashes[at.part] !== at.hash) await remove(object, at)
      const sizes = new Map(all.map((at) => [partName(at.part, at.hash), at.size]))
      return { sizes: hashes.map((hash, part) => sizes.get(partName(part, hash)) as number) }
    },
    async read(object, part) {
      let parts = held.get(object)
      if (!parts) {
        parts = await listed(object)
        held.set(object, parts)
      }
      const at = parts.find((p) => p.part === part)
      if (!at) return null
      const response = await call("GET", urlOf(keyOf(object, partName(part, at.hash))), { none: [404] })
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
    },
    async remove(object) {
      held.drop(object)
      for (const at of await listed(object)) await remove(object, at)
    },
    rest: async () => undefined,
  }
}

/** The text of an XML element without children. Names in our bucket hold no character that XML escapes. */
const tag = (xml: string, name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
