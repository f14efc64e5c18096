// The key by which browsers' push services know this server: a file of its own, made where it is not there yet. Whoever changes it has every
// member let her browser be woken anew, since a browser listens to the key that it was shown.
import { readFile } from "node:fs/promises"
import { type PushSigning, newPushKey, pushSigning } from "@safe-conduct/sealing/verify"
import { type Refusal, refuse } from "../refusal.ts"
import { writePrivate } from "./root-key.ts"

export async function pushKeyAt(
  file: string,
): Promise<{ readonly ok: true; readonly value: PushSigning } | { readonly ok: false; readonly refusal: Refusal }> {
  const no = (message: string) => ({ ok: false as const, refusal: refuse("bad-push-key", message) })
  let text: string
  try {
    text = await readFile(file, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") return no(`${file} cannot be read.`)
    text = `${await newPushKey()}\n`
    try {
      await writePrivate(file, text)
    } catch {
      return no(`${file} cannot be written.`)
    }
  }
  const value = await pushSigning(text)
  return value === null ? no(`${file} holds no key for Web Push. Name a file that is not there yet, and one is made.`) : { ok: true, value }
}
