// A member at the desk in her own browser: signs in with her seven words, opens pages, fills forms as their labels say.
import { words as labels } from "@safe-conduct/words/case/en.ts"
import type { Locator, Page } from "playwright-core"

/** A day, and an hour where the form asks one. */
export interface Day {
  readonly day: string
  readonly time?: string
}
export type Filled = Readonly<Record<string, string | boolean | Day | readonly string[]>>

export type ActionLabel = keyof typeof labels.labels.actions

export const idOf = (at: string): string => `f${at.replaceAll("/", "-")}`

export async function signIn(page: Page, passphrase: string): Promise<void> {
  await page.fill("#passphrase", passphrase)
  await page.click("#sign-in")
  const inside = page.locator("a[href='/desk/tray']").first()
  // "Since you were last here" is shown first, when there is something to say.
  const news = page.locator("main .button.main, .button.main").filter({ hasText: /Today/ })
  // At an address that can have passkeys, a device that is new is offered one.
  const offer = page.locator("#passkey-later")
  await inside.or(news).or(offer).first().waitFor({ timeout: 60_000 })
  if (await offer.count()) {
    await offer.click()
    await inside.or(news).first().waitFor({ timeout: 60_000 })
  }
  if (await news.count()) await news.first().click()
  await inside.waitFor()
}

export async function fillDay(page: Page, id: string, { day, time }: Day): Promise<void> {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  await page.fill(`#${id}-day`, String(date))
  await page.selectOption(`#${id}-month`, String(month))
  await page.fill(`#${id}-year`, String(year))
  if (time !== undefined) await page.fill(`#${id}-time`, time)
}

async function fillOne(page: Page, at: string, value: Filled[string]): Promise<void> {
  const id = idOf(at)
  if (typeof value === "object" && "day" in value) return fillDay(page, id, value)
  if (Array.isArray(value)) {
    for (const one of value as string[]) await page.check(`[id="${id}-${one}"]`)
    return
  }
  if (typeof value === "boolean") return page.setChecked(`#${id}`, value)
  const text = value as string
  const field = page.locator(`dialog[open] [id="${id}"]`)
  await field.waitFor()
  const kind = await field.evaluate((element) => element.tagName)
  if (kind === "SELECT") await field.selectOption(text)
  else if (kind === "FIELDSET") await page.check(`dialog[open] input[name="${id}"][value="${text}"]`)
  else await field.fill(text)
}

/** Opens an action's form by its button, fills it in order, sends it; a second press confirms advice. */
export async function act(page: Page, does: ActionLabel, values: Filled, button?: Locator, then?: () => Promise<void>): Promise<void> {
  await (button ?? page.getByRole("button", { name: labels.labels.actions[does], exact: true }).first()).click()
  const dialog = page.locator("dialog[open]")
  await dialog.waitFor()
  for (const [at, value] of Object.entries(values)) await fillOne(page, at, value)
  await then?.()
  await send(page)
}

export async function send(page: Page): Promise<void> {
  const dialog = page.locator("dialog[open]")
  for (let pressed = 0; pressed < 2; pressed++) {
    await dialog.locator("button[type=submit]").click()
    const closed = await dialog.waitFor({ state: "detached", timeout: 6000 }).then(
      () => true,
      () => false,
    )
    if (closed || (await dialog.count()) === 0) return
    const wrong = dialog.locator("[aria-invalid=true], .notice.danger")
    if ((await wrong.count()) > 0) throw new Error(`the form was refused: ${(await dialog.innerText()).slice(0, 1500)}`)
  }
  throw new Error(`the form stays: ${(await dialog.innerText()).slice(0, 1500)}`)
}

/** Another page of the desk without loading it anew: the keys live in this page's Worker and end with it. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to)
    dispatchEvent(new PopStateEvent("popstate"))
  }, url)
  await page.locator("article").first().waitFor()
}
