// An alarm's seal: one size whatever it says, and bound to its key, its desk and its id. The bytes are fixed by a vector.
import { createDecipheriv, hkdfSync } from "node:crypto"
import { readFileSync } from "node:fs"
import { ALARM_BYTES, type Id, alarmAad, fromBase64, fromHex, idBytes, labels, pae } from "@safe-conduct/wire"
import { expect, test } from "vitest"
import { randomBytes } from "../primitives/hash.ts"
import { randomId } from "../random-id.ts"
import { openAlarm, sealAlarm } from "./alarm.ts"

test("is 256 bytes whatever it says, another each time, and opens in its own place alone", async () => {
  const [desk, alarm, key] = [randomId(), randomId(), randomBytes(32)]
  const short = await sealAlarm({ desk, alarm }, key, {})
  const long = await sealAlarm({ desk, alarm }, key, { by: desk, why: "x".repeat(150) })
  expect([short, long].map((one) => fromBase64(one).length)).toEqual([ALARM_BYTES, ALARM_BYTES])
  expect(await sealAlarm({ desk, alarm }, key, {})).not.toBe(short)
  expect(await openAlarm({ desk, alarm }, key, long)).toMatchObject({ by: desk })
  for (const place of [
    { desk: alarm, alarm },
    { desk, alarm: desk },
  ])
    expect(await openAlarm(place, key, long)).toBeNull()
  expect(await openAlarm({ desk, alarm }, randomBytes(32), long)).toBeNull()
  await expect(sealAlarm({ desk, alarm }, key, "x".repeat(300))).rejects.toThrow("longer than its seal")
})
test("the vector opens, here and by the platform alone", async () => {
  const vector = JSON.parse(readFileSync("test-vectors/wire/alarm.json", "utf8")) as Record<string, string>
  const [desk, alarm] = [vector["desk"] as Id, vector["alarm"] as Id]
  const [epochKey, sealed] = [fromHex(vector["epochKey"] as string), vector["sealed"] as string]
  expect([vector["keyLabel"], vector["aadLabel"]]).toEqual([labels.alarmKey, labels.alarmAad])
  expect(JSON.stringify(await openAlarm({ desk, alarm }, epochKey, sealed))).toBe(vector["plain"])
  const bytes = fromBase64(sealed)
  const key = hkdfSync("sha256", epochKey, idBytes(desk), pae(labels.alarmKey), 32)
  const plain = createDecipheriv("aes-256-gcm", Buffer.from(key), bytes.subarray(0, 12))
  plain.setAAD(alarmAad(desk, alarm))
  plain.setAuthTag(bytes.subarray(-16))
  const padded = Buffer.concat([plain.update(bytes.subarray(12, -16)), plain.final()])
  expect(padded.subarray(4, 4 + padded.readUInt32BE(0)).toString()).toBe(vector["plain"])
})
