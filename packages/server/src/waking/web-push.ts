// A notice through the push service of a member's browser. It has no body at all: the worker that the browser wakes knows its one sentence.
// So the service learns that a device listens to this desk and when it is woken, and there is nothing to encrypt.
import type { PushSigning } from "@safe-conduct/sealing/verify"
import { type Outside, isGood, mayBeAsked, postOutside } from "./outside.ts"
import type { Sender } from "./senders.ts"

export interface WebPushOptions extends Outside {
  readonly signing: PushSigning
  /** mailto: or https:, whom a service may ask about us. */
  readonly contact: string
  readonly now: () => number
  /** Services beside those of the browsers. */
  readonly hosts?: readonly string[]
}

/** Where the browsers' own services are; a name stands for those below it too. Nobody else is sent our signature. */
const browsers = ["fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com"]
/** Seconds for which a service keeps a notice for a device that is off. Later the ladder has climbed past it. */
const KEPT = 600
/** The browser gave the address up, or its owner took it back. */
const gone = new Set([404, 410])

export function webPushSender({ signing, contact, now, hosts = [], ...outside }: WebPushOptions): Sender {
  const known = [...browsers, ...hosts]
  const takes = (address: string): boolean => {
    if (!mayBeAsked(address, outside)) return false
    const { hostname } = new URL(address)
    return known.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  }
  return {
    takes,
    publicKey: signing.publicKey,
    async send({ address }) {
      if (!takes(address)) return false
      const authorization = await signing.authorization(new URL(address).origin, contact, now())
      const status = await postOutside(address, { headers: { authorization, ttl: KEPT, urgency: "high" }, body: Buffer.alloc(0) }, outside)
      return status !== null && gone.has(status) ? "gone" : isGood(status)
    },
  }
}
