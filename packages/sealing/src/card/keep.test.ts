// The keep's bytes are fixed by a vector that plain node:crypto opens too, so that no later build locks a device out of its own.
import { createDecipheriv, hkdfSync } from "node:crypto"
import { readFileSync } from "node:fs"
import { type Id, fromBase64, fromHex, fromUtf8, idBytes, labels, pae, utf8 } from "@safe-conduct/wire"
import { expect, test } from "vitest"
import { openKeep, sealKeep } from "./keep.ts"

const vector = JSON.parse(readFileSync("test-vectors/wire/device-keep.json", "utf8")) as Record<string, string> & { desk: Id; member: Id }
const { desk, member } = vector
const seed = fromHex(vector["openSeed"] as string)
const sealed = fromBase64(vector["sealed"] as string)

test("the vector opens, here and by the platform alone", async () => {
  expect([vector["keyLabel"], vector["aadLabel"]]).toEqual([labels.keepKey, labels.keepAad])
  expect(fromUtf8((await openKeep(seed, { desk, member }, sealed)) as Uint8Array)).toBe(vector["plain"])
  const key = hkdfSync("sha256", seed, idBytes(desk), pae(labels.keepKey, idBytes(member)), 32)
  const plain = createDecipheriv("aes-256-gcm", Buffer.from(key), sealed.subarray(0, 12))
  plain.setAAD(pae(labels.keepAad, idBytes(desk), idBytes(member)))
  plain.setAuthTag(sealed.subarray(-16))
  expect(Buffer.concat([plain.update(sealed.subarray(12, -16)), plain.final()]).toString()).toBe(vector["plain"])
})
test("each sealing is another, and only its own member, desk and seed open it", async () => {
  const place = { desk, member }
  const [one, two] = [await sealKeep(seed, place, utf8("a")), await sealKeep(seed, place, utf8("a"))]
  expect(one).not.toEqual(two)
  expect(await openKeep(seed, place, two)).toEqual(utf8("a"))
  expect(await openKeep(seed, { desk: member, member: desk }, one)).toBeNull()
  expect(await openKeep(new Uint8Array(32), place, one)).toBeNull()
})
