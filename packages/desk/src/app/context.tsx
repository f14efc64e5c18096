// What every page of the desk is given: the vault, who is signed in, the language, the clock, and the way to say things.
import type { Refusal, Vault, Who } from "@safe-conduct/client/member"
import type { Language } from "@safe-conduct/words/choose.ts"
import type { DeskWords } from "@safe-conduct/words/desk/index.ts"
import type { ReadonlySignal, Signal } from "@preact/signals"
import { createContext } from "preact"
import { useContext } from "preact/hooks"

export interface Desk {
  readonly vault: Vault
  readonly who: Signal<Who | null>
  readonly language: Signal<Language>
  /** The shell's own words in the language chosen. */
  readonly words: ReadonlySignal<DeskWords>
  /** Milliseconds since 1970, UTC. The only clock a page may read. */
  readonly now: () => number
  /** The time zone of the person at the screen, as the browser names it. */
  readonly zone: string
  go(path: string): void
  /** A refusal's sentence in the language chosen; never empty. */
  refusalText(refusal: Pick<Refusal, "error" | "params" | "message">): string
  /** Drops every key, wipes the device of everything of the desk, and leads to the door. */
  leave(): Promise<void>
  /** The same door, with what is half written kept sealed for whoever wrote it. */
  lock(): Promise<void>
  /** One short line that goes away by itself and is read aloud. */
  toast(text: string): void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error("a page of the desk stands outside the desk")
  return desk
}
