// The inner frame: an origin of its own without network, storage or keys. It is handed one verified file, draws it, and tells the desk
// nothing but numbers. Whoever breaks a parser here stands in an empty room with the file that was used to break it.
import { closeDoors } from "./closed-doors.ts"
import { openDocument } from "./document-pages.ts"
import { openPicture } from "./picture.ts"
import { openText } from "./plain-text.ts"
import { openRecording } from "./recording.ts"
import { CannotShow, type Need, type Sheet, type View } from "./sheet.ts"
import { type Opening, type Order, type Piece, type Saying, zooms } from "./vocabulary.ts"

closeDoors(globalThis)

addEventListener(
  "message",
  (event: MessageEvent<Opening>) => {
    const [port] = event.ports
    if (event.source === parent && port) show(event.data, port)
  },
  { once: true },
)

function show(opening: Opening, port: MessagePort): void {
  const say = (said: Saying, hand: Transferable[] = []): void => port.postMessage(said, hand)
  const asked = new Map<Piece, { readonly given: Promise<ArrayBuffer>; readonly give: (bytes: ArrayBuffer) => void }>()
  const need: Need = (piece) => {
    const known = asked.get(piece)
    if (known) return known.given
    let give: (bytes: ArrayBuffer) => void = () => undefined
    const given = new Promise<ArrayBuffer>((resolve) => {
      give = resolve
    })
    asked.set(piece, { given, give })
    say({ says: "need", piece })
    return given
  }

  let view: View = { page: 1, zoom: 100, turned: 0 }
  let sheet: Sheet | null = null
  const cannot = (fault: unknown): void => say({ says: "cannot", why: fault instanceof CannotShow ? fault.why : "damaged" })
  let latest = 0
  const draw = async (): Promise<void> => {
    if (sheet === null) return
    const mine = ++latest
    try {
      const { page, zoom } = view
      const height = await sheet.draw(view)
      if (mine === latest)
        say({ says: "shown", pages: sheet.pages, page, zoom, height: Math.min(Math.ceil(height), 100_000), cut: sheet.cut })
    } catch (fault) {
      // Drawn over by a later wish.
      if (mine === latest) cannot(fault)
    }
  }
  const turnTo = (next: Partial<View>): void => {
    view = { ...view, ...next }
    void draw()
  }
  const page = (to: number): void => {
    if (sheet !== null && to >= 1 && to <= sheet.pages && to !== view.page) turnTo({ page: to })
  }
  const closer = (by: 1 | -1): void => {
    const next = zooms[zooms.indexOf(view.zoom) + by]
    if (next !== undefined) turnTo({ zoom: next })
  }

  port.onmessage = (event: MessageEvent<Order>) => {
    const order = event.data
    switch (order.do) {
      case "page":
        return page(order.page)
      case "zoom":
        return turnTo({ zoom: order.zoom })
      case "turn":
        return turnTo({ turned: (view.turned + 1) % 4 })
      case "give":
        return asked.get(order.piece)?.give(order.bytes)
      case "copy":
        return void sheet?.copy?.(view.turned).then((bytes) => say({ says: "copy", bytes }, [bytes]), cannot)
    }
  }

  // The desk hears no key that is pressed in here, so the same keys work inside.
  const keys: Readonly<Record<string, () => void>> = {
    Escape: () => say({ says: "close" }),
    PageDown: () => page(view.page + 1),
    PageUp: () => page(view.page - 1),
    ArrowRight: () => page(view.page + 1),
    ArrowLeft: () => page(view.page - 1),
    "+": () => closer(1),
    "=": () => closer(1),
    "-": () => closer(-1),
    "0": () => turnTo({ zoom: 100 }),
    r: () => turnTo({ turned: (view.turned + 1) % 4 }),
  }
  const recording = opening.open === "audio" || opening.open === "video"
  addEventListener("keydown", (event) => {
    const does = keys[event.code === "KeyR" ? "r" : event.key]
    if (!does || event.ctrlKey || event.metaKey || event.altKey || (recording && event.key !== "Escape")) return
    // A page that is one sheet long scrolls as usual.
    if (/^(Page|Arrow)/.test(event.key) && (sheet?.pages ?? 1) < 2) return
    event.preventDefault()
    does()
  })

  let width = 0
  new ResizeObserver(() => {
    if (document.documentElement.clientWidth === width) return
    width = document.documentElement.clientWidth
    void draw()
  }).observe(document.documentElement)

  document.documentElement.style.colorScheme = opening.dark ? "dark" : "light"
  void open(opening, need).then((made) => {
    sheet = made
    return draw()
  }, cannot)
}

async function open({ open: kind, bytes, type, encoding, name }: Opening, need: Need): Promise<Sheet> {
  switch (kind) {
    case "image":
      return openPicture(bytes, type, name, need)
    case "pdf":
      return openDocument(bytes, name, need)
    case "text":
      return openText(bytes, encoding, name)
    case "audio":
    case "video":
      return openRecording(bytes, kind, type, name)
  }
}
