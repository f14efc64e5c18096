// The papers of a released proposal: sealed PDF for the record, DOCX for the office that sends it under its own head.
import { renderDocxOf, renderPdfOf } from "./render.ts"
import { Checkbox, Choice } from "@safe-conduct/ui/choice.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { dayText, noDay } from "@safe-conduct/ui/typed-day.ts"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { saveBytes } from "../files/save.ts"
import { refusedFacts } from "../letters/facts-refused.ts"
import { sealedPapers } from "../letters/sealed-paper.ts"
import { wordsOfAll } from "../letters/words-of-all.ts"
import { annexDocument, noteDocument, type NoteForm } from "./note-paper.ts"
import type { OpenProposal } from "./proposal-context.ts"
import { gatherReferral, referralDocument } from "./referral-paper.ts"

type StateLanguage = "en" | "fr"
type Format = "pdf" | "docx"
const types = { pdf: "application/pdf", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" } as const

export function Papers({ open }: { readonly open: OpenProposal }) {
  const desk = useDesk()
  const { view, words } = open
  const { proposals, letters } = words
  const [language, setLanguage] = useState<StateLanguage>(words.language === "fr" ? "fr" : "en")
  const [typed, setTyped] = useState<Partial<NoteForm>>({})
  const [replyBy, setReplyBy] = useState(noDay)
  const [contact, setContact] = useState("")
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const released = view.state.releases.at(-1)

  async function make(what: "referral" | "note" | "annex", format: Format): Promise<void> {
    if (busy || released === undefined) return
    setBusy(true)
    setRefusal(null)
    setFault(null)
    try {
      const [paper, all] = await Promise.all([import("@safe-conduct/paper"), wordsOfAll()])
      const { defaults } = all[language].proposals
      const day = new Date(released.made.at).toISOString().slice(0, 10)
      const name = `${view.number ?? "proposal"}-${what}.${language}.${format}`.replaceAll("/", "-")
      const done = (bytes: Uint8Array) => saveBytes(bytes, name, types[format])
      if (what !== "referral") {
        const form: NoteForm = {
          ...defaults,
          draft: true,
          annex: "A",
          ...typed,
          ...(dayText(replyBy) === undefined ? {} : { replyBy: dayText(replyBy) as string }),
        }
        const document = what === "note" ? noteDocument(paper, view, language, form, day) : annexDocument(paper, view, language, form, day)
        return done(format === "pdf" ? await renderPdfOf(document, day) : await renderDocxOf(document, day))
      }
      const gathered = await gatherReferral(desk.vault, view)
      if (!gathered.ok) return setRefusal(gathered.refusal)
      const standIn = await desk.vault.proposalStandIn(view.stream)
      if (!standIn.ok) return setRefusal(standIn.refusal)
      const { number, json, short } = standIn.value
      const given = {
        number,
        issuer: defaults.issuer,
        to: defaults.canadaTo,
        contact: contact.trim() || defaults.issuer,
        issuedOn: day,
        words: all,
      }
      const sealed = await sealedPapers(
        desk.vault,
        gathered.value.flatMap((family) =>
          (["en", "fr"] as const).map((one) => ({
            language: one,
            draw: (seal) => referralDocument(paper, view, one, { ...given, ...family }, seal),
          })),
        ),
        day,
        { json, short },
        (papers) => desk.vault.sealProposal(view.stream, papers),
      )
      if (!sealed.ok) return setRefusal(sealed.refusal)
      // One file a family, named by the reference of its first row.
      const mine = sealed.papers.filter((one) => one.language === language)
      for (const [at, one] of mine.entries()) {
        const ref = String(gathered.value[at]?.rows[0]?.row["annexRef"] ?? at + 1)
        const bytes = format === "pdf" ? one.pdf : await renderDocxOf(one.document, day)
        saveBytes(bytes, name.replace(`-${what}`, `-${what}-${ref}`), types[format])
      }
    } catch (error) {
      const why = refusedFacts(error, words)
      if (why === null) throw error
      setFault(why)
    } finally {
      setBusy(false)
    }
  }

  const kinds = view.kind === "referral" ? (["referral"] as const) : (["note", "annex"] as const)
  return (
    <section class="case-part" aria-labelledby="papers">
      <header>
        <h2 id="papers">{proposals.papers}</h2>
      </header>
      <p class="quiet">{proposals.papersHint}</p>
      <div class="stack-s narrow-form">
        <Choice
          id="paper-language"
          label={words.fields.language}
          across
          value={language}
          onInput={setLanguage}
          options={(["en", "fr"] as const).map((value) => ({ value, label: letters.languages[value] }))}
        />
        {view.kind === "referral" ? (
          <TextField id="paper-contact" label={proposals.note.contact} value={contact} onInput={setContact} />
        ) : (
          <>
            {(["place", "from", "to", "marking"] as const).map((key) => (
              <TextField
                id={`note-${key}`}
                label={proposals.note[key]}
                value={typed[key] ?? noteDefault(language)[key]}
                onInput={(text) => setTyped({ ...typed, [key]: text })}
              />
            ))}
            <DateField
              id="note-reply"
              label={proposals.note.replyBy}
              optional={words.form.optional}
              value={replyBy}
              onInput={setReplyBy}
              words={words.form}
            />
            <Checkbox
              id="note-draft"
              label={proposals.note.draft}
              checked={typed.draft ?? true}
              onInput={(draft) => setTyped({ ...typed, draft })}
            />
          </>
        )}
      </div>
      {kinds.map((what) => (
        <p class="acts">
          <strong>{proposals.paper[what]}</strong>
          {(["pdf", "docx"] as const).map((format) => (
            <button type="button" class="button small" aria-disabled={busy ? true : undefined} onClick={() => void make(what, format)}>
              {format === "pdf" ? proposals.asPdf : proposals.asDocx}
            </button>
          ))}
        </p>
      ))}
      {busy && <p role="status">{letters.making}</p>}
      {refusal !== null && <RefusalNotice title={words.form.refused} sentence={desk.refusalText(refusal)} code={refusal.error} />}
      {fault !== null && (
        <Notice look="danger" role="alert" title={words.form.refused}>
          <p>{fault}</p>
        </Notice>
      )}
    </section>
  )
}

/** How a note speaks of both sides, in the language of the note and not of the screen. */
const noteDefault = (language: StateLanguage): Pick<NoteForm, "place" | "from" | "to" | "marking"> => stateForms[language]
const stateForms = {
  en: {
    place: "Washington, D.C.",
    from: "the Embassy of Canada",
    to: "the Department of State of the United States of America",
    marking: "PROTECTED B",
  },
  fr: { place: "Washington", from: "l’Ambassade du Canada", to: "le Département d’État des États-Unis d’Amérique", marking: "PROTÉGÉ B" },
} as const
