// This browser lets itself be woken by its push service, or no longer. What it gives is an address there; the server keeps that and no more.
import { ownServiceWorker } from "@safe-conduct/ui/own-worker.ts"
import type { Language } from "@safe-conduct/words/choose.ts"

/** Whether this browser has what it takes: some have it only once the page stands on the phone's first screen. */
export const canBePushed = (): boolean => "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis

/** The address; null where its owner or the browser says no. */
export async function letMePush(pushKey: string, language: Language): Promise<string | null> {
  if ((await Notification.requestPermission()) !== "granted") return null
  try {
    const worker = await ownServiceWorker(`/desk/push.js?lang=${language}`)
    await active(worker)
    const before = await worker.pushManager.getSubscription()
    // One that was made under another key of the server hears nothing more.
    if (before !== null && keyOf(before) !== pushKey) await before.unsubscribe()
    const given = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })
    return given.endpoint
  } catch {
    return null
  }
}

export async function pushMeNoMore(): Promise<void> {
  const worker = await navigator.serviceWorker.getRegistration("/desk/push.js")
  await (await worker?.pushManager.getSubscription())?.unsubscribe()
  await worker?.unregister()
}

function keyOf({ options }: PushSubscription): string {
  const bytes = options.applicationServerKey
  if (bytes === null) return ""
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "")
}

/** A page that began at /desk is not the worker's own, and is told nothing by `ready`. */
function active({ installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting
  if (coming === null) return Promise.resolve()
  return new Promise((done) =>
    coming.addEventListener("statechange", () => (coming.state === "activated" || coming.state === "redundant") && done()),
  )
}
