// A random id: never time-ordered.
import { type Id, idFromBytes } from "@safe-conduct/wire"
import { randomBytes } from "./primitives/hash.ts"

export const randomId = (): Id => idFromBytes(randomBytes(16))
