// The words about a member's own ways in: seven words, passkeys, the locked screen, confirming an approval.
export interface KeysWords {
  readonly page: string
  readonly lede: string
  /** At the door. */
  readonly door: string
  readonly doorMore: string
  readonly doorOr: string
  readonly asking: string
  readonly locked: string
  readonly lockedText: string
  readonly lockedNote: string
  readonly restored: string
  readonly lost: string
  readonly lockNow: string
  /** After the words opened the desk on a device without a passkey. */
  readonly offer: string
  readonly offerText: string
  readonly offerLater: string
  readonly add: string
  readonly adding: string
  readonly added: string
  readonly addMore: string
  readonly name: string
  readonly nameHint: string
  readonly kinds: Readonly<Record<"words" | "passkey" | "unlisted", string>>
  readonly unlistedMore: string
  readonly made: (day: string) => string
  readonly used: (day: string) => string
  readonly neverUsed: string
  readonly now: string
  readonly elsewhere: (address: string) => string
  readonly unproved: string
  readonly counts: string
  readonly gone: string
  readonly remove: string
  readonly removeSure: string
  readonly removed: string
  readonly keepIt: string
  readonly renew: string
  readonly renewText: string
  readonly renewGo: string
  readonly renewShown: string
  readonly renewTyped: string
  readonly renewDone: string
  readonly renewed: string
  readonly lostAll: string
  readonly lostAllText: string
  /** Beside an approval. */
  readonly signedBy: (name: string) => string
  readonly byKey: string
  readonly byPasskey: string
  readonly badTouch: string
  readonly confirming: string
  readonly signWithout: string
  readonly needed: string
  readonly members: (count: number) => string
  /** When a member is added. */
  readonly formerly: string
  readonly formerlyHint: string
  readonly formerlyNobody: string
  readonly formerlyWas: (name: string) => string
  /** What she fetched herself, as the server wrote it down. */
  readonly opened: string
  readonly openedHint: string
  readonly openedNone: string
  readonly openedHours: (count: number) => string
  /** Streams that are no case, or none that she reads any more. */
  readonly openedOther: string
}
