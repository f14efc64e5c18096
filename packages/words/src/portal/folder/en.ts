// A lawyer's folder, in English.
import { plural } from "../../plural.ts"
import type { FolderWords } from "./index.ts"

export const folder = {
  title: "A lawyer’s folder",
  lead: "One code of 13 words opens the list of all requests you sent under it. Each client also has a code of her own, which you can hand on alone.",
  open: "Open the folder",
  make: "Make words for a new folder",
  made: "Words of your new folder. Keep them to yourself: they open every client’s mailbox. Requests are sent under them with the command safe-conduct submit --folder.",
  looking: (found) => `Looking… ${found} found`,
  count: (count) => plural("en", count, { one: "request", other: "requests" }),
  needed: (places) => `Something is needed from you: No. ${places}`,
  place: "No.",
  state: "State",
  last: "Last reply",
  noReply: "none yet",
  unread: "could not be read",
  openOne: "Open",
  hand: "Words of this client",
  handText: "These 13 words open this one mailbox and nothing else of the folder.",
  back: "Back to the list",
  again: "Look again",
  close: "Close the folder",
} as const satisfies FolderWords
