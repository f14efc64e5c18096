// Every command by its name, loaded when it is called: `deadlines` opens no database.
import type { Commands } from "../command.ts"

export const commands: Commands = {
  deadlines: async () => (await import("./deadlines.ts")).deadlines,
  standard: async () => (await import("./standard.ts")).standard,
  check: async () => (await import("./check.ts")).check,
  init: async () => (await import("./init.ts")).init,
  serve: async () => (await import("./serve.ts")).serve,
  submit: async () => (await import("./submit.ts")).submit,
  "verify-site": async () => (await import("./verify-site.ts")).verifySite,
  mailbox: async () => (await import("./mailbox.ts")).mailbox,
}
