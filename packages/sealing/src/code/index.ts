// The thirteen words: what a person writes down, and how it is read back.
export {
  CODE_BITS,
  CODE_BYTES,
  CODE_WORDS,
  type Code,
  codeFromBytes,
  encode,
  isCode,
  keyMaterial,
  type Language,
  toBytes,
  toWords,
} from "./code.ts"
export { LANGUAGES, loadAllWords, loadWords } from "./lists.ts"
export { type BadCode, type BadCodeReason, read, type ReadCode, type RepairedWord, type WordLists } from "./read.ts"
