// The desk's end of the frame: hands in one verified file and the pieces that are asked for, and believes nothing but the checked
// vocabulary. A frame that says anything else, loads anything else, or goes quiet, is over.
import addresses from "virtual:viewer-pieces"
import { type Opening, type Order, type Piece, pieces, readSaying, type Shown, type Why } from "./vocabulary.ts"

export interface Heard {
  shown(shown: Shown): void
  copy(bytes: ArrayBuffer): void
  /** Nothing comes after this. */
  cannot(why: Why | "stopped"): void
  close(): void
}

export interface Host {
  order(order: Exclude<Order, { readonly do: "give" }>): void
  end(): void
}

/** Milliseconds of silence after which a frame that owes an answer is given up; longer than its own patience. */
const silence = 60_000

/** `frame` is about to load the viewer's page. The bytes of the opening are given away, not copied. */
export function hostFrame(frame: HTMLIFrameElement, opening: Opening, heard: Heard): Host {
  const { port1: port, port2: theirs } = new MessageChannel()
  const owed = new Set<Piece>(pieces)
  let over = false
  let watch: ReturnType<typeof setTimeout> | undefined

  const end = (): void => {
    over = true
    clearTimeout(watch)
    port.close()
  }
  const stop = (why: Why | "stopped"): void => {
    if (over) return
    end()
    heard.cannot(why)
  }
  const expect = (): void => {
    clearTimeout(watch)
    watch = setTimeout(() => stop("too-long"), silence)
  }
  const tell = (order: Order, hand: Transferable[] = []): void => {
    if (over) return
    expect()
    port.postMessage(order, hand)
  }
  const give = async (piece: Piece): Promise<void> => {
    // Each piece once: a frame cannot make the desk ask the server again and again.
    if (!owed.delete(piece)) return stop("stopped")
    try {
      const answer = await fetch(addresses[piece])
      if (!answer.ok) return stop("stopped")
      const bytes = await answer.arrayBuffer()
      tell({ do: "give", piece, bytes }, [bytes])
    } catch {
      stop("stopped")
    }
  }

  port.onmessage = (event: MessageEvent<unknown>) => {
    if (over) return
    clearTimeout(watch)
    const said = readSaying(event.data)
    switch (said?.says) {
      case undefined:
        return stop("stopped")
      case "shown":
        return heard.shown(said as Shown)
      case "copy":
        return heard.copy((said as { readonly bytes: ArrayBuffer }).bytes)
      case "cannot":
        return stop((said as { readonly why: Why }).why)
      case "need":
        return void give((said as { readonly piece: Piece }).piece)
      case "close":
        return heard.close()
    }
  }

  let loaded = false
  frame.addEventListener("load", () => {
    // The page of the viewer loads once. Whatever loads after it is not the viewer.
    if (loaded) return stop("stopped")
    loaded = true
    if (over) return
    expect()
    // Its origin is opaque and cannot be named; what stands there is the page that this frame has just loaded.
    frame.contentWindow?.postMessage(opening, "*", [theirs, opening.bytes])
  })
  return { order: (order) => tell(order), end }
}
