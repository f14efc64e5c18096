// The outer of two frames. Its policy lets it frame nothing, so that the inner one, which meets the file, can go nowhere: not even to
// another page of the desk's own server. It passes the one opening on and does nothing else.
addEventListener(
  "message",
  (event: MessageEvent<{ readonly bytes: ArrayBuffer }>) => {
    if (event.source !== parent) return
    frames[0]?.postMessage(event.data, "*", [...event.ports, event.data.bytes])
  },
  { once: true },
)
