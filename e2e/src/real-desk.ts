// A real desk, a browser, and its administrator at work: made before a file's tests, dropped after them.
import { rmSync } from "node:fs"
import type { Vault } from "@safe-conduct/client/member"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import { openBrowser } from "./browser.ts"
import { type MadeDesk, makeDesk } from "./command.ts"
import { signIn } from "./member.ts"

export interface RealDesk {
  /** Another one in its place where a test stops and starts the server. */
  made: MadeDesk
  browser: Browser
  vault: Vault
  at(path: string): string
}

/** Filled in when the first test begins; to be called once, at the top of a file. */
export function realDesk(): RealDesk {
  const desk = { at: (path: string) => `http://127.0.0.1:${desk.made.port}${path}` } as RealDesk
  beforeAll(async () => {
    desk.made = await makeDesk()
    desk.browser = await openBrowser()
    desk.vault = await signIn(desk.made)
  }, 120_000)
  afterAll(async () => {
    await desk.browser?.close()
    await desk.made?.stop()
    if (desk.made) rmSync(desk.made.folder, { recursive: true, force: true })
  })
  return desk
}
