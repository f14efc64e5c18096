// A recommendation: what is concluded, and why, in words that do not sound like a government's act.
import type { Recommend } from "@safe-conduct/client/member"
import { standingEvidence } from "@safe-conduct/domain/case"
import { documentOf } from "@safe-conduct/domain/evidence"
import { wordOfDecision } from "@safe-conduct/paper/forbidden-words.ts"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Choice } from "@safe-conduct/ui/choice.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useCase } from "../case/case-context.ts"
import { policyOf } from "../case/programme.ts"

export function RecommendForm({ onDone }: { readonly onDone: () => void }) {
  const desk = useDesk()
  const { view, person, words, told, personName } = useCase()
  const { signing, fields, labels, form, hints } = words
  const [saw, setSaw] = useState(view.head)
  const [outcome, setOutcome] = useState<Recommend["outcome"] | "">("")
  const [reasons, setReasons] = useState({ en: "", fr: "", ru: "" })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useEffect(() => {
    if (refusal?.error === "changed-since") setSaw(view.head)
  }, [view.head.seq])
  if (person === null) return null
  const { instrument } = policyOf(view.state)
  const kind = documentOf(instrument)
  // What was claimed is printed too: a word found there now saves a signature that could not be carried out.
  const claims = view.state.claims.filter((row) => row.person === person.person).map((row) => row.what)
  const word = kind === "decision" ? null : [reasons.en, reasons.fr, reasons.ru, ...claims].map(wordOfDecision).find((one) => one !== null)
  const evidence = standingEvidence(view.state, person.person).length

  const send = async () => {
    if (outcome === "") return setRefusal({ error: "missing", at: "/outcome" })
    if (reasons.en.trim() === "") return setRefusal({ error: "reason-missing", at: "/reasons/en" })
    const { en, fr, ru } = reasons
    const given: Recommend = {
      person: person.person,
      kind,
      outcome,
      reasons: { en: en.trim(), ...(fr.trim() ? { fr: fr.trim() } : {}), ...(ru.trim() ? { ru: ru.trim() } : {}) },
    }
    const done = await desk.vault.recommend(view.stream, given, saw)
    if (!done.ok) {
      setRefusal(done.refusal)
      return void (await told(done))
    }
    onDone()
    await told(done)
  }
  const wrong = (at: string) => (refusal?.at === at ? desk.refusalText(refusal) : undefined)
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {refusal !== null && wrong("/outcome") === undefined && wrong("/reasons/en") === undefined && (
        <RefusalNotice title={form.refused} sentence={desk.refusalText(refusal)} code={refusal.error} />
      )}
      <p>
        <strong>{personName(person.person)}</strong>: {labels.pick.kind[kind]}. {signing.basis(evidence)}
      </p>
      <Choice
        id="recommend-outcome"
        label={fields.outcome}
        value={outcome}
        onInput={setOutcome}
        error={wrong("/outcome")}
        options={(["met", "not-met", "deferred"] as const).map((value) => ({ value, label: labels.pick.conclusion[value] }))}
      />
      <TextArea
        id="recommend-en"
        lang="en"
        label={fields.reasonEn}
        hint={hints.reasons}
        error={wrong("/reasons/en")}
        value={reasons.en}
        onInput={(en) => setReasons({ ...reasons, en })}
      />
      <TextArea
        id="recommend-fr"
        lang="fr"
        rows={2}
        label={fields.reasonFr}
        optional={form.optional}
        value={reasons.fr}
        onInput={(fr) => setReasons({ ...reasons, fr })}
      />
      <TextArea
        id="recommend-ru"
        lang="ru"
        rows={2}
        label={fields.reasonRu}
        optional={form.optional}
        value={reasons.ru}
        onInput={(ru) => setReasons({ ...reasons, ru })}
      />
      {word && <p role="status">{signing.warn(word)}</p>}
      <div class="foot">
        <Button onPress={onDone}>{form.cancel}</Button>
        <Button submit look="main">
          {form.sign}
        </Button>
      </div>
    </form>
  )
}
