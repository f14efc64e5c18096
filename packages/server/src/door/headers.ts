// Strict headers on everything that leaves. No script but our own, no other host, no frame, no text that becomes code by accident;
// keys never meet a foreign origin. One list, so that what is sent and what `verify-site` looks for cannot differ.
import type { HttpBindings } from "@hono/node-server"
import type { MiddlewareHandler } from "hono"

export interface Surroundings {
  /** A trial shows the portal in a phone frame beside the desk, on the same origin. */
  readonly trial: boolean
  /** People reach this server by TLS, so their browsers may be told never to come without. */
  readonly tls: boolean
}

type Policy = Readonly<Record<string, string>>

/** The one policy of Trusted Types that a page may make: it turns the address of our own Worker, and nothing else, into a script. */
const TYPES = { "require-trusted-types-for": "'script'", "trusted-types": "own-worker" }

const portal = ({ trial }: Surroundings): Policy => ({
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "font-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": trial ? "'self'" : "'none'",
  ...TYPES,
})

const desk = (where: Surroundings): Policy => ({
  ...portal(where),
  // The passphrase hash of the desk is WebAssembly; the portal has none.
  "script-src": "'self' 'wasm-unsafe-eval'",
  "img-src": "'self' blob: data:",
  // A voice message is played from the whole file that the vault has verified, never from an address.
  "media-src": "blob:",
  // The page for files from outside; on a trial the phone, too.
  "frame-src": "'self'",
})

/**
 * The page in which a file from outside is opened. It names its own code by hashes in its head; here stands what it may never do, an
 * origin of its own first of all, so that nobody who opens it by its address makes it part of the desk.
 */
const viewer: Policy = {
  sandbox: "allow-scripts",
  "connect-src": "'none'",
  "img-src": "'none'",
  "font-src": "'none'",
  "object-src": "'none'",
  "frame-src": "'none'",
  "manifest-src": "'none'",
  "media-src": "blob:",
  "worker-src": "blob:",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'self'",
  "require-trusted-types-for": "'script'",
}
const VIEWER = "/desk/viewer.html"

/** What is read by scripts and is no page: opened by itself it can do nothing. */
const data = (): Policy => ({ "default-src": "'none'", "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'" })

const written = (policy: Policy): string =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ")

/** Nothing of a device is asked for but what a member's passkey and a copied line need. */
const denied = [
  "accelerometer",
  "autoplay",
  "bluetooth",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "sync-xhr",
  "usb",
  "xr-spatial-tracking",
]
const own = ["clipboard-write", "fullscreen", "publickey-credentials-create", "publickey-credentials-get"]
const permissions = [...denied.map((name) => `${name}=()`), ...own.map((name) => `${name}=(self)`)].join(", ")

/** Two years, as browsers ask of those who mean it. */
const TLS_ONLY = "max-age=63072000"

export type HeaderList = readonly (readonly [name: string, value: string])[]

const all = (where: Surroundings, policy: Policy, framed = where.trial): HeaderList => [
  ["content-security-policy", written(policy)],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "no-referrer"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-embedder-policy", "require-corp"],
  ["cross-origin-resource-policy", "same-origin"],
  ["origin-agent-cluster", "?1"],
  ["permissions-policy", permissions],
  ["x-dns-prefetch-control", "off"],
  ...(framed ? [] : ([["x-frame-options", "DENY"]] as const)),
  ...(where.tls ? ([["strict-transport-security", TLS_ONLY]] as const) : []),
]

/** The headers of each answer, by its path. Made once: they are on every answer. */
export function headersBy(where: Surroundings): (path: string) => HeaderList {
  const lists = {
    portal: all(where, portal(where)),
    desk: all(where, desk(where)),
    data: all(where, data()),
    viewer: all(where, viewer, true),
  }
  return (path) => {
    if (path === VIEWER) return lists.viewer
    // Workers of the desk are served from under /desk too, so that they inherit its policy and not the portal's.
    if (/^\/desk(?:\/|$)/.test(path)) return lists.desk
    return /^\/(?:api(?:\/|$)|health$|[a-z]+\.json$)/.test(path) ? lists.data : lists.portal
  }
}

export function strictHeaders(where: Surroundings): MiddlewareHandler {
  const of = headersBy(where)
  return async (c, next) => {
    const list = of(c.req.path)
    const outgoing = (c.env as Partial<HttpBindings> | undefined)?.outgoing
    if (outgoing) {
      // Over a socket they are laid on Node's own answer, to which the route's are added: making them anew as a web answer's costs more than
      // the rest of a small answer. They stand whatever happens behind.
      outgoing.setHeader("cache-control", "no-store")
      for (const [name, value] of list) outgoing.setHeader(name, value)
      return next()
    }
    await next()
    const { headers } = c.res
    for (const [name, value] of list) headers.set(name, value)
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store")
  }
}
