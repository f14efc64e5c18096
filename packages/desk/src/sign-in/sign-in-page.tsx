// The door: seven words, or in a trial one press. Then what changed in the directory while the person was away.
import type { Refusal } from "@safe-conduct/client/member"
import { useSignal } from "@preact/signals"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { Progress } from "@safe-conduct/ui/progress.tsx"
import { useEffect } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { LanguageChoice, ThemeChoice } from "../app/settings.tsx"
import { comingIn, play, playing } from "../trial/notes.ts"
import { useTrial } from "../trial/trial-context.ts"
import { NewKeys } from "./new-keys.tsx"
import { SinceLast } from "./since-last.tsx"
import { TrialDoor } from "./trial-door.tsx"
import { WordsForm } from "./words-form.tsx"

export function SignInPage({ onEnter }: { readonly onEnter: () => void }) {
  const desk = useDesk()
  const trial = useTrial()
  const working = useSignal<string | null>(null)
  const refused = useSignal<Refusal | null>(null)
  const { app, signIn } = desk.words.value

  const unlock = async (passphrase: string, as: string | null): Promise<void> => {
    if (working.value !== null) return
    working.value = as ?? ""
    refused.value = null
    try {
      const answer = await desk.vault.unlock(passphrase)
      if (!answer.ok) {
        refused.value = answer.refusal
        play(null)
        return
      }
      play(as)
      desk.who.value = answer.value
      // Whoever only plays a part in a trial has not been here before.
      if (as !== null || answer.value.sinceLast.length === 0) onEnter()
    } finally {
      working.value = null
    }
  }
  useEffect(() => {
    const member = comingIn(trial, playing())
    if (member) void unlock(member.passphrase, member.name)
  }, [])

  const who = desk.who.value
  return (
    <div class="door">
      <header>
        <p class="mark">
          <span class="product">{app.product}</span> <span class="quiet">{app.desk}</span>
        </p>
        <LanguageChoice />
        <ThemeChoice />
      </header>
      <main class="stack-l" id="content">
        {who !== null ? (
          <SinceLast who={who} onEnter={onEnter} />
        ) : (
          <>
            {refused.value && <RefusalNotice title={signIn.failed} sentence={desk.refusalText(refused.value)} code={refused.value.error} />}
            {working.value !== null && (
              <Notice role="status">
                <Progress label={working.value ? desk.words.value.trial.switching(working.value) : signIn.working} done={undefined} />
                <p class="quiet small">{signIn.workingMore}</p>
              </Notice>
            )}
            {trial && (
              <TrialDoor
                trial={trial}
                working={working.value !== null}
                onChoose={(member) => void unlock(member.passphrase, member.name)}
              />
            )}
            {trial ? (
              <details>
                <summary>{signIn.orWords}</summary>
                <WordsForm working={working.value !== null} onWords={(text) => void unlock(text, null)} />
              </details>
            ) : (
              <WordsForm titled working={working.value !== null} onWords={(text) => void unlock(text, null)} />
            )}
            <NewKeys />
          </>
        )}
      </main>
    </div>
  )
}
