// A picture as pixels on a canvas: what the file carried beside them (place, camera, another picture) stays behind.
import { startWorker } from "./code.ts"
import { CannotShow, type Need, place, room, type Sheet, within } from "./sheet.ts"
import { fits, sizeOf } from "./size-of.ts"

/** Longest side and area of a canvas on the page: what phones give without failing. */
const longest = 4_096
const areaOfCopy = 48_000_000

export async function openPicture(bytes: ArrayBuffer, type: string, name: string, need: Need): Promise<Sheet> {
  const size = sizeOf(new Uint8Array(bytes), type)
  if (size === null) throw new CannotShow("damaged")
  if (!fits(size)) throw new CannotShow("too-large")
  const image = await within(type === "image/heic" ? openHeic(bytes, need) : createImageBitmap(new Blob([bytes], { type })))
  if (!fits(image)) throw new CannotShow("too-large")

  const canvas = document.createElement("canvas")
  canvas.setAttribute("role", "img")
  place(canvas, name)

  const draw = (onto: HTMLCanvasElement, scale: number, turned: number): void => {
    const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))]
    const lies = turned % 2 === 1
    onto.width = lies ? height : width
    onto.height = lies ? width : height
    const pen = onto.getContext("2d")
    if (pen === null) throw new CannotShow("too-large")
    pen.translate(onto.width / 2, onto.height / 2)
    pen.rotate((turned * Math.PI) / 2)
    pen.drawImage(image, -width / 2, -height / 2, width, height)
  }

  return {
    pages: 1,
    cut: false,
    async draw({ zoom, turned }) {
      const [width, height] = turned % 2 === 1 ? [image.height, image.width] : [image.width, image.height]
      const shown = (Math.min(room(), width) * zoom) / 100
      draw(canvas, Math.min(1, longest / Math.max(width, height), (shown * devicePixelRatio) / width), turned)
      canvas.style.width = `${shown}px`
      canvas.style.height = `${(shown * height) / width}px`
      return (shown * height) / width
    },
    async copy(turned) {
      const page = document.createElement("canvas")
      draw(page, Math.min(1, Math.sqrt(areaOfCopy / (image.width * image.height))), turned)
      const drawn = type === "image/png" || type === "image/gif" ? "image/png" : "image/jpeg"
      const blob = await new Promise<Blob | null>((resolve) => page.toBlob(resolve, drawn, 0.92))
      if (blob === null) throw new CannotShow("too-large")
      return blob.arrayBuffer()
    },
  }
}

/** Phones' HEIC by a decoder of our own, in a worker that ends with the one picture. */
async function openHeic(bytes: ArrayBuffer, need: Need): Promise<ImageBitmap> {
  const [code, wasm] = await Promise.all([need("heic"), need("heic-wasm")])
  const worker = startWorker(code)
  try {
    const pixels = await within(
      new Promise<ImageData | null>((resolve) => {
        worker.onmessage = (event: MessageEvent<ImageData | null>) => resolve(event.data)
        worker.onerror = () => resolve(null)
        worker.postMessage({ bytes, wasm }, [wasm])
      }),
    )
    if (pixels === null) throw new CannotShow("damaged")
    return await createImageBitmap(pixels)
  } finally {
    worker.terminate()
  }
}
