// Short lines that go away by themselves and are read aloud. What must not be missed is never said only here.
import { signal } from "@preact/signals"

const lines = signal<readonly { readonly id: number; readonly text: string }[]>([])
let count = 0

export function toast(text: string): void {
  const id = ++count
  lines.value = [...lines.value.slice(-2), { id, text }]
  setTimeout(() => {
    lines.value = lines.value.filter((line) => line.id !== id)
  }, 6_000)
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {lines.value.map((line) => (
        <p key={line.id}>{line.text}</p>
      ))}
    </div>
  )
}
