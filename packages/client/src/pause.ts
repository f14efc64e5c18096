// A turn of the event loop, or so many milliseconds of them: others are answered meanwhile.
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

const doors: (() => void)[] = []
let channel: MessageChannel | undefined

/** Whoever is waiting is answered, and then it goes on. Browsers hold a timer of none back by four milliseconds each time; this they do not. */
export function letOthers(): Promise<void> {
  if (typeof setImmediate === "function") return new Promise((done) => setImmediate(done))
  if (channel === undefined) {
    channel = new MessageChannel()
    channel.port1.onmessage = () => doors.shift()?.()
  }
  const { port2 } = channel
  return new Promise((done) => {
    doors.push(done)
    port2.postMessage(null)
  })
}
