// Reading a letter's seal as `check` does.
import { verifyLetter } from "@safe-conduct/sealing/verify"
import type { Hash } from "@safe-conduct/wire"

export const readLetter = (json: string, rootPrint: string, digest: string) => verifyLetter(json, rootPrint, digest as Hash)
