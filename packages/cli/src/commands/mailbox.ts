// `mailbox`: opens the desk's replies with the 13 words, and says more where asked.
import { type CodeLanguage, openMailbox, readCode } from "@safe-conduct/client/asker"
import type { Phrases } from "@safe-conduct/words/phrases/index.ts"
import type { Command, Host } from "../command.ts"
import type { Flags } from "../flags.ts"
import { type Refusal, refuse, spoken } from "../refusal.ts"
import { meetDesk, meetFlags } from "../sending/meet-desk.ts"

export const mailbox: Command = {
  name: "mailbox",
  about: "opens replies with the 13 words, and adds a message",
  help: `
Prints {"status","messages":[{"at","from","text"}]}. What was sent cannot be read back with the words.
One wrong word is repaired and named on standard error: {"repaired":"word"}. Beyond repair: exit 2, bad-code.
Words in --code are seen by whoever lists this machine's processes; --code-stdin reads them from standard input instead.

  safe-conduct mailbox --server https://desk.example.org --code-stdin < words.txt`,
  flags: {
    ...meetFlags,
    code: { value: "WORDS", about: "the 13 words, in quotes" },
    "code-stdin": { about: "reads the words from standard input" },
    say: { value: "TEXT", about: "adds a message before it reads" },
  },
  async run(given, host) {
    const words = await wordsGiven(given, host)
    if (typeof words !== "string") return words
    const read = await readCode(words)
    if (!read.ok) return spoken(read.refusal)
    for (const { word, typed, index } of read.value.repaired) host.tell(JSON.stringify({ repaired: word, typed, place: index + 1 }))
    const desk = await meetDesk(given, host)
    if (!desk.ok) return desk.refusal
    const opened = await openMailbox(desk.value, read.value.code)
    if (!opened.ok) return spoken(opened.refusal)
    const box = opened.value
    try {
      const text = given.text("say")
      const said = text === undefined ? null : await box.say({ text })
      if (said?.ok === false) return spoken(said.refusal)
      const view = await box.read()
      if (!view.ok) return spoken(view.refusal)
      const { status, messages, nextLook, unreadable, sent } = view.value
      const sentences = await fixedSentences(read.value.language)
      const rows = messages.map(({ at, from, text: body, phrase, caseWord }) => ({
        at,
        from,
        text: phrase === undefined ? body : sentences[phrase],
        ...(caseWord === undefined ? {} : { caseWord }),
      }))
      await host.out(
        `${JSON.stringify({ status, messages: rows, sent, ...(nextLook === undefined ? {} : { nextLook }), ...(unreadable === 0 ? {} : { unreadable }) })}\n`,
      )
      return null
    } finally {
      await box.close()
    }
  },
}

/** In the language of the words that opened it. */
const fixedSentences = async (language: CodeLanguage): Promise<Phrases> =>
  (
    await {
      en: () => import("@safe-conduct/words/phrases/en.ts"),
      fr: () => import("@safe-conduct/words/phrases/fr.ts"),
      ru: () => import("@safe-conduct/words/phrases/ru.ts"),
    }[language]()
  ).phrases

async function wordsGiven(given: Flags, host: Host): Promise<string | Refusal> {
  const code = given.text("code")
  if ((code === undefined) === !given.on("code-stdin"))
    return refuse("missing-flag", "Give the words with --code or with --code-stdin, one of the two.")
  if (code !== undefined) return code
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await host.input())
  } catch {
    return refuse("not-utf8", "The input is not UTF-8 text.")
  }
}
