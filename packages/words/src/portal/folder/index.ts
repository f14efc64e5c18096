// The words of a lawyer's folder.
export interface FolderWords {
  readonly title: string
  readonly lead: string
  readonly open: string
  readonly make: string
  readonly made: string
  readonly looking: (found: number) => string
  readonly count: (count: number) => string
  /** Above the list: whose turn it is, by their numbers. */
  readonly needed: (places: string) => string
  readonly place: string
  readonly state: string
  readonly last: string
  readonly noReply: string
  readonly unread: string
  readonly openOne: string
  readonly hand: string
  readonly handText: string
  readonly back: string
  readonly again: string
  readonly close: string
}
