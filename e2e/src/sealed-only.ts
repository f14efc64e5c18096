// Whether what left a browser was sealed, request by request: a known shape at a known address, bodies that only keys open, and nothing
// else. What is not known here counts as unsealed.
import { ageShape } from "@safe-conduct/sealing/verify"
import {
  Append,
  CompleteObject,
  type Entry,
  NewMailbox,
  NewObject,
  OpenSession,
  fromBase64,
  readDirectoryBody,
  readRosterBody,
  readSeenBody,
  read,
} from "@safe-conduct/wire"
import type { KeptRequest } from "./lying-line.ts"

const pages =
  /^\/(?:ask|mailbox|safety|desk(?:\/[a-z]+(?:\/[a-z2-7]{26})?)?|(?:desk\/)?assets\/[\w.-]+|desk\/[\w.-]+|[\w.-]+\.json|favicon\.ico)?(?:\?lang=(?:en|fr|ru))?$/
const reads =
  /^\/api\/(?:challenge|heads|cards(?:\/(?:newest|not-handed-on))?|directory|alarms|duty|wakes|ways|openings|log(?:\/[\w-]+){0,3}|wraps\/[a-z2-7]{26}|wraps|streams\/[a-z2-7]{26}\/(?:entries|head|envelopes|openings|purges)|objects\/[a-z2-7]{26}(?:\/parts\/\d+)?)(?:\?[a-z]+=[\w-]+(?:&[a-z]+=[\w-]+)*)?$/

/** Text that anybody could read; sealed bytes never are. */
function readable(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const sealedEntry = ({ body }: Entry): boolean => {
  if (body === null || body === undefined || body === "") return true
  const bytes = fromBase64(body)
  // Clear on purpose: who reads a stream, and what a member saw of the log.
  if (readRosterBody(bytes) !== null || readDirectoryBody(bytes) !== null || readSeenBody(bytes) !== null) return true
  const shape = ageShape(bytes)
  return shape === "hybrid" || (shape === "none" && bytes.length >= 512 && !readable(bytes))
}

function sealed({ method, target, body }: KeptRequest): boolean {
  const path = target.split("?")[0] as string
  if (method === "GET") return body.length === 0 && (pages.test(target) || reads.test(target))
  if (method === "DELETE") return body.length === 0 && path === "/api/session"
  if (method === "PUT" && /^\/api\/objects\/[a-z2-7]{26}\/parts\/\d+$/.test(target)) return ageShape(body) === "hybrid"
  if (method !== "POST" || target !== path) return false
  let json: unknown
  try {
    json = JSON.parse(body.toString("utf8"))
  } catch {
    return false
  }
  if (path === "/api/session") return read(OpenSession, json).ok
  if (path === "/api/objects") return read(NewObject, json).ok
  if (/^\/api\/objects\/[a-z2-7]{26}\/complete$/.test(path)) return read(CompleteObject, json).ok
  if (path === "/api/mailboxes") {
    const given = read(NewMailbox, json)
    return given.ok && [...(given.value.entries ?? []), ...(given.value.entry === undefined ? [] : [given.value.entry])].every(sealedEntry)
  }
  if (/^\/api\/streams\/[a-z2-7]{26}\/entries$/.test(path)) {
    const given = read(Append, json)
    return given.ok && given.value.entries.every(sealedEntry)
  }
  return false
}

/** Every request that is not known to be sealed; empty is good. */
export const unsealed = (kept: readonly KeptRequest[]): string[] =>
  kept.filter((one) => !sealed(one)).map(({ method, target, body }) => `${method} ${target} ${body.toString("latin1").slice(0, 200)}`)

/** The bytes of each request as they left: its address, its headers, its body. */
export const leaving = (kept: readonly KeptRequest[]): { name: string; bytes: Buffer }[] =>
  kept.map(({ method, target, headers, body }, n) => ({
    name: `request ${n}, ${method} ${target}`,
    bytes: Buffer.concat([Buffer.from(`${target}\n${decodeURIComponent(target)}\n${JSON.stringify(headers)}\n`), body]),
  }))
