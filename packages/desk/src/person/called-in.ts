// One name in the script that leads for the reader, where a line has room for one. The same rule as for both scripts side by side.
import type { Called } from "@safe-conduct/client/member"
import type { Language } from "@safe-conduct/words/choose.ts"
import { bothScripts } from "./both-scripts.ts"

export const calledIn = (language: Language, { name, latin }: Called): string => bothScripts({ cyrillic: name, latin }, "", language).first
