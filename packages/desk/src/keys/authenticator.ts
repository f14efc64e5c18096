// The browser's side of passkeys: making one, asking for its secret, having it touched. No key of ours is here; the secret goes
// straight to the vault. Somebody must always be recognised, and a passkey answers to exactly this page's host name.
import type { ApprovalAsk, PasskeyAnswer, PasskeyMade, PasskeyTouch, Refusal, Result, Vault } from "@safe-conduct/client/member"

const no = (error: string): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal: { error, message: error } })

/** The host name, never a domain above it: a neighbour under the same domain could otherwise ask for the secret. */
export const host = (): string => location.hostname

/** Whether this browser can keep a passkey for this address: not on plain HTTP, and not under a bare number. */
export const passkeysHere = (): boolean =>
  isSecureContext && typeof PublicKeyCredential === "function" && /[a-z]/i.test(host()) && !host().includes(":")

const minutes = 3 * 60_000

type Bytes = Uint8Array<ArrayBuffer>
const bytes = (source: BufferSource): Bytes =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength).slice()
    : new Uint8Array(source)
const base64 = (source: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(source)))
const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

/** What the browser says when nothing came of it, as one of our own codes. */
function refused(error: unknown): ReturnType<typeof no> {
  const name = (error as { readonly name?: unknown } | null)?.name
  if (name === "InvalidStateError") return no("passkey-here-already")
  return name === "NotAllowedError" || name === "AbortError" ? no("passkey-cancelled") : no("passkey-unsupported")
}

const answerIn = (credential: PublicKeyCredential): Bytes | null => {
  const first = credential.getClientExtensionResults().prf?.results?.first
  return first === undefined ? null : bytes(first)
}

async function ask(
  options: Omit<PublicKeyCredentialRequestOptions, "rpId" | "userVerification" | "timeout">,
): Promise<PublicKeyCredential | null> {
  const publicKey = { ...options, rpId: host(), userVerification: "required" as const, timeout: minutes }
  return (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null
}

/** At the door: whichever passkey of this desk the device offers; nobody is named. */
export async function answerOf(vault: Vault): Promise<Result<PasskeyAnswer>> {
  const put = await vault.passkeyAsk()
  if (!put.ok) return put
  try {
    const got = await ask({ challenge: put.value.challenge, extensions: { prf: { eval: { first: put.value.question } } } })
    if (got === null) return no("passkey-cancelled")
    const answer = answerIn(got)
    return answer === null ? no("passkey-no-answer") : { ok: true, value: { credential: bytes(got.rawId), answer, rpId: host() } }
  } catch (error) {
    return refused(error)
  }
}

/** A new one on this device. Some authenticators give the secret only when they are asked a second time. */
export async function makePasskey(vault: Vault, product: string, name: string): Promise<Result<PasskeyMade>> {
  const put = await vault.passkeyAsk()
  if (!put.ok) return put
  const { challenge, question, user } = put.value
  if (user === null) return no("signed-out")
  const own = await vault.ownCredentials(host())
  try {
    const made = (await navigator.credentials.create({
      publicKey: {
        challenge,
        rp: { id: host(), name: product },
        // Shown by the device when it asks: the member's own word for it, never her name. What is synced is read elsewhere too.
        user: { id: user, name, displayName: name },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        excludeCredentials: own.map((id) => ({ type: "public-key", id: fromBase64(id) })),
        attestation: "none",
        timeout: minutes,
        extensions: { prf: { eval: { first: question } } },
      },
    })) as PublicKeyCredential | null
    if (made === null) return no("passkey-cancelled")
    if (made.getClientExtensionResults().prf?.enabled === false) return no("passkey-no-answer")
    const credential = bytes(made.rawId)
    const authenticatorData = bytes((made.response as AuthenticatorAttestationResponse).getAuthenticatorData())
    const answer = answerIn(made) ?? (await secondAnswer(vault, credential, question))
    return answer === null ? no("passkey-no-answer") : { ok: true, value: { credential, answer, rpId: host(), authenticatorData, name } }
  } catch (error) {
    return refused(error)
  }
}

async function secondAnswer(vault: Vault, credential: Bytes, question: Bytes): Promise<Bytes | null> {
  const put = await vault.passkeyAsk()
  if (!put.ok) return null
  const got = await ask({
    challenge: put.value.challenge,
    allowCredentials: [{ type: "public-key", id: credential }],
    extensions: { prf: { eval: { first: question } } },
  })
  return got === null ? null : answerIn(got)
}

/** Has one of her passkeys touched for this approval. */
export async function touch({ challenge, credentials }: ApprovalAsk): Promise<Result<PasskeyTouch>> {
  try {
    const got = await ask({ challenge, allowCredentials: credentials.map((id) => ({ type: "public-key", id })) })
    if (got === null) return no("passkey-cancelled")
    const { authenticatorData, clientDataJSON, signature } = got.response as AuthenticatorAssertionResponse
    const value = {
      credential: base64(got.rawId),
      authenticatorData: base64(authenticatorData),
      client: base64(clientDataJSON),
      signature: base64(signature),
    }
    return { ok: true, value }
  } catch (error) {
    return refused(error)
  }
}
