// A picture as pixels on a canvas: what the file carried beside them (place, camera, another picture) stays behind.
import { useEffect, useRef, useState } from "preact/hooks"

export interface ImageViewProps {
  readonly bytes: Uint8Array
  readonly type: string
  readonly name: string
  readonly onFail: () => void
}

/** Longest side drawn: a page of a photographed order stays readable, a bomb of a picture does not fill the memory. */
const longest = 4_096

export function ImageView({ bytes, type, name, onFail }: ImageViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [turned, setTurned] = useState(0)
  useEffect(() => {
    let here = true
    void createImageBitmap(new Blob([bytes as BlobPart], { type })).then(
      (image) => {
        const element = canvas.current
        if (!here || !element) return image.close()
        const scale = Math.min(1, longest / Math.max(image.width, image.height))
        const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)]
        const lies = turned % 2 === 1
        element.width = lies ? height : width
        element.height = lies ? width : height
        const draw = element.getContext("2d")
        draw?.translate(element.width / 2, element.height / 2)
        draw?.rotate((turned * Math.PI) / 2)
        draw?.drawImage(image, -width / 2, -height / 2, width, height)
        image.close()
      },
      () => here && onFail(),
    )
    return () => {
      here = false
    }
  }, [bytes, turned])
  return (
    <div class="view-image">
      <button type="button" class="button small" aria-label="90°" onClick={() => setTurned((turned + 1) % 4)}>
        ↻
      </button>
      <canvas ref={canvas} role="img" aria-label={name} />
    </div>
  )
}
