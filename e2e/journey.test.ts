// The whole journey in a real browser against the built pages and a real desk: sealed request → case → clock → evidence → finding
// by two → proposal → arrival, and then the search for everything that was typed.
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Vault, createVault, loadPassphraseWords } from "@safe-conduct/client/member"
import { currentPolicy, law, policies } from "@safe-conduct/russia-canada"
import { words as labels } from "@safe-conduct/words/case/en.ts"
import type { Browser, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { openBrowser } from "./src/browser.ts"
import { type MadeDesk, command, makeDesk } from "./src/command.ts"
import { type ActionLabel, type Filled, act, fillDay, idOf, send, signIn, visit } from "./src/desk-page.ts"
import { cyrillicPdf, photographWithPlace, video } from "./src/evidence.ts"
import { type Tongue, type Visit, visit as come } from "./src/portal-page.ts"
import { pdfText } from "./src/pdf-text.ts"
import { filesBelow, hits } from "./src/search.ts"
import { type WireTap, tapWire } from "./src/wire-tap.ts"

/** Everything she types or attaches that must never be found. Invented people. */
const hers = {
  asker: "Ольга Перелесникова",
  surname: "Перелесников",
  given: "Тимофей",
  latin: "Perelesnikov",
  child: "Мирослава",
  aNumber: "87654321",
  typedNumber: "A 87-654-321",
  story: "Судья отказал устно, брат хозяина квартиры всё слышал",
  contact: "Signal +1 555 010 7788",
  first: "Одиночный пикет у Коломенского пруда",
  second: "Собирал подписи за кандидата Неверова",
  pdf: "Решение по делу Перелесникова",
  pdfName: "решение-судьи-перелесников.pdf",
  camera: "CANARYCAM-PERELESNIKOV",
  photoName: "фото-с-пикета.jpg",
  video: "canary-video-mark-perelesnikov",
  videoName: "видео-обыска.mp4",
  caption: "Постановление вручили в коридоре",
  later: "Его перевезли вчера ночью в Александрию",
} as const

let made: MadeDesk
let proposalUrl = ""
const papers: Record<string, string> = {}
let tap: WireTap
let browser: Browser
let words: string[] = []
const members: { name: string; passphrase: string; vault: Vault }[] = []
/** Everyone who came to any page, with what their browsers complained of. */
const visitors: Visit[] = []

const vaultAt = (words: readonly string[]) =>
  createVault({ server: `http://127.0.0.1:${made.port}`, now: () => Date.now(), words, programme: { policies, currentPolicy, law } })
function good<T>(result: { ok: true; value: T } | { ok: false; refusal: { error: string } }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function open(path: string, size: { width: number; height: number }, language: Tongue): Promise<Visit> {
  const visitor = await come(browser, tap.url + path, language, { viewport: size })
  visitors.push(visitor)
  return visitor
}
const phone = { width: 360, height: 740 }

beforeAll(async () => {
  made = await makeDesk()
  tap = await tapWire(made.port)
  browser = await openBrowser()
  const list = await loadPassphraseWords("en")
  const anna = vaultAt(list)
  good(await anna.unlock(made.passphrase))
  members.push({ name: "Anna Test", passphrase: made.passphrase, vault: anna })
  for (const name of ["Boris Test", "Vera Test"]) {
    const vault = vaultAt(list)
    const claim = good(await vault.newClaim())
    expect(good(await anna.addMember(claim.claim, { name, roles: ["caseworker", "verifier", "decider", "liaison"] }))).toMatchObject({
      done: true,
    })
    members.push({ name, passphrase: claim.passphrase, vault })
  }
}, 120_000)

/** What was on every screen when a step failed. */
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return
  for (const [n, context] of browser.contexts().entries())
    for (const page of context.pages()) await page.screenshot({ path: `e2e/out/failed-${n}.png`, fullPage: true }).catch(() => undefined)
})

afterAll(async () => {
  await browser?.close()
  await tap?.close()
  await made?.stop()
  if (made) rmSync(made.folder, { recursive: true, force: true })
})

describe("1. Ask", () => {
  test("a wife asks in Russian on a phone, and gets her receipt when all is durable", async () => {
    const { context, page } = await open("/ask?lang=ru", phone, "ru")
    const next = () => page.locator("form button[type=submit]").click()
    await page.locator("#asking input[value=relative]").check()
    await page.fill("#asker-name", hers.asker)
    await page.fill("#asker-relation", "жена")
    await next()
    await page.fill("#people-0-surname", hers.surname)
    await page.fill("#people-0-given", hers.given)
    await page.fill("#people-0-latinSurname", hers.latin)
    await page.fill("#people-0-latinGiven", "Timofey")
    await page.fill("#people-0-aNumber", hers.typedNumber)
    await next()
    await page.locator("input[value=detained]").check()
    await page.fill("#people-0-where-facility", "Виннфилд")
    await page.fill("#people-0-where-state", "Луизиана")
    await next()
    await page.fill("#message", hers.story)
    await page.locator("#order-exists input[value=yes]").check()
    const denied = new Date(Date.now() - 5 * 86_400_000)
    await page.fill("#order-on-day", String(denied.getUTCDate()))
    await page.selectOption("#order-on-month", String(denied.getUTCMonth() + 1))
    await page.fill("#order-on-year", String(denied.getUTCFullYear()))
    await next()
    await page.locator("#asker-contact input[value=yes]").check()
    await page.fill("#asker-contact-how", hers.contact)
    await page.locator("#asker-theyKnow input[value=yes]").check()
    await next()
    await page.locator("#counsel input[value=no]").check()
    await next()
    await page.waitForSelector(".facts")

    const more = async (n: number) => {
      await page.locator(".more-row").nth(n).click()
    }
    const add = () => page.locator("form button.button:not(.main):not(.plain)").click()
    await more(1)
    await add()
    await page.selectOption("#people-1-relation", "child")
    await page.fill("#people-1-given", hers.child)
    await page.locator("#people-1-where-kind input[value=foster-care]").check()
    await page.fill("#people-1-where-state", "NJ")
    await next()
    await page.waitForSelector(".facts")
    await more(2)
    await page.setInputFiles("#files", [
      { name: hers.pdfName, mimeType: "application/pdf", buffer: cyrillicPdf(hers.pdf) },
      { name: hers.photoName, mimeType: "image/jpeg", buffer: photographWithPlace(hers.camera) },
      { name: hers.videoName, mimeType: "video/mp4", buffer: video(hers.video) },
    ])
    await page.fill("#files-0-caption", hers.caption)
    await next()
    await page.waitForSelector(".facts")
    await more(3)
    await add()
    await page.selectOption("#activities-0-kind", "protest")
    await page.fill("#activities-0-what", hers.first)
    await page.fill("#activities-0-when-year", "2022")
    await add()
    await page.selectOption("#activities-1-kind", "election")
    await page.fill("#activities-1-what", hers.second)
    await next()
    await page.waitForSelector(".facts")
    await page.check("#intake")
    await next()

    await page.waitForSelector(".code-card")
    words = (await page.locator(".code-words li").allTextContents()).map((word) => word.trim().replace(/^\d+\s*/, ""))
    expect(words).toHaveLength(13)
    await page.locator(".walk .button.main").click()
    await page.waitForSelector("[id^=word-]")
    for (const id of await page.locator("input[id^=word-]").evaluateAll((all) => all.map((one) => one.id)))
      await page.fill(`#${id}`, words[Number(id.slice(5))] as string)
    await next()
    await page.waitForSelector(".code-card", { timeout: 90_000 })
    expect(await page.locator("h1").innerText()).toContain("получено")
    await context.close()
  }, 180_000)
})

/** One of a list, by its place; or one of a few, by its value. */
async function chooseNth(page: Page, at: string, n: number): Promise<void> {
  const field = page.locator(`dialog[open] [id="${idOf(at)}"]`)
  if ((await field.evaluate((element) => element.tagName)) === "SELECT") {
    const values = await field
      .locator("option")
      .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value).filter(Boolean))
    await field.selectOption(values[n] as string)
  } else await field.locator("input[type=radio]").nth(n).check()
}
async function chooseValue(page: Page, at: string, value: string): Promise<void> {
  const field = page.locator(`dialog[open] [id="${idOf(at)}"]`)
  if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value)
  else await field.locator(`input[value="${value}"]`).check()
}
/** Whoever signs what changed since she looked is asked to look again, and presses once more. */
async function pressUntilGone(button: Locator): Promise<void> {
  await button.waitFor({ timeout: 30_000 })
  for (let pressed = 0; pressed < 5; pressed++) {
    await button.click({ timeout: 5000 }).catch(() => undefined)
    const gone = await button.waitFor({ state: "detached", timeout: 6000 }).then(
      () => true,
      () => false,
    )
    if (!gone) continue
    // What the other wrote meanwhile draws the part anew: a button that comes back was not taken.
    await button.page().waitForTimeout(1500)
    if ((await button.count()) === 0) return
  }
  throw new Error("the signature was not taken")
}
async function checked(file: string, root: string): Promise<unknown> {
  const done = await command(["check", file, "--root", root])
  return JSON.parse(done.out) as unknown
}

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
const desktop = { width: 1440, height: 900 }
const { actions } = labels.labels
let anna: Page
let boris: Page
let caseUrl = ""

describe("2. Open", () => {
  test("a member signs in with seven words, sees the request opened and sorted, makes a case of it and answers", async () => {
    ;({ page: anna } = await open("/desk", desktop, "en"))
    await signIn(anna, members[0]?.passphrase as string)
    await anna.click("a[href='/desk/tray']")
    await anna.locator("a[href^='/desk/tray/']").first().click()
    await anna.waitForSelector(".request")
    const shown = await anna.locator(".request").innerText()
    for (const word of [hers.surname, hers.story, hers.first, hers.child]) expect(shown).toContain(word)
    await anna.click("#make-case")
    await anna.waitForSelector(".case")
    caseUrl = anna.url()
    expect(await anna.locator(".case").innerText()).toContain("A 087-654-321")
    await anna.locator("textarea#reply-text").fill("Мы прочли. Сегодня же спросите адвоката об апелляции.")
    await anna.locator("form:has(textarea#reply-text) button[type=submit]").click()
    await anna.getByText("Сегодня же спросите адвоката", { exact: false }).first().waitFor()
  }, 120_000)
})

describe("3. Clock", () => {
  test("custody and the proceeding give dates with their citation, and an urgency with its reasons", async () => {
    await act(
      anna,
      "record-custody",
      { "/where": "detained", "/facility": "Winn", "/since": { day: day(-40) }, "/how": "locator" },
      undefined,
      () => anna.locator(".perhaps button").first().click(),
    )
    await act(anna, "record-event", {
      "/event/type": "ij.decision",
      "/event/on": { day: day(-5) },
      "/event/outcome": "DENIED_REMOVAL",
      "/event/form": "oral",
      "/event/appeal": "reserved",
      "/event/seen": "seen",
    })
    const dates = anna.locator("section:has(#part-dates)")
    await dates.getByText("8 CFR 1003.38", { exact: false }).first().waitFor()
    expect(await dates.innerText()).toMatch(/Safe by/)
    await act(anna, "record-event", {
      "/event/type": "third-country.notice",
      "/event/at": { day: day(0), time: "09:00" },
      "/event/country": "XX",
      "/event/seen": "seen",
    })
    await dates.getByText("ICE memo", { exact: false }).first().waitFor()
    expect(await anna.locator(".case").innerText()).toMatch(/Emergency/)
  }, 90_000)
})

describe("4. Prove", () => {
  const evidence = [
    { source: "official-record", origin: "Коломенский суд", file: 0 },
    { source: "media", origin: "Газета «Пример»", file: 1 },
  ]
  test("files become evidence of a claim, and the ladder says what would close the gap", async () => {
    const claims = anna.locator("section:has(#part-claims)")
    expect(await claims.innerText()).toContain(hers.first)
    for (const { source, origin, file } of evidence) {
      const button = anna.locator("section:has(#part-evidence) header").getByRole("button", { name: actions["bind-evidence"], exact: true })
      await act(anna, "bind-evidence", {}, button, async () => {
        await anna.locator(`dialog[open] [id="${idOf("/file")}"]`).selectOption({ index: file + 1 })
        await anna
          .locator(`dialog[open] [id^="${idOf("/claims")}-"]`)
          .first()
          .check()
        await anna.selectOption(`[id="${idOf("/source")}"]`, source)
        await anna.fill(`[id="${idOf("/origin")}"]`, origin)
        await anna.check(`dialog[open] input[name="${idOf("/authenticity")}"][value=verified]`)
        await anna.check(`dialog[open] input[name="${idOf("/identity")}"][value=verified]`)
      })
    }
    await anna.getByText("Газета «Пример»").first().waitFor()
    expect(await claims.innerText()).toMatch(/readers/i)
  }, 90_000)

  test("two members read blind: each commits, and only then is either revealed", async () => {
    ;({ page: boris } = await open("/desk", desktop, "en"))
    await signIn(boris, members[1]?.passphrase as string)
    await visit(boris, caseUrl)
    const commit = async (page: Page) => {
      const readings = page.locator(".readings").first()
      await readings.getByRole("button", { name: labels.claims.commit }).click()
      await readings.locator("input[type=radio]").first().check()
      await readings.locator("button[type=submit]").click()
      await readings.locator("form").waitFor({ state: "detached" })
    }
    await commit(anna)
    expect(await anna.locator(".readings").first().innerText()).toContain(labels.claims.waitOther)
    await boris.locator(".readings").first().getByText(labels.claims.otherCommitted).waitFor({ timeout: 30_000 })
    await commit(boris)
    for (const page of [anna, boris]) {
      const reveal = page.locator(".readings").first().getByRole("button", { name: labels.claims.reveal })
      const saved = page.getByRole("status").getByText(labels.form.saved).first()
      await saved.waitFor({ state: "detached", timeout: 30_000 })
      await reveal.waitFor({ timeout: 30_000 })
      // What the other showed meanwhile changes what is on the screen: then she is asked to look, and to press again.
      for (let pressed = 0; pressed < 4; pressed++) {
        await reveal.click()
        const done = await saved.waitFor({ timeout: 4000 }).then(
          () => true,
          () => false,
        )
        if (done) break
      }
    }
    for (const page of [anna, boris])
      for (const name of ["Anna Test", "Boris Test"])
        await page
          .locator(".readings")
          .first()
          .getByText(labels.claims.read(name, labels.labels.pick.reading.established))
          .waitFor({ timeout: 30_000 })
  }, 120_000)
})

describe("5. Find", () => {
  test("one recommends, the same one cannot approve, another does; three sealed papers; check says whose they are", async () => {
    const signing = (page: Page) => page.locator("section:has(#part-signing)")
    await signing(anna).getByRole("button", { name: labels.signing.recommend }).click()
    await anna.check("dialog[open] input[name=recommend-outcome][value=met]")
    await anna.fill("#recommend-en", "The picket stands in the court's own record, and a newspaper reported it.")
    await anna.fill("#recommend-ru", "Пикет есть в материалах суда, и о нём писала газета.")
    await send(anna)
    await signing(anna).getByText(labels.signing.mine).waitFor()
    const second = signing(boris).getByRole("button", { name: labels.signing.second })
    await pressUntilGone(second)
    const make = signing(anna).getByRole("button", { name: labels.signing.make })
    await make.waitFor({ timeout: 30_000 })
    await make.click()
    const save = signing(anna).getByRole("button", { name: labels.letters.download(labels.letters.languages.en) })
    await save.waitFor({ timeout: 60_000 })
    for (const language of ["en", "fr", "ru"] as const) {
      const [file] = await Promise.all([
        anna.waitForEvent("download"),
        signing(anna)
          .getByRole("button", { name: labels.letters.download(labels.letters.languages[language]) })
          .click(),
      ])
      papers[language] = join(made.folder, `finding.${language}.pdf`)
      await file.saveAs(papers[language] as string)
    }
    const text = await pdfText(papers.en as string)
    expect(text).toContain("This is not a decision of the Government of Canada and does not stop removal")
    expect(text).toContain(hers.latin)
    expect(await pdfText(papers.ru as string)).toContain(hers.surname)
    for (const language of ["en", "fr", "ru"] as const)
      expect(await checked(papers[language] as string, made.rootPrint)).toMatchObject({ answer: "issued" })
    expect(await checked(papers.en as string, "0000-0000-0000-0000-0000-0000-0000-0000")).toMatchObject({ answer: "not-ours" })
    const altered = readFileSync(papers.en as string)
    altered[altered.length >> 1] = (altered[altered.length >> 1] as number) ^ 1
    writeFileSync(join(made.folder, "altered.pdf"), altered)
    expect(await checked(join(made.folder, "altered.pdf"), made.rootPrint)).toMatchObject({ answer: "not-ours" })
  }, 180_000)
})

describe("6. Propose", () => {
  const section = (page: Page, name: string) => page.locator(`section:has(#part-${name})`)
  test("a referral refuses without his own consent, and without a family that is ready", async () => {
    await boris.locator("a[href='/desk/proposals']").first().click()
    await boris.getByRole("button", { name: labels.proposals.fresh.referral }).click()
    await boris.getByText(labels.proposals.lacking).waitFor()
    await boris
      .getByText(hers.surname, { exact: false })
      .or(boris.getByText(hers.latin, { exact: false }))
      .first()
      .waitFor()
    proposalUrl = boris.url()
    expect(await boris.locator(".proposal").innerText()).toContain(labels.proposals.noPassing)
  }, 60_000)

  test("with his own consents, what the child's keepers say and a split by two, it is frozen, signed and released", async () => {
    const consent = (scope: string) =>
      act(
        anna,
        "give-consent",
        { "/consent/scope": scope, "/consent/givenBy/who": "person", "/consent/how": "written" },
        section(anna, "consents").getByRole("button", { name: actions["give-consent"], exact: true }),
      )
    for (const scope of ["SHARE_IRCC", "SHARE_US_STATE_DHS_MIN", "TRANSFER_LEGAL_EFFECTS"]) await consent(scope)
    const people = section(anna, "people")
    await act(
      anna,
      "describe-person",
      { "/born": { day: "1988-04-03" }, "/citizenship": "RU" },
      people.getByRole("button", { name: "Correct or add" }).first(),
    )
    const wish = (person: number, values: Filled, more?: () => Promise<void>) =>
      act(
        anna,
        "record-wish",
        {},
        people.locator("header").getByRole("button", { name: actions["record-wish"], exact: true }),
        async () => {
          await chooseNth(anna, "/person", person)
          for (const [at, value] of Object.entries(values)) await chooseValue(anna, at, value as string)
          await more?.()
        },
      )
    await wish(0, { "/wish": "go", "/how": "person" })
    await wish(1, { "/wish": "stay", "/how": "guardian" })
    await act(
      anna,
      "record-guardianship",
      {},
      people.locator("header").getByRole("button", { name: actions["record-guardianship"], exact: true }),
      async () => {
        await chooseNth(anna, "/person", 1)
        await chooseValue(anna, "/holder", "court")
        for (const at of ["/courtOrder", "/agencyAgrees"]) await anna.check(`dialog[open] [id="${idOf(at)}"]`)
        await chooseValue(anna, "/otherParent", "declared")
        await chooseValue(anna, "/bestInterests", "determined")
      },
    )
    await act(anna, "propose-split", {}, anna.getByRole("button", { name: actions["propose-split"], exact: true }).first(), async () => {
      await anna
        .locator(`dialog[open] [id^="${idOf("/people")}-"]`)
        .first()
        .check()
      await anna.fill(`dialog[open] [id="${idOf("/reason")}"]`, "The child stays with foster parents until a court decides.")
    })
    await wish(0, { "/wish": "go", "/how": "person" }, async () => {
      await anna.locator(`dialog[open] [id="${idOf("/agreesToSplit")}"]`).selectOption({ index: 1 })
    })
    await visit(boris, caseUrl)
    const second = section(boris, "signing").getByRole("button", { name: labels.signing.second })
    await pressUntilGone(second)

    await visit(boris, proposalUrl)
    const add = boris.getByRole("button", { name: labels.proposals.add, exact: true })
    await add.first().waitFor({ timeout: 30_000 })
    await add.first().click()
    const press = async (page: Page, name: string) => {
      const button = page.getByRole("button", { name, exact: true })
      await button.waitFor({ timeout: 30_000 })
      await button.click()
    }
    await press(boris, labels.proposals.freeze)
    await boris.getByText(labels.proposals.secondMine).waitFor()
    await visit(anna, proposalUrl)
    await press(anna, labels.proposals.second)
    await press(boris, labels.proposals.release)
    await boris
      .getByText(labels.proposals.released("R-"), { exact: false })
      .or(boris.locator("#papers"))
      .first()
      .waitFor({ timeout: 30_000 })
    for (const format of ["asPdf", "asDocx"] as const) {
      const [file] = await Promise.all([
        boris.waitForEvent("download", { timeout: 60_000 }),
        boris.locator("section:has(#papers)").getByRole("button", { name: labels.proposals[format] }).first().click(),
      ])
      papers[format] = join(made.folder, `referral.${format}`)
      await file.saveAs(papers[format] as string)
    }
    expect(await pdfText(papers.asPdf as string)).toContain(hers.latin)
    expect(await checked(papers.asPdf as string, made.rootPrint)).toMatchObject({ answer: "issued" })
    expect(
      readFileSync(papers.asDocx as string)
        .subarray(0, 2)
        .toString(),
    ).toBe("PK")
    await boris.fill("#sent-number", "EMB-77/2026")
    await fillDay(boris, "sent-on", { day: day(-3) })
    await boris.getByRole("button", { name: labels.proposals.sentSave }).click()
    await boris.locator("#answers").waitFor({ timeout: 30_000 })
    expect(await boris.locator("section:has(#answers)").innerText()).toContain(labels.proposals.silence(3))
  }, 240_000)
})

describe("6. Propose, to the United States", () => {
  test("a note names nobody in its body; its annex holds the narrow columns and nothing else", async () => {
    await boris.locator("a[href='/desk/proposals']").first().click()
    await boris.getByRole("button", { name: labels.proposals.fresh.note }).click()
    const press = async (page: Page, name: string) => {
      const button = page.getByRole("button", { name, exact: true }).first()
      await button.waitFor({ timeout: 30_000 })
      await button.click()
    }
    await press(boris, labels.proposals.add)
    const url = boris.url()
    await press(boris, labels.proposals.freeze)
    await boris.getByText(labels.proposals.secondMine).waitFor({ timeout: 30_000 })
    await visit(anna, url)
    await press(anna, labels.proposals.second)
    await press(boris, labels.proposals.release)
    const rows = boris.locator("section:has(#papers) p.acts")
    await rows.first().waitFor({ timeout: 30_000 })
    const saved = async (row: number, format: "asPdf" | "asDocx"): Promise<string> => {
      const [file] = await Promise.all([
        boris.waitForEvent("download", { timeout: 60_000 }),
        rows.nth(row).getByRole("button", { name: labels.proposals[format] }).click(),
      ])
      const to = join(made.folder, `${row}.${format}`)
      await file.saveAs(to)
      return to
    }
    const note = await pdfText(await saved(0, "asPdf"))
    expect(note).toMatch(/presents its compliments/i)
    for (const word of [hers.latin, hers.surname, hers.aNumber]) expect(note).not.toContain(word)
    const annex = await pdfText(await saved(1, "asPdf"))
    expect(annex.toLowerCase()).toContain(hers.latin.toLowerCase())
    for (const word of [hers.first, hers.second, hers.story, hers.child, "foster", "picket"]) expect(annex).not.toContain(word)
    for (const row of [0, 1])
      expect(
        readFileSync(await saved(row, "asDocx"))
          .subarray(0, 2)
          .toString(),
      ).toBe("PK")
  }, 180_000)
})

describe("7. Move", () => {
  test("a transfer is planned, handed over, arrived; the case is closed", async () => {
    await visit(anna, caseUrl)
    const journey = anna.locator("section:has(#part-journey)")
    const button = (name: ActionLabel) => journey.getByRole("button", { name: actions[name], exact: true })
    await act(
      anna,
      "plan-transfer",
      { "/vehicle": "THIRD_COUNTRY_REMOVAL", "/on": { day: day(0) }, "/route": "By road to the bridge, no airport in transit" },
      button("plan-transfer"),
    )
    await act(
      anna,
      "hand-over",
      { "/at": { day: day(0), time: "10:30" }, "/place": "The bridge", "/receivedBy": "Officer 12", "/identityChecked": true },
      button("hand-over"),
      () => chooseNth(anna, "/transfer", 0),
    )
    await act(anna, "record-arrival", { "/at": { day: day(0), time: "11:15" } }, button("record-arrival"))
    await act(anna, "close-case", { "/as": "arrived", "/reason": "Arrived in Canada by our own way." }, button("close-case"))
    await journey.getByText("The bridge", { exact: false }).first().waitFor()
  }, 120_000)
})

describe("8. Reply", () => {
  test("from another browser with the 13 words alone, one mistyped, she reads and writes back", async () => {
    const { context, page } = await open("/mailbox?lang=ru", phone, "ru")
    const typed = words.map((word, n) => (n === 4 ? (word === "барсук" ? "крючок" : "барсук") : word))
    await page.fill("#code", typed.join(" "))
    await page.locator("form button[type=submit]").click()
    await page.locator(".notice").first().waitFor()
    expect(await page.locator("main").innerText()).toContain(words[4])
    await page.locator(".button.main").first().click()
    await page.getByText("Сегодня же спросите адвоката", { exact: false }).waitFor()
    await page.fill("#say", hers.later)
    await page.locator("form:has(#say) button[type=submit]").click()
    await anna.getByText(hers.later, { exact: false }).first().waitFor({ timeout: 60_000 })
    await context.close()
  }, 120_000)
})

describe("Then everything is searched", () => {
  test("nothing she typed is in the store, the logs, or any byte that passed; the search itself finds", async () => {
    const looked = [...Object.values(hers), ...words.slice(0, 13).filter((word) => word.length > 5)]
    const control = hits(
      ["Перелесников"],
      [
        { name: "utf8", bytes: Buffer.from("x Перелесников y") },
        { name: "base64", bytes: Buffer.from(Buffer.from("ab Перелесников cd").toString("base64")) },
      ],
    )
    expect(control).toHaveLength(2)
    await made.stop()
    const places = [
      ...filesBelow(made.data),
      { name: "the server's lines", bytes: Buffer.from(made.lines()) },
      ...tap.passed().map((bytes, n) => ({ name: `connection ${n}`, bytes })),
    ]
    expect(places.length).toBeGreaterThan(5)
    expect(
      hits(
        looked.filter((word) => !/^[а-яё]+$/.test(word) || word.length > 5),
        places,
      ),
    ).toEqual([])
    expect(visitors.flatMap(({ faults, strangers }) => [...faults, ...strangers])).toEqual([])
  }, 120_000)
})
