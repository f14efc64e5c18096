// A visitor of the trial desk in a browser of her own: through the door as one of the invented members, then from page to page
// as a click on a link would lead her.
import type { Browser, Page } from "playwright-core"
import type { MadeTrial } from "./trial.ts"
import { type Tongue, type Visit, sizes, visit } from "./portal-page.ts"

export const at = async (browser: Browser, trial: MadeTrial, language: Tongue, size = sizes.table): Promise<Visit> => {
  const visitor = await visit(browser, `${trial.url}/safety`, language, { viewport: size })
  // A new tab comes in as Anna by itself; one that left stays at the door.
  await visitor.page.evaluate(() => sessionStorage.setItem("trial-member", ""))
  await visitor.page.goto(`${trial.url}/desk`)
  await visitor.page.waitForSelector(".people-to-play")
  return visitor
}

/** One press at the door; the words are turned into a key, which takes its time on purpose. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await page.locator(".people-to-play button", { hasText: name }).click()
  await page.waitForSelector(".today h1", { timeout: 60_000 })
}

/** Another page of the desk without loading it anew, which would ask for the key again; `shows` stands on it when it stands. */
export async function go(page: Page, path: string, shows: string): Promise<void> {
  await page.evaluate(
    ([to, mark]) => {
      for (const left of document.querySelectorAll(mark as string)) left.setAttribute("data-left", "")
      history.pushState(null, "", to)
      dispatchEvent(new PopStateEvent("popstate"))
    },
    [path, shows],
  )
  await page.waitForSelector(`${shows}:not([data-left])`)
}

/** Text that stands letter under letter because its column has no room: no page scrolls sideways, and nobody can read it. */
export const squeezed = (page: Page, where: string): Promise<string[]> =>
  page.evaluate(
    (at) =>
      [...document.querySelectorAll<HTMLElement>("main *")]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim().length > 6))
        .filter((one) => {
          const { width, height } = one.getBoundingClientRect()
          const size = Number.parseFloat(getComputedStyle(one).fontSize)
          return width > 1 && width < 2.5 * size && height > 5 * size
        })
        .map((one) => `${at}: squeezed ${one.tagName}.${one.className} "${one.innerText.slice(0, 40)}"`)
        .slice(0, 4),
    where,
  )
