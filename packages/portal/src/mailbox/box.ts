// The mailbox as a page knows it: the words typed, what was repaired, what the desk answered. Nothing of it stays on the device but the
// code, where somebody chose to keep it there under a number.
import { batch, signal } from "@preact/signals"
import { noWords, type WordState } from "@safe-conduct/ui/code-words.tsx"
import type { Language } from "@safe-conduct/words/choose.ts"
import { broken, type MailboxView, type OpenedCode, type Port, type Refusal, type SubmitProgress } from "../port/port.ts"

export type Place = "pin" | "words" | "opening" | "repaired" | "open" | "left"
export type Box = ReturnType<typeof createBox>

/** `opens`: what the words open, where that is not one mailbox. */
export function createBox(port: Port, opens?: () => Promise<void>) {
  const place = signal<Place>("words")
  const words = signal<readonly string[]>(noWords)
  const states = signal<readonly WordState[]>([])
  const refused = signal<Refusal | null>(null)
  const found = signal<OpenedCode | null>(null)
  const view = signal<MailboxView | null>(null)
  const progress = signal<SubmitProgress | null>(null)
  const trial = signal(false)

  function type(next: readonly string[]): void {
    batch(() => {
      words.value = next
      states.value = []
      refused.value = null
    })
  }

  /** A code that is kept here is asked for by its number first. */
  async function look(): Promise<void> {
    const here = await port.codeHere().catch(() => null)
    if (here?.there && place.value === "words" && words.value.every((word) => word === "")) place.value = "pin"
  }

  async function take(code: Uint8Array, language: Language): Promise<void> {
    found.value = { code, language, repaired: [] }
    await open()
  }

  async function read(): Promise<void> {
    place.value = "opening"
    // An empty place is a missing word: two of them can be filled.
    const got = await port.readWords(words.value.map((word) => word || "?").join(" ")).catch(broken)
    if (!got.ok) return refuse(got.refusal)
    found.value = got.value
    if (got.value.repaired.length === 0) return open()
    batch(() => {
      states.value = words.value.map((_, at) => (got.value.repaired.some((one) => one.place === at + 1) ? "repaired" : "known"))
      place.value = "repaired"
    })
  }

  async function open(): Promise<void> {
    if (!found.value) return
    if (opens) return opens()
    place.value = "opening"
    const opened = await port.open(found.value.code).catch(broken)
    if (!opened.ok) return refuse(opened.refusal)
    words.value = noWords
    await refresh()
  }

  async function refresh(): Promise<void> {
    const got = await port.read().catch(broken)
    if (!got.ok) {
      if (view.value) refused.value = got.refusal
      else refuse(got.refusal)
      return
    }
    batch(() => {
      refused.value = null
      view.value = got.value
      place.value = "open"
    })
  }

  function refuse(refusal: Refusal): void {
    const wrong = [...placesIn(refusal.params?.["unknown"]), ...placesIn(refusal.params?.["missing"])]
    batch(() => {
      refused.value = refusal
      states.value = words.value.map((_, at) => (!wrong.includes(at + 1) ? "typed" : words.value[at] ? "unknown" : "missing"))
      place.value = "words"
    })
  }

  async function leave(): Promise<void> {
    await port.close().catch(() => {})
    batch(() => {
      view.value = null
      found.value = null
      words.value = noWords
      place.value = "left"
    })
  }

  return { port, place, words, states, refused, found, view, progress, trial, type, look, take, read, open, refuse, refresh, leave }
}

/** "3, 7": places of words as people count them. */
const placesIn = (given: string | number | undefined): number[] =>
  String(given ?? "")
    .split(/\D+/)
    .filter(Boolean)
    .map(Number)
