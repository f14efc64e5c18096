// A form that stays open for a long evening: the desk's key for requests is changed twice meanwhile, and what she sends is sealed anew by
// itself, to the key that holds. Nothing is asked of her, and nothing that she typed is lost.
import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { good, requestsOf, theRequestOf } from "./src/member.ts"
import { next, receipt, toReview, toWords, typeBack, visit } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"

const desk = realDesk()

/** What was posted for the mailbox, and what the server answered. */
function watched(page: Page): { readonly answers: number[] } {
  const answers: number[] = []
  page.on("response", (response) => {
    const { pathname } = new URL(response.url())
    if (response.request().method() === "POST" && (pathname === "/api/mailboxes" || /\/api\/streams\/.+\/entries$/.test(pathname)))
      answers.push(response.status())
  })
  return { answers }
}

const rotated = async (): Promise<void> => {
  expect(good(await desk.vault.rotateIntake())).toMatchObject({ done: true })
  good(await desk.vault.refresh())
}

describe("a page of the portal kept open over two changes of the key for requests", () => {
  test("sends all the same: refused once, sealed anew, received", async () => {
    const her = await visit(desk.browser, desk.at("/ask"), "ru")
    const { answers } = watched(her.page)
    await toReview(her.page, { surname: "Долгов", given: "Пётр" })
    const words = await toWords(her.page)
    await rotated()
    await rotated()
    await typeBack(her.page, words)
    await next(her.page)
    await receipt(her.page)
    expect(answers.filter((status) => status === 409)).toHaveLength(1)
    expect(answers.at(-1)).toBe(201)
    const opened = await theRequestOf(desk.vault, "Долгов")
    expect(opened.request?.message).toBe("Судья отказал устно.")
    expect(her.strangers).toEqual([])
    await her.context.close()
  })

  test("with a change between any two of its steps it sends one request, not two", async () => {
    const her = await visit(desk.browser, desk.at("/ask"), "en")
    await toReview(her.page, { surname: "Вечеров", given: "Лев" })
    await rotated()
    const words = await toWords(her.page)
    await rotated()
    await typeBack(her.page, words)
    await next(her.page)
    await receipt(her.page)
    expect(await requestsOf(desk.vault, "Вечеров")).toHaveLength(1)
    await her.context.close()
  })
})
