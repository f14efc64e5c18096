// The letter being written: its answers, the page one stands on, its words, and what this device keeps of it. All but what is shown.
import { batch, signal } from "@preact/signals"
import { dayText } from "@safe-conduct/ui/typed-day.ts"
import type { Language } from "@safe-conduct/words/choose.ts"
import { broken, type Port, type Refusal, type SubmitProgress, type Submitted } from "../port/port.ts"
import { type Answers, noAnswers, noPerson, type PersonAnswers } from "./answers.ts"
import type { Errors } from "./check.ts"
import { after, before, type Step } from "./steps.ts"

/** What is kept on the device between two visits. */
interface Kept {
  readonly v: 1
  readonly answers: Answers
  readonly step: Step
  readonly now: boolean
  /** The code's 16 bytes as numbers: a draft is kept as JSON. */
  readonly code: readonly number[] | null
  /** True from the moment sealed bytes were kept: from then on only those go, and answers are closed. */
  readonly sealed: boolean
  /** The request of the "now" path is sent, and its words were not written down yet. */
  readonly receipt: Submitted | null
}

export interface Surroundings {
  readonly port: Port
  readonly language: Language
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Puts a step into the address, so that "back" works. */
  readonly show: (step: Step, how: "push" | "replace") => void
}

export type Letter = ReturnType<typeof createLetter>

export function createLetter({ port, language, now, show }: Surroundings) {
  const answers = signal<Answers>(noAnswers(language))
  const step = signal<Step>("who")
  const errors = signal<Errors>({})
  const fromReview = signal(false)
  const urgent = signal(false)
  const code = signal<Uint8Array | null>(null)
  const words = signal<readonly string[]>([])
  const sealed = signal(false)
  const lasting = signal(true)
  const progress = signal<SubmitProgress | null>(null)
  const refused = signal<Refusal | null>(null)
  const receipt = signal<Submitted | null>(null)
  const trial = signal(false)
  let earlier: Kept | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  /** The asker's own day, for birth dates that have not come. */
  const today = () => {
    const day = new Date(now())
    return dayText({ day: String(day.getDate()), month: String(day.getMonth() + 1), year: String(day.getFullYear()) }) as string
  }

  async function keep(): Promise<void> {
    clearTimeout(timer)
    // While one is asked whether to go on with an earlier letter, that letter stands untouched.
    if (closed || step.value === "resume") return
    const kept: Kept = {
      v: 1,
      answers: { ...answers.value, files: answers.value.files.map((file) => ({ ...file, file: null })) },
      step: step.value,
      now: urgent.value,
      code: code.value && [...code.value],
      sealed: sealed.value,
      receipt: receipt.value,
    }
    // A full device loses the draft, never the page.
    await port.keep(kept).catch(() => (lasting.value = false))
  }
  function keepSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(keep, 300)
  }

  function change(part: Partial<Answers>): void {
    answers.value = { ...answers.value, ...part }
    keepSoon()
  }

  function changePerson(at: number, part: Partial<PersonAnswers>): void {
    change({ people: answers.value.people.map((person, place) => (place === at ? { ...person, ...part } : person)) })
  }

  function go(next: Step, how: "push" | "replace" = "push"): void {
    batch(() => {
      step.value = next
      errors.value = {}
      if (next === "review") fromReview.value = true
    })
    show(next, how)
    void keep()
  }

  /** Reads what the device kept. Answers the step to begin at. */
  async function begin(asked: Step | null): Promise<void> {
    const { draft, lasting: lasts } = await port.draft().catch(() => ({ draft: null, lasting: false }))
    lasting.value = lasts
    earlier = isKept(draft) ? draft : null
    urgent.value = asked === "now"
    const started =
      earlier &&
      (earlier.sealed || earlier.receipt || JSON.stringify(earlier.answers) !== JSON.stringify(noAnswers(earlier.answers.language)))
    if (started) return go("resume", "replace")
    step.value = asked === "now" ? "now" : "who"
    show(step.value, "replace")
  }

  async function resume(): Promise<void> {
    if (!earlier) return
    const kept = earlier
    batch(() => {
      answers.value = { ...noAnswers(language), ...kept.answers }
      urgent.value = kept.now
      code.value = kept.code && Uint8Array.from(kept.code)
      sealed.value = kept.sealed
      receipt.value = kept.receipt
      fromReview.value = !kept.now && ["review", "words", "check", "send"].includes(kept.step)
    })
    if (code.value) words.value = await port.wordsOf(code.value, answers.value.language)
    if (kept.receipt) return go("receipt", "replace")
    if (kept.sealed) return go("send", "replace")
    go(kept.step === "resume" ? "who" : kept.step === "check" || kept.step === "send" ? (kept.now ? "now" : "words") : kept.step, "replace")
  }

  async function fresh(): Promise<void> {
    earlier = null
    await port.erase().catch(() => {})
    answers.value = noAnswers(language)
    go(urgent.value ? "now" : "who", "replace")
  }

  const next = (): void => {
    const to = after(step.value, fromReview.value)
    go(to)
  }
  const back = (): void => {
    const to = before(step.value, fromReview.value)
    if (to) go(to)
  }

  /** Fresh words, once for a letter. */
  async function draw(): Promise<boolean> {
    if (code.value) return true
    const drawn = await port.newCode(answers.value.language).catch(broken)
    if (!drawn.ok) {
      refused.value = drawn.refusal
      return false
    }
    batch(() => {
      refused.value = null
      code.value = drawn.value.code
      words.value = drawn.value.words
    })
    await keep()
    return true
  }

  /** Everything is erased from the device, and nothing is kept of this letter from now on. */
  async function erase(): Promise<void> {
    closed = true
    clearTimeout(timer)
    await port.erase().catch(() => {})
  }

  return {
    port,
    answers,
    step,
    errors,
    fromReview,
    urgent,
    code,
    words,
    sealed,
    lasting,
    progress,
    refused,
    receipt,
    trial,
    today,
    keep,
    change,
    changePerson,
    go,
    begin,
    resume,
    fresh,
    next,
    back,
    draw,
    erase,
    addPerson: () => change({ people: [...answers.value.people, noPerson] }),
    removePerson: (at: number) => change({ people: answers.value.people.filter((_, place) => place !== at) }),
  }
}

const isKept = (draft: unknown): draft is Kept =>
  typeof draft === "object" && draft !== null && (draft as Kept).v === 1 && typeof (draft as Kept).answers === "object"
