// Every action of a drawer. Names and types are derived from here; adding a step is adding a file and a line.
export { beginEdition } from "./begin-edition.ts"
export { keep } from "./keep.ts"
export { markRead } from "./mark-read.ts"
