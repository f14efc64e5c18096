// Chromium's own pretended authenticators: a laptop's fingerprint reader, a key on a ring. They make, ask and touch as real ones do.
import type { CDPSession, Page } from "playwright-core"

export interface Pretended {
  readonly id: string
  /** Whether it answers when it is asked: somebody lays a finger on it, or nobody does. */
  touched(answers: boolean): Promise<void>
  /** Gone, with everything it kept. */
  lose(): Promise<void>
  /** How many passkeys it keeps. */
  count(): Promise<number>
}

export async function authenticators(
  page: Page,
): Promise<{ add(transport: "internal" | "usb"): Promise<Pretended>; readonly cdp: CDPSession }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send("WebAuthn.enable")
  return {
    cdp,
    async add(transport) {
      const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
        options: {
          protocol: "ctap2",
          ctap2Version: "ctap2_1",
          transport,
          hasResidentKey: true,
          hasUserVerification: true,
          hasPrf: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      return {
        id: authenticatorId,
        touched: async (enabled) => void (await cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled })),
        lose: async () => void (await cdp.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId })),
        count: async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
      }
    },
  }
}

/** By the session that pretends: a second one that ends takes the pretended authenticators with it. Every string on the page's heap, after what is unreachable was collected. */
export async function heap(cdp: CDPSession): Promise<string> {
  const pieces: string[] = []
  const take = ({ chunk }: { readonly chunk: string }): void => void pieces.push(chunk)
  cdp.on("HeapProfiler.addHeapSnapshotChunk", take)
  await cdp.send("HeapProfiler.enable")
  await cdp.send("HeapProfiler.collectGarbage")
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false })
  cdp.off("HeapProfiler.addHeapSnapshotChunk", take)
  // A snapshot is JSON: what is no ASCII stands escaped in it.
  return pieces.join("").replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
