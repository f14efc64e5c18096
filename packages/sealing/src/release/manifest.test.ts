// A manifest says what was built, and one flipped byte of it is no longer what was signed.
import { Site, type SiteFile, ZERO_HASH, inSiteOrder, read, siteBytes, toHex } from "@safe-conduct/wire"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { signingFromSeed } from "../primitives/sign.ts"
import { signSite, siteSignedBy } from "./manifest.ts"

const file = fc.record(
  {
    address: fc.stringMatching(/^\/(?:[\w@.-]{1,12}(?:\/[\w@.-]{1,12}){0,2})?$/),
    language: fc.constantFrom("en" as const, "fr" as const, "ru" as const),
    sha256: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => toHex(bytes) as SiteFile["sha256"]),
    size: fc.nat(),
  },
  { requiredKeys: ["address", "sha256", "size"] },
)
const site: fc.Arbitrary<Site> = fc
  .uniqueArray(file, { maxLength: 8, selector: (one) => `${one.address} ${one.language ?? ""}` })
  .map((files) => ({ v: 1, version: "1.2.3", files: inSiteOrder(files as SiteFile[]) }))

const ours = signingFromSeed(new Uint8Array(32).fill(7))
const stranger = signingFromSeed(new Uint8Array(32).fill(8))

describe("a signed manifest", () => {
  test("reads back, and holds under our key alone", async () => {
    await fc.assert(
      fc.asyncProperty(site, async (plain) => {
        const signed = await signSite(plain, ours)
        expect(read(Site, JSON.parse(JSON.stringify(signed)))).toEqual({ ok: true, value: signed })
        expect(await siteSignedBy(signed, [stranger.key, ours.key])).toBe(ours.key)
        expect(await siteSignedBy(signed, [stranger.key])).toBeNull()
        expect(await siteSignedBy(plain, [ours.key])).toBeNull()
      }),
      { numRuns: 30 },
    )
  })

  test("does not hold once any file, hash, size, address, language or the version is another", async () => {
    const signed = await signSite(
      {
        v: 1,
        version: "1.2.3",
        files: [
          { address: "/ask", language: "en", sha256: ZERO_HASH, size: 5 },
          { address: "/assets/a.js", sha256: ZERO_HASH, size: 6 },
        ],
      },
      ours,
    )
    const [ask, script] = signed.files as [SiteFile, SiteFile]
    for (const altered of [
      { ...signed, version: "1.2.4" },
      { ...signed, files: [ask] },
      { ...signed, files: [script, ask] },
      { ...signed, files: [ask, script, { ...script, address: "/assets/b.js" }] },
      { ...signed, files: [{ ...ask, language: "fr" as const }, script] },
      { ...signed, files: [ask, { ...script, size: 7 }] },
      { ...signed, files: [ask, { ...script, sha256: `${"0".repeat(63)}1` as SiteFile["sha256"] }] },
    ])
      expect(await siteSignedBy(altered, [ours.key])).toBeNull()
    expect(await siteSignedBy(signed, [ours.key])).toBe(ours.key)
  })

  test("two different lists never share bytes", () => {
    fc.assert(
      fc.property(site, site, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b))
        expect(toHex(siteBytes(a))).not.toBe(toHex(siteBytes(b)))
      }),
    )
  })

  test("is refused where it names one place twice, out of order, or outside the site", () => {
    const one = { address: "/a.js", sha256: ZERO_HASH, size: 1 }
    for (const files of [
      [one, one],
      [{ ...one, address: "/b.js" }, one],
      [{ ...one, address: "//evil.example/a.js" }],
      [{ ...one, address: "/a b" }],
    ])
      expect(read(Site, { v: 1, version: "1", files }).ok).toBe(false)
  })
})
