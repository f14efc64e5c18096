// The trial's notes for the pages that show them; null on a real desk.
import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { TrialNotes } from "./notes.ts"

export const TrialContext = createContext<TrialNotes | null>(null)
export const useTrial = (): TrialNotes | null => useContext(TrialContext)
