// Strict headers on everything that leaves. No script but our own, no other host, no frame; keys never meet a foreign origin.
import type { MiddlewareHandler } from "hono"

const policy = (trial: boolean, desk: boolean): string =>
  [
    "default-src 'none'",
    // The passphrase hash of the desk is WebAssembly; the portal has none.
    `script-src 'self'${desk ? " 'wasm-unsafe-eval'" : ""}`,
    "style-src 'self'",
    "img-src 'self' blob: data:",
    // A voice message is played from the whole file that the vault has verified, never from an address.
    ...(desk ? ["media-src blob:"] : []),
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self' blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // The trial shows the portal in a phone frame beside the desk, on the same origin.
    `frame-ancestors ${trial ? "'self'" : "'none'"}`,
  ].join("; ")

/**
 * The page in which a file from outside is opened. It names its own code by hashes in its head; here stands what it may never do, an
 * origin of its own first of all, so that nobody who opens it by its address makes it part of the desk.
 */
const viewer = [
  "sandbox allow-scripts",
  "connect-src 'none'",
  "img-src 'none'",
  "font-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "manifest-src 'none'",
  "media-src blob:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join("; ")
const viewerPath = "/desk/viewer.html"

const permissions = ["camera", "microphone", "geolocation", "payment", "usb", "interest-cohort", "browsing-topics"]
  .map((name) => `${name}=()`)
  .join(", ")

export function strictHeaders(trial: boolean): MiddlewareHandler {
  const [portal, desk] = [policy(trial, false), policy(trial, true)]
  return async (c, next) => {
    await next()
    const { headers } = c.res
    // Workers of the desk are served from under /desk too, so that they inherit its policy and not the portal's.
    const framed = c.req.path === viewerPath
    headers.set("content-security-policy", framed ? viewer : /^\/desk(?:\/|$)/.test(c.req.path) ? desk : portal)
    headers.set("x-content-type-options", "nosniff")
    headers.set("referrer-policy", "no-referrer")
    headers.set("cross-origin-opener-policy", "same-origin")
    headers.set("cross-origin-resource-policy", "same-origin")
    headers.set("permissions-policy", permissions)
    if (framed) headers.set("x-dns-prefetch-control", "off")
    else if (!trial) headers.set("x-frame-options", "DENY")
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store")
  }
}
