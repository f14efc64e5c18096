// The bytes behind recovery and releases, held to vectors that another implementation can be held to as well.
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as wire from "./index.ts"

const vectors = JSON.parse(readFileSync("test-vectors/wire/recovery.json", "utf8")) as {
  readonly desk: wire.Id
  readonly certificate: wire.RecoveryCertificate
  readonly certificateBytes: string
  readonly recoveryIdBytes: string
  readonly recipientPrintBytes: string
  readonly share: Omit<wire.RecoveryShare, "sealed" | "signature">
  readonly sealed: wire.Hash
  readonly shareBytes: string
  readonly editions: readonly { readonly edition: number; readonly bytes: string }[]
  readonly releaseKey: wire.PublicKey
  readonly releasePrintBytes: string
}

test("agree with the vectors", () => {
  const { desk, certificate, share, sealed, releaseKey } = vectors
  expect(wire.toHex(wire.recoveryCertificateBytes(desk, certificate))).toBe(vectors.certificateBytes)
  expect(wire.toHex(wire.recoveryIdBytes(desk, certificate.recipient))).toBe(vectors.recoveryIdBytes)
  expect(wire.toHex(wire.recipientPrintBytes(certificate.recipient))).toBe(vectors.recipientPrintBytes)
  expect(wire.toHex(wire.recoveryShareBytes(share, sealed))).toBe(vectors.shareBytes)
  for (const { edition, bytes } of vectors.editions) expect(wire.toHex(wire.editionBytes(edition))).toBe(bytes)
  expect(wire.toHex(wire.releasePrintBytes(releaseKey))).toBe(vectors.releasePrintBytes)
})

test("a certificate and a share of another form are not read", () => {
  const { certificate } = vectors
  expect(wire.read(wire.RecoveryCertificate, certificate)).toMatchObject({ ok: true })
  for (const over of [{ threshold: 1 }, { shares: 21 }, { number: 0 }, { recipient: "age1classic" }, { ceremony: "00" }, { extra: 1 }])
    expect(wire.read(wire.RecoveryCertificate, { ...certificate, ...over })).toMatchObject({ ok: false })
  const whole = { ...vectors.share, sealed: "AAAA", signature: `${"A".repeat(86)}==` }
  expect(wire.read(wire.RecoveryShare, whole)).toMatchObject({ ok: true })
  for (const over of [{ v: 2 }, { kind: "share" }, { index: 0 }, { index: 21 }, { trustee: "abc" }, { sealed: "?" }])
    expect(wire.read(wire.RecoveryShare, { ...whole, ...over })).toMatchObject({ ok: false })
})
