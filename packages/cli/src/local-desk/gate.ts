// Who may be answered at all. The desk on this machine is for one browser on this machine: whatever came by another name, from another
// site, or by a program that is no browser gets nothing, and nothing of it is passed on.
import type { IncomingHttpHeaders } from "node:http"

export interface Knock {
  readonly method: string
  /** The request's target as it came. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

export type Way =
  | { readonly to: "page"; readonly path: string; readonly query: string }
  | { readonly to: "door" }
  | { readonly to: "server"; readonly target: string }
  | { readonly to: "nothing"; readonly status: 403 | 404 | 405 | 421; readonly error: string }

/** The port in people's bookmarks and in a passkey's memory: the same on every machine. */
export const LOCAL_PORT = 17_443

/** What the desk asks of its server, and nothing beside it. No dots, so that no way leads up; the query is the server's own. */
const forServer = /^\/(?:desk\.json|api(?:\/[A-Za-z0-9_-]{1,100}){1,8})(?:\?[A-Za-z0-9_=&%.-]{1,500})?$/
const methods = new Set(["GET", "POST", "PUT", "DELETE"])

const nothing = (status: 403 | 404 | 405 | 421, error: string): Way => ({ to: "nothing", status, error })

export function wayOf({ method, target, headers }: Knock, port: number): Way {
  // A name that was made to point here (DNS rebinding) is told by the browser in Host. Only ours is answered.
  if (headers.host !== `localhost:${port}`) return nothing(421, "other-host")
  // Every browser that the desk runs in says where a request comes from, and no page can say otherwise.
  const site = headers["sec-fetch-site"]
  const fromHere = site === "same-origin"
  const typed = site === "none" && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document"
  if (!fromHere && !typed) return nothing(403, "other-site")
  if (headers.origin !== undefined && headers.origin !== `http://localhost:${port}`) return nothing(403, "other-site")
  if (!target.startsWith("/") || target.startsWith("//") || /[\\#\s]/.test(target)) return nothing(404, "not-here")

  const [path = "", query = ""] = target.split("?", 2)
  if (path === "/desk" || path.startsWith("/desk/")) return method === "GET" ? { to: "page", path, query } : nothing(405, "not-here")
  // An address that was typed shows a page; it never calls the server.
  if (typed) return nothing(404, "not-here")
  if (path === "/door") return method === "POST" || method === "GET" ? { to: "door" } : nothing(405, "not-here")
  if (!forServer.test(target)) return nothing(404, "not-here")
  return methods.has(method) ? { to: "server", target } : nothing(405, "not-here")
}
