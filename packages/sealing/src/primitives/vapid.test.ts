// The token that a push service is shown: signed by the key that the browser knows, for this service, for some hours.
import { createPublicKey, verify } from "node:crypto"
import { expect, test } from "vitest"
import { newPushKey, pushSigning } from "./vapid.ts"

const now = Date.UTC(2026, 10, 23, 3)
const json = (part: string | undefined) => JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"))

test("is verified by another implementation under the point that the browser was shown, and names service, hours and contact", async () => {
  const signing = await pushSigning(await newPushKey())
  if (signing === null) throw new Error("no key")
  const said = await signing.authorization("https://push.example.net", "mailto:desk@example.org", now)
  const [, token = "", point = ""] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(said) ?? []
  expect(point).toBe(signing.publicKey)
  const raw = Buffer.from(point, "base64url")
  expect([raw.length, raw[0]]).toEqual([65, 4])
  const [head, claims, signature] = token.split(".")
  expect(json(head)).toEqual({ typ: "JWT", alg: "ES256" })
  expect(json(claims)).toEqual({ aud: "https://push.example.net", exp: now / 1000 + 12 * 3600, sub: "mailto:desk@example.org" })
  const jwk = { kty: "EC", crv: "P-256", x: raw.subarray(1, 33).toString("base64url"), y: raw.subarray(33).toString("base64url") }
  const key = createPublicKey({ key: jwk, format: "jwk" })
  const under = (text: string) =>
    verify("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature ?? "", "base64url"))
  expect([under(`${head}.${claims}`), under(`${head}.${claims}x`)]).toEqual([true, false])
})

test("a file keeps its key, and what is no key is none", async () => {
  const text = await newPushKey()
  expect((await pushSigning(`${text}\n`))?.publicKey).toBe((await pushSigning(text))?.publicKey)
  expect(await Promise.all(["", "key", text.slice(0, 40)].map(pushSigning))).toEqual([null, null, null])
})
