// Entry point of the portal's Worker: cryptography and the line to the server, away from the page.
import { createPort } from "./port/local.ts"
import { type Call, type Reply, serve } from "./port/remote.ts"

const scope = self as unknown as {
  postMessage(reply: Reply): void
  addEventListener(kind: "message", heard: (event: MessageEvent<Call>) => void): void
}
const answer = serve(createPort({ server: self.location.origin, now: () => Date.now(), indexedDB: self.indexedDB }), (reply) =>
  scope.postMessage(reply),
)
scope.addEventListener("message", ({ data }) => answer(data))
scope.postMessage({ ready: true })
