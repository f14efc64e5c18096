// Pictures of what a test walks through, for whoever wants to look: SAFE_CONDUCT_SHOTS names the folder. Without it none are taken.
import { join } from "node:path"
import process from "node:process"
import type { Page } from "playwright-core"

const folder = process.env["SAFE_CONDUCT_SHOTS"]

export async function shoot(page: Page, where: string, width: number): Promise<void> {
  if (folder) await page.screenshot({ path: join(folder, `${where.replaceAll(/[ ,/]+/g, "-")}-${width}.png`), fullPage: true })
}
