// What every part of an open case is given: the case as it was last read, the person looked at, and the ways to act in it.
import type { CasePerson, CaseView } from "@safe-conduct/client/member"
import type { ActionName } from "@safe-conduct/domain/case"
import type { Refusal } from "@safe-conduct/domain/refusal"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"
import type { CodeWords } from "@safe-conduct/words/desk/code/index.ts"
import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { Values } from "./form/spec.ts"

export interface OpenCase {
  readonly view: CaseView
  readonly words: CaseWords
  /** About what codes ask. */
  readonly code: CodeWords
  /** Who is looked at; null in a case without people. */
  readonly person: CasePerson | null
  look(person: string): void
  /** Why an action cannot be begun now; null where it can. */
  refused(does: ActionName): Refusal | null
  /** Opens the form of an action, with some fields filled. */
  open(does: ActionName, start?: Values): void
  /** Does it without a form. True when it was stored. */
  act(does: ActionName, input: unknown): Promise<boolean>
  /** Says what was refused, or that it is stored; then reads the case anew. */
  told(answer: { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }, saved?: string): Promise<boolean>
  /** A new name for a thing in this case: no two members and no two moments share one. */
  newId(): string
  /** A member's name; empty ones show their number. */
  nameOf(member: string): string
  /** A person's best name for the reader's language. */
  personName(person: string): string
}

export const CaseContext = createContext<OpenCase | null>(null)

export function useCase(): OpenCase {
  const open = useContext(CaseContext)
  if (!open) throw new Error("a part of a case stands outside the case")
  return open
}
