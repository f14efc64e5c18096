// The desk's papers, as whoever asks for help is shown them: nothing is sealed to a recipient that the root's administrators did not certify.
import { approve, directoryEntry, signingFromSeed } from "@safe-conduct/sealing/seal"
import { hashOf, headerOf } from "@safe-conduct/sealing/verify"
import {
  type DeskInfo,
  type Genesis,
  type Id,
  type IntakeCertificate,
  directoryBody,
  fromBase64,
  fromHex,
  headerBytes,
  intakeCertificateBytes,
  paperCertificateBytes,
  readDirectoryBody,
  replyCertificateBytes,
  toBase64,
} from "@safe-conduct/wire"
import { connect } from "../asker/index.ts"
import { seedsOf } from "../testing/desk.ts"
import { type Mutation, altering, refusalOf } from "./mutation.ts"
import { type Scene, ghost, serversOwn } from "./scene.ts"

export function papers(s: Scene): readonly Mutation[] {
  const met = (change: (info: DeskInfo) => DeskInfo | Promise<DeskInfo>, now = s.desk.now) =>
    connect({
      server: s.desk.url,
      fetch: altering<DeskInfo>(s.desk, /^\/desk\.json/, change),
      now: () => now,
      wait: () => Promise.resolve(),
      root: s.desk.founding.rootPrint,
    })
  const row = (name: string, refusal: string, change: (info: DeskInfo) => DeskInfo | Promise<DeskInfo>, now?: number): Mutation => ({
    name,
    refusal,
    attempt: async () => refusalOf(await met(change, now)),
  })
  const last = (info: DeskInfo) => info.intake.at(-1) as DeskInfo["intake"][number]
  const paperOf = (info: DeskInfo) => info.paper?.at(-1) as DeskInfo["intake"][number]
  /** The genesis told otherwise; with `signed`, its header fits the new body and carries the server's signature. */
  const genesis = async (info: DeskInfo, change: Partial<Genesis>, signed = false): Promise<DeskInfo> => {
    const was = readDirectoryBody(fromBase64(info.genesis.body as string)) as Genesis
    const body = directoryBody({ ...was, ...change })
    const entry = { ...info.genesis, body: toBase64(body) }
    if (!signed) return { ...info, genesis: entry }
    const header = { ...headerOf(entry), bodyHash: hashOf(body), size: body.length }
    return { ...info, genesis: { ...entry, ...header, signature: await serversOwn().sign(headerBytes(header)) } }
  }
  const certified = async (
    info: DeskInfo,
    change: Partial<IntakeCertificate>,
    by: readonly (readonly [Id, Scene["annaKeys"]["signing"]])[],
  ) => {
    const certificate = { ...last(info).certificate, ...change }
    const bytes = intakeCertificateBytes(s.id, certificate)
    return { ...info, intake: [{ certificate, approvals: await Promise.all(by.map(([id, signing]) => approve(id, signing, bytes))) }] }
  }
  const ann = [seedsOf(s.desk, 0).member as Id, s.annaKeys.signing] as const
  const eve = [s.eve.member, s.eve.keys.signing] as const
  const anotherRecipient = async () => (await ghost()).keys.recipient

  return [
    row("another desk's papers under this address", "other-root", () => s.foreignInfo),
    row("a trial's genesis that says it is real", "size-differs", (info) => genesis(info, { trial: false })),
    row("a trial's genesis that says it is real, signed by the server", "bad-signature", (info) => genesis(info, { trial: false }, true)),
    row("a genesis with another threshold", "body-differs", (info) => genesis(info, { threshold: 2 })),
    row("a genesis of the server's root", "not-root", (info) => genesis(info, { root: serversOwn().key }, true)),
    row("a genesis that the server signed", "bad-signature", async (info) => ({
      ...info,
      genesis: { ...info.genesis, signature: await serversOwn().sign(new Uint8Array(4)) },
    })),
    row("a genesis at another place", "malformed-directory", (info) => ({ ...info, genesis: { ...info.genesis, seq: 1 } })),
    row("an intake certificate with the server's recipient under the old approvals", "too-few-approvals", async (info) => ({
      ...info,
      intake: [{ ...last(info), certificate: { ...last(info).certificate, recipient: await anotherRecipient() } }],
    })),
    row("an intake certificate that nobody approved", "too-few-approvals", (info) => ({
      ...info,
      intake: [{ ...last(info), approvals: [] }],
    })),
    row("an intake certificate by one administrator of two", "too-few-approvals", async (info) =>
      certified(info, { recipient: await anotherRecipient() }, [ann]),
    ),
    row("an intake certificate by one administrator, counted twice", "too-few-approvals", async (info) =>
      certified(info, { recipient: await anotherRecipient() }, [ann, ann]),
    ),
    row("an intake certificate by an administrator and a member who was removed", "too-few-approvals", async (info) =>
      certified(info, { recipient: await anotherRecipient() }, [ann, eve]),
    ),
    row("an intake certificate by an administrator and the server", "too-few-approvals", async (info) =>
      certified(info, { recipient: await anotherRecipient() }, [ann, [seedsOf(s.desk, 1).member as Id, serversOwn()]]),
    ),
    row("an intake certificate of another desk", "too-few-approvals", (info) => ({ ...info, intake: s.foreignInfo.intake })),
    row("an intake certificate whose end was put off", "too-few-approvals", (info) => ({
      ...info,
      intake: [{ ...last(info), certificate: { ...last(info).certificate, notAfter: "2036-01-01" } }],
    })),
    row("an intake certificate under a later number", "too-few-approvals", (info) => ({
      ...info,
      intake: [{ ...last(info), certificate: { ...last(info).certificate, number: 99 } }],
    })),
    row("an intake certificate that has run out", "desk-expired", (info) => info, s.desk.now + 60 * 86_400_000),
    row("an intake certificate before its day", "desk-expired", (info) => info, s.desk.now - 60 * 86_400_000),
    row("no intake certificate at all", "desk-expired", (info) => ({ ...info, intake: [] })),
    row("a classic recipient in an intake certificate", "bad-answer", (info) => ({
      ...info,
      intake: [
        {
          ...last(info),
          certificate: { ...last(info).certificate, recipient: "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p" as never },
        },
      ],
    })),
    row("a paper certificate with the server's recipient under the old approvals", "too-few-approvals", async (info) => ({
      ...info,
      paper: [{ ...paperOf(info), certificate: { ...paperOf(info).certificate, recipient: await anotherRecipient() } }],
    })),
    row("a paper certificate by one administrator of two", "too-few-approvals", async (info) => {
      const certificate = { ...paperOf(info).certificate, recipient: await anotherRecipient() }
      return { ...info, paper: [{ certificate, approvals: [await approve(ann[0], ann[1], paperCertificateBytes(s.id, certificate))] }] }
    }),
    row("a paper certificate whose two years were put off", "too-few-approvals", (info) => ({
      ...info,
      paper: [{ ...paperOf(info), certificate: { ...paperOf(info).certificate, notAfter: "2036-01-01" } }],
    })),
    row("the intake certificate shown as one for paper", "too-few-approvals", (info) => ({ ...info, paper: [last(info)] })),
    row("the paper certificate shown as one for requests", "too-few-approvals", (info) => ({ ...info, intake: [paperOf(info)] })),
    row("a reply certificate with the server's key", "too-few-approvals", (info) => ({
      ...info,
      reply: info.reply.map((one) => ({ ...one, certificate: { ...one.certificate, key: serversOwn().key } })),
    })),
    row("a reply certificate by one administrator of two", "too-few-approvals", async (info) => ({
      ...info,
      reply: await Promise.all(
        info.reply.map(async ({ certificate }) => {
          const mine = { ...certificate, key: serversOwn().key }
          return { certificate: mine, approvals: [await approve(ann[0], ann[1], replyCertificateBytes(s.id, mine))] }
        }),
      ),
    })),
    row("administrators set by the server instead of the root", "not-root", async (info) => ({
      ...info,
      adminSets: [
        await directoryEntry({ desk: s.id, stream: s.desk.founding.genesis.stream, head: info.directory }, serversOwn(), {
          does: "admin.set",
          admins: [],
          threshold: 1,
        } as never),
      ],
    })),
    row("administrators set by an administrator instead of the root", "not-root", async (info) => {
      const someone = await ghost()
      return {
        ...info,
        adminSets: [
          await directoryEntry({ desk: s.id, stream: s.desk.founding.genesis.stream, head: info.directory }, s.annaKeys.signing, {
            does: "admin.set",
            admins: [{ member: someone.member, sign: someone.keys.signing.key, seal: someone.keys.recipient, pq: "" }],
            threshold: 1,
          }),
        ],
      }
    }),
    row("administrators set by another desk's root", "not-root", async (info) => {
      const root = signingFromSeed(fromHex(s.foreign.founding.rootSeed))
      const someone = await ghost()
      return {
        ...info,
        adminSets: [
          await directoryEntry({ desk: s.id, stream: s.desk.founding.genesis.stream, head: info.directory }, root, {
            does: "admin.set",
            admins: [{ member: someone.member, sign: someone.keys.signing.key, seal: someone.keys.recipient, pq: "" }],
            threshold: 1,
          }),
        ],
      }
    }),
    row("more than papers may hold", "bad-answer", (info) => ({ ...info, note: "and this" }) as never),
  ]
}
