// The whole desk: contexts around, and either the door or the pages inside.
import type { Vault, Who } from "@safe-conduct/client/member"
import { computed, type Signal, signal } from "@preact/signals"
import type { Language } from "@safe-conduct/words/choose.ts"
import { sentenceOf } from "@safe-conduct/words/refusals/index.ts"
import { LocationProvider, useLocation } from "preact-iso"
import { useEffect, useMemo } from "preact/hooks"
import { SignInPage } from "../sign-in/sign-in-page.tsx"
import type { TrialNotes } from "../trial/notes.ts"
import { TrialContext } from "../trial/trial-context.ts"
import { ring } from "./bell.ts"
import { type Desk, DeskContext } from "./context.tsx"
import { createLive, LiveContext } from "./live.ts"
import { Frame } from "./frame.tsx"
import { keepLanguage } from "./preferences.ts"
import { toast, Toasts } from "./toast.tsx"
import { loadWords, type Spoken } from "./words.ts"

export interface DeskAppProps {
  readonly vault: Vault
  readonly now: () => number
  readonly zone: string
  readonly language: Signal<Language>
  readonly spoken: Signal<Spoken>
  readonly trial: TrialNotes | null
}

export function DeskApp(props: DeskAppProps) {
  return (
    <LocationProvider scope="/desk">
      <Inside {...props} />
    </LocationProvider>
  )
}

function Inside({ vault, now, zone, language, spoken, trial }: DeskAppProps) {
  const { route } = useLocation()
  const who = useMemo(() => signal<Who | null>(null), [])
  /** Signed in and past the door: what changed since the last visit has been read. */
  const entered = useMemo(() => signal(false), [])
  const words = useMemo(() => computed(() => spoken.value.words), [spoken])

  const desk = useMemo<Desk>(
    () => ({
      vault,
      who,
      language,
      words,
      now,
      zone,
      go: (path) => route(path),
      refusalText: (refusal) => sentenceOf(spoken.value.refusals, refusal),
      toast,
    }),
    [vault, route],
  )
  const live = useMemo(
    () =>
      createLive({
        vault,
        now,
        onWake: ({ name }) => {
          ring()
          toast(`${words.value.app.wake}: ${name}`)
        },
      }),
    [vault],
  )

  useEffect(() => {
    let asked = language.value
    return language.subscribe((next) => {
      document.documentElement.lang = next
      if (next === asked && spoken.value.words.language === next) return
      asked = next
      keepLanguage(next)
      void loadWords(next).then((loaded) => {
        if (asked === next) spoken.value = loaded
      })
    })
  }, [])
  useEffect(() => {
    const forget = vault.on((change) => {
      if (change.what !== "signed-out") return
      live.stop()
      who.value = null
      entered.value = false
    })
    return () => {
      forget()
      live.stop()
    }
  }, [vault])
  useEffect(() => {
    if (entered.value) live.start()
  }, [entered.value])

  return (
    <DeskContext.Provider value={desk}>
      <LiveContext.Provider value={live}>
        <TrialContext.Provider value={trial}>
          {entered.value && who.value ? <Frame /> : <SignInPage onEnter={() => (entered.value = true)} />}
          <Toasts />
        </TrialContext.Provider>
      </LiveContext.Provider>
    </DeskContext.Provider>
  )
}
