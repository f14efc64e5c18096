// The measure as a page runs it.
import { seek } from "./measure-work.ts"

export const run = (tries: number): Promise<number> => seek(tries)
