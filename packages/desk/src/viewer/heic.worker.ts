// Decodes the first picture of a HEIC file. A worker of the frame: no network, no storage, and it ends with the picture.
import libheif from "libheif-js/libheif-wasm/libheif.js"
import { fits } from "./size-of.ts"

/** What the decoder's own wrapper adds to the compiled library. */
interface Decoder {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly Picture[] }
}
interface Picture {
  get_width(): number
  get_height(): number
  display(onto: ImageData, then: (drawn: ImageData | null) => void): void
}
interface Given {
  readonly bytes: ArrayBuffer
  readonly wasm: ArrayBuffer
}

addEventListener(
  "message",
  (event: MessageEvent<Given>) => {
    const { HeifDecoder } = libheif({ wasmBinary: new Uint8Array(event.data.wasm) }) as unknown as Decoder
    const [image] = new HeifDecoder().decode(new Uint8Array(event.data.bytes))
    const size = image === undefined ? null : { width: image.get_width(), height: image.get_height() }
    if (image === undefined || size === null || !fits(size)) return postMessage(null)
    image.display(new ImageData(size.width, size.height), (drawn) => postMessage(drawn))
  },
  { once: true },
)
