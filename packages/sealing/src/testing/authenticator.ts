// An authenticator made of nothing but code, for tests: passkeys with PRF, and every lie that a real one or its thief could tell.
import { type Bytes, concat, fromBase64, toBase64, u32be, utf8 } from "@safe-conduct/wire"
import { toBase64url } from "../base64url.ts"
import type { Assertion } from "../passkey/assertion.ts"

export interface SoftPasskey {
  readonly credential: Bytes
  readonly rpId: string
  /** As it is given when the passkey is made: with its id and its public key. */
  made(): Promise<Bytes>
  /** What the PRF answers to a question; the same each time. */
  answer(question: Uint8Array): Promise<Bytes>
  assert(challenge: Uint8Array, twist?: Twist): Promise<Assertion>
}

/** What this assertion says differently from an honest one. */
export interface Twist {
  readonly rpId?: string
  readonly origin?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  /** 1 touched, 4 recognised. */
  readonly flags?: number
}

const cbor = {
  head: (major: number, count: number): Bytes =>
    count < 24
      ? new Uint8Array([(major << 5) | count])
      : count < 256
        ? new Uint8Array([(major << 5) | 24, count])
        : new Uint8Array([(major << 5) | 25, count >> 8, count & 255]),
  number: (n: number): Bytes => (n < 0 ? cbor.head(1, -1 - n) : cbor.head(0, n)),
  bytes: (b: Uint8Array): Bytes => concat(cbor.head(2, b.length), b),
  map: (pairs: readonly (readonly [number, number | Uint8Array])[]): Bytes =>
    concat(
      cbor.head(5, pairs.length),
      ...pairs.flatMap(([k, v]) => [cbor.number(k), typeof v === "number" ? cbor.number(v) : cbor.bytes(v)]),
    ),
}

const algorithms = {
  ES256: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
  EdDSA: { name: "Ed25519" },
  RS256: { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" },
} as const

const sha256Of = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))

const fromUrl = (text: string): Bytes =>
  fromBase64(
    text
      .replace(/-/g, "+")
      .replace(/_/g, "/")
      .padEnd(Math.ceil(text.length / 4) * 4, "="),
  )

/** r ‖ s as DER writes it. */
function der(raw: Bytes): Bytes {
  const integer = (half: Uint8Array): Bytes => {
    let from = 0
    while (from < 31 && half[from] === 0) from++
    const bare = half.subarray(from)
    const number = (bare[0] as number) >= 128 ? concat(new Uint8Array(1), bare) : (bare.slice() as Bytes)
    return concat(new Uint8Array([2, number.length]), number)
  }
  const both = concat(integer(raw.subarray(0, 32)), integer(raw.subarray(32)))
  return concat(new Uint8Array([0x30, both.length]), both)
}

export async function softPasskey(rpId: string, alg: keyof typeof algorithms = "ES256"): Promise<SoftPasskey> {
  const algorithm = algorithms[alg]
  const pair = (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair
  const jwk = await crypto.subtle.exportKey("jwk", pair.publicKey)
  const part = (name: "x" | "y" | "n" | "e"): Bytes => fromUrl(jwk[name] as string)
  const cose = {
    ES256: () =>
      cbor.map([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, part("x")],
        [-3, part("y")],
      ]),
    EdDSA: () =>
      cbor.map([
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, part("x")],
      ]),
    RS256: () =>
      cbor.map([
        [1, 3],
        [3, -257],
        [-1, part("n")],
        [-2, part("e")],
      ]),
  }[alg]()
  const credential = crypto.getRandomValues(new Uint8Array(32))
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const data = async (host: string, flags: number, more: Uint8Array): Promise<Bytes> =>
    concat(await sha256Of(utf8(host)), new Uint8Array([flags]), u32be(0), more)
  return {
    credential,
    rpId,
    made: () => data(rpId, 0x45, concat(new Uint8Array(16), new Uint8Array([0, credential.length]), credential, cose)),
    answer: async (question) => sha256Of(concat(secret, question)),
    async assert(challenge, twist = {}) {
      const client = utf8(
        JSON.stringify({
          type: twist.type ?? "webauthn.get",
          challenge: toBase64url(challenge),
          origin: twist.origin ?? `https://${rpId}`,
          crossOrigin: twist.crossOrigin ?? false,
        }),
      )
      const authenticatorData = await data(twist.rpId ?? rpId, twist.flags ?? 5, new Uint8Array())
      const signed = concat(authenticatorData, await sha256Of(client))
      const raw = new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, signed))
      return {
        credential: toBase64(credential),
        authenticatorData: toBase64(authenticatorData),
        client: toBase64(client),
        signature: toBase64(alg === "ES256" ? der(raw) : raw),
      }
    },
  }
}
