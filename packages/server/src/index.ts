// The server as a whole: opens its stores, folds the directory, listens. Reads no environment and no clock of its own.
import { mkdir, open, readdir } from "node:fs/promises"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { serve, type ServerType } from "@hono/node-server"
import { randomToken, receiptSigning } from "@safe-conduct/sealing/verify"
import type { Id } from "@safe-conduct/wire"
import { createApp } from "./api.ts"
import { type Limits, defaultLimits } from "./door/limits.ts"
import { partBodies } from "./door/part-body.ts"
import { createQueue } from "./door/queue.ts"
import { openFolder } from "./objects/folder.ts"
import type { Objects } from "./objects/objects.ts"
import { type S3Options, openS3 } from "./objects/s3.ts"
import { sequence } from "./log/sequence.ts"
import { keepOpenings } from "./openings.ts"
import type { PageFolders } from "./page-files.ts"
import { servePages } from "./pages.ts"
import { keepDirectory, type Service } from "./service.ts"
import { directoryIdOf } from "@safe-conduct/sealing/verify"
import { openPostgres } from "./store/postgres.ts"
import { openSqlite } from "./store/sqlite.ts"
import type { Database, Store } from "./store/store.ts"
import { type OfflineDesk, offlineDesk } from "./offline.ts"
import { sweep } from "./sweep.ts"
import { type WakingKeeper, keepWaking } from "./waking/keeper.ts"
import type { Senders } from "./waking/senders.ts"

export type { Api } from "./api.ts"
export type { Limits } from "./door/limits.ts"
export type { S3Options } from "./objects/s3.ts"
export { type Surroundings, headersBy } from "./door/headers.ts"
export { type PageFile, type PageFolders, contentTypeOf, pageFiles, pageFinder } from "./page-files.ts"
export type { Database, Store } from "./store/store.ts"
export { counted } from "./door/quota.ts"
export type { Objects } from "./objects/objects.ts"
export { type Inspected, type Inspection, openInspection, rowKeys } from "./store/inspection.ts"
export { headerOfRow, purgeOf } from "./store/rows.ts"
export { type Tables, leaks, objectLeaks } from "./store/schema.ts"
export { type MailOptions, mailSender } from "./waking/smtp.ts"
export { type WebPushOptions, webPushSender } from "./waking/web-push.ts"
export { type WebhookOptions, webhookSender } from "./waking/webhook.ts"
export type { Notice, Sender, Senders } from "./waking/senders.ts"
export { type SetOfAdmins, writeAdminSet } from "./admins.ts"
export { writeGenesis, writeWrap } from "./genesis.ts"

export interface StoreOptions {
  /** The data folder: SQLite and objects lie in it unless the other two say otherwise. */
  readonly data: string
  readonly databaseUrl?: string
  /** SQLite's file takes at most so many pages of 4 KiB; then 507 `storage-full`, and nothing is lost. Without: the disk decides. */
  readonly databasePages?: number
  readonly s3?: S3Options
}

export interface ServerOptions extends StoreOptions {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** 0 takes a free one. */
  readonly port?: number
  /** A trial listens on this machine alone, whatever is given here. */
  readonly host?: string
  readonly trial: boolean
  /** Which desk, where the database holds several. */
  readonly desk?: Id
  /** Origins under which people reach this server, for example https://desk.example.org. Without: this machine's own only. */
  readonly origins?: readonly string[]
  readonly pages?: PageFolders
  /** JSON for /trial.json. */
  readonly trialNotes?: string
  readonly limits?: Partial<Limits>
  /** How members are woken while no desk is open. Without: not at all. */
  readonly senders?: Senders
  readonly log?: (line: string) => void
}

export interface Server {
  readonly desk: Id
  /** Answers a request without a socket: for tests. */
  request(path: string, init?: RequestInit): Promise<Response>
  listen(): Promise<{ port: number }>
  /** One round of housekeeping: orphaned files and ended sessions go. Runs hourly by itself while listening. */
  sweep(): Promise<void>
  /** Puts into the log what is stored and not in it yet. Runs every minute by itself while listening. */
  sequence(): Promise<void>
  /** Wakes whoever is due to be woken now. Runs every few seconds by itself while listening. */
  wake(): Promise<void>
  close(): Promise<void>
}

/** The server will not start like this; the command turns it into exit 2. */
export class StartRefusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = "StartRefusal"
    this.code = code
  }
}

const HOUR = 3_600_000
/** How often the log takes up what was stored: entries that came within one round show no order in it. */
const ROUND = 60_000

/** Opens the database of a data folder or a DATABASE_URL, its tables up to date. */
export async function openDatabase(options: StoreOptions): Promise<Database> {
  if (options.databaseUrl !== undefined) return openPostgres(options.databaseUrl)
  await mkdir(options.data, { recursive: true, mode: 0o700 })
  return openSqlite(join(options.data, "desk.sqlite"), options.databasePages)
}

/** The files of a desk, in its folder or its bucket. */
export const openObjects = (options: StoreOptions & Partial<ServerOptions> & Pick<ServerOptions, "now">): Objects | Promise<Objects> =>
  options.s3 ? openS3(options.s3) : openFolder(join(options.data, "objects"), options.now)

const ROOT_KEY = "safe-conduct root key"

/** Whoever steals the data folder must not find the key that everything rests on. */
async function refuseRootKey(data: string): Promise<void> {
  for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.startsWith(join(data, "objects"))) continue
    const path = join(entry.parentPath, entry.name)
    if (entry.name === "root.key" || (await beginning(path, ROOT_KEY.length)) === ROOT_KEY)
      throw new StartRefusal(
        "root-key-in-data",
        "The desk's root key lies inside the data folder. Move it out, to a place that is not copied with the data.",
      )
  }
}

async function beginning(path: string, length: number): Promise<string> {
  const file = await open(path, "r")
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.toString("latin1", 0, bytesRead)
  } finally {
    await file.close()
  }
}

async function chooseDesk(database: Database, options: ServerOptions): Promise<Store> {
  const desks = await database.desks()
  const chosen = options.desk === undefined ? desks : desks.filter(({ desk }) => desk === options.desk)
  const [only] = chosen
  if (!only) throw new StartRefusal("no-desk", "There is no desk here yet. Make one with init.")
  if (chosen.length > 1) throw new StartRefusal("many-desks", "This database holds several desks; say which one to serve.")
  if (only.trial !== options.trial)
    throw only.trial
      ? new StartRefusal("trial-desk", "This is a trial desk and can never be served as a real one.")
      : new StartRefusal("real-desk", "This is a real desk and is not served as a trial.")
  return database.open(only.desk)
}

export async function createServer(options: ServerOptions): Promise<Server> {
  await mkdir(options.data, { recursive: true, mode: 0o700 })
  await refuseRootKey(options.data)
  const log = options.log ?? (() => undefined)
  const limits = { ...defaultLimits, ...options.limits }
  const database = await openDatabase(options)
  try {
    const store = await chooseDesk(database, options)
    const settings = await store.settings()
    const directory = await keepDirectory(store, directoryIdOf(store.desk))
    const senders = options.senders ?? {}
    const own = { origin: options.origins?.[0] ?? "" }
    const waking = keepWaking({ now: options.now, directory, store, senders, origin: () => own.origin }, log)
    const service: Service = {
      desk: store.desk,
      trial: store.trial,
      store,
      objects: await openObjects(options),
      directory,
      senders,
      waking,
      openings: keepOpenings(store, options.now),
      receipts: receiptSigning(settings.receiptSeed),
      macKey: settings.macKey,
      now: options.now,
      limits,
      queue: createQueue(limits.atOnce),
      parts: partBodies(limits.partsAtOnce),
      origins: options.origins ?? null,
      trialNotes: options.trialNotes ?? null,
    }
    if (service.directory.held().trial !== store.trial) throw new StartRefusal("other-desk", "The desk's row and its genesis disagree.")
    const app = createApp(service, await servePages(options.pages ?? {}), log)
    return running(service, app, options, log, waking, own)
  } catch (error) {
    await database.close()
    throw error
  }
}

/** `own` learns the address of this machine's port where no other is named: the link of a notice begins with it. */
function running(
  service: Service,
  app: ReturnType<typeof createApp>,
  options: ServerOptions,
  log: (line: string) => void,
  waking: WakingKeeper,
  own: { origin: string },
): Server {
  let listening: ServerType | null = null
  let hourly: NodeJS.Timeout | null = null
  let rounds: NodeJS.Timeout | null = null
  const holder = randomToken()
  let sequencing: Promise<void> | null = null
  const round = (): Promise<void> =>
    (sequencing ??= sequence(service, holder)
      .then(() => undefined)
      .finally(() => (sequencing = null)))
  const quietly = (): void => void round().catch(() => log("failed: log"))
  const tidy = () => sweep(service)
  return {
    desk: service.desk,
    request: async (path, init) => app.request(path, init),
    listen: () =>
      new Promise((resolve, reject) => {
        const hostname = service.trial ? "127.0.0.1" : (options.host ?? "127.0.0.1")
        const server = serve({ fetch: app.fetch, port: options.port ?? 0, hostname, serverOptions: { keepAliveTimeout: 30_000 } })
        server.once("error", reject)
        server.once("listening", () => {
          hourly = setInterval(() => void tidy().catch(() => log("failed: sweep")), HOUR)
          hourly.unref()
          rounds = setInterval(quietly, ROUND)
          rounds.unref()
          quietly()
          const { port } = server.address() as AddressInfo
          if (own.origin === "") own.origin = `http://127.0.0.1:${port}`
          waking.start()
          resolve({ port })
        })
        listening = server
      }),
    sweep: tidy,
    sequence: round,
    wake: waking.round,
    async close() {
      await waking.stop()
      if (hourly) clearInterval(hourly)
      if (rounds) clearInterval(rounds)
      const server = listening
      listening = null
      if (server) {
        await new Promise<void>((resolve) => {
          server.close(() => resolve())
          if ("closeIdleConnections" in server) server.closeIdleConnections()
          // Requests under way end by themselves; a connection that hangs does not keep us.
          setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 3000).unref()
        })
      }
      await service.objects.rest()
      await sequencing?.catch(() => undefined)
      await service.store.close()
    },
  }
}

export type { OfflineDesk } from "./offline.ts"

/** The desk of a folder that nobody serves. `desk`: which one, where the database holds several. Null: there is none. */
export async function openOffline(options: StoreOptions & { readonly now: () => number }, desk?: Id): Promise<OfflineDesk | null> {
  const database = await openDatabase(options)
  const found = (await database.desks()).filter((row) => desk === undefined || row.desk === desk)
  const [only] = found
  if (only === undefined || found.length > 1) {
    await database.close()
    return null
  }
  return offlineDesk(await database.open(only.desk), await openObjects({ ...options, trial: only.trial }))
}
