// The door: a touch or seven words, or in a trial one press; the same door after the screen locked. Then what this device may keep,
// and what changed in the directory while the person was away.
import type { Refusal, Result, Who } from "@safe-conduct/client/member"
import { useSignal } from "@preact/signals"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { Progress } from "@safe-conduct/ui/progress.tsx"
import { useEffect } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { LanguageChoice, ThemeChoice } from "../app/settings.tsx"
import { answerOf, passkeysHere } from "../keys/authenticator.ts"
import { comingIn, play, playing } from "../trial/notes.ts"
import { useTrial } from "../trial/trial-context.ts"
import { NewKeys } from "./new-keys.tsx"
import { OfferPasskey } from "./offer-passkey.tsx"
import { PasskeyDoor } from "./passkey-door.tsx"
import { SinceLast } from "./since-last.tsx"
import { TrialDoor } from "./trial-door.tsx"
import { WordsForm } from "./words-form.tsx"

export interface SignInProps {
  /** Null: nobody was here. Else the screen locked, with or without something half written. */
  readonly locked: { readonly notes: boolean } | null
  readonly onEnter: () => void
}

export function SignInPage({ locked, onEnter }: SignInProps) {
  const desk = useDesk()
  const trial = useTrial()
  /** What is being waited for. */
  const working = useSignal<string | null>(null)
  const refused = useSignal<Refusal | null>(null)
  const offered = useSignal(false)
  const { app, signIn, keys } = desk.words.value

  const enter = async (label: string, as: string | null, unlock: () => Promise<Result<Who>>): Promise<void> => {
    if (working.value !== null) return
    working.value = label
    refused.value = null
    try {
      const answer = await unlock()
      if (!answer.ok) {
        refused.value = answer.refusal
        play(null)
        return
      }
      play(as)
      desk.who.value = answer.value
      // Whoever only plays a part in a trial has not been here before.
      if (as !== null || (answer.value.sinceLast.length === 0 && !offered.value)) onEnter()
    } finally {
      working.value = null
    }
  }
  const byWords = (passphrase: string, as: string | null): Promise<void> => {
    offered.value = as === null && locked === null && passkeysHere()
    return enter(as === null ? signIn.working : desk.words.value.trial.switching(as), as, () => desk.vault.unlock(passphrase))
  }
  const byPasskey = (): Promise<void> => {
    offered.value = false
    return enter(keys.asking, null, async () => {
      const given = await answerOf(desk.vault)
      return given.ok ? desk.vault.unlockByPasskey(given.value) : given
    })
  }
  useEffect(() => {
    const member = comingIn(trial, playing())
    if (member) void byWords(member.passphrase, member.name)
  }, [])

  const who = desk.who.value
  const afterOffer = (): void => {
    offered.value = false
    if (who?.sinceLast.length === 0) onEnter()
  }
  const withWords = (
    <WordsForm titled={!trial && !passkeysHere()} working={working.value !== null} onWords={(text) => void byWords(text, null)} />
  )
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
        {who !== null && offered.value ? (
          <OfferPasskey onDone={afterOffer} />
        ) : who !== null ? (
          <SinceLast who={who} onEnter={onEnter} />
        ) : (
          <>
            {locked !== null && (
              <Notice title={keys.locked} role="status">
                <p>{keys.lockedText}</p>
                {locked.notes && <p>{keys.lockedNote}</p>}
              </Notice>
            )}
            {refused.value && <RefusalNotice title={signIn.failed} sentence={desk.refusalText(refused.value)} code={refused.value.error} />}
            {working.value !== null && (
              <Notice role="status">
                <Progress label={working.value} done={undefined} />
                {working.value === signIn.working && <p class="quiet small">{signIn.workingMore}</p>}
              </Notice>
            )}
            {trial && (
              <TrialDoor
                trial={trial}
                working={working.value !== null}
                onChoose={(member) => void byWords(member.passphrase, member.name)}
              />
            )}
            {!trial && passkeysHere() && (
              <>
                <h1>{signIn.title}</h1>
                <PasskeyDoor working={working.value !== null} onPress={() => void byPasskey()} />
              </>
            )}
            {trial ? (
              <details>
                <summary>{signIn.orWords}</summary>
                {passkeysHere() && <PasskeyDoor working={working.value !== null} onPress={() => void byPasskey()} />}
                {withWords}
              </details>
            ) : (
              <>
                {passkeysHere() && <h2>{keys.doorOr}</h2>}
                {withWords}
              </>
            )}
            {locked === null && <NewKeys />}
          </>
        )}
      </main>
    </div>
  )
}
