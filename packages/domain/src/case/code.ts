// What follows from a mailbox's code: it asks and never decides. What it asked stands here beside what a member heard from somebody
// whom the case knew before; until then nothing of what it asked holds, but for a consent taken back, which halts at once.
import type { Contact } from "../request/step.ts"
import type { CaseRow, CaseState } from "./state.ts"

export type CodeWish = CaseRow<"codeWishes">
export interface WishRef {
  readonly ask: string
  readonly seq: number
}

const same = (a: WishRef, b: WishRef): boolean => a.ask === b.ask && a.seq === b.seq

export const codeWishOf = (state: CaseState, ref: WishRef): CodeWish | null => state.codeWishes?.find((row) => same(row, ref)) ?? null
export const confirmationOf = (state: CaseState, ref: WishRef): CaseRow<"codeConfirmed"> | null =>
  state.codeConfirmed?.find((row) => same(row, ref)) ?? null

export const isSettled = (state: CaseState, ref: WishRef): boolean =>
  confirmationOf(state, ref) !== null || (state.codePutAside ?? []).some((row) => same(row, ref))

/** Asked by code and neither confirmed nor put aside. A consent taken back waits for nobody and is not among them. */
export const openCodeWishes = (state: CaseState): readonly CodeWish[] =>
  (state.codeWishes ?? []).filter((row) => row.wish.kind !== "withdraw-consent" && !isSettled(state, row))

/** How the person behind a mailbox is reached: as her request said, unless a changed contact was confirmed. What is never said stays. */
export function contactOf(state: CaseState, ask: string): Contact | undefined {
  const first = state.requests.find((row) => row.ask === ask)?.asker.contact
  return confirmedContacts(state, ask).reduce<Contact | undefined>((known, { contact }) => ({ ...known, ...contact }), first)
}

function confirmedContacts(state: CaseState, ask: string) {
  return (state.codeConfirmed ?? []).flatMap(({ made, ...ref }) => {
    const wish = ref.ask === ask ? codeWishOf(state, ref)?.wish : undefined
    return wish?.kind === "change-contact" ? [{ made, contact: wish.contact }] : []
  })
}

/** A way to somebody whom the case knew: by the entry that recorded it. */
export interface KnownPath {
  readonly entry: string
  readonly seq: number
  readonly who: "asker" | "counsel"
  readonly name?: string
  readonly how: string
}

/** The ways to the person behind a mailbox, or to counsel of those it names, that were recorded before a place of the case. */
export function pathsOf(state: CaseState, ask: string, before: number): readonly KnownPath[] {
  const request = state.requests.find((row) => row.ask === ask && row.made.seq < before)
  if (request === undefined) return []
  const { name, contact } = request.asker
  const changed = confirmedContacts(state, ask).findLast((row) => row.made.seq < before && row.contact.how !== undefined)
  const how = changed?.contact.how ?? contact?.how
  const { made } = changed ?? request
  const asker: KnownPath[] =
    how === undefined ? [] : [{ entry: made.hash, seq: made.seq, who: "asker", ...(name === undefined ? {} : { name }), how }]
  const counsel = state.counsel.flatMap((row): readonly KnownPath[] =>
    row.contact !== undefined && row.made.seq < before && request.people.some((one) => one.person === row.person)
      ? [{ entry: row.made.hash, seq: row.made.seq, who: "counsel", name: row.name, how: row.contact }]
      : [],
  )
  return [...asker, ...counsel]
}

/** The last place in a mailbox up to which what its code asked is known here. */
export function heardOf(state: CaseState, ask: string): number | undefined {
  const heard = (state.codeWishes ?? []).flatMap((row) => (row.ask === ask ? [row.seq] : []))
  const said = (state.spokenCodes ?? []).flatMap((row) => (row.ask === ask && row.said !== undefined ? [row.said] : []))
  return heard.length + said.length === 0 ? undefined : Math.max(...heard, ...said)
}

export const isSpoken = (state: CaseState, ask: string): boolean => (state.spokenCodes ?? []).some((row) => row.ask === ask)

/** The mailbox that two members put in this one's place. */
export const replacedBy = (state: CaseState, ask: string): string | null =>
  (state.codeLinks ?? []).find((row) => row.old === ask && state.approvals.some((one) => one.entry === row.made.hash))?.new ?? null

/** The place from which on a consent is halted, because the code took it back after it was given. */
export function haltedByCode(
  state: CaseState,
  consent: { readonly person: string; readonly scope: string },
  given: number,
): CodeWish | null {
  return (
    (state.codeWishes ?? []).find(({ ask, wish, made }) => {
      if (wish.kind !== "withdraw-consent" || made.seq < given || (wish.scope !== "ALL" && wish.scope !== consent.scope)) return false
      const named = state.requests.find((row) => row.ask === ask)?.people ?? []
      return named.some((one) => one.person === consent.person && (wish.person === undefined || one.index === wish.person))
    }) ?? null
  )
}
