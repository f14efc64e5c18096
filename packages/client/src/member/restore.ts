// The desk read by its recovery key, from rows that somebody kept: the same directory, chains and checks as a member's, but no session,
// no roster and no signature. A reader, never a signer.
import { foldDirectory, recoveryAt, releaseKeys, rootPrintOf } from "@safe-conduct/sealing/verify"
import type { Identity } from "@safe-conduct/sealing/open"
import type { Signing } from "@safe-conduct/sealing/seal"
import type { Entry, Envelopes, Head, HeadRow, Id, KeyId, Page, RecoveryCertificate, Recipient, PublicKey } from "@safe-conduct/wire"
import type { Answer, Api } from "../api.ts"
import { type Result, no, ok } from "../result.ts"
import { type Core, type VaultEnv, openCore } from "./core.ts"
import { type DirectoryBook, openDirectory } from "./directory-book.ts"
import { type ExportSum, type Put, exportTo } from "./export.ts"

/** A data folder, or what is left of it. Nothing of it is believed. */
export interface Kept {
  readonly desk: Id
  readonly genesis: Entry
  directory(from: number): Promise<Page>
  page(stream: Id, from: number): Promise<Page>
  heads(since: number): Promise<{ readonly rows: readonly HeadRow[]; readonly cursor: number; readonly more: boolean }>
  /** Every epoch's hashes, and the envelope of this reader. */
  envelopes(stream: Id, reader: Id): Promise<Envelopes>
  part(object: Id, part: number): Promise<Uint8Array | null>
}

const missing = <T>(): Answer<T> => ({ ok: false, status: 404, refusal: { error: "no-such-object", message: "It is not in this folder." } })
const held = <T>(value: T): Answer<T> => ok(value)

/** Calls that a reader of a folder makes; whatever else is asked of it is a bug, and throws. */
function apiOf(kept: Kept, reader: Id): Api {
  const calls = {
    server: "",
    origin: "",
    wait: () => Promise.resolve(),
    directory: async (from: number) => held(await kept.directory(from)),
    page: async (stream: string, from: number) => held(await kept.page(stream as Id, from)),
    heads: async (since: number) => {
      const { rows, cursor, more } = await kept.heads(since)
      return held({ rows: [...rows], cursor, more })
    },
    envelopes: async (stream: string) => held(await kept.envelopes(stream as Id, reader)),
    part: async (id: string, part: number) => {
      const bytes = await kept.part(id as Id, part)
      return bytes === null ? missing<Uint8Array>() : held(bytes)
    },
  } satisfies Partial<Api>
  return calls as unknown as Api
}

const never: Signing = {
  key: "0".repeat(64) as PublicKey,
  sign: () => Promise.reject(new Error("recovery signs nothing")),
}

export interface KeptDesk {
  readonly desk: Id
  readonly rootPrint: string
  /** The newest last. */
  readonly ceremonies: readonly { readonly reader: Id; readonly certificate: RecoveryCertificate; readonly head: Head }[]
}

/** Whose recovery keys the folder's directory certifies, proved under its root. */
export async function ceremoniesIn(kept: Kept, rootPrint?: string): Promise<Result<KeptDesk & { readonly directory: DirectoryBook }>> {
  const genesis = await foldDirectory(null, kept.genesis)
  if (!genesis.ok) return genesis
  const print = rootPrintOf(genesis.value.root)
  if (rootPrint !== undefined && rootPrint !== print) return no("other-root", "This folder is another desk's than the one you trust.")
  const directory = await openDirectory(apiOf(kept, kept.desk), { rootPrint: print, desk: genesis.value.desk })
  if (!directory.ok) return directory
  const now = directory.value.now()
  if (recoveryAt(now) === null) return no("no-recovery", "No recovery key was ever certified at this desk.")
  return ok({
    desk: now.desk,
    rootPrint: print,
    ceremonies: now.recovery.map(({ reader, certificate }) => ({ reader, certificate, head: now.head })),
    directory: directory.value,
  })
}

/** `reader`: the id of the certified key behind `identity`. Everything that it opens goes to `put`. */
export async function restoreTo(
  env: Omit<VaultEnv, "server" | "fetch" | "wait" | "words">,
  kept: Kept,
  directory: DirectoryBook,
  reader: { readonly id: Id; readonly recipient: Recipient; readonly identity: Identity },
  put: Put,
): Promise<Result<ExportSum>> {
  const core: Core = openCore(
    { ...env, server: "", words: [] },
    {
      inside: {
        api: apiOf(kept, reader.id),
        desk: kept.desk,
        member: reader.id,
        keys: { signing: never, kid: reader.id as KeyId, identity: reader.identity, recipient: reader.recipient },
        // No seeds: there is nobody here who could sign, and nothing half written.
        seeds: { open: new Uint8Array(0), sign: new Uint8Array(0) },
        people: null,
        directory,
        releaseKeys: env.releaseKeys ?? releaseKeys,
        receipts: new Map(),
        now: env.now,
      },
      info: { received: "" } as never,
      since: null,
      by: null,
    },
    () => undefined,
  )
  return exportTo(core, null, put)
}
