// `recovery …`: the ceremony that splits a recovery key, its certificate, a trustee's look at her own share, and the restoring of a desk
// from its data folder. docs/guides/recovery.md tells how people do it.
import { mkdir } from "node:fs/promises"
import { join, resolve } from "node:path"
import { type Identity, type OpenedShare, joinShares, openShare } from "@safe-conduct/sealing/open"
import { newTrustee, splitRecovery } from "@safe-conduct/sealing/seal"
import { checkShare, recipientPrintOf } from "@safe-conduct/sealing/verify"
import { ceremoniesIn, createVault, restoreTo } from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"
import type { Id, Recipient, RecoveryShare } from "@safe-conduct/wire"
import type { Command, Host } from "../command.ts"
import { writePrivate } from "../desk/root-key.ts"
import { storesOf } from "../desk/stores.ts"
import { readIdentity, readRecipient } from "../export/recipient.ts"
import { sealArchive } from "../export/sealed-archive.ts"
import type { Flags } from "../flags.ts"
import { readShare, readText } from "../recovery/files.ts"
import { type Refusal, refuse, spoken } from "../refusal.ts"
import { readRootPrint } from "../sending/meet-desk.ts"
import { wordsFrom } from "../words-given.ts"

const deskId = /^[a-z2-7]{25}[aeimquy4]$/

const fileRefusal = (path: string, error: unknown): Refusal => {
  const { code } = error as NodeJS.ErrnoException
  if (code === "EEXIST") return refuse("file-exists", `${path} is there already and is not overwritten.`)
  if (code === "ENOENT") return refuse("no-such-folder", `The folder for ${path} is not there.`)
  throw error
}

export const recoveryTrustee: Command = {
  name: "recovery trustee",
  about: "makes a trustee's key, on a machine of hers",
  help: `
FILE gets the secret (0600) and stays with the trustee, on a medium of its own. Prints the public recipient and its fingerprint; the
recipient goes to the ceremony, the fingerprint is compared by voice.

  safe-conduct recovery trustee --out /media/usb/trustee.key`,
  flags: { out: { value: "FILE", about: "where the key goes; an existing one is not touched", needed: true } },
  async run(given, host) {
    const file = resolve(host.cwd, given.must("out"))
    const { identity, recipient } = await newTrustee()
    try {
      await writePrivate(file, `# safe-conduct recovery trustee\n# public key: ${recipient}\n${identity}\n`)
    } catch (error) {
      return fileRefusal(file, error)
    }
    await host.out(`${JSON.stringify({ file, fingerprint: recipientPrintOf(recipient), recipient })}\n`)
    return null
  },
}

export const recoverySplit: Command = {
  name: "recovery split",
  about: "makes a recovery key and splits it between trustees",
  help: `
Offline, on a machine that is wiped afterwards. Makes a key, splits it so that any ${"`--threshold`"} of the trustees together have it and fewer
have nothing, seals each share to its trustee, signs it, and forgets the key. FOLDER (new) gets share-1.json … one for each trustee,
and certificate.json for the administrators. Nothing in FOLDER opens anything by itself.

  safe-conduct recovery split --desk jg7ec6wxicakaay3mnvujt6cn4 --trustee a.txt --trustee b.txt --trustee c.txt \\
    --trustee d.txt --trustee e.txt --out ceremony`,
  flags: {
    desk: { value: "ID", about: "the desk's id, as init printed it", needed: true },
    trustee: { value: "RECIPIENT", about: "age1pq1… or a file that holds it; once for each, five as a rule", many: true, needed: true },
    threshold: { value: "N", about: "how many must come together; 3 unless said" },
    out: { value: "FOLDER", about: "the folder to make", needed: true },
  },
  async run(given, host) {
    const desk = given.must("desk")
    if (!deskId.test(desk)) return refuse("bad-flag", "--desk takes the desk's id, 26 letters.")
    const trustees: Recipient[] = []
    for (const typed of given.all("trustee")) {
      const read = await readRecipient(typed, host)
      if (!read.ok) return read.refusal
      if (read.value.kind !== "hybrid")
        return refuse("classic-recipient", "A share is sealed to a post-quantum key; make one with recovery trustee.")
      trustees.push(read.value.recipient as Recipient)
    }
    const threshold = Number(given.text("threshold") ?? "3")
    if (new Set(trustees).size !== trustees.length) return refuse("repeated-trustee", "Two trustees have one key. Each needs her own.")
    if (!Number.isInteger(threshold) || threshold < 2 || threshold > trustees.length || trustees.length > 20)
      return refuse("bad-threshold", "At least two trustees come together, and no more than there are; twenty at most.")
    const folder = resolve(host.cwd, given.must("out"))
    const made = await splitRecovery(desk as Id, trustees, threshold)
    try {
      await mkdir(folder, { mode: 0o700 })
      for (const share of made.shares) await writePrivate(join(folder, `share-${share.index}.json`), `${JSON.stringify(share)}\n`)
      const certificate = { v: 1, kind: "recovery-certificate", desk, certificate: made.certificate }
      await writePrivate(join(folder, "certificate.json"), `${JSON.stringify(certificate)}\n`)
    } catch (error) {
      return fileRefusal(folder, error)
    }
    const { certificate, set, shares } = made
    await host.out(
      `${JSON.stringify({
        folder,
        desk,
        set,
        fingerprint: recipientPrintOf(certificate.recipient),
        threshold,
        shares: shares.map(({ index, trustee }) => ({ index, trustee, file: `share-${index}.json` })),
      })}\n`,
    )
    host.tell(`Read the fingerprint ${recipientPrintOf(certificate.recipient)} aloud; two administrators compare it when they certify.`)
    host.tell("Give each trustee her share, take certificate.json to an administrator, and wipe this machine.")
    return null
  },
}

export const recoveryCertify: Command = {
  name: "recovery certify",
  about: "makes a ceremony's key a reader of the desk, by two administrators",
  help: `
Signs in with an administrator's seven words from standard input. The first prints {"done":false,"approvals":"…"}; the second gives
that text in a file with --approvals, and it is done: every epoch that is opened from then on can be read by the trustees together,
and what stands now is opened anew for them at once. Compare --fingerprint with what was read aloud at the ceremony.

  safe-conduct recovery certify --server https://desk.example.org --certificate ceremony/certificate.json \\
    --fingerprint 0123-4567-89ab-cdef --words-stdin < words.txt`,
  flags: {
    server: { value: "URL", about: "the desk's address", needed: true },
    certificate: { value: "FILE", about: "as recovery split wrote it", needed: true },
    fingerprint: { value: "PRINT", about: "of the recovery key, as heard at the ceremony", needed: true },
    approvals: { value: "FILE", about: "what the first administrator was given" },
    "words-stdin": { about: "reads the administrator's seven words from standard input", needed: true },
  },
  async run(given, host) {
    const text = await readText(given.must("certificate"), host)
    if (!text.ok) return text.refusal
    const approvals = given.text("approvals") === undefined ? undefined : await readText(given.must("approvals"), host)
    if (approvals?.ok === false) return approvals.refusal
    if (printIn(text.value) !== given.must("fingerprint").trim().toLowerCase())
      return refuse(
        "other-fingerprint",
        "This certificate is for another recovery key than the one whose fingerprint was given.",
        "/fingerprint",
      )
    const words = await wordsFrom(host)
    if (!words.ok) return words.refusal
    const vault = createVault({ server: given.must("server"), now: host.now, programme, words: [] })
    const signed = await vault.unlock(words.value)
    if (!signed.ok) return spoken(signed.refusal)
    try {
      const done = await vault.certifyRecovery(text.value, approvals === undefined ? undefined : pendingIn(approvals.value))
      if (!done.ok) return spoken(done.refusal)
      // The command ends with this; no desk of hers goes on with it.
      const walked = done.value.done ? await vault.rotate() : done
      if (!walked.ok) return spoken(walked.refusal)
      await host.out(`${JSON.stringify(done.value)}\n`)
      return null
    } finally {
      await vault.signOut()
    }
  },
}

function printIn(text: string): string | null {
  try {
    return recipientPrintOf((JSON.parse(text) as { certificate: { recipient: string } }).certificate.recipient)
  } catch {
    return null
  }
}

/** The whole line that the first administrator was given, or only the text in it. */
function pendingIn(text: string): string {
  try {
    const line = JSON.parse(text) as { approvals?: unknown }
    return typeof line.approvals === "string" ? line.approvals : text
  } catch {
    return text
  }
}

export const recoveryCheck: Command = {
  name: "recovery check",
  about: "tells a trustee whether her share still opens",
  help: `
Opens the share with the trustee's key and says so. Shows nothing of what is in it. Once a year is often enough.

  safe-conduct recovery check --share share-2.json --identity /media/usb/trustee.key`,
  flags: {
    share: { value: "FILE", about: "the share", needed: true },
    identity: { value: "FILE", about: "the trustee's key", needed: true },
  },
  async run(given, host) {
    const share = await readShare(given.must("share"), host)
    if (!share.ok) return share.refusal
    const bad = await checkShare(share.value, share.value.ceremony)
    if (bad !== null) return spoken(bad)
    const identity = await readIdentity(given.must("identity"), host)
    if (!identity.ok) return identity.refusal
    const opened = await openShare(share.value, identity.value as Identity)
    if (!opened.ok) return spoken(opened.refusal)
    const { desk, set, index, threshold, shares, trustee } = share.value
    await host.out(`${JSON.stringify({ opens: true, desk, set, index, threshold, shares, trustee })}\n`)
    return null
  },
}

export const recoveryRestore: Command = {
  name: "recovery restore",
  about: "reads a desk from its data folder with enough trustees' shares",
  help: `
Offline, on a machine without a network, from a copy of the data folder (or DATABASE_URL and S3_*). Takes each share with the key that
opens it, in pairs and in the same order. Checks every share against the ceremony that the desk's administrators certified, joins them,
compares the result with the certified key, and writes everything that recovery can read, verified as a member's client verifies it,
into one age file for --to. A share that is corrupt, foreign or in the wrong hands is named under "shares". The joined key is never
written. Nobody signs with it: who goes on working is enrolled anew.

  safe-conduct recovery restore --data ./copy --share share-1.json --identity a.key --share share-3.json --identity c.key \\
    --share share-4.json --identity d.key --to archivist.txt --out desk.age`,
  flags: {
    data: { value: "DIR", about: "a copy of the data folder", needed: true },
    desk: { value: "ID", about: "which desk, where the database holds several" },
    root: { value: "FINGERPRINT", about: "the desk's root, as its people tell it; another desk is refused" },
    share: { value: "FILE", about: "a trustee's share; once for each", many: true, needed: true },
    identity: { value: "FILE", about: "the key that opens the share at the same place", many: true, needed: true },
    to: { value: "RECIPIENT", about: "for whom the file is: age1pq1… or a file that holds it", needed: true },
    out: { value: "FILE", about: "the age file to make; an existing one is not touched", needed: true },
  },
  async run(given, host) {
    const root = given.text("root")
    const print = root === undefined ? undefined : readRootPrint(root)
    if (print === null) return refuse("bad-root", "A root's fingerprint is 32 hexadecimal letters, in groups or not.")
    if (given.all("share").length !== given.all("identity").length)
      return refuse("bad-flag", "Each --share needs the --identity that opens it, in the same order.")
    const to = await readRecipient(given.must("to"), host)
    if (!to.ok) return to.refusal
    if (to.value.kind !== "hybrid") return refuse("classic-recipient", "What is restored is sealed to a post-quantum key only.", "/to")
    const data = resolve(host.cwd, given.must("data"))
    const stores = storesOf(data, host.env)
    if (!stores.ok) return stores.refusal
    const { openOffline } = await import("@safe-conduct/server")
    const kept = await openOffline({ ...stores.value, now: host.now }, given.text("desk") as Id | undefined)
    if (kept === null) return refuse("no-desk", `There is no desk in ${data}, or several; --desk says which.`, "/data")
    try {
      const certified = await ceremoniesIn(kept, print)
      if (!certified.ok) return spoken(certified.refusal)
      const { ceremonies, directory, rootPrint } = certified.value
      const looked = await lookAt(given, host, kept.desk, ceremonies)
      if ("refusal" in looked) return looked.refusal
      const set = ceremonies.find(({ reader }) => reader === looked.set)
      const joined = set === undefined ? null : await joinShares(looked.opened, set.certificate)
      if (joined !== null) for (const index of joined.wrong) looked.lines.push({ index, said: "corrupt-share" })
      if (set === undefined || joined === null || !joined.ok) {
        await host.out(`${JSON.stringify({ restored: false, shares: looked.lines })}\n`)
        return spoken(joined?.ok === false ? joined.refusal : { error: "too-few-shares" })
      }
      const reader = { id: set.reader, recipient: set.certificate.recipient, identity: joined.identity }
      const file = resolve(host.cwd, given.must("out"))
      const done = await sealArchive({ file, recipient: to.value.recipient, kind: "hybrid", now: host.now() }, (put) =>
        restoreTo({ now: host.now, programme }, kept, directory, reader, put).then((sum) =>
          sum.ok ? sum : { ok: false as const, refusal: spoken(sum.refusal) },
        ),
      )
      if (!done.ok) return done.refusal
      const { number } = set.certificate
      await host.out(
        `${JSON.stringify({ restored: true, desk: kept.desk, root: rootPrint, ceremony: number, file, shares: looked.lines, ...done.value })}\n`,
      )
      host.tell("Write down who was here, when and why. This recovery key is used: hold a new ceremony and certify a new one.")
      return null
    } finally {
      await kept.close()
    }
  },
}

interface Said {
  readonly file?: string
  readonly index?: number
  readonly said: string
}

/** Every share looked at before any is joined: whose ceremony it is, whether it is as it left it, whether its key opens it. */
async function lookAt(
  given: Flags,
  host: Host,
  desk: Id,
  ceremonies: readonly { readonly reader: Id; readonly certificate: { readonly ceremony: string } }[],
): Promise<{ readonly set: Id | null; readonly opened: readonly OpenedShare[]; readonly lines: Said[] } | { readonly refusal: Refusal }> {
  const identities = given.all("identity")
  const lines: Said[] = []
  const good = new Map<Id, OpenedShare[]>()
  for (const [n, file] of given.all("share").entries()) {
    const identity = await readIdentity(identities[n] as string, host)
    if (!identity.ok) return { refusal: identity.refusal }
    const share = await readShare(file, host)
    const said = share.ok ? await judge(share.value, identity.value as Identity, desk, ceremonies) : { error: share.refusal.error }
    if ("error" in said || !share.ok)
      lines.push({ file, ...(share.ok ? { index: share.value.index } : {}), said: "error" in said ? said.error : "corrupt-share" })
    else {
      lines.push({ file, index: share.value.index, said: "good" })
      good.set(share.value.set, [...(good.get(share.value.set) ?? []), said.opened])
    }
  }
  // Shares of two ceremonies do not join: the set of which there are most is the one that is tried.
  const [most] = [...good].toSorted(([, a], [, b]) => b.length - a.length)
  return { set: most?.[0] ?? null, opened: most?.[1] ?? [], lines }
}

async function judge(
  share: RecoveryShare,
  identity: Identity,
  desk: Id,
  ceremonies: readonly { readonly reader: Id; readonly certificate: { readonly ceremony: string } }[],
): Promise<{ readonly opened: OpenedShare } | { readonly error: string }> {
  const ceremony = ceremonies.find(({ reader }) => reader === share.set)
  if (share.desk !== desk || ceremony === undefined) return { error: "foreign-share" }
  const bad = await checkShare(share, ceremony.certificate.ceremony as never)
  if (bad !== null) return { error: bad.error }
  const opened = await openShare(share, identity)
  return opened.ok ? { opened: opened.value } : { error: opened.refusal.error }
}
