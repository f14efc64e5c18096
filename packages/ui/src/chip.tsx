// A short fact in a frame. Danger is said in the word itself; the colour only repeats it.
import type { ComponentChildren } from "preact"

export function Chip({ children, look }: { readonly children: ComponentChildren; readonly look?: "danger" | "strong" }) {
  return <span class={look ? `chip ${look}` : "chip"}>{children}</span>
}
