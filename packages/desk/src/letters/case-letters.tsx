// The letter that carries out what two members signed: three papers, each sealed to its own bytes, to be seen and saved.
import type { Finding } from "@safe-conduct/domain/case"
import { letterStatus } from "@safe-conduct/domain/case"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { Notice, RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"
import { saveBytes } from "../files/save.ts"
import { Viewer } from "../viewer/viewer.tsx"
import { refusedFacts } from "./facts-refused.ts"
import { letterDocument } from "./letter-paper.ts"
import { type SealedPdf, sealedPapers } from "./sealed-paper.ts"
import { wordsOfAll } from "./words-of-all.ts"

export function CaseLetters({ finding }: { readonly finding: Finding | null }) {
  const desk = useDesk()
  const { view, words, told } = useCase()
  const { letters, signing } = words
  const [made, setMade] = useState<{ readonly number: string; readonly papers: readonly SealedPdf[] } | null>(null)
  const [shown, setShown] = useState<SealedPdf | null>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const issued = [...new Set(view.state.letters.map((row) => row.number))]

  const make = async () => {
    if (finding === null || busy) return
    setBusy(true)
    setRefusal(null)
    setFault(null)
    try {
      const of = finding.approval.made.hash
      const draft = await desk.vault.draftLetter(view.stream, { of })
      if (!draft.ok) return setRefusal(draft.refusal)
      const [paper, all] = await Promise.all([import("@safe-conduct/paper"), wordsOfAll()])
      const { standIn, facts, number } = draft.value
      const answer = await sealedPapers(
        desk.vault,
        (["en", "fr", "ru"] as const).map((language) => ({
          language,
          draw: (seal) => letterDocument(paper, draft.value, all, language, seal),
        })),
        facts.en.issuedOn,
        standIn,
        (papers) => desk.vault.issueLetter(view.stream, { of, papers }),
      )
      if (!answer.ok) return setRefusal(answer.refusal)
      setMade({ number, papers: answer.papers })
      await told({ ok: true }, letters.made(number))
    } catch (error) {
      const why = refusedFacts(error, words)
      if (why === null) throw error
      setFault(why)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div class="stack-s">
      {finding !== null && made === null && (
        <>
          <p class="small quiet">{letters.issueHint}</p>
          <button type="button" class="button" aria-disabled={busy ? true : undefined} onClick={() => void make()}>
            {signing.make}
          </button>
        </>
      )}
      {busy && <p role="status">{letters.making}</p>}
      {refusal !== null && <RefusalNotice title={words.form.refused} sentence={desk.refusalText(refusal)} code={refusal.error} />}
      {fault !== null && (
        <Notice look="danger" role="alert" title={words.form.refused}>
          <p>{fault}</p>
        </Notice>
      )}
      {made !== null && (
        <>
          <p role="status">
            <strong>{letters.made(made.number)}</strong>
          </p>
          <div class="acts">
            {made.papers.map((one) => (
              <>
                <button
                  type="button"
                  class="button small"
                  onClick={() => saveBytes(one.pdf, `${made.number.replaceAll("/", "-")}.${one.language}.pdf`, "application/pdf")}
                >
                  {letters.download(letters.languages[one.language])}
                </button>
                <button
                  type="button"
                  class="button small plain"
                  aria-expanded={shown === one}
                  onClick={() => setShown(shown === one ? null : one)}
                >
                  {letters.preview}
                </button>
              </>
            ))}
          </div>
          {shown !== null && (
            <div class="file-view">
              <Viewer
                key={shown.language}
                bytes={shown.pdf.slice()}
                kind={{ kind: "pdf", type: "application/pdf" }}
                name={words.letters.languages[shown.language]}
                words={words}
                onClose={() => setShown(null)}
                onFail={() => setShown(null)}
                onCopy={() => undefined}
              />
            </div>
          )}
        </>
      )}
      {issued.length > 0 && (
        <ul class="plain-list">
          {issued.map((number) => {
            const status = letterStatus(view.state, number)
            return (
              <li key={number}>
                <span class="data">{number}</span>
                <span>
                  {status !== null && letters.states[status.status]}
                  {status?.replacedBy !== undefined && ` (${letters.replacedBy(status.replacedBy)})`}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
