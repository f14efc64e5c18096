// The guided request: one page at a time, chosen by the step the letter stands on.
import { Button } from "@safe-conduct/ui/button.tsx"
import { Notice } from "@safe-conduct/ui/notice.tsx"
import type { FunctionComponent } from "preact"
import { useState } from "preact/hooks"
import { Check, Words } from "./code-words.tsx"
import { Activities, DangerStep, Entry, Family, Fears, Message } from "./extras.tsx"
import { InAppNotice } from "./in-app-notice.tsx"
import { Now } from "./now.tsx"
import { Heading, type StepProps } from "./page.tsx"
import { Papers } from "./papers.tsx"
import { Lawyer, Person, Reach, What, Where, Who } from "./questions.tsx"
import { Receipt } from "./receipt.tsx"
import { Review } from "./review.tsx"
import { Send } from "./send.tsx"
import type { Step } from "./steps.ts"

function Resume({ letter, words }: StepProps) {
  const w = words.resume
  const [sure, setSure] = useState(false)
  return (
    <div class="stack">
      <Heading>{w.title}</Heading>
      <p>{w.text}</p>
      <div class="row walk">
        <Button look="main" onPress={() => void letter.resume()}>
          {w.go}
        </Button>
        {sure ? (
          <>
            <span>{w.freshSure}</span>
            <Button look="danger" onPress={() => void letter.fresh()}>
              {words.yes}
            </Button>
            <Button onPress={() => setSure(false)}>{words.no}</Button>
          </>
        ) : (
          <Button look="plain" onPress={() => setSure(true)}>
            {w.fresh}
          </Button>
        )}
      </div>
    </div>
  )
}

const pages: Record<Step, FunctionComponent<StepProps>> = {
  resume: Resume,
  who: Who,
  person: Person,
  where: Where,
  what: What,
  reach: Reach,
  lawyer: Lawyer,
  now: Now,
  review: Review,
  danger: DangerStep,
  family: Family,
  papers: Papers,
  activities: Activities,
  fears: Fears,
  entry: Entry,
  message: Message,
  words: Words,
  check: Check,
  send: Send,
  receipt: Receipt,
}

export function Ask(props: StepProps) {
  const { letter, words } = props
  const step = letter.step.value
  const Current = pages[step]
  const writing = step !== "send" && step !== "receipt"
  return (
    <div class="stack">
      {letter.trial.value && (
        <Notice>
          <p>{words.trial}</p>
        </Notice>
      )}
      {writing && <InAppNotice words={words} />}
      <Current key={step} {...props} />
      {writing && <p class="quiet small kept">{letter.lasting.value ? words.kept : words.notKept}</p>}
    </div>
  )
}
