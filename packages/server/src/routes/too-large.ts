// What a body over the limit gets.
import { refuse } from "@safe-conduct/wire"
import type { Context } from "hono"
import { refused } from "../refuse.ts"

export const tooLarge = (c: Context) => refused(c, refuse("too-large", "This is larger than the server takes."))
