// Why a key of the desk must be changed, as one sentence.
import type { KeyLine } from "@safe-conduct/client/member"
import type { Language } from "@safe-conduct/words/choose.ts"
import type { DeskWords } from "@safe-conduct/words/desk/index.ts"
import { dayText } from "../app/when.ts"

export const dueText = ({ members }: DeskWords, language: Language, { what, why, until }: KeyLine): string =>
  members.keyDue[why](members.keyWhat[what], dayText(language, until))
