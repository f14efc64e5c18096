// What a member sees when part of the desk did not load, or threw where it should have answered: a sentence, never a page that says
// nothing. What she typed stays where it was; nothing is sent in another way.
import { Notice } from "@safe-conduct/ui/notice.tsx"
import { type ReadonlySignal, type Signal, signal } from "@preact/signals"
import type { Spoken } from "./words.ts"

export type Trouble = "doorClosed" | "notLoaded" | "broken"

/** Watches the vault's thread and everything that nobody caught. */
export function watchTrouble(thread: Worker): Signal<Trouble | null> {
  const trouble = signal<Trouble | null>(null)
  let alive = false
  thread.addEventListener("message", () => (alive = true), { once: true })
  thread.addEventListener("error", () => (trouble.value = alive ? "broken" : "notLoaded"))
  addEventListener("unhandledrejection", ({ reason }) => {
    // A part of the desk that is fetched when it is first needed, and did not come.
    trouble.value = /import|module|load/i.test(String(reason)) ? "notLoaded" : "broken"
  })
  return trouble
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
