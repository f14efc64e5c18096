// The one place where a "no", and a bug, become HTTP. Nothing of a request is ever written to the log.
import { type Conflict, refuse } from "@safe-conduct/wire"
import type { HttpBindings } from "@hono/node-server"
import type { Context, TypedResponse } from "hono"
import { HTTPException } from "hono/http-exception"

export type Status = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 507

/** Codes that are not plain 400s. */
const statuses: Readonly<Record<string, Status>> = {
  "no-session": 401,
  "session-over": 401,
  "bad-challenge": 401,
  "other-origin": 401,
  "not-known": 401,
  "not-active": 403,
  "not-admin": 403,
  "not-root": 403,
  "not-on-roster": 403,
  "not-handed-on": 403,
  "not-yours": 403,
  "not-member": 403,
  "not-mailbox": 403,
  "no-mailbox": 403,
  "not-readable": 403,
  "not-purgeable": 403,
  "stream-purged": 403,
  "same-member": 403,
  unanswered: 409,
  "no-such-stream": 404,
  "no-such-object": 404,
  "no-such-part": 404,
  "no-such-wrap": 404,
  "no-such-page": 404,
  "no-such-alarm": 404,
  "no-such-wake": 404,
  "log-empty": 404,
  "not-in-log": 404,
  "not-head": 409,
  "intake-rotated": 409,
  "reply-rotated": 409,
  "epoch-stale": 409,
  "guard-moved": 409,
  "card-stale": 409,
  "old-directory-head": 409,
  "known-object": 409,
  "object-complete": 409,
  "object-incomplete": 409,
  "part-missing": 409,
  "part-differs": 409,
  "wake-over": 409,
  "statement-older": 409,
  "too-large": 413,
  "mailbox-full": 429,
  "too-many-alarms": 429,
  "too-many-tests": 429,
  quota: 429,
  "desk-full": 507,
  "storage-full": 507,
  "server-failed": 500,
}

export const statusOf = (code: string): Status => statuses[code] ?? 400

/** Answers with a refusal; a conflict's further fields go along. */
export function refused(c: Context, refusal: Conflict): Response & TypedResponse<Conflict, Status, "json"> {
  return c.json(refusal, statusOf(refusal.error)) as never
}

const FULL = new Set(["ENOSPC", "EDQUOT", "53100", "SQLITE_FULL"])
const SQLITE_FULL = 13

/** Whether a store or a disk said that there is no room left. */
export function isFull(error: unknown): boolean {
  const { code, errcode, cause } = (error ?? {}) as { code?: string; errcode?: number; cause?: unknown }
  if (code !== undefined && FULL.has(code)) return true
  if (errcode !== undefined && (errcode & 0xff) === SQLITE_FULL) return true
  return cause !== undefined && cause !== error && isFull(cause)
}

/** Hono's last resort. What a request held stays out of the log: only the error's kind, code and place are told. */
export const lastResort =
  (log: (line: string) => void) =>
  (error: Error, c: Context): Response => {
    if (error instanceof HTTPException) {
      if (error.status === 413) return refused(c, refuse("too-large", "This is larger than the server takes."))
      return refused(c, refuse("malformed", "This could not be read."))
    }
    // The line broke while the body was on its way: nobody is left to hear an answer, and nothing of ours failed.
    if ((c.env as Partial<HttpBindings> | undefined)?.incoming?.errored === error)
      return refused(c, refuse("malformed", "This could not be read."))
    if (isFull(error)) {
      log("storage full")
      return refused(c, refuse("storage-full", "The server has no room left. Nothing was stored; what you have stays with you."))
    }
    const place = (error.stack ?? "")
      .split("\n")
      .filter((line) => line.startsWith("    at "))
      .slice(0, 4)
      .map((line) => line.trim().replace(/^at /, ""))
      .join(" < ")
    log(`failed: ${error.name} ${(error as { code?: string }).code ?? ""} ${place}`)
    return refused(c, refuse("server-failed", "The server failed. Nothing was stored; send the same again."))
  }
