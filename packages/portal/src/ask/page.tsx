// A page of the form: where one is, one heading that takes the focus, the fields, and the way on and back.
import { Button } from "@safe-conduct/ui/button.tsx"
import type { PortalWords } from "@safe-conduct/words/portal/index.ts"
import { sentence } from "@safe-conduct/words/portal/index.ts"
import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import { checkStep, type Errors } from "./check.ts"
import type { Letter } from "./letter.ts"
import { before, questions, type Step } from "./steps.ts"

export interface StepProps {
  readonly letter: Letter
  readonly words: PortalWords
}

/** The sentence for a field, if the last look found something wrong with it. */
export const errorOf = (errors: Errors, words: PortalWords, id: string): string | undefined => {
  const found = errors[id]
  return found && sentence(words, found)
}

export function Heading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  )
}

/** Moves to the first field that is wrong, in the order of the page, so that nobody has to look for it. */
export function focusFirst(errors: Errors): void {
  const ids = Object.keys(errors)
  const fields = ids
    .map((id) => document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${id}"]`))
    .filter((field) => field !== null)
  const first = fields.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0]
  const target = first?.matches("fieldset") ? (first.querySelector<HTMLElement>("input, select, textarea") ?? first) : first
  target?.focus()
  target?.closest(".field")?.scrollIntoView({ block: "center" })
}

/** Judges the page; goes on where nothing is wrong. */
export function proceed(letter: Letter, then: () => void = letter.next): void {
  const errors = checkStep(letter.step.value, letter.answers.value, letter.today())
  letter.errors.value = errors
  if (Object.keys(errors).length === 0) then()
  else setTimeout(() => focusFirst(errors))
}

export function Page({
  letter,
  words,
  title,
  lead,
  children,
  next,
}: StepProps & { readonly title: string; readonly lead?: string; readonly children: ComponentChildren; readonly next?: string }) {
  const step: Step = letter.step.value
  const at = (questions as readonly Step[]).indexOf(step)
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        proceed(letter)
      }}
    >
      <div class="stack-s">
        {at >= 0 && !letter.fromReview.value && <p class="quiet small">{words.step(at + 1, questions.length)}</p>}
        <Heading>{title}</Heading>
        {lead && <p class="quiet">{lead}</p>}
      </div>
      {children}
      <div class="row walk">
        <Button submit look="main">
          {next ?? words.next}
        </Button>
        {before(step, letter.fromReview.value) && (
          <Button look="plain" onPress={letter.back}>
            {words.back}
          </Button>
        )}
      </div>
    </form>
  )
}
