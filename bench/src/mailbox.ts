// What a person's device does with a mailbox, over one lane: opens it, signs in, sends files and a request.
import { type CodeKeys, signSession } from "@safe-conduct/sealing/seal"
import { digest } from "@safe-conduct/sealing/verify"
import type { Hash, Id } from "@safe-conduct/wire"
import type { Answer, Lane } from "./lane.ts"

/** Throws unless the answer is this one. */
export async function must(status: number, answer: Promise<Answer>): Promise<Record<string, string>> {
  const { status: got, body } = await answer
  if (got !== status) throw new Error(`${got} instead of ${status}: ${body.toString()}`)
  return body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, string>)
}

export async function signIn(lane: Lane, url: string, desk: Id, keys: CodeKeys): Promise<string> {
  const { challenge } = await must(200, lane.call("GET", "/api/challenge"))
  const signature = await signSession(keys.signing, url, desk, keys.ask, challenge as string)
  const asking = { subject: { kind: "mailbox", key: keys.key }, challenge, origin: url, signature }
  return (await must(201, lane.call("POST", "/api/session", JSON.stringify(asking))))["token"] as string
}

/** Resolves when the server has said that all of it is durable. */
export async function sendFile(lane: Lane, token: string, id: Id, parts: readonly Uint8Array[], hashes: readonly Hash[]): Promise<void> {
  await must(201, lane.call("POST", "/api/objects", JSON.stringify({ id, parts: parts.length }), token))
  for (const [n, part] of parts.entries()) await must(204, lane.call("PUT", `/api/objects/${id}/parts/${n}`, part, token))
  await must(204, lane.call("POST", `/api/objects/${id}/complete`, JSON.stringify({ hashes }), token))
}

export const hashesOf = (parts: readonly Uint8Array[]): Promise<Hash[]> => Promise.all(parts.map(digest))
