// The one place that starts a Worker. The server's policy lets no text become a script; the address of a Worker of ours, and of no
// other, is let through here. (`import address from "./x.worker.ts?worker&url"` gives it.)
interface Factory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): {
    createScriptURL(address: string): string
  }
}
/** Browsers without Trusted Types take the address as it is. */
const { trustedTypes } = globalThis as { readonly trustedTypes?: Factory }

const ours = /^\/(?:desk\/)?assets\/[\w.]*worker[\w.]*-[\w-]{8}\.m?js$/
/** The one that a browser keeps, to be woken by its push service. */
const kept = "/desk/push.js"

function checked(address: string): string {
  const { origin, pathname, href } = new URL(address, location.href)
  if (origin !== location.origin || !(ours.test(pathname) || pathname === kept)) throw new TypeError("this is no Worker of ours")
  return href
}

const policy = trustedTypes?.createPolicy("own-worker", { createScriptURL: checked })

export const ownWorker = (address: string): Worker => new Worker(policy?.createScriptURL(address) ?? checked(address), { type: "module" })

export const ownServiceWorker = (address: string): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(policy?.createScriptURL(address) ?? checked(address))
