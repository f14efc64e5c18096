// Every command by its name, loaded when it is called: `deadlines` opens no database.
import type { Commands } from "../command.ts"

export const commands: Commands = {
  "facilities import": async () => (await import("./facilities.ts")).facilitiesImport,
  deadlines: async () => (await import("./deadlines.ts")).deadlines,
  standard: async () => (await import("./standard.ts")).standard,
  check: async () => (await import("./check.ts")).check,
  init: async () => (await import("./init.ts")).init,
  serve: async () => (await import("./serve.ts")).serve,
  submit: async () => (await import("./submit.ts")).submit,
  desk: async () => (await import("./desk.ts")).desk,
  "verify-site": async () => (await import("./verify-site.ts")).verifySite,
  verify: async () => (await import("./verify.ts")).verify,
  mailbox: async () => (await import("./mailbox.ts")).mailbox,
  "admins set": async () => (await import("./admins.ts")).adminsSet,
  export: async () => (await import("./export.ts")).exporting,
  "recovery trustee": async () => (await import("./recovery.ts")).recoveryTrustee,
  "recovery split": async () => (await import("./recovery.ts")).recoverySplit,
  "recovery certify": async () => (await import("./recovery.ts")).recoveryCertify,
  "recovery check": async () => (await import("./recovery.ts")).recoveryCheck,
  "recovery restore": async () => (await import("./recovery.ts")).recoveryRestore,
  "release keygen": async () => (await import("./release.ts")).releaseKeygen,
  "release sign-site": async () => (await import("./release.ts")).releaseSignSite,
  "release sign-edition": async () => (await import("./release.ts")).releaseSignEdition,
}
