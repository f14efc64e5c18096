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

/** Whether the desk's genesis says so. Not verified here: it only decides whether there are notes to ask for. */
async function saysTrial(fetch: typeof globalThis.fetch): Promise<boolean> {
  const answer = await fetch("/desk.json", { credentials: "omit" })
  if (!answer.ok) return false
  const { genesis } = (await answer.json()) as { readonly genesis: { readonly body: string } }
  // The genesis is clear JSON behind a label; the vault reads it properly and checks who signed it.
  return atob(genesis.body).includes('"trial":true')
}

export async function readTrial(fetch = globalThis.fetch): Promise<TrialNotes | null> {
  try {
    if (!(await saysTrial(fetch))) return null
    const answer = await fetch("/trial.json", { credentials: "omit" })
    if (!answer.ok) return null
    const notes = (await answer.json()) as TrialNotes
    return Array.isArray(notes.members) ? notes : null
  } catch {
    return null
  }
}

/**
 * Whom this tab plays, so that a reload does not ask again; empty once she has left by the door. A trial's passphrases are printed for
 * all to read; real ones are never kept.
 */
const key = "trial-member"
const LEFT = ""
/** Where the browser denies storage, at least until the next reload. */
let here: string | null = null
export function playing(): string | null {
  try {
    return sessionStorage.getItem(key) ?? here
  } catch {
    return here
  }
}
/** Null: nobody any more, and the next page stays at the door. */
export function play(name: string | null): void {
  here = name ?? LEFT
  try {
    sessionStorage.setItem(key, here)
  } catch {
    // The next reload begins anew.
  }
}

/** A trial opens as its first member, who is on duty; whoever left by the door stays there until she chooses. */
export const comingIn = (trial: TrialNotes | null, remembered: string | null): TrialMember | null =>
  (remembered === null ? trial?.members[0] : trial?.members.find((one) => one.name === remembered)) ?? null
