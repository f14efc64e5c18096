// Argon2id for members' passphrases alone, in WASM and loaded when needed. Written with 128 MiB; nothing below 64 MiB is ever
// believed, whatever a server says: the floor is this constant.
import type { Bytes } from "@safe-conduct/wire"

export const WRITTEN = { memory: 128 * 1024, passes: 3 } as const
export const FLOOR_MEMORY = 64 * 1024

/** `memory` in KiB. 64 bytes. */
export async function argon2id(passphrase: Uint8Array, salt: Uint8Array, cost: { memory: number; passes: number }): Promise<Bytes> {
  if (cost.memory < FLOOR_MEMORY || cost.passes < 3) throw new RangeError("Argon2id below the floor")
  const { argon2id: run } = await import("hash-wasm")
  return (await run({
    password: passphrase,
    salt,
    iterations: cost.passes,
    memorySize: cost.memory,
    parallelism: 1,
    hashLength: 64,
    outputType: "binary",
  })) as Bytes
}
