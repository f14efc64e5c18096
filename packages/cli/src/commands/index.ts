// Every command by its name, loaded when it is called: `deadlines` opens no database.
import type { Commands } from "../command.ts"

export const commands: Commands = {
  deadlines: async () => (await import("./deadlines.ts")).deadlines,
  standard: async () => (await import("./standard.ts")).standard,
}
