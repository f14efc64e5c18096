// Sending: checked once more as a whole, locked, and carried over whatever the line does. Nothing typed is lost on the way.
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { Progress } from "@safe-conduct/ui/progress.tsx"
import { type PortalWords, sentence } from "@safe-conduct/words/portal/index.ts"
import { useEffect } from "preact/hooks"
import { broken, type SubmitProgress } from "../port/port.ts"
import { idOf } from "./check.ts"
import type { Letter } from "./letter.ts"
import { focusFirst, Heading, type StepProps } from "./page.tsx"
import { sizeText } from "./papers.tsx"
import type { Step } from "./steps.ts"
import { checkedRequest } from "./to-request.ts"

/** The page on which a part of the request is answered. */
export function stepAt(pointer: string): Step {
  const starts: readonly (readonly [string, Step])[] = [
    ["/people/0/where", "where"],
    ["/people/0/counsel", "lawyer"],
    ["/people/0", "person"],
    ["/people", "family"],
    ["/asker/contact", "reach"],
    ["/asker", "who"],
    ["/danger", "danger"],
    ["/order", "what"],
    ["/hearing", "what"],
    ["/message", "what"],
    ["/entry", "entry"],
    ["/activities", "activities"],
    ["/fears", "fears"],
    ["/files", "papers"],
  ]
  return starts.find(([start]) => pointer.startsWith(start))?.[1] ?? "review"
}

export async function send(letter: Letter): Promise<void> {
  const answers = letter.answers.value
  const checked = checkedRequest(answers, letter.today())
  if (!checked.ok) {
    const at = checked.at ?? ""
    const step = letter.urgent.value ? "now" : stepAt(at)
    const errors = { [step === "review" ? "whole" : idOf(at)]: { error: checked.error, params: checked.params } }
    letter.go(step)
    letter.errors.value = errors
    setTimeout(() => focusFirst(errors), 50)
    return
  }
  const files = answers.files.map((file) => file.file)
  // Once sealed, the files are with the server already and are not read again.
  if (!letter.sealed.value && files.some((file) => file === null)) {
    letter.refused.value = { error: "file-missing" }
    return
  }
  letter.refused.value = null
  letter.progress.value = { stage: "work", bytesSent: 0, bytesTotal: answers.files.reduce((sum, file) => sum + file.size, 0) }
  if (!(await letter.draw())) {
    letter.progress.value = null
    return
  }
  await letter.keep()
  const code = letter.code.value as Uint8Array
  const sent = await letter.port
    .submit({ code, request: checked.request, files: files.filter((file) => file !== null), wake: answers.wake }, (progress) => {
      letter.progress.value = progress
      if (progress.stage === "sending" && !letter.sealed.value) {
        letter.sealed.value = true
        void letter.keep()
      }
    })
    .catch(broken)
  letter.progress.value = null
  if (!sent.ok) {
    letter.refused.value = sent.refusal
    return
  }
  letter.receipt.value = sent.value
  // On the "now" path the words are not on paper yet: they stay on the device until she says they are.
  if (letter.urgent.value) await letter.keep()
  else await letter.erase()
  letter.go("receipt", "replace")
}

export function Send({ letter, words }: StepProps) {
  const w = words.send
  const progress = letter.progress.value
  const refused = letter.refused.value
  useEffect(() => void send(letter), [])
  const start = () => void send(letter)
  const missing = refused?.error === "file-missing" || refused?.error === "file-unreadable" || refused?.error === "file-changed"
  return (
    <div class="stack">
      <Heading>{refused ? w.failed : w.title}</Heading>
      {progress && <Stages words={words} progress={progress} withFiles={letter.answers.value.files.length > 0} />}
      {refused && (
        <RefusalNotice title={w.failed} sentence={sentence(words, refused)} code={refused.error}>
          <div class="row">
            {missing && !letter.sealed.value ? (
              <Button look="main" onPress={() => letter.go("papers")}>
                {words.papers.title}
              </Button>
            ) : (
              <Button look="main" onPress={start}>
                {w.again}
              </Button>
            )}
            {!letter.sealed.value && (
              <Button look="plain" onPress={() => letter.go(letter.urgent.value ? "now" : "review")}>
                {w.edit}
              </Button>
            )}
          </div>
        </RefusalNotice>
      )}
      {progress && (
        <>
          <p class="quiet">{w.stay}</p>
          {progress.stage === "files" && <Button onPress={() => void letter.port.stop()}>{w.stop}</Button>}
        </>
      )}
    </div>
  )
}

const stages = ["work", "files", "sealing", "sending"] as const

export function Stages({
  words,
  progress,
  withFiles,
}: {
  readonly words: PortalWords
  readonly progress: SubmitProgress
  readonly withFiles: boolean
}) {
  const w = words.send
  const now = stages.indexOf(progress.stage)
  return (
    <div class="stack" role="status">
      <ol class="stages">
        {stages
          .filter((stage) => stage !== "files" || withFiles)
          .map((stage) => {
            const at = stages.indexOf(stage)
            return (
              <li class={at < now ? "done" : at === now ? "now" : ""} aria-current={at === now ? "step" : undefined}>
                <span class="sign" aria-hidden="true">
                  {at < now ? "✓" : at === now ? "…" : "·"}
                </span>
                {w.stages[stage]}
              </li>
            )
          })}
      </ol>
      {progress.stage === "files" && (
        <Progress
          label={progress.file ?? w.stages.files}
          done={progress.bytesTotal > 0 ? progress.bytesSent / progress.bytesTotal : undefined}
          figure={`${sizeText(progress.bytesSent, words)} / ${sizeText(progress.bytesTotal, words)}`}
        />
      )}
      {progress.waiting && <p>{w.waiting}</p>}
    </div>
  )
}
