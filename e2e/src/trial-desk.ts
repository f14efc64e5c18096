// A trial's desk, a browser, and Boris's eyes on the same desk: made before a file's tests, dropped after them.
import { type Vault, createVault, loadPassphraseWords } from "@safe-conduct/client/member"
import { currentPolicy, law, policies } from "@safe-conduct/russia-canada"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import { openBrowser } from "./browser.ts"
import { good } from "./member.ts"
import { type MadeTrial, openTrial } from "./trial.ts"

export interface TrialDesk {
  trial: MadeTrial
  browser: Browser
  vault: Vault
}

/** A member of the trial at the desk without a browser. */
export async function eyesOf({ url, notes }: MadeTrial, name: string): Promise<Vault> {
  const words = await loadPassphraseWords("en")
  const vault = createVault({ server: url, now: Date.now, words, programme: { policies, currentPolicy, law } })
  good(await vault.unlock(notes.members.find((one) => one.name === name)?.passphrase ?? ""))
  return vault
}

/** Filled in when the first test begins; to be called once, at the top of a file, before hooks that need it. */
export function trialDesk(): TrialDesk {
  const desk = {} as TrialDesk
  beforeAll(async () => {
    desk.trial = await openTrial()
    desk.browser = await openBrowser()
    desk.vault = await eyesOf(desk.trial, "Boris")
  }, 180_000)
  afterAll(async () => {
    await desk.browser?.close()
    await desk.trial?.close()
  })
  return desk
}
