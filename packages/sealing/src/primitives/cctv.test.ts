// The published age vectors of the Community Cryptography Test Vectors (npm cctv-age; 0BSD, CC0 or Unlicense). Debian's age is too old
// for hybrid files, so these are what our hybrid files agree with. Hybrid ones go through our own door, the rest through the library
// that exports for old programs are sealed with.
import { createHash } from "node:crypto"
import { inflateSync } from "node:zlib"
import { Decrypter } from "age-encryption"
import * as published from "cctv-age"
import { describe, expect, test } from "vitest"
import { type Identity, ageOpen } from "./age.ts"
import { ageShape } from "./age-shape.ts"

interface Vector {
  readonly name: string
  readonly said: ReadonlyMap<string, string>
  readonly identities: readonly string[]
  readonly file: Uint8Array
}

function read(name: string, bytes: Uint8Array): Vector {
  const end = Buffer.from(bytes).indexOf("\n\n")
  const lines = Buffer.from(bytes.subarray(0, end)).toString("utf8").split("\n")
  const rows = lines.map((line) => line.split(": ", 2) as [string, string])
  const said = new Map(rows)
  const body = bytes.subarray(end + 2)
  const file = said.get("compressed") === "zlib" ? new Uint8Array(inflateSync(body)) : body
  return { name, said, identities: rows.filter(([key]) => key === "identity").map(([, value]) => value), file }
}

const vectors = Object.entries(published as unknown as Record<string, Uint8Array>)
  .filter(([, bytes]) => bytes instanceof Uint8Array)
  .map(([name, bytes]) => read(name, bytes))
  .filter(({ said }) => !said.has("armored"))
const hybrid = vectors.filter(({ identities }) => identities.some((one) => one.startsWith("AGE-SECRET-KEY-PQ-")))
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

test("there are as many as were published: none is passed over by a change of form", () => {
  expect(vectors.length).toBeGreaterThanOrEqual(100)
  expect(hybrid.length).toBeGreaterThanOrEqual(18)
})

describe("hybrid files", () => {
  test.each(hybrid.map((vector) => [vector.name, vector] as const))("%s", async (_name, { said, identities, file }) => {
    const opened = await Promise.all(identities.map((identity) => ageOpen(identity as Identity, file)))
    const plain = opened.find((one) => one !== null)
    if (said.get("expect") !== "success") {
      // What an honest prefix held is not ours to show either: nothing leaves before the end is verified.
      expect(plain).toBeUndefined()
      return
    }
    // Stricter than age on purpose: any other stanza beside the hybrid one is refused.
    if (ageShape(file) !== "hybrid") expect(plain).toBeUndefined()
    else expect(sha256(plain as Uint8Array)).toBe(said.get("payload"))
  })

  test("of those that age opens, we refuse the ones with another kind of stanza beside, and no others", () => {
    const strict = hybrid
      .filter(({ said, file }) => said.get("expect") === "success" && ageShape(file) !== "hybrid")
      .map(({ name }) => name)
    expect(strict.sort()).toEqual(["hybrid_and_x25519", "hybrid_grease"])
  })
})

describe("classic files, of which only exports for old programs are made", () => {
  test.each(vectors.filter((vector) => !hybrid.includes(vector)).map((vector) => [vector.name, vector] as const))(
    "%s",
    async (_name, { said, identities, file }) => {
      const decrypter = new Decrypter()
      for (const identity of identities) decrypter.addIdentity(identity)
      if (said.has("passphrase")) decrypter.addPassphrase(said.get("passphrase") as string)
      const plain = await decrypter.decrypt(file).catch(() => null)
      if (said.get("expect") === "success") expect(sha256(plain as Uint8Array)).toBe(said.get("payload"))
      else expect(plain).toBeNull()
    },
  )
})
