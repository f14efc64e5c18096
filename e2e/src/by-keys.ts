// A person without a mouse: Tab from place to place, Enter, the arrows and the desk's own keys. Wherever she stands she must see it.
import type { Page } from "playwright-core"
import { expect } from "vitest"

export interface Focused {
  readonly text: string
  readonly href: string | null
  /** An outline of at least two pixels: around the element, around its label, or inside it. */
  readonly seen: boolean
  /** What it is, for whoever reads a failure. */
  readonly where: string
}

export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const outlined = (one: Element | null, pseudo?: string): boolean => {
      if (one === null) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one, pseudo)
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2
    }
    // Between the last place and the first the page itself holds the focus; within a frame its own page shows it.
    const elsewhere = element === document.body || element instanceof HTMLIFrameElement
    const seen = elsewhere || outlined(element) || outlined(element, "::after") || outlined(element.closest("label"))
    const { id, className, outerHTML } = element
    return {
      text: elsewhere ? "" : element.innerText,
      href: element.getAttribute("href"),
      seen,
      where: elsewhere ? element.tagName : id || className || outerHTML.slice(0, 80),
    }
  })

export interface ByKeys {
  /** Keys one after another, as fast as a hand would. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Tab until the focus stands on what is looked for; every stop on the way can be seen. Back to front with "Shift+Tab". */
  readonly to: (selector: string, by?: "Tab" | "Shift+Tab") => Promise<void>
  /** How many keys were pressed so far; every letter counts as one. */
  readonly count: () => number
}

/** Longer than the way through any page of the desk. */
const most = 220

export function byKeys(page: Page): ByKeys {
  let count = 0
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      count++
      await page.keyboard.press(key)
    }
  }
  return {
    press,
    count: () => count,
    async type(text) {
      count += text.length
      await page.keyboard.type(text)
    },
    async to(selector, by = "Tab") {
      for (let n = 0; n < most; n++) {
        await press(by)
        const now = await focused(page)
        expect(now, `reached by ${by}`).toMatchObject({ seen: true })
        if (await page.evaluate((looked) => document.activeElement?.matches(looked), selector)) return
      }
      throw new Error(`${selector} is not reached by ${by}`)
    },
  }
}
