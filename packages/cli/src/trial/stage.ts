// Where the stories are played: three members with open vaults, people who write with thirteen words, and a clock that only moves on.
// Everything goes through the real client against a real server; a refusal that a story did not expect ends the playing.
import { type Desk, type Mailbox, type Submitted, childOf, connect, newCode, openMailbox, submit } from "@safe-conduct/client/asker"
import type { FileSource, NewCase, Result, Vault } from "@safe-conduct/client/member"
import { readRequest } from "@safe-conduct/domain/request"
import { plainDateOf } from "@safe-conduct/domain/time"
import type { Act } from "./records.ts"
import type { TrialClock } from "./timeline.ts"
import type { When } from "./when.ts"

export type Name = "anna" | "boris" | "vera"

export interface Family {
  readonly stream: string
  /** Ids in the order in which they were named. */
  readonly people: readonly string[]
}

export interface Stage {
  readonly when: When
  readonly clock: TrialClock
  /** Her id. */
  readonly id: (name: Name) => string
  /** Her vault, with everything that others wrote meanwhile. */
  member(name: Name): Promise<Vault>
  /** A case of people who never wrote themselves. */
  opens(by: Name, people: NewCase["people"], then: (people: readonly string[]) => readonly Act[]): Promise<Family>
  /** Each act goes as it stands; one after another, all in one append. */
  acts(by: Name, on: { readonly stream: string }, acts: readonly Act[]): Promise<void>
  /** Keeps a file in a case and answers its id. */
  keeps(by: Name, on: { readonly stream: string }, file: FileSource, caption: string): Promise<string>
  /** A request sealed on an asker's own device. */
  asks(code: Uint8Array, request: object, files?: readonly FileSource[], wake?: boolean): Promise<Submitted>
  /** A fresh code, or a folder's own. */
  code(): Promise<Uint8Array>
  child(folder: Uint8Array, index: number): Promise<Uint8Array>
  /** Her mailbox, opened, used and closed again. */
  mailbox<T>(code: Uint8Array, use: (mailbox: Mailbox) => Promise<T>): Promise<T>
  /** Makes a case of a request and says who is who. */
  takes(by: Name, ask: string): Promise<Family>
}

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`a story was refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export interface StageGiven {
  readonly server: string
  readonly fetch?: typeof fetch
  readonly when: When
  readonly clock: TrialClock
  readonly vaults: Readonly<Record<Name, Vault>>
  readonly ids: Readonly<Record<Name, string>>
}

export function openStage({ server, fetch, when, clock, vaults, ids }: StageGiven): Stage {
  const behind = new Set<Name>()
  const names = Object.keys(vaults) as Name[]
  /** Whatever one writes, the others have yet to read. */
  const wrote = (by: Name | null): void => {
    for (const name of names) if (name !== by) behind.add(name)
  }
  const env = { server, now: () => clock.now, ...(fetch === undefined ? {} : { fetch }) }
  let met: { readonly desk: Desk; readonly at: number } | null = null
  const desk = async (): Promise<Desk> => {
    // As a page does: the desk's papers are fetched again when they have grown old.
    if (met === null || clock.now - met.at > 3_600_000) met = { desk: must(await connect(env)), at: clock.now }
    return met.desk
  }

  async function member(name: Name): Promise<Vault> {
    if (behind.delete(name)) must(await vaults[name].refresh())
    wrote(name)
    return vaults[name]
  }
  const whoIsIn = async (vault: Vault, stream: string): Promise<Family> => ({
    stream,
    people: must(await vault.openCase(stream)).people.map((one) => one.person),
  })

  return {
    when,
    clock,
    id: (name) => ids[name],
    member,
    async opens(by, people, then) {
      const vault = await member(by)
      const { stream } = must(await vault.newCase({ people }))
      const family = await whoIsIn(vault, stream)
      const acts = then(family.people)
      if (acts.length > 0) must(await vault.actAll(stream, acts))
      return family
    },
    async acts(by, on, acts) {
      must(await (await member(by)).actAll(on.stream, acts))
    },
    async keeps(by, on, file, caption) {
      return must(await (await member(by)).attach(on.stream, file, { caption })).file.id
    },
    async asks(code, request, files = [], wake = false) {
      const read = readRequest(
        { v: 1, ...request, ...(files.length === 0 ? {} : { files: files.map(({ name }) => ({ name })) }) },
        plainDateOf(when.day(0)),
      )
      if (!read.ok) throw new Error(`a story's request is no request: ${JSON.stringify(read)}`)
      const sent = must(await submit({ desk: await desk(), code, request: read.request, files, wake }))
      wrote(null)
      return sent
    },
    code: async () => (await newCode(await desk())).code,
    child: async (folder, index) => (await childOf(await desk(), folder, index)).code,
    async mailbox(code, use) {
      const mailbox = must(await openMailbox(await desk(), code))
      try {
        return await use(mailbox)
      } finally {
        await mailbox.close()
        wrote(null)
      }
    },
    async takes(by, ask) {
      const vault = await member(by)
      return whoIsIn(vault, must(await vault.joinRequest(ask)).stream)
    },
  }
}
