// What a code may do, as both sides live it in their browsers: it asks and never decides. A way that was known confirms, a reason puts
// aside, words said over a telephone get fixed sentences alone, and lost words are replaced by two members. Invented people.
import { newCode, submit, wordsOf } from "@safe-conduct/client/asker"
import { type Vault, createVault, loadPassphraseWords } from "@safe-conduct/client/member"
import { currentPolicy, law, policies } from "@safe-conduct/russia-canada"
import { words as caseWords } from "@safe-conduct/words/case/en.ts"
import { words as en } from "@safe-conduct/words/desk/en.ts"
import { words as ru } from "@safe-conduct/words/portal/ru.ts"
import type { Page } from "playwright-core"
import { beforeAll, describe, expect, test } from "vitest"
import { overflow, violations } from "./src/axe.ts"
import { signIn, visit as to } from "./src/desk-page.ts"
import { squeezed } from "./src/desk-visit.ts"
import { good } from "./src/member.ts"
import { type Visit, intoMailbox, sizes, visit } from "./src/portal-page.ts"
import { realDesk } from "./src/real-desk.ts"
import { meet, requestAbout } from "./src/sender.ts"
import { shoot } from "./src/shots.ts"

const { code } = en
const { wishes } = ru.mailbox
const desk = realDesk()
/** Who signs second. */
let boris: Vault
let anna: Visit
let page: Page
let olga: Page
let stream = ""
const asks: string[] = []
const words: (readonly string[])[] = []
const visitors: Visit[] = []

/** A request with words of its own, joined to the case of the first. */
async function asked(name: string, how: string): Promise<void> {
  const met = await meet(desk.at(""))
  const made = await newCode(met)
  const asker = { name, relation: "жена", contact: { how }, theyKnow: "yes" as const }
  good(await submit({ desk: met, code: made.code, request: { ...requestAbout("Кодов"), asking: "relative", asker }, files: [] }))
  asks.push(made.locator)
  words.push(await wordsOf(made.code, "ru"))
  good(await desk.vault.refresh())
  const people = stream === "" ? [] : good(await desk.vault.openCase(stream)).people.map(({ person }, index) => ({ index, person }))
  stream = good(await desk.vault.joinRequest(made.locator, stream === "" ? {} : { stream, people })).stream
}

async function mailbox(n: number): Promise<Page> {
  const her = await visit(desk.browser, desk.at("/mailbox?lang=ru"), "ru")
  visitors.push(her)
  await intoMailbox(her.page, words[n] ?? [])
  return her.page
}

beforeAll(async () => {
  const list = await loadPassphraseWords("en")
  boris = createVault({ server: desk.at(""), now: Date.now, words: list, programme: { policies, currentPolicy, law } })
  const claim = good(await boris.newClaim())
  good(await desk.vault.addMember(claim.claim, { name: "Boris Test", roles: ["caseworker", "verifier"] }))
  good(await boris.unlock(claim.passphrase))
  await asked("Ольга Кодова", "Signal +1 555 0100")
  anna = await visit(desk.browser, desk.at("/desk"), "en", { viewport: sizes.table })
  visitors.push(anna)
  ;({ page } = anna)
  await signIn(page, desk.made.passphrase)
  await to(page, `/desk/case/${stream}`)
  olga = await mailbox(0)
}, 180_000)

async function look(of: Page, where: string): Promise<void> {
  const wrong = await violations(of, where)
  const size = of.viewportSize() ?? sizes.table
  for (const { width } of Object.values(sizes)) {
    wrong.push(...(await overflow(of, width, where)), ...(await squeezed(of, `${where} at ${width}`)))
    await shoot(of, where, width)
  }
  await of.setViewportSize(size)
  expect(wrong).toEqual([])
}

/** She opens one of the five wishes and sends it. */
async function wish(kind: { readonly title: string }, send: string, fill?: readonly [id: string, text: string]): Promise<void> {
  const part = olga.locator("details", { hasText: kind.title })
  if (!(await part.evaluate((one) => (one as HTMLDetailsElement).open))) await part.locator("summary").click()
  if (fill) await olga.fill(...fill)
  await part.getByRole("button", { name: send, exact: true }).click()
  await part.getByText(wishes.sent).waitFor({ timeout: 30_000 })
}

const waiting = () => page.locator(`section[aria-label="${code.title}"]`)
const dialog = () => page.locator("dialog[open]")
const askers = () => page.locator("section", { has: page.locator("#part-askers") })
/** Opens what waits, once the desk has heard it. */
async function settle(kind: string): Promise<void> {
  await waiting().getByText(kind, { exact: false }).waitFor({ timeout: 60_000 })
  await waiting().locator("button").first().click()
  await dialog().waitFor()
}

describe("what a code asks", () => {
  test("changes nothing until somebody known before says the same by a way that was known", async () => {
    await wish(wishes.contact, wishes.contact.send, ["#new-contact", "+1 555 0199"])
    await settle(code.wishes["change-contact"])
    expect(await askers().innerText()).toContain("Signal +1 555 0100")
    expect(await askers().innerText()).not.toContain("+1 555 0199")
    await look(page, "a wish, en")
    await dialog().getByRole("button", { name: code.confirm, exact: true }).click()
    await dialog().getByText(code.byMissing).waitFor()
    await dialog().locator("#known-by").fill("Ольга, its owner")
    await dialog().getByRole("button", { name: code.confirm, exact: true }).click()
    await askers().getByText("+1 555 0199").first().waitFor({ timeout: 30_000 })
    await waiting().waitFor({ state: "detached" })
  }, 90_000)

  test("is put aside with a reason, and not without one", async () => {
    await wish(wishes.correct, wishes.correct.send, ["#correct", "Он родился в другом году"])
    await settle(code.wishes.correct)
    expect(await dialog().innerText()).toContain("Он родился в другом году")
    await dialog().getByRole("button", { name: code.putAside, exact: true }).click()
    await dialog().getByText(code.whyMissing).waitFor()
    await dialog().locator("#aside-why").fill("She says that she never wrote this")
    await dialog().getByRole("button", { name: code.putAside, exact: true }).click()
    await waiting().waitFor({ state: "detached", timeout: 30_000 })
    good(await desk.vault.refresh())
    const { log } = good(await desk.vault.openCase(stream))
    expect(log.filter(({ does }) => does === "put-code-aside" || does === "confirm-code")).toHaveLength(2)
  }, 90_000)
})

describe("words that were said over a telephone", () => {
  test("get fixed sentences alone from then on, and she reads them in her language", async () => {
    await wish(wishes.spoken, wishes.spoken.send)
    await page.locator("#reply-phrase").waitFor({ timeout: 60_000 })
    expect(await page.locator("#reply-text").count()).toBe(0)
    expect(await askers().innerText()).toContain(code.spoken.now)
    await look(page, "fixed sentences, en")
    await page.selectOption("#reply-phrase", "call-again")
    await page.locator("form.case-reply button[type=submit]").click()
    await expect
      .poll(
        async () => {
          await olga.getByRole("button", { name: ru.mailbox.refresh, exact: true }).click()
          return olga.locator(".letters").innerText()
        },
        { timeout: 30_000 },
      )
      .toContain(ru.mailbox.phrases["call-again"])
    await look(olga, "mailbox with a sentence, ru")
  }, 120_000)
})

describe("words that were lost", () => {
  test("are replaced by two after a call; the earlier mailbox hears one sentence, and no more goes there", async () => {
    await asked("Ольга Кодова", "+1 555 0144")
    // A second asker's words may be heard too, as a member knows and says.
    const again = askers().locator("li.card", { hasText: "+1 555 0144" })
    await again.waitFor({ timeout: 60_000 })
    await askers().getByRole("button", { name: code.lost.open, exact: true }).click()
    await dialog().locator("#known-by").waitFor()
    await look(page, "lost words, en")
    await dialog().getByRole("button", { name: code.lost.go, exact: true }).click()
    await dialog().getByText(code.byMissing).waitFor()
    await dialog().locator("#known-by").fill("Ольга")
    await dialog().getByRole("button", { name: code.lost.go, exact: true }).click()
    await dialog().waitFor({ state: "detached", timeout: 30_000 })
    // She cannot sign it herself.
    const second = page.getByRole("button", { name: caseWords.signing.second, exact: true })
    await second.first().waitFor()
    expect(await second.first().getAttribute("aria-disabled")).toBe("true")
    good(await boris.refresh())
    const [waits] = good(await boris.openCase(stream)).waiting
    good(await boris.approve(stream, waits?.entry ?? ""))
    await askers().getByText(code.lost.replaced).waitFor({ timeout: 60_000 })
    await expect
      .poll(
        async () => {
          await olga.getByRole("button", { name: ru.mailbox.refresh, exact: true }).click()
          return olga.locator(".letters").innerText()
        },
        { timeout: 60_000 },
      )
      .toContain(ru.mailbox.phrases["code-replaced"])
    const anew = await mailbox(1)
    await page.locator("#reply-text").fill("Дальше пишем сюда.")
    await page.locator("form.case-reply button[type=submit]").click()
    await expect
      .poll(
        async () => {
          await anew.getByRole("button", { name: ru.mailbox.refresh, exact: true }).click()
          return anew.locator(".letters").innerText()
        },
        { timeout: 30_000 },
      )
      .toContain("Дальше пишем сюда.")
    expect(await olga.locator(".letters").innerText()).not.toContain("Дальше пишем сюда.")
  }, 180_000)

  test("a member who knows that words were overheard is asked twice, and binds all who answer", async () => {
    const card = askers().locator("li.card", { hasText: "+1 555 0144" })
    await card.getByRole("button", { name: code.spoken.mark, exact: true }).click()
    await card.getByText(code.spoken.sure).waitFor()
    await card.getByRole("button", { name: code.spoken.go, exact: true }).click()
    await card.getByText(code.spoken.now).waitFor({ timeout: 30_000 })
    await page.locator("#reply-phrase").waitFor()
    const answer = await desk.vault.refresh().then(() => desk.vault.reply(asks[1] ?? "", "Он в Виннфилде"))
    expect(answer.ok ? null : answer.refusal.error).toBe("spoken-code")
  }, 60_000)

  test("nothing on the way complained or asked a stranger", () => {
    expect(visitors.flatMap(({ faults, strangers }) => [...faults, ...strangers])).toEqual([])
  })
})
