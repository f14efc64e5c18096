// The hybrid stanza of an age file: ML-KEM-768 and X25519 joined as X-Wing, inside HPKE (RFC 9180, base mode). The age library makes and
// opens whole files with it; only the two curve multiplications go to the platform where it knows them: by the library they take longer
// than all the rest of an envelope, and a desk of twenty seals ten thousand of them when somebody leaves.
import { chacha20poly1305 } from "@noble/ciphers/chacha.js"
import { sha3_256, shake256 } from "@noble/hashes/sha3.js"
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js"
import { base64nopad, bech32 } from "@scure/base"
import { type Bytes, concat, utf8 } from "@safe-conduct/wire"
import { type Identity as Opener, type Recipient as Sealer, Stanza } from "age-encryption"
import { native } from "#native"
import { randomBytes } from "./hash.ts"
import type { Native } from "./native.ts"
import { exchangeOf } from "./x25519.ts"

type Platform = Pick<Native, "x25519" | "hmac">

const KIND = "mlkem768x25519"
/** X-Wing's own six bytes: \.//^\ */
const LABEL = utf8("\\.//^\\")
const POINT = 32
const { publicKey: LATTICE, cipherText: ENCLOSED } = ml_kem768.lengths as { publicKey: number; cipherText: number }

/** Recipients seen last: the members of a desk, again and again. Nothing secret. */
const KNOWN = 256
const known = new Map<string, Uint8Array>()

/** Throws on what is no hybrid recipient. */
function recipientBytes(recipient: string): Uint8Array {
  const held = known.get(recipient)
  if (held !== undefined) return held
  const { prefix, words } = bech32.decode(recipient as `${string}1${string}`, false)
  const bytes = bech32.fromWords(words)
  if (prefix !== "age1pq" || bytes.length !== LATTICE + POINT) throw new TypeError("not a hybrid recipient")
  const oldest = known.keys().next()
  if (known.size >= KNOWN && !oldest.done) known.delete(oldest.value)
  known.set(recipient, bytes)
  return bytes
}

/** What is shared, bound to the curve's half of ciphertext and key; the lattice's half binds itself. */
const combine = (lattice: Uint8Array, curve: Uint8Array, sent: Uint8Array, point: Uint8Array): Uint8Array =>
  sha3_256(concat(lattice, curve, sent, point, LABEL))

/** Both secret halves of an identity's 32 bytes. */
function halves(seed: Uint8Array): { readonly lattice: { publicKey: Uint8Array; secretKey: Uint8Array }; readonly secret: Uint8Array } {
  const expanded = shake256(seed, { dkLen: 96 })
  return { lattice: ml_kem768.keygen(expanded.subarray(0, 64)), secret: expanded.subarray(64) }
}

export async function hybridRecipient(seed: Uint8Array, platform: Platform = native): Promise<string> {
  const { lattice, secret } = halves(seed)
  const { point } = await exchangeOf(secret, platform)
  return bech32.encode("age1pq", bech32.toWords(concat(lattice.publicKey, point)), false)
}

/** Throws on a recipient whose curve point is of small order: what it shares would be known to everybody. */
export function hybridSealer(recipient: string, platform: Platform = native): Sealer {
  const bytes = recipientBytes(recipient)
  const theirs = bytes.subarray(LATTICE)
  return {
    async wrapFileKey(fileKey) {
      const { point, shared } = await exchangeOf(randomBytes(32), platform)
      const curve = await shared(theirs)
      if (curve === null) throw new TypeError("a recipient of small order")
      const lattice = ml_kem768.encapsulate(bytes.subarray(0, LATTICE))
      const { key, nonce } = context(combine(lattice.sharedSecret, curve, point, theirs), platform)
      const share = base64nopad.encode(concat(lattice.cipherText, point))
      return [new Stanza([KIND, share], chacha20poly1305(key, nonce).encrypt(fileKey))]
    },
  }
}

export function hybridOpener(seed: Uint8Array, platform: Platform = native): Opener {
  return {
    async unwrapFileKey(stanzas) {
      const { lattice, secret } = halves(seed)
      const { point: mine, shared } = await exchangeOf(secret, platform)
      for (const { args, body } of stanzas) {
        if (args[0] !== KIND) continue
        const sent = args.length === 2 ? base64nopad.decode(args[1] as string) : null
        if (sent?.length !== ENCLOSED + POINT || body.length !== 32) throw new TypeError("a damaged stanza")
        const point = sent.subarray(ENCLOSED)
        const curve = await shared(point)
        if (curve === null) throw new TypeError("a share of small order")
        const joined = combine(ml_kem768.decapsulate(sent.subarray(0, ENCLOSED), lattice.secretKey), curve, point, mine)
        const { key, nonce } = context(joined, platform)
        try {
          return chacha20poly1305(key, nonce).decrypt(body)
        } catch {
          // For somebody else: the next stanza may be ours.
        }
      }
      return null
    },
  }
}

/** HPKE's suite: MLKEM768-X25519, HKDF-SHA-256, ChaCha20-Poly1305. */
const SUITE = concat(utf8("HPKE"), new Uint8Array([0x64, 0x7a, 0, 1, 0, 3]))
const VERSION = utf8("HPKE-v1")
const NONE = new Uint8Array()

/** HPKE's key schedule in base mode: no PSK, and age's name of the stanza as info. */
function context(shared: Uint8Array, { hmac }: Platform): { readonly key: Uint8Array; readonly nonce: Uint8Array } {
  // HKDF (RFC 5869): to extract is one HMAC, and to expand to no more than one hash is one more.
  const extract = (salt: Uint8Array, label: string, material: Uint8Array): Bytes =>
    hmac(salt, concat(VERSION, SUITE, utf8(label), material))
  const schedule = concat(
    new Uint8Array([0]),
    extract(NONE, "psk_id_hash", NONE),
    extract(NONE, "info_hash", utf8(`age-encryption.org/${KIND}`)),
  )
  const secret = extract(shared, "secret", NONE)
  const expand = (label: string, length: number): Bytes =>
    hmac(secret, concat(new Uint8Array([0, length]), VERSION, SUITE, utf8(label), schedule, new Uint8Array([1]))).subarray(
      0,
      length,
    ) as Bytes
  return { key: expand("key", 32), nonce: expand("base_nonce", 12) }
}
