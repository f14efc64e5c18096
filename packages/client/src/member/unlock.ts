// Opening the vault: seeds from a passphrase or from a script, the directory proved under the pinned root, a session.
import { foldDirectory, releaseKeys, rootPrintOf } from "@safe-conduct/sealing/verify"
import { locate, locateByPasskey, memberKeys, unwrapByPasskey, unwrapSeeds } from "@safe-conduct/sealing/open"
import { passkeyQuestion, randomBytes, signSession } from "@safe-conduct/sealing/seal"
import { type DeskInfo, type Head, type Id, type PublicKey, fromHex, toBase64 } from "@safe-conduct/wire"
import { type Api, createApi } from "../api.ts"
import { type Result, no, ok } from "../result.ts"
import { openDirectory } from "./directory-book.ts"
import type { Inside } from "./inside.ts"
import type { PasskeyAnswer, PasskeyAsk, Seeds } from "./vault-port.ts"

export interface Opened {
  readonly inside: Inside
  readonly info: DeskInfo
  /** Where the directory stood when the seeds were wrapped. */
  readonly since: Head | null
  /** By which way in; null for a script that holds the seeds. */
  readonly by: WayIn | null
}

export interface WayIn {
  readonly kind: "words" | "passkey"
  readonly locator: Id
  /** Of a passkey: its id in base64, and the host name it was asked at. */
  readonly credential?: string
  readonly rpId?: string
}

export interface UnlockEnv {
  readonly server: string
  /** See ApiEnv. */
  readonly origin?: string | undefined
  readonly fetch?: typeof fetch | undefined
  readonly wait?: ((ms: number) => Promise<void>) | undefined
  readonly now: () => number
  /** Only tests give their own; else those that this build was made with. */
  readonly releaseKeys?: readonly PublicKey[] | undefined
}

/** One answer for a wrong passphrase and for an unknown one: the server has no list of users, and neither do we. */
const wrong = () => no("wrong-passphrase", "These seven words open nothing here.")

export async function unlockByPassphrase(env: UnlockEnv, passphrase: string): Promise<Result<Opened>> {
  const found = await deskOf(env)
  if (!found.ok) return found
  const { api, info, desk } = found.value
  const located = await locate(passphrase, desk)
  const wrap = await sealedSeeds(api, located.locator)
  if (!wrap.ok) return wrap.status === 404 ? wrong() : wrap
  const unwrapped = await unwrapSeeds(located, desk, wrap.value.blob)
  if (unwrapped === null) return wrong()
  return enter(env, api, info, unwrapped, { kind: "words", locator: located.locator })
}

/** The seeds sealed in this place, and beside them the challenge of the sign-in that follows. */
function sealedSeeds(api: Api, locator: Id): ReturnType<Api["wrap"]> {
  const asked = api.wrap(locator)
  api.beginSignIn()
  return asked
}

/** What is put to any authenticator at this desk; the challenge proves nothing here, the answer to the question does. */
export async function passkeyAsk(env: UnlockEnv): Promise<Result<PasskeyAsk>> {
  const found = await deskOf(env)
  return found.ok ? ok({ question: passkeyQuestion(found.value.desk), challenge: randomBytes(32), user: null }) : found
}

export async function unlockByPasskey(env: UnlockEnv, given: PasskeyAnswer): Promise<Result<Opened>> {
  const found = await deskOf(env)
  if (!found.ok) return found
  const { api, info, desk } = found.value
  const located = locateByPasskey(given.answer, given.credential, desk)
  if (located === null) return no("passkey-no-answer", "This passkey cannot open anything: it gives no secret.")
  const wrap = await sealedSeeds(api, located.locator)
  if (!wrap.ok) return wrap.status === 404 ? unknownPasskey() : wrap
  const unwrapped = await unwrapByPasskey(located, desk, given.rpId, wrap.value.blob)
  if (unwrapped === null) return unknownPasskey()
  const credential = toBase64(given.credential)
  return enter(env, api, info, unwrapped, { kind: "passkey", locator: located.locator, credential, rpId: given.rpId })
}

/** Said of a removed passkey and of a stranger's alike. Nothing is ever told to the authenticator: a lying server could empty it. */
const unknownPasskey = () => no("passkey-opens-nothing", "This passkey opens nothing here.")

async function deskOf(env: UnlockEnv): Promise<Result<{ readonly api: Api; readonly info: DeskInfo; readonly desk: Id }>> {
  const api = createApi(env)
  const info = await api.desk()
  if (!info.ok) return info
  const genesis = await foldDirectory(null, info.value.genesis)
  return genesis.ok ? ok({ api, info: info.value, desk: genesis.value.desk }) : genesis
}

export async function unlockBySeeds(env: UnlockEnv, seeds: Seeds): Promise<Result<Opened>> {
  const api = createApi(env)
  const info = await api.desk()
  if (!info.ok) return info
  const u = {
    seeds: { open: fromHex(seeds.open), sign: fromHex(seeds.sign) },
    desk: seeds.desk as Id,
    rootPrint: seeds.root,
    directory: null,
    member: seeds.member as Id,
  }
  return enter(env, api, info.value, u, null)
}

interface Unwrapped {
  readonly seeds: { readonly open: Uint8Array<ArrayBuffer>; readonly sign: Uint8Array<ArrayBuffer> }
  readonly desk: Id
  readonly rootPrint: string
  readonly directory: Head | null
  readonly member: Id
}

async function enter(env: UnlockEnv, api: Api, info: DeskInfo, u: Unwrapped, by: WayIn | null): Promise<Result<Opened>> {
  const genesis = await foldDirectory(null, info.genesis)
  if (!genesis.ok) return genesis
  if (genesis.value.desk !== u.desk || rootPrintOf(genesis.value.root) !== u.rootPrint)
    return no("other-root", "This server shows another desk than the one you trust.")
  const keys = await memberKeys(u.member, u.seeds)
  const signed = await api.signIn(async (challenge, origin) => ({
    subject: { kind: "member", member: u.member },
    challenge,
    origin,
    signature: await signSession(keys.signing, origin, u.desk, u.member, challenge),
  }))
  if (!signed.ok)
    return signed.status === 401 || signed.status === 403 ? no("not-a-member", "You are not an active member of this desk.") : signed
  const directory = await openDirectory(api, { rootPrint: u.rootPrint, desk: u.desk })
  if (!directory.ok) return directory
  const now = directory.value.now()
  // What the passphrase last saw must still be part of what the server shows.
  if (u.directory !== null && now.hashes[u.directory.seq] !== u.directory.hash)
    return no("directory-forked", "The server shows another history of this desk than before.")
  const me = now.members[u.member]
  if (me === undefined || me.until !== null || me.kid !== keys.kid) return no("not-a-member", "You are not an active member of this desk.")
  return ok({
    info,
    since: u.directory,
    by,
    inside: {
      api,
      desk: u.desk,
      member: u.member,
      keys,
      seeds: u.seeds,
      directory: directory.value,
      people: null,
      releaseKeys: env.releaseKeys ?? releaseKeys,
      receipts: new Map(),
      now: env.now,
    },
  })
}
