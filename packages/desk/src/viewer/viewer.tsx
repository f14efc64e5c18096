// A verified file as it is looked at: the desk's own buttons above, the frame that holds the file below. Nothing of the file is ever
// drawn, parsed or played outside the frame.
import type { CaseWords } from "@safe-conduct/words/case/index.ts"
import { useEffect, useRef, useState } from "preact/hooks"
import { theme } from "../app/preferences.ts"
import { type Host, hostFrame } from "./host.ts"
import type { Kind } from "./kind-of.ts"
import { plainPicture } from "./plain-picture.ts"
import { type Shown, type ShownKind, type Why, zooms } from "./vocabulary.ts"
import "./viewer.css"

export interface ViewerProps {
  /** Given away to the frame: they are empty afterwards. */
  readonly bytes: Uint8Array
  readonly kind: Kind & { readonly kind: ShownKind }
  readonly name: string
  readonly words: CaseWords
  readonly onClose: () => void
  readonly onFail: (why: Why | "stopped") => void
  /** A picture without anything that the camera wrote beside it. */
  readonly onCopy: (bytes: Uint8Array, type: string) => void
}

const whole = (bytes: Uint8Array): ArrayBuffer =>
  (bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer

const isDark = (): boolean => theme.value === "dark" || (theme.value === "system" && matchMedia("(prefers-color-scheme: dark)").matches)

export function Viewer({ bytes, kind, name, words, onClose, onFail, onCopy }: ViewerProps) {
  const { files } = words
  const frame = useRef<HTMLIFrameElement>(null)
  const host = useRef<Host | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const made = hostFrame(
      element,
      { open: kind.kind, type: kind.type, encoding: kind.encoding ?? "utf-8", name, dark: isDark(), bytes: whole(bytes) },
      {
        shown: setShown,
        cannot: onFail,
        close: onClose,
        copy(drawn) {
          const copy = new Uint8Array(drawn)
          const type = plainPicture(copy)
          if (type === null) onFail("stopped")
          else onCopy(copy, type)
        },
      },
    )
    host.current = made
    // Only now: the load event must not pass before anybody listens.
    element.src = "/desk/viewer.html"
    return () => made.end()
  }, [])

  const { page, pages, zoom } = shown ?? { page: 1, pages: 1, zoom: 100 }
  const order: Host["order"] = (wish) => host.current?.order(wish)
  const at = zooms.indexOf(zoom)
  const still = kind.kind === "image" || kind.kind === "pdf" || kind.kind === "text"
  return (
    // The same keys as inside the frame, for whoever stands on its buttons.
    <div
      class="viewer"
      role="group"
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return
        event.stopPropagation()
        onClose()
      }}
    >
      {still && (
        <div class="viewer-tools">
          {pages > 1 && (
            <>
              <Tool label={files.before} sign="‹" dead={page <= 1} press={() => order({ do: "page", page: page - 1 })} />
              <span aria-live="polite">{files.pageOf(page, pages)}</span>
              <Tool label={files.after} sign="›" dead={page >= pages} press={() => order({ do: "page", page: page + 1 })} />
            </>
          )}
          <Tool label={files.zoomOut} sign="−" dead={at <= 0} press={() => order({ do: "zoom", zoom: zooms[at - 1] ?? 100 })} />
          <span aria-live="polite">{files.zoomed(zoom)}</span>
          <Tool
            label={files.zoomIn}
            sign="+"
            dead={at === zooms.length - 1}
            press={() => order({ do: "zoom", zoom: zooms[at + 1] ?? 100 })}
          />
          {kind.kind !== "text" && <Tool label={files.turn} sign="↻" dead={shown === null} press={() => order({ do: "turn" })} />}
          {kind.kind === "image" && (
            <button type="button" class="button small" title={files.workingHint} onClick={() => order({ do: "copy" })}>
              {files.workingCopy}
            </button>
          )}
        </div>
      )}
      {shown === null && <p role="status">{files.opening}</p>}
      <iframe
        ref={frame}
        title={name}
        sandbox="allow-scripts"
        style={{ height: `${shown === null ? 1 : Math.max(shown.height, 48) + 4}px` }}
      />
      {shown?.cut && <p class="quiet small">{files.cut}</p>}
      {kind.encoding !== undefined && kind.encoding !== "utf-8" && <p class="quiet small">{files.readAs(kind.encoding)}</p>}
    </div>
  )
}

function Tool({
  label,
  sign,
  dead,
  press,
}: {
  readonly label: string
  readonly sign: string
  readonly dead: boolean
  readonly press: () => void
}) {
  return (
    <button
      type="button"
      class="button small"
      aria-label={label}
      title={label}
      aria-disabled={dead ? true : undefined}
      onClick={() => !dead && press()}
    >
      {sign}
    </button>
  )
}
