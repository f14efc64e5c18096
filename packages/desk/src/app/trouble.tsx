// What a member sees when part of the desk did not load, or threw where it should have answered: a sentence, never a page that says
// nothing. What she typed stays where it was; nothing is sent in another way.
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { type ReadonlySignal, type Signal, signal } from "@preact/signals"
import type { Spoken } from "./words.ts"

export type Trouble = "doorClosed" | "notLoaded" | "broken"

/** Watches everything that nobody caught, and the vault's thread: each one, where one is ended and the next begun. */
export function watchTrouble(): { readonly trouble: Signal<Trouble | null>; watch(thread: Worker): Worker } {
  const trouble = signal<Trouble | null>(null)
  function watch(thread: Worker): Worker {
    let alive = false
    thread.addEventListener("message", () => (alive = true), { once: true })
    thread.addEventListener("error", () => (trouble.value = alive ? "broken" : "notLoaded"))
    return thread
  }
  addEventListener("unhandledrejection", ({ reason }) => {
    // A part of the desk that is fetched when it is first needed, and did not come.
    trouble.value = /import|module|load/i.test(String(reason)) ? "notLoaded" : "broken"
  })
  return { trouble, watch }
}

export function TroubleNotice({
  trouble,
  spoken,
}: {
  readonly trouble: ReadonlySignal<Trouble | null>
  readonly spoken: ReadonlySignal<Spoken>
}) {
  if (trouble.value === null) return null
  return (
    <div class="trouble">
      <Notice look="danger" role="alert">
        <p>{spoken.value.words.app[trouble.value]}</p>
      </Notice>
    </div>
  )
}
