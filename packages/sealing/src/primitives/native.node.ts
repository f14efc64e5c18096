// The same under Node: node:crypto at once, without WebCrypto's copies and promises, which cost the server's one thread three to
// ten times what the hash itself does. A signature is verified in libuv's threads, beside the event loop.
import { KeyObject, createHash, createPrivateKey, createPublicKey, diffieHellman, hash, sign, verify } from "node:crypto"
import { type Bytes, type Hash, concat, fromHex, toHex } from "@safe-conduct/wire"
import { hashBeside } from "./hash-beside.node.ts"
import type { Ed25519, Native, X25519 } from "./native.ts"
import { beforeEd25519, beforeX25519 } from "./pkcs8.ts"

/** Keys seen last: members sign again and again, a mailbox's key a few times within a minute. */
const KEYS = 512
const keys = new Map<string, Promise<KeyObject>>()

function publicKey(bytes: Uint8Array): Promise<KeyObject> {
  const name = toHex(bytes)
  const held = keys.get(name)
  if (held) {
    keys.delete(name)
    keys.set(name, held)
    return held
  }
  // By WebCrypto, which takes the 32 bytes as they are; createPublicKey first tries, by throwing, what else they could be.
  const made = crypto.subtle.importKey("raw", bytes as Bytes, "Ed25519", true, ["verify"]).then((key) => KeyObject.from(key as never))
  made.catch(() => keys.delete(name))
  keys.set(name, made)
  const oldest = keys.keys().next()
  if (keys.size > KEYS && !oldest.done) keys.delete(oldest.value)
  return made
}

const byNode: Ed25519 = {
  async verify(key, message, signature) {
    try {
      const object = await publicKey(key)
      return await new Promise<boolean>((resolve, reject) => {
        verify(null, message, object, signature, (error, holds) => (error ? reject(error) : resolve(holds)))
      })
    } catch {
      return false
    }
  },
  signer(seed) {
    const key = createPrivateKey({ key: Buffer.from(concat(beforeEd25519, seed)), format: "der", type: "pkcs8" })
    return (message) =>
      new Promise((resolve, reject) => {
        sign(null, message, key, (error, signature) => (error ? reject(error) : resolve(new Uint8Array(signature))))
      })
  },
}

const spkiX25519 = fromHex("302a300506032b656e032100")

/** At once: a multiplication takes less time than handing it to another thread. */
const multiply: X25519 = (secret) => {
  const privateKey = createPrivateKey({ key: Buffer.from(concat(beforeX25519, secret)), format: "der", type: "pkcs8" })
  return async (point) => {
    const publicKey = createPublicKey({ key: Buffer.from(concat(spkiX25519, point)), format: "der", type: "spki" })
    try {
      return new Uint8Array(diffieHellman({ privateKey, publicKey }))
    } catch {
      return null
    }
  }
}

const readyX25519 = Promise.resolve(multiply)
const ready = Promise.resolve(byNode)
/** Below this many bytes a hash costs less than handing it to another thread. */
const FEW = 64 << 10

export const native: Native = {
  sha256: (bytes) => new Uint8Array(hash("sha256", bytes, "buffer")),
  hash: (bytes) => hash("sha256", bytes) as Hash,
  // RFC 2104 by two hashes at once; createHmac makes a key object each time, at ten times the cost.
  hmac(key, bytes) {
    const block = new Uint8Array(64)
    block.set(key.length > 64 ? hash("sha256", key, "buffer") : key)
    const inner = hash(
      "sha256",
      concat(
        block.map((b) => b ^ 0x36),
        bytes,
      ),
      "buffer",
    )
    return new Uint8Array(
      hash(
        "sha256",
        concat(
          block.map((b) => b ^ 0x5c),
          inner,
        ),
        "buffer",
      ),
    )
  },
  digest: async (bytes) =>
    bytes.length <= FEW
      ? (hash("sha256", bytes) as Hash)
      : (toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Bytes))) as Hash),
  hashInto: hashBeside,
  running() {
    const state = createHash("sha256")
    return { update: (bytes) => void state.update(bytes), done: () => state.digest("hex") as Hash }
  },
  ed25519: () => ready,
  x25519: () => readyX25519,
}
