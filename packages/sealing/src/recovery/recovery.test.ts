// Three of five trustees, and never two, bring the recovery key back; a share that is corrupt, foreign or in the wrong hands is named.
import { type Id, type RecoveryShare, fromBase64, fromHex, recoveryShareBytes, toBase64, toHex, utf8 } from "@safe-conduct/wire"
import { beforeAll, describe, expect, test } from "vitest"
import { recoveryIdOf } from "../ids.ts"
import { type Identity, ageOpen, ageSeal } from "../primitives/age.ts"
import { hashOf } from "../primitives/hash.ts"
import { joinSecret, splitSecret } from "../primitives/secret-sharing.ts"
import { signingFromSeed } from "../primitives/sign.ts"
import { randomBytes } from "../primitives/hash.ts"
import { randomId } from "../random-id.ts"
import { type OpenedShare, joinShares, openShare } from "./join.ts"
import { checkShare } from "./share.ts"
import { type SplitRecovery, splitRecovery } from "./split.ts"
import { subsetsOf } from "./subsets.ts"
import { newTrustee } from "./trustee.ts"

let desk: Id
let trustees: { identity: Identity; recipient: Awaited<ReturnType<typeof newTrustee>>["recipient"] }[]
let made: SplitRecovery
let opened: OpenedShare[]

const good = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

beforeAll(async () => {
  desk = randomId()
  trustees = await Promise.all(Array.from({ length: 5 }, newTrustee))
  made = await splitRecovery(
    desk,
    trustees.map((one) => one.recipient),
    3,
  )
  opened = await Promise.all(made.shares.map(async (share, n) => good(await openShare(share, trustees[n]?.identity as Identity))))
})

describe("three of five", () => {
  test("each of the 10 triples gives the very key that opens what was sealed to recovery", async () => {
    const sealed = await ageSeal([made.certificate.recipient], utf8("a key of an epoch"))
    let triples = 0
    for (const three of subsetsOf(opened, 3)) {
      const joined = await joinShares(three, made.certificate)
      if (!joined.ok) throw new Error(joined.refusal.error)
      expect(joined.wrong).toEqual([])
      expect(await ageOpen(joined.identity, sealed)).toEqual(utf8("a key of an epoch"))
      triples++
    }
    expect(triples).toBe(10)
  })

  test("each of the 10 pairs is refused, one share given twice is not two, and two pieces tell nothing of the key", async () => {
    let pairs = 0
    for (const two of subsetsOf(opened, 2)) {
      expect(await joinShares(two, made.certificate)).toMatchObject({ ok: false, refusal: { error: "too-few-shares" } })
      expect(await joinShares([...two, two[0] as OpenedShare], made.certificate)).toMatchObject({
        ok: false,
        refusal: { error: "too-few-shares" },
      })
      // Even someone who takes the rule away and joins the two gets another key.
      expect(await joinShares(two, { ...made.certificate, threshold: 2 })).toMatchObject({ ok: false, refusal: { error: "shares-differ" } })
      pairs++
    }
    expect(pairs).toBe(10)
  })

  test.each([0, 1, 2, 3, 4])("share %i, corrupt inside, is named, and the others still restore", async (n) => {
    const wrong = opened.map((share) =>
      share.index === n + 1 ? { ...share, piece: share.piece.map((b, i) => (i === 5 ? b ^ 1 : b)) } : share,
    )
    expect(await joinShares(wrong, made.certificate)).toMatchObject({ ok: true, wrong: [n + 1] })
    // Among four the same; among three there is no other choice, and nothing wrong comes out.
    const four = wrong.filter((share) => share.index !== ((n + 1) % 5) + 1)
    expect(await joinShares(four, made.certificate)).toMatchObject({ ok: true, wrong: [n + 1] })
    const three = [wrong[n], wrong[(n + 1) % 5], wrong[(n + 2) % 5]] as OpenedShare[]
    expect(await joinShares(three, made.certificate)).toMatchObject({ ok: false, refusal: { error: "shares-differ" } })
  })

  test.each([0, 1, 2, 3, 4])("share %i, altered in any field of its file, is refused by the ceremony's signature", async (n) => {
    const share = made.shares[n] as RecoveryShare
    expect(await checkShare(share, made.certificate.ceremony)).toBeNull()
    const sealed = fromBase64(share.sealed)
    sealed[sealed.length - 1] = (sealed.at(-1) as number) ^ 1
    for (const over of [
      { sealed: toBase64(sealed) },
      { index: (share.index % 5) + 1 },
      { threshold: 2 },
      { shares: 4 },
      { desk: randomId() },
      { set: randomId() },
      { trustee: "0000-0000-0000-0000" },
      { sealed: (made.shares[(n + 1) % 5] as RecoveryShare).sealed },
    ])
      expect(await checkShare({ ...share, ...over }, made.certificate.ceremony)).toMatchObject({ error: "corrupt-share" })
  })
})

describe("a share", () => {
  test("opens for its trustee alone", async () => {
    for (const [n, share] of made.shares.entries())
      for (const [m, { identity }] of trustees.entries()) expect((await openShare(share, identity)).ok).toBe(n === m)
  })

  test("of another ceremony is foreign, however well it is signed", async () => {
    const other = await splitRecovery(
      desk,
      trustees.map((one) => one.recipient),
      3,
    )
    const foreign = other.shares[0] as RecoveryShare
    expect(await checkShare(foreign, made.certificate.ceremony)).toMatchObject({ error: "foreign-share" })
    expect(await checkShare({ ...foreign, ceremony: made.certificate.ceremony }, made.certificate.ceremony)).toMatchObject({
      error: "corrupt-share",
    })
    const strange = good(await openShare(foreign, trustees[0]?.identity as Identity))
    expect(await joinShares([strange, ...opened.slice(1)], made.certificate)).toMatchObject({ ok: true, wrong: [1] })
  })

  test("made by a trustee herself, in the name of the set, is not believed", async () => {
    const thief = signingFromSeed(randomBytes(32))
    const share = made.shares[0] as RecoveryShare
    const plain = { v: 1, kind: "recovery-share", desk, set: made.set, index: 1, share: toHex(randomBytes(33)) }
    const sealed = await ageSeal([trustees[0]?.recipient as never], utf8(JSON.stringify(plain)))
    const own = { ...share, ceremony: thief.key, sealed: toBase64(sealed) }
    const forged = { ...own, signature: await thief.sign(recoveryShareBytes(own, hashOf(sealed))) }
    expect(await checkShare(forged, made.certificate.ceremony)).toMatchObject({ error: "foreign-share" })
  })

  test("whose sealed inside names another place is misplaced, whoever signed it", async () => {
    const share = made.shares[0] as RecoveryShare
    const plain = { v: 1, kind: "recovery-share", desk: randomId(), set: made.set, index: 1, share: toHex(opened[0]?.piece as Uint8Array) }
    const sealed = toBase64(await ageSeal([trustees[0]?.recipient as never], utf8(JSON.stringify(plain))))
    expect(await openShare({ ...share, sealed }, trustees[0]?.identity as Identity)).toMatchObject({
      ok: false,
      refusal: { error: "misplaced-share" },
    })
  })
})

test("the set's id is made of desk and recipient: another desk has another", () => {
  expect(recoveryIdOf(desk, made.certificate.recipient)).toBe(made.set)
  expect(recoveryIdOf(randomId(), made.certificate.recipient)).not.toBe(made.set)
})

test("no split without two different trustees at least", async () => {
  const [one, two] = trustees.map(({ recipient }) => recipient) as [never, never]
  await expect(splitRecovery(desk, [one, one, two], 2)).rejects.toThrow()
  await expect(splitRecovery(desk, [one, two], 1)).rejects.toThrow()
  await expect(splitRecovery(desk, [one, two], 3)).rejects.toThrow()
})

test("the library draws its coefficients anew each time, and joins to the secret that was split", async () => {
  const secret = fromHex("00".repeat(32))
  const splits = await Promise.all(Array.from({ length: 50 }, () => splitSecret(secret, 5, 3)))
  expect(new Set(splits.flatMap((shares) => shares.map((share) => toHex(share.subarray(0, 32))))).size).toBe(250)
  for (const shares of splits) expect(toHex((await joinSecret(shares.slice(2))) as Uint8Array)).toBe("00".repeat(32))
})
