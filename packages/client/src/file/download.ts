// A file on its way in: every part fetched and opened, the whole compared with its manifest, and only then shown.
import { runningHash } from "@safe-conduct/sealing/verify"
import { type Identity, openPart } from "@safe-conduct/sealing/open"
import type { SealedFile } from "@safe-conduct/domain/request"
import { type Answer, type Api, passing } from "../api.ts"
import { type Result, no, ok } from "../result.ts"

/** The whole true bytes, or a refusal: a file that is short, long, reordered or altered is never shown in part. */
export async function downloadFile(api: Api, file: SealedFile): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const bad = (at: number) => no("file-damaged", "The file is not whole, so it is not shown.", { at: `/parts/${at}` })
  if (file.partBytes * file.parts < file.bytes || file.partBytes * (file.parts - 1) > file.bytes) return bad(0)
  const whole = new Uint8Array(file.bytes)
  const hash = runningHash()
  let at = 0
  for (let n = 0; n < file.parts; n++) {
    const sealed = await fetchPart(api, file.id, n)
    if (!sealed.ok) return sealed
    const plain = await openPart(file.secret as Identity, sealed.value)
    const own = n < file.parts - 1 ? file.partBytes : file.bytes - at
    if (plain === null || plain.length < own || plain.subarray(own).some((byte) => byte !== 0)) return bad(n)
    whole.set(plain.subarray(0, own), at)
    hash.update(plain.subarray(0, own))
    at += own
  }
  return hash.done() === file.sha256 ? ok(whole) : bad(file.parts)
}

async function fetchPart(api: Api, id: string, n: number): Promise<Answer<Uint8Array>> {
  for (let tried = 1; ; tried++) {
    const answer = await api.part(id, n)
    if (answer.ok || tried >= 4 || !passing(answer)) return answer
    await api.wait(200 * 2 ** tried)
  }
}
