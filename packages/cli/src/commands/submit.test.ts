import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { Vault } from "@safe-conduct/client/member"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { refusalOf, run, start } from "../testing/run.ts"
import { type MadeDesk, type ServedDesk, makeDesk, serveDesk, signIn } from "../testing/served-desk.ts"

// Each request pays its work and starts a process: slow where many tests share two cores.
vi.setConfig({ testTimeout: 120_000 })

let made: MadeDesk
let served: ServedDesk
let anna: Vault
let folder: string

beforeAll(async () => {
  made = await makeDesk({ trial: true })
  served = await serveDesk(made)
  anna = await signIn(made, served.url)
  folder = await mkdtemp(join(tmpdir(), "safe-conduct-submit-"))
})
afterAll(async () => {
  await served.end()
  await made.drop()
  await rm(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const person = (surname: string, more: object = {}) => ({
  v: 1,
  language: "ru",
  asking: "lawyer",
  people: [{ names: { cyrillic: { surname, given: "Пётр" } } }],
  ...more,
})
const submit = (input: string, ...more: string[]) => run(["submit", "--server", served.url, ...more], { input })
const mailbox = (...more: string[]) => run(["mailbox", "--server", served.url, ...more])
/** The names in the desk's tray that begin so, as often as they lie there. */
const inTray = async (beginning: string): Promise<readonly string[]> => {
  await anna.refresh()
  return (await anna.tray()).flatMap((row) => row.names.filter((name) => name.startsWith(beginning)))
}
const lines = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((row) => JSON.parse(row) as { code: string[]; locator: string; receipt: string })

describe("submit", () => {
  test("a request arrives, and its thirteen words open the desk's answer", async () => {
    const sent = await submit(JSON.stringify(person("Приходько", { wake: true })), "--root", made.printed.root)
    expect([sent.code, sent.err]).toEqual([0, ""])
    const { code, locator, receipt } = lines(sent.out)[0] as ReturnType<typeof lines>[0]
    expect(code).toHaveLength(13)
    expect(code.join("")).toMatch(/^[а-яё]+$/)
    expect(JSON.parse(receipt)).toMatchObject({ desk: made.printed.desk, stream: locator, seq: 1 })

    const before = await mailbox("--code", code.join(" "))
    expect(JSON.parse(before.out)).toMatchObject({ status: "received", messages: [], sent: 1 })
    await anna.refresh()
    const row = (await anna.tray()).find((one) => one.ask === locator)
    expect(row).toMatchObject({ wake: true, names: ["Приходько Пётр"] })
    const replied = await anna.reply(locator, "Мы прочитали ваш запрос.", { status: "opened" })
    expect(replied).toMatchObject({ ok: true })
    const after = JSON.parse((await mailbox("--code", code.join(" "))).out)
    expect(after.status).toBe("opened")
    expect(after.messages).toEqual([
      { at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\dZ$/), from: "desk", text: "Мы прочитали ваш запрос." },
    ])
  })

  test("one wrong word is repaired and named; more are refused; words of nobody open nothing", async () => {
    const [{ code }] = lines((await submit(JSON.stringify(person("Ремонтов")), "--language", "en")).out) as [ReturnType<typeof lines>[0]]
    const wrong = code.with(5, code[5] === "zebra" ? "acid" : (code[6] as string))
    const repaired = await run(["mailbox", "--server", served.url, "--code-stdin"], { input: `${wrong.join("\n")}\n` })
    expect([repaired.code, JSON.parse(repaired.out).status]).toEqual([0, "received"])
    expect(JSON.parse(repaired.err)).toMatchObject({ repaired: code[5], place: 6 })
    const lost = await mailbox("--code", code.toReversed().join(" "))
    expect([lost.code, lost.out, refusalOf(lost).error]).toEqual([2, "", "bad-code"])
    expect(refusalOf(await mailbox("--code", "zebra"))).toMatchObject({ error: "bad-code" })
    expect(refusalOf(await mailbox())).toMatchObject({ error: "missing-flag" })
  })

  test("more can be said with the words", async () => {
    const [{ code, locator }] = lines((await submit(JSON.stringify(person("Дополнев")))).out) as [ReturnType<typeof lines>[0]]
    expect(JSON.parse((await mailbox("--code", code.join(" "), "--say", "Его перевели.")).out)).toMatchObject({ sent: 2 })
    await anna.refresh()
    const opened = await anna.openRequest(locator)
    expect(JSON.stringify(opened)).toContain("Его перевели.")
  })

  test("an unknown key is refused before anything is sealed, with its place; so is a request without a name", async () => {
    const before = await inTray("")
    const ran = await submit(JSON.stringify(person("Лишний", { people: [{ names: { cyrillic: { surname: "Лишний" } }, ssn: "1" }] })))
    expect([ran.code, ran.out]).toEqual([2, ""])
    expect(refusalOf(ran)).toMatchObject({ error: "unknown-key", at: "/people/0/ssn" })
    expect(refusalOf(await submit(JSON.stringify(person("", { people: [{}] }))))).toMatchObject({
      error: "name-missing",
      at: "/people/0/names",
    })
    const many = await submit(`${JSON.stringify(person("Первый"))}\n{"v":1}\n`, "--many", "--journal", at("never.journal"))
    expect([many.code, many.out]).toEqual([2, ""])
    expect(refusalOf(many)).toMatchObject({ line: 2 })
    await expect(stat(at("never.journal"))).rejects.toThrow()
    expect(await inTray("")).toEqual(before)
  })

  test("another desk than the root says is refused, and so is a desk that cannot be reached", async () => {
    const other = await submit(JSON.stringify(person("Чужой")), "--root", "0".repeat(32))
    expect([other.code, refusalOf(other).error]).toEqual([2, "other-root"])
    expect(refusalOf(await submit(JSON.stringify(person("Чужой")), "--root", "12")).error).toBe("bad-root")
    const nobody = await run(["submit", "--server", "http://127.0.0.1:9"], { input: JSON.stringify(person("Чужой")) })
    expect([nobody.code, refusalOf(nobody).error]).toEqual([1, "offline"])
    expect(refusalOf(await run(["submit", "--server", `${served.url}/ask`], { input: "{}" })).error).toBe("missing")
  })

  test("when the answer is lost for good, the words are told: the request may lie there", async () => {
    // Passes everything on but the answer to the request itself, which it takes and swallows.
    const between = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on("data", (piece: Buffer) => pieces.push(piece))
      request.on("end", () => {
        void fetch(`${served.url}${request.url}`, {
          method: request.method as string,
          headers: { "content-type": "application/json", authorization: request.headers.authorization ?? "" },
          ...(pieces.length === 0 ? {} : { body: Buffer.concat(pieces) }),
        }).then(async (answer) => {
          const body = Buffer.from(await answer.arrayBuffer())
          if (request.url?.endsWith("mailboxes") && request.method === "POST") {
            // Asked to end once; asked twice it would not wait.
            if (!child.child.killed) child.child.kill("SIGTERM")
          } else response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" }).end(body)
          if (!response.writableEnded) response.destroy()
        })
      })
    })
    const port = await new Promise<number>((done) =>
      between.listen(0, "127.0.0.1", () => done((between.address() as { port: number }).port)),
    )
    const child = start(["submit", "--server", `http://127.0.0.1:${port}`], { input: JSON.stringify(person("Потерянный")) })
    const ran = await child.ended
    between.close()
    expect([ran.code, ran.out]).toEqual([1, ""])
    const { error, code } = JSON.parse(ran.err) as { error: string; code: string[] }
    expect([error, code.length]).toEqual(["offline", 13])
    expect(JSON.parse((await mailbox("--code", code.join(" "))).out)).toMatchObject({ status: "received", sent: 1 })
  })

  test("attached files go with the lines that bear their names, the others behind them", async () => {
    await writeFile(at("verdict.pdf"), "verdict")
    await writeFile(at("photo.jpg"), "photo")
    const request = person("Файлов", { files: [{ name: "at-home.pdf" }, { name: "photo.jpg", caption: "На площади" }] })
    const ran = await submit(JSON.stringify(request), "--attach", at("verdict.pdf"), "--attach", at("photo.jpg"))
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.err)).toEqual({ notAttached: "at-home.pdf" })
    await anna.refresh()
    const opened = await anna.openRequest((lines(ran.out)[0] as { locator: string }).locator)
    if (!opened.ok) throw new Error(opened.refusal.error)
    const files = opened.value.files
    expect(files.map(({ name, caption, type }) => [name, caption, type])).toEqual([
      ["photo.jpg", "На площади", "image/jpeg"],
      ["verdict.pdf", undefined, "application/pdf"],
    ])
    const bytes = await anna.readFile(files[1] as never)
    expect(bytes.ok && Buffer.from(bytes.value).toString()).toBe("verdict")
    expect(refusalOf(await submit(JSON.stringify(request), "--attach", at("absent.pdf"))).error).toBe("no-such-file")
  })
})

describe("many requests", () => {
  const input = (...names: string[]) => names.map((name) => `${JSON.stringify(person(name))}\n`).join("")

  test("a run killed again and again ends with one request each, and the codes that it first drew", async () => {
    const names = ["Рядов-А", "Рядов-Б", "Рядов-В"]
    const journal = at("killed.journal")
    const argv = ["submit", "--server", served.url, "--many", "--journal", journal]
    const codes = new Map<string, string>()
    let kills = 0
    // Killed after every second line that it writes to its journal, so that each step between two writes is cut somewhere.
    for (let wanted = 2; ; wanted += 2) {
      const running = start(argv, { input: input(...names) })
      let over = false
      void running.ended.then(() => (over = true))
      while (!over) {
        const text = await readFile(journal, "utf8").catch(() => "")
        if (text.split("\n").length - 1 >= wanted) break
        await pause(5)
      }
      if (over) break
      running.child.kill("SIGKILL")
      await running.ended
      kills++
      for (const row of (await readFile(journal, "utf8")).split("\n").filter((text) => text.includes('"name":"code/'))) {
        const { name, value } = JSON.parse(row) as { name: string; value: string }
        expect(codes.get(name) ?? value).toBe(value)
        codes.set(name, value)
      }
    }
    expect(kills).toBeGreaterThan(4)
    const last = await submit(input(...names), "--many", "--journal", journal)
    expect(last.code).toBe(0)
    const answers = lines(last.out)
    expect(answers).toHaveLength(3)
    expect(new Set(answers.map(({ locator }) => locator)).size).toBe(3)
    expect((await inTray("Рядов")).toSorted()).toEqual(names.map((name) => `${name} Пётр`))
    expect((await stat(journal)).mode & 0o777).toBe(0o600)
    await anna.refresh()
    const order = await Promise.all(answers.map(async ({ locator }) => (await anna.tray()).find((row) => row.ask === locator)?.names[0]))
    expect(order).toEqual(names.map((name) => `${name} Пётр`))
  })

  test("a torn last line is forgotten, a file that grew sends only what is new, and the mode is set right", async () => {
    const journal = at("torn.journal")
    const first = lines((await submit(input("Рванов-А"), "--many", "--journal", journal)).out)
    await writeFile(journal, `${await readFile(journal, "utf8")}{"name":"code/`)
    await chmod(journal, 0o644)
    const again = await submit(input("Рванов-Б", "Рванов-А"), "--many", "--journal", journal)
    expect(again.code).toBe(0)
    const [b, a] = lines(again.out)
    expect(a).toEqual(first[0])
    expect(b?.locator).not.toBe(a?.locator)
    expect((await inTray("Рванов")).toSorted()).toEqual(["Рванов-А Пётр", "Рванов-Б Пётр"])
    expect((await stat(journal)).mode & 0o777).toBe(0o600)
  })

  test("the same line twice is two requests; a file that is no journal is left alone; a journal is needed", async () => {
    const [one, two] = lines((await submit(input("Дважды", "Дважды"), "--many", "--journal", at("twice.journal"))).out)
    expect(one?.locator).not.toBe(two?.locator)
    await writeFile(at("letter.txt"), "Dear colleague\n")
    expect(refusalOf(await submit(input("Мимо"), "--many", "--journal", at("letter.txt"))).error).toBe("bad-journal")
    expect(await readFile(at("letter.txt"), "utf8")).toBe("Dear colleague\n")
    expect(refusalOf(await submit(input("Мимо"), "--many")).error).toBe("missing-flag")
    await writeFile(at("stray.pdf"), "")
    expect(refusalOf(await submit(input("Мимо"), "--many", "--journal", at("m.journal"), "--attach", at("stray.pdf"))).error).toBe(
      "unused-file",
    )
  })

  test("a folder's words give the same codes again, in order, and a used place is refused", async () => {
    const folderWords = lines((await submit(JSON.stringify(person("Папкин")), "--language", "fr")).out)[0]?.code.join(" ") as string
    const first = lines((await submit(input("Папкин-А", "Папкин-Б"), "--many", "--journal", at("f1.journal"), "--folder", folderWords)).out)
    const single = await submit(JSON.stringify(person("Папкин-В")), "--folder", folderWords)
    expect([single.code, refusalOf(single).error]).toEqual([2, "already-sent"])
    const third = lines((await submit(JSON.stringify(person("Папкин-В")), "--folder", folderWords, "--from", "2")).out)
    expect(new Set([...first, ...third].map(({ locator }) => locator)).size).toBe(3)
    // The next file under the same journal goes on behind the last place that it knows.
    const more = await submit(
      input("Папкин-А", "Папкин-Б", "Папкин-Г"),
      "--many",
      "--journal",
      at("f1.journal"),
      "--folder",
      folderWords,
      "--from",
      "3",
    )
    expect(lines(more.out).slice(0, 2)).toEqual(first)
    expect(await inTray("Папкин-")).toHaveLength(4)
  })
})
