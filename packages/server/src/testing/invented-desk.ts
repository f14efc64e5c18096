// For tests only: an invented desk with two admins and a member, its own clock, and the calls that clients make, sealed for real.
import { hash } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import {
  type CodeKeys,
  type MemberKeys,
  type Signing,
  approve,
  askGenesis,
  certificateOf,
  codeKeys,
  directoryEntry,
  genesisEntry,
  memberKeys,
  newCode,
  newEpoch,
  newFileSecret,
  newIntakeIdentity,
  newSeeds,
  newSigningSeed,
  randomId,
  sealAnswer,
  sealAsk,
  sealEntry,
  sealPart,
  sealRoster,
  signSession,
  signingFromSeed,
} from "@safe-conduct/sealing/seal"
import { deskIdOf, digest, directoryIdOf, entryHash, headAfter } from "@safe-conduct/sealing/verify"
import {
  type Append,
  type DirectoryChange,
  type Entry,
  type Hash,
  type Head,
  type Id,
  type Recipient,
  EMPTY,
  enoughWork,
  workBytes,
  intakeCertificateBytes,
  memberCertificateBytes,
  replyCertificateBytes,
} from "@safe-conduct/wire"
import { type Server, type ServerOptions, createServer, openDatabase, writeGenesis } from "../index.ts"

export const ORIGIN = "http://localhost:8080"

export interface Person {
  readonly id: Id
  readonly keys: MemberKeys
}

export interface InventedDesk {
  readonly server: Server
  readonly data: string
  readonly desk: Id
  readonly root: Signing
  readonly ada: Person
  readonly ben: Person
  readonly cleo: Person
  readonly intake: Recipient
  readonly reply: Signing
  /** Milliseconds; a test moves it. */
  readonly clock: { now: number }
  readonly lines: string[]
  directory(): Head
  call(method: string, path: string, body?: unknown, token?: string | null): Promise<Answer>
  signIn(who: Person | CodeKeys, origin?: string): Promise<string>
  append(stream: Id, input: Append, token?: string | null): Promise<Answer>
  /** A directory entry by Ada, approved by both admins where it needs approval. */
  change(
    make: (approvals: (bytes: Uint8Array<ArrayBuffer>) => Promise<{ by: Id; signature: string }[]>) => Promise<DirectoryChange>,
  ): Promise<Entry>
  restart(more?: Partial<ServerOptions>): Promise<InventedDesk>
  close(): Promise<void>
}

export interface Answer {
  readonly status: number
  // oxlint-disable-next-line no-explicit-any -- the answers of every route
  readonly json: any
  readonly bytes: Uint8Array
  readonly headers: Headers
}

const person = async (): Promise<Person> => {
  const id = randomId()
  return { id, keys: await memberKeys(id, newSeeds()) }
}

/** `databaseUrl` puts the desk on another engine than the folder's own. */
export async function inventedDesk(options: Partial<ServerOptions> = {}): Promise<InventedDesk> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), "safe-conduct-")))
  const [ada, ben, cleo] = await Promise.all([person(), person(), person()])
  const root = signingFromSeed(newSigningSeed())
  const reply = signingFromSeed(newSigningSeed())
  const intake = (await newIntakeIdentity()).recipient
  const clock = { now: Date.UTC(2026, 10, 22, 17, 20) }

  const genesis = await genesisEntry(root, {
    does: "genesis",
    nonce: "5".repeat(64) as Hash,
    trial: options.trial ?? true,
    root: root.key,
    reserve: "6".repeat(64) as Hash,
    admins: [certificateOf(ada.id, ada.keys), certificateOf(ben.id, ben.keys)],
    threshold: 1,
  })
  const desk = deskIdOf(entryHash(genesis))
  const stream = directoryIdOf(desk)
  let head: Head = headAfter(genesis)
  const both = (bytes: Uint8Array<ArrayBuffer>) =>
    Promise.all([approve(ada.id, ada.keys.signing, bytes), approve(ben.id, ben.keys.signing, bytes)])
  const write = async (change: DirectoryChange): Promise<Entry> => {
    const entry = await directoryEntry({ desk, stream, head }, ada.keys.signing, change)
    head = headAfter(entry)
    return entry
  }
  const certificate = certificateOf(cleo.id, cleo.keys)
  const intakeCertificate = { number: 1, recipient: intake, notBefore: "2026-11-01", notAfter: "2026-12-15" }
  const replyCertificate = { number: 1, key: reply.key, notBefore: "2026-11-01", notAfter: "2026-12-15" }
  const entries = [
    genesis,
    await write({ does: "member.add", certificate, approvals: await both(memberCertificateBytes(desk, certificate)) }),
    await write({
      does: "intake.rotate",
      certificate: intakeCertificate,
      approvals: await both(intakeCertificateBytes(desk, intakeCertificate)),
    }),
    await write({
      does: "reply.rotate",
      certificate: replyCertificate,
      approvals: await both(replyCertificateBytes(desk, replyCertificate)),
    }),
  ]
  const store = { data, ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }) }
  const database = await openDatabase(store)
  const laid = await writeGenesis(database, entries, clock.now)
  await database.close()
  if (!laid.ok) throw new Error(laid.refusal.error)

  const lines: string[] = []
  const start = (more: Partial<ServerOptions> = {}): Promise<Server> =>
    createServer({ now: () => clock.now, trial: true, log: (line) => lines.push(line), desk, ...options, ...more, ...store })

  const around = (server: Server): InventedDesk => {
    const call: InventedDesk["call"] = async (method, path, body, token) => {
      const binary = body instanceof Uint8Array
      const response = await server.request(path, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { "content-type": binary ? "application/octet-stream" : "application/json" }),
        },
        ...(body === undefined
          ? {}
          : { body: binary ? (body as Uint8Array<ArrayBuffer>) : typeof body === "string" ? body : JSON.stringify(body) }),
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      let json: unknown = null
      try {
        json = JSON.parse(Buffer.from(bytes).toString("utf8"))
      } catch {
        // Parts, cards and pages are not JSON.
      }
      return { status: response.status, json, bytes, headers: response.headers }
    }
    return {
      server,
      data,
      desk,
      root,
      ada,
      ben,
      cleo,
      intake,
      reply,
      clock,
      lines,
      directory: () => head,
      call,
      async signIn(who, origin = ORIGIN) {
        const { challenge } = (await call("GET", "/api/challenge")).json
        const [subject, id, signing] =
          "id" in who
            ? ([{ kind: "member", member: who.id }, who.id, who.keys.signing] as const)
            : ([{ kind: "mailbox", key: who.key }, who.ask, who.signing] as const)
        const signature = await signSession(signing, origin, desk, id, challenge)
        const opened = await call("POST", "/api/session", { subject, challenge, origin, signature })
        if (opened.status !== 201) throw new Error(JSON.stringify(opened.json))
        return opened.json.token as string
      },
      append: (to, input, token = null) => call("POST", `/api/streams/${to}/entries`, input, token),
      async change(make) {
        return directoryEntry({ desk, stream, head }, ada.keys.signing, await make(both))
      },
      async restart(more) {
        await server.close()
        return around(await start(more))
      },
      async close() {
        await server.close()
        await rm(data, { recursive: true, force: true })
      },
    }
  }
  return around(await start())
}

/** Adds a directory entry through the server, and remembers the new head. */
export async function enact(d: InventedDesk, entry: Entry): Promise<Answer> {
  return d.append(entry.stream, { entries: [entry] }, await d.signIn(d.ada))
}

export interface Mailbox {
  readonly keys: CodeKeys
  readonly genesis: Entry
  readonly work: number
  readonly head: Head
}

/** The same proof as a phone finds, by the platform's hash: tests open many mailboxes. */
function payWork(ask: Id): number {
  const bytes = workBytes(ask, 0)
  const view = new DataView(bytes.buffer)
  for (let nonce = 0; ; nonce++) {
    view.setUint32(bytes.length - 4, nonce)
    if (enoughWork(hash("sha256", bytes, "buffer"))) return nonce
  }
}

/** A mailbox's keys, genesis and work, not sent yet. */
export async function newMailbox(d: InventedDesk): Promise<Mailbox> {
  const keys = await codeKeys(d.desk, newCode())
  const genesis = await askGenesis({ desk: d.desk, stream: keys.ask, head: EMPTY, epoch: 1, directory: d.directory() }, keys.signing)
  return { keys, genesis, work: payWork(keys.ask), head: headAfter(genesis) }
}

export async function openMailbox(d: InventedDesk): Promise<Mailbox> {
  const m = await newMailbox(d)
  const opened = await sendOpening(d, m)
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.json))
  return m
}

/** The one call that opens a mailbox, with what follows its genesis. */
export const sendOpening = (d: InventedDesk, m: Mailbox, rest: readonly Entry[] = [], more: object = {}): Promise<Answer> =>
  d.call("POST", "/api/mailboxes", { key: m.keys.key, work: m.work, entries: [m.genesis, ...rest], ...more })

export const ask = (
  d: InventedDesk,
  m: Mailbox,
  text: string,
  more: { head?: Head; epoch?: number; objects?: Id[]; to?: Recipient } = {},
): Promise<Entry> =>
  sealAsk(
    {
      desk: d.desk,
      stream: m.keys.ask,
      head: more.head ?? m.head,
      epoch: more.epoch ?? 1,
      directory: d.directory(),
      objects: more.objects ?? [],
    },
    m.keys.signing,
    more.to ?? d.intake,
    { text },
  )

export const answer = async (d: InventedDesk, m: Mailbox, head: Head, text: string, signing = d.reply): Promise<Entry> =>
  (await sealAnswer({ desk: d.desk, stream: m.keys.answer, head, epoch: 1, directory: d.directory() }, signing, m.keys.replyTo, {
    text,
  })) as Entry

export interface Shared {
  readonly stream: Id
  readonly key: Uint8Array<ArrayBuffer>
  readonly roster: Entry
  readonly input: Append
  readonly head: Head
}

/** The first entry of a shared stream with these members on its roster; the first of them writes. */
export async function shared(
  d: InventedDesk,
  members: readonly Person[],
  stream: Id = randomId(),
  head: Head = EMPTY,
  epoch = 1,
): Promise<Shared> {
  const made = await newEpoch(
    d.desk,
    stream,
    epoch,
    members.map(({ id, keys }) => ({ id, kid: keys.kid, seal: keys.recipient })),
  )
  const roster = await sealRoster(
    { desk: d.desk, stream, head, epoch, directory: d.directory() },
    (members[0] as Person).keys.signing,
    made.change,
  )
  return {
    stream,
    key: made.key,
    roster,
    input: { entries: [roster], envelopes: [{ epoch, envelopes: made.envelopes }] },
    head: headAfter(roster),
  }
}

export const line = (
  d: InventedDesk,
  s: Shared,
  who: Person,
  head: Head,
  plain: unknown,
  more: Partial<Parameters<typeof sealEntry>[0]> = {},
): Promise<Entry> =>
  sealEntry({ desk: d.desk, stream: s.stream, head, epoch: 1, directory: d.directory(), ...more }, who.keys.signing, s.key, plain)

/** A file of so many parts, sealed; small parts, since only the last is checked for size. */
export async function file(parts: number, size = 1000): Promise<{ id: Id; parts: Uint8Array<ArrayBuffer>[]; hashes: Hash[] }> {
  const { recipient } = await newFileSecret()
  const sealed = await Promise.all(Array.from({ length: parts }, (_, n) => sealPart(recipient, new Uint8Array(size).fill(n + 1), parts)))
  return { id: randomId(), parts: sealed as Uint8Array<ArrayBuffer>[], hashes: await Promise.all(sealed.map((part) => digest(part))) }
}

export async function upload(d: InventedDesk, token: string, parts = 1, size = 1000): Promise<Id> {
  const f = await file(parts, size)
  await d.call("POST", "/api/objects", { id: f.id, parts }, token)
  for (const [n, part] of f.parts.entries()) await d.call("PUT", `/api/objects/${f.id}/parts/${n}`, part, token)
  const done = await d.call("POST", `/api/objects/${f.id}/complete`, { hashes: f.hashes }, token)
  if (done.status !== 204) throw new Error(JSON.stringify(done.json))
  return f.id
}
