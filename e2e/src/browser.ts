// Debian's Chromium for the tests: no line of its own to anywhere, a fresh profile each time.
import process from "node:process"
import { type Browser, chromium } from "playwright-core"

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env["SAFE_CONDUCT_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
