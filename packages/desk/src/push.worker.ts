// What a browser runs when its push service wakes it: it shows one sentence and leads to the desk. It holds no key, reads nothing, asks
// nobody, and was sent nothing: the wake has no body. Its address says in which language its owner reads.
import { pushed } from "@safe-conduct/words/desk/duty/pushed.ts"

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void
}
interface Pressed extends Lasting {
  readonly notification: Notification
}
interface Page {
  readonly url: string
  focus(): Promise<unknown>
}
interface Inside {
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    matchAll(of: { readonly type: "window"; readonly includeUncontrolled: boolean }): Promise<readonly Page[]>
    openWindow(address: string): Promise<unknown>
  }
  skipWaiting(): Promise<void>
  addEventListener(name: "push" | "install", heard: (event: Lasting) => void): void
  addEventListener(name: "notificationclick", heard: (event: Pressed) => void): void
}
const here = self as unknown as Inside

const DESK = "/desk"
const spoken = new URLSearchParams(here.location.search).get("lang") ?? ""
const lang = spoken === "ru" || spoken === "fr" ? spoken : "en"

here.addEventListener("install", (event) => event.waitUntil(here.skipWaiting()))

here.addEventListener("push", (event) =>
  // A second wake takes the place of the first and sounds again.
  event.waitUntil(
    here.registration.showNotification("Safe Conduct", {
      body: pushed[lang],
      lang,
      tag: "wake",
      renotify: true,
      requireInteraction: true,
    } as NotificationOptions),
  ),
)

here.addEventListener("notificationclick", (event) => {
  event.notification.close()
  event.waitUntil(lead())
})

async function lead(): Promise<void> {
  const pages = await here.clients.matchAll({ type: "window", includeUncontrolled: true })
  const open = pages.find(({ url }) => new URL(url).pathname.startsWith(DESK))
  await (open === undefined ? here.clients.openWindow(DESK) : open.focus())
}
