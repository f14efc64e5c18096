// A sender without a page: requests and files through the client that the portal and `submit` use, many in a breath. Invented people.
import { type Desk, connect, newCode, sourceOfBytes, submit } from "@safe-conduct/client/asker"
import type { Request } from "@safe-conduct/domain/request"
import { good } from "./member.ts"

export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly type?: string
  readonly caption?: string
}

export const meet = async (server: string): Promise<Desk> => good(await connect({ server, now: Date.now }))

export const requestAbout = (surname: string, more: Partial<Request> = {}): Request => ({
  v: 1,
  language: "ru",
  asking: "lawyer",
  people: [{ names: { cyrillic: { surname, given: "Пётр" } } }],
  ...more,
})

/** Sends a request with its files, and tells the mailbox. */
export async function send(desk: Desk, request: Request, files: readonly SentFile[] = []): Promise<string> {
  const { code, locator } = await newCode(desk)
  const named = files.map(({ name, caption }) => ({ name, ...(caption === undefined ? {} : { caption }) }))
  good(
    await submit({
      desk,
      code,
      request: named.length === 0 ? request : { ...request, files: named },
      files: files.map(({ name, bytes, type }) => ({ ...sourceOfBytes(bytes, name), type: type ?? "application/octet-stream" })),
    }),
  )
  return locator
}
