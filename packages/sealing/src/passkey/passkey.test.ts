// Passkeys: what opens a member's seeds, and what counts as a touch. Each lie is refused under its own name.
import { readFileSync } from "node:fs"
import {
  type Id,
  type Hash,
  type Head,
  type Bytes,
  approvalBytes,
  concat,
  fromBase64,
  fromHex,
  toBase64,
  toHex,
  utf8,
} from "@safe-conduct/wire"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import * as open from "../open.ts"
import { rawEcdsa } from "../primitives/passkey-signature.ts"
import * as seal from "../seal.ts"
import { type SoftPasskey, softPasskey } from "../testing/authenticator.ts"
import * as verify from "../verify.ts"
import { readAuthenticatorData } from "./authenticator-data.ts"

const desk = seal.randomId()
const member = seal.randomId()
const host = "desk.example"
const head = (seq: number): Head => ({ seq, hash: verify.hashOf(utf8(`head ${seq}`)) })
const place = { desk, stream: seal.randomId(), entry: verify.hashOf(utf8("what was proposed")), saw: head(7), member }
const wrapped = () => ({ seeds: seal.newSeeds(), desk, rootPrint: "root", directory: head(3), member, rpId: host })

let passkey: SoftPasskey
let certified: verify.CertifiedPasskey
const certify = async (one: SoftPasskey): Promise<verify.CertifiedPasskey> => {
  const made = verify.readMadePasskey(await one.made(), one.rpId)
  if ("error" in made) throw new Error(made.error)
  return made
}
beforeAll(async () => {
  passkey = await softPasskey(host)
  certified = await certify(passkey)
})

describe("seeds under a passkey", () => {
  const located = async (by: SoftPasskey, at: Id = desk) =>
    open.locateByPasskey(await by.answer(seal.passkeyQuestion(at)), by.credential, at) as open.Located
  test("come back with the pin, by that passkey alone", async () => {
    const what = wrapped()
    const mine = await located(passkey)
    const { locator, blob } = await seal.wrapUnderPasskey(mine, what)
    expect(await open.unwrapByPasskey(await located(passkey), desk, host, blob)).toEqual(what)
    const other = await located(await softPasskey(host))
    expect(other.locator).not.toBe(locator)
    expect(await open.unwrapByPasskey(other, desk, host, blob)).toBeNull()
    expect(await open.unwrapByPasskey({ ...other, locator }, desk, host, blob)).toBeNull()
  })
  test("open at the host name they were made for and at no other", async () => {
    const mine = await located(passkey)
    const { blob } = await seal.wrapUnderPasskey(mine, wrapped())
    for (const rpId of ["example", "desk.example.evil", "localhost", ""])
      expect(await open.unwrapByPasskey(mine, desk, rpId, blob)).toBeNull()
    await expect(seal.wrapUnderPasskey(mine, { ...wrapped(), rpId: "" })).rejects.toThrow(RangeError)
  })
  test("do not open when any bit of the blob is another", async () => {
    const mine = await located(passkey)
    const sealed = fromBase64((await seal.wrapUnderPasskey(mine, wrapped())).blob)
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const changed = sealed.slice()
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7))
        expect(await open.unwrapByPasskey(mine, desk, host, toBase64(changed))).toBeNull()
      }),
      { numRuns: 60 },
    )
    expect(await open.unwrapByPasskey(mine, desk, host, "not base64")).toBeNull()
  })
  test("another desk asks another question, and its answer leads elsewhere", async () => {
    const other = seal.randomId()
    expect(seal.passkeyQuestion(other)).not.toEqual(seal.passkeyQuestion(desk))
    expect((await located(passkey, other)).locator).not.toBe((await located(passkey)).locator)
  })
  test("the place says nothing of the credential, and a short answer leads nowhere", async () => {
    const answer = await passkey.answer(seal.passkeyQuestion(desk))
    const here = open.locateByPasskey(answer, passkey.credential, desk) as open.Located
    // The same answer with another credential id is another place: neither part alone finds it.
    expect(open.locateByPasskey(answer, (await softPasskey(host)).credential, desk)?.locator).not.toBe(here.locator)
    expect(open.locateByPasskey(answer.subarray(1), passkey.credential, desk)).toBeNull()
    expect(open.locateByPasskey(answer, new Uint8Array(15), desk)).toBeNull()
  })
  test("agree with the vectors", () => {
    const { passkeys } = JSON.parse(readFileSync("test-vectors/wire/passkeys.json", "utf8")) as {
      passkeys: { desk: Id; question: string; answer: string; credential: string; locator: Id; key: string }[]
    }
    for (const one of passkeys) {
      expect(toHex(seal.passkeyQuestion(one.desk))).toBe(one.question)
      const found = open.locateByPasskey(fromHex(one.answer), fromHex(one.credential), one.desk) as open.Located
      expect([found.locator, toHex(found.key)]).toEqual([one.locator, one.key])
    }
    expect(passkeys.length).toBeGreaterThan(1)
  })
})

describe("what was half written when the screen locked", () => {
  test("comes back to the member who locked it, and to nobody else", async () => {
    const seeds = seal.newSeeds()
    const notes = { "/desk/case/x": { text: "позвонить в 17:00" } }
    const sealed = await seal.sealLocked(desk, member, seeds, notes)
    expect(Buffer.from(sealed, "base64").includes("позвонить")).toBe(false)
    expect(await open.openLocked(desk, member, seeds, sealed)).toEqual({ notes })
    expect(await open.openLocked(desk, seal.randomId(), seeds, sealed)).toBeNull()
    expect(await open.openLocked(desk, member, seal.newSeeds(), sealed)).toBeNull()
    expect(await open.openLocked(desk, member, seeds, `${sealed.slice(0, -8)}AAAAAAA=`)).toBeNull()
  })
})

describe("a touch", () => {
  const challenge = () => verify.approvalChallenge(place)
  const says = async (given: Promise<verify.Assertion>, at: Bytes = challenge(), by = certified) =>
    (await verify.checkAssertion(at, by, await given))?.error ?? null

  test.each(["ES256", "EdDSA", "RS256"] as const)("by %s counts for the approval that it was made for", async (alg) => {
    const one = await softPasskey(host, alg)
    expect(await says(one.assert(challenge()), challenge(), await certify(one))).toBeNull()
  })
  test("at another address is refused: a subdomain, a look-alike, plain HTTP, another host's hash, a frame", async () => {
    const origins = [
      "https://a.desk.example",
      "https://example",
      "https://desk.example.evil",
      "http://desk.example",
      "https://desk.example@evil",
      "null",
    ]
    for (const origin of origins) expect(await says(passkey.assert(challenge(), { origin })), origin).toBe("touch-other-address")
    expect(await says(passkey.assert(challenge(), { rpId: "evil.example" }))).toBe("touch-other-address")
    expect(await says(passkey.assert(challenge(), { crossOrigin: true }))).toBe("touch-other-address")
    expect(await says(passkey.assert(challenge(), { origin: "https://desk.example:8443" }))).toBeNull()
  })
  test("without recognising who touched, or without a touch at all, is refused", async () => {
    for (const flags of [0, 1, 4]) expect(await says(passkey.assert(challenge(), { flags }))).toBe("touch-not-verified")
  })
  test("over another entry, another view, another stream, desk or member is refused: it cannot be played again", async () => {
    const given = passkey.assert(challenge())
    const others: Partial<typeof place>[] = [
      { entry: verify.hashOf(utf8("another")) as Hash },
      { saw: head(8) },
      { saw: { ...place.saw, seq: 8 } },
      { stream: seal.randomId() },
      { desk: seal.randomId() },
      { member: seal.randomId() },
    ]
    for (const other of others)
      expect(await says(given, verify.approvalChallenge({ ...place, ...other })), Object.keys(other)[0]).toBe("touch-other-challenge")
  })
  test("that was made at sign-in, or when the passkey was made, approves nothing", async () => {
    expect(await says(passkey.assert(seal.randomBytes(32)))).toBe("touch-other-challenge")
    expect(await says(passkey.assert(challenge(), { type: "webauthn.create" }))).toBe("touch-other-challenge")
  })
  test("by another passkey is refused, whatever it calls itself", async () => {
    const other = await softPasskey(host)
    expect(await says(other.assert(challenge()))).toBe("touch-other-passkey")
    const lying = { ...(await other.assert(challenge())), credential: certified.credential }
    expect(await says(Promise.resolve(lying))).toBe("touch-bad-signature")
  })
  test("with any byte changed is refused", async () => {
    const honest = await passkey.assert(challenge())
    for (const part of ["authenticatorData", "client", "signature"] as const)
      for (const at of [0, 8, 20]) {
        const bytes = fromBase64(honest[part])
        bytes[at] = (bytes[at] as number) ^ 1
        expect(await says(Promise.resolve({ ...honest, [part]: toBase64(bytes) })), `${part} ${at}`).not.toBeNull()
      }
    for (const part of ["authenticatorData", "client", "signature"] as const)
      expect(await says(Promise.resolve({ ...honest, [part]: "?" }))).toBe("touch-unreadable")
  })
  test("agrees with the vectors of what is signed", () => {
    const { approvals } = JSON.parse(readFileSync("test-vectors/wire/passkeys.json", "utf8")) as {
      approvals: { place: typeof place; bytes: string; challenge: string }[]
    }
    for (const one of approvals) {
      expect(toHex(approvalBytes(one.place))).toBe(one.bytes)
      expect(toHex(verify.approvalChallenge(one.place))).toBe(one.challenge)
    }
    expect(approvals.length).toBeGreaterThan(1)
  })
})

describe("a passkey just made", () => {
  const refusal = (made: verify.CertifiedPasskey | { error: string }) => ("error" in made ? made.error : null)
  test("is taken only from this host, with somebody recognised", async () => {
    const made = await passkey.made()
    expect(refusal(verify.readMadePasskey(made, "other.example"))).toBe("touch-other-address")
    const unseen = made.slice()
    unseen[32] = 0x41
    expect(refusal(verify.readMadePasskey(unseen, host))).toBe("touch-not-verified")
    const honest = await passkey.assert(verify.approvalChallenge(place))
    expect(refusal(verify.readMadePasskey(fromBase64(honest.authenticatorData), host))).toBe("touch-unreadable")
  })
  test("cut anywhere, with bytes after its end, or any bytes at all: is refused and never throws", async () => {
    const made = await passkey.made()
    for (let length = 38; length < made.length; length++) expect(readAuthenticatorData(made.subarray(0, length))).toBeNull()
    expect(readAuthenticatorData(concat(made, new Uint8Array(1)))).toBeNull()
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readAuthenticatorData(concat(made.subarray(0, 55), bytes))))
  })
})

test("an ECDSA signature has one spelling", async () => {
  const honest = fromBase64((await passkey.assert(verify.approvalChallenge(place))).signature)
  expect(rawEcdsa(honest)).toHaveLength(64)
  expect(rawEcdsa(concat(honest, new Uint8Array(1)))).toBeNull()
  const long = concat(new Uint8Array([0x30, 0x81]), honest.subarray(1))
  expect(rawEcdsa(long)).toBeNull()
  expect(rawEcdsa(fromHex("30060201000201"))).toBeNull()
  expect(rawEcdsa(fromHex("3006020100020101"))).toBeNull()
  expect(rawEcdsa(fromHex("30070202000102010f"))).toBeNull()
  expect(rawEcdsa(fromHex("3006020181020101"))).toBeNull()
  expect(rawEcdsa(fromHex("3006020101020101"))).toHaveLength(64)
})
