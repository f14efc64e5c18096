// The whole desk: contexts around, and either the door or the pages inside.
import type { Vault, VaultThread, Who } from "@safe-conduct/client/member"
import { computed, type Signal, signal } from "@preact/signals"
import type { Language } from "@safe-conduct/words/choose.ts"
import { sentenceOf } from "@safe-conduct/words/refusals/index.ts"
import { LocationProvider, useLocation } from "preact-iso"
import { useEffect, useMemo, useRef } from "preact/hooks"
import { drafts } from "../case/log/drafts.ts"
import { locked } from "../sign-in/locked.ts"
import { SignInPage } from "../sign-in/sign-in-page.tsx"
import { play, playing, type TrialNotes } from "../trial/notes.ts"
import { TrialContext } from "../trial/trial-context.ts"
import { ring } from "./bell.ts"
import { type Desk, DeskContext } from "./context.tsx"
import { createDeskLaw, LawContext } from "./desk-law.ts"
import { watchHands } from "./hands.ts"
import { createLive, LiveContext } from "./live.ts"
import { Frame } from "./frame.tsx"
import { held } from "./held.ts"
import { watchIdle } from "./idle.ts"
import { paths } from "./paths.ts"
import { keepLanguage } from "./preferences.ts"
import { toast, Toasts } from "./toast.tsx"
import { thisDevice, wipe } from "./wipe.ts"
import { loadWords, type Spoken } from "./words.ts"

export interface DeskAppProps {
  readonly vault: Vault
  /** Ends the vault's thread with all it knows; the next call begins a new one. */
  readonly endVault: VaultThread["end"]
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

function Inside({ vault, endVault, now, zone, language, spoken, trial }: DeskAppProps) {
  const { route } = useLocation()
  const who = useMemo(() => signal<Who | null>(null), [])
  /** Signed in and past the door: what changed since the last visit has been read. */
  const entered = useMemo(() => signal(false), [])
  const lockedNow = useMemo(() => signal(locked.read() === null ? null : { notes: true }), [])
  /** What is half written is still being sealed: whoever is back at once waits for it. */
  const sealing = useRef<Promise<void> | null>(null)
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
      leave,
      lock,
    }),
    [vault, route],
  )

  /** Off the screen at once; what follows may take its time. */
  function shut(): void {
    live.stop()
    who.value = null
    entered.value = false
    drafts.forget()
  }
  async function leave(): Promise<void> {
    play(null)
    held.forget()
    locked.keep(null)
    lockedNow.value = null
    shut()
    // The address names what was looked at.
    route(paths.today, true)
    await endVault((old) => old.signOut())
    await wipe(thisDevice())
  }
  async function lock(): Promise<void> {
    if (!entered.value) return
    const notes = held.take()
    const some = Object.keys(notes).length > 0
    lockedNow.value = { notes: some }
    shut()
    sealing.current = endVault((old) => old.lock(notes)).then((sealed) => {
      if (some) locked.keep(sealed)
    })
    await sealing.current
  }
  async function enter(): Promise<void> {
    await sealing.current
    const sealed = locked.read()
    const opened = sealed === null ? null : await vault.openLocked(sealed)
    if (opened !== null) held.give(opened.notes)
    if (sealed !== null) toast(opened === null ? words.value.keys.lost : words.value.keys.restored)
    locked.keep(null)
    lockedNow.value = null
    entered.value = true
  }
  const hands = useMemo(() => watchHands(), [vault])
  const live = useMemo(
    () =>
      createLive({
        vault,
        now,
        onWake: ({ name }) => {
          ring()
          toast(`${words.value.app.wake}: ${name}`)
        },
        onDue: ring,
        listFirst: () => location.pathname === paths.cases || location.pathname === paths.map,
        busy: hands.busy,
      }),
    [vault],
  )

  const deskLaw = useMemo(() => createDeskLaw(vault), [vault])

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
      // Said by the vault itself: a member who was removed meanwhile.
      if (change.what === "signed-out" && entered.value) void leave()
    })
    return () => {
      forget()
      live.stop()
      hands.stop()
    }
  }, [vault])
  useEffect(() => {
    if (!entered.value) return
    live.start()
    const forgetLaw = deskLaw.watch()
    // Whoever plays a part in a trial has no key to protect.
    const forgetIdle = playing() ? undefined : watchIdle({ now, onIdle: () => void lock() })
    return () => {
      forgetLaw()
      forgetIdle?.()
    }
  }, [entered.value])

  return (
    <DeskContext.Provider value={desk}>
      <LiveContext.Provider value={live}>
        <LawContext.Provider value={deskLaw}>
          <TrialContext.Provider value={trial}>
            {entered.value && who.value ? <Frame /> : <SignInPage locked={lockedNow.value} onEnter={() => void enter()} />}
            <Toasts />
          </TrialContext.Provider>
        </LawContext.Provider>
      </LiveContext.Provider>
    </DeskContext.Provider>
  )
}
