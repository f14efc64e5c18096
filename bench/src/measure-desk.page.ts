// The measure as a page runs it.
import { programme } from "@safe-conduct/russia-canada"
import { type Measured, measure } from "./measure-desk.ts"

export const run = (url: string, seeded: Parameters<typeof measure>[1]): Promise<Measured> => measure(url, seeded, programme)
