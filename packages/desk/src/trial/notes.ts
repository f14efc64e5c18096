// What the command that started a trial says about it: who may be played, and whose phone stands beside. Absent on a real desk.
import type { Language } from "@safe-conduct/words/choose.ts"

export interface TrialMember {
  readonly name: string
  readonly roleText: Readonly<Record<Language, string>>
  readonly passphrase: string
}
export interface TrialNotes {
  readonly members: readonly TrialMember[]
  /** A relative whose phone stands beside the desk: her thirteen words open her mailbox there. */
  readonly wife?: { readonly name: string; readonly code: string }
  /** Where the five steps lead. */
  readonly steps?: {
    readonly request: string
    readonly dated: string
    readonly recommended: string
    readonly finding: string
  }
}

export async function readTrial(): Promise<TrialNotes | null> {
  try {
    const answer = await fetch("/trial.json", { credentials: "omit" })
    if (!answer.ok) return null
    const notes = (await answer.json()) as TrialNotes
    return Array.isArray(notes.members) ? notes : null
  } catch {
    return null
  }
}

/** Whom this tab plays, so that a reload does not ask again. A trial's passphrases are printed for all to read; real ones are never kept. */
const key = "trial-member"
export function playing(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}
export function play(name: string | null): void {
  try {
    if (name === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, name)
  } catch {
    // Storage denied: the next reload asks again.
  }
}
