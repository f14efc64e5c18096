// The law as this desk works by it, for pages: what ships until the vault has said what two members signed over it.
import type { LawView, Vault } from "@safe-conduct/client/member"
import type { Law } from "@safe-conduct/domain/clock"
import { lawWith } from "@safe-conduct/domain/overlay"
import { type ReadonlySignal, type Signal, signal } from "@preact/signals"
import { createContext } from "preact"
import { useContext } from "preact/hooks"
import { law as shipped } from "../case/programme.ts"

export interface DeskLaw {
  readonly law: ReadonlySignal<Law>
  /** Null until the vault has spoken. */
  readonly view: ReadonlySignal<LawView | null>
  /** Reads it once more, after signing in and whenever the register changes. Returns the end of listening. */
  watch(): () => void
}

export function createDeskLaw(vault: Vault): DeskLaw {
  const law: Signal<Law> = signal(shipped)
  const view: Signal<LawView | null> = signal(null)
  let head = ""
  async function read(): Promise<void> {
    const said = await vault.law()
    if (!said.ok) return
    view.value = said.value
    const { overlay } = said.value
    // Most lines of the register change nothing of the law.
    const next = `${overlay.changes.length} ${said.value.lists
      .filter(({ here }) => here)
      .map(({ seq }) => seq)
      .join(",")}`
    if (next === head) return
    head = next
    law.value = lawWith(shipped, overlay)
  }
  return {
    law,
    view,
    watch() {
      void read()
      return vault.on((change) => void (change.what === "register" && read()))
    },
  }
}

export const LawContext = createContext<DeskLaw | null>(null)

/** The law now: a page that reads it is drawn again when it changes. */
export function useLaw(): Law {
  const desk = useContext(LawContext)
  return desk === null ? shipped : desk.law.value
}

/** What members changed, and what stands at the desk for everyone. */
export const useLawView = (): LawView | null => useContext(LawContext)?.view.value ?? null
