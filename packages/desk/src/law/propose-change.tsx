// The first of two signatures under a change of the law: what changes, what it rests on, why.
import type { Refusal } from "@safe-conduct/client/member"
import { ruleStatuses } from "@safe-conduct/domain/overlay"
import { urgencyTriggers } from "@safe-conduct/domain/clock"
import { Button } from "@safe-conduct/ui/button.tsx"
import { Choice, Select } from "@safe-conduct/ui/choice.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { TextArea, TextField } from "@safe-conduct/ui/text-field.tsx"
import { noDay, type TypedDay, typedDay } from "@safe-conduct/ui/typed-day.ts"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"
import type { LawWords } from "@safe-conduct/words/desk/law/index.ts"
import { useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { dayBy } from "../app/when.ts"
import { useLaw } from "../app/desk-law.ts"
import { FacilityControl } from "../custody/facility-control.tsx"
import { type Field, type Named, readChange, type Typed } from "./typed-change.ts"

const whats = ["rule", "staging", "notice", "snippet", "playbook", "duty-hours"] as const

export interface ProposeChangeProps {
  readonly words: CaseWords
  /** Who can be put on duty. */
  readonly members: readonly Named[]
  readonly onRefused: (refusal: Refusal | null) => void
}

export function ProposeChange({ words, members, onRefused }: ProposeChangeProps) {
  const desk = useDesk()
  const { law } = desk.words.value
  const fresh = (): Typed => ({
    what: "rule",
    rule: "",
    status: "",
    source: "",
    verifiedOn: typedDay(dayBy(desk.zone, desk.now())),
    from: noDay,
    to: noDay,
    place: { text: "" },
    staging: "yes",
    en: "",
    fr: "",
    ru: "",
    snippet: "",
    trigger: "",
    steps: "",
    zone: desk.zone,
    week: "",
  })
  const [typed, setTyped] = useState<Typed>(fresh)
  const [why, setWhy] = useState("")
  const [wrong, setWrong] = useState<{ readonly field: Field | "why"; readonly line?: number } | null>(null)
  const set = (more: Partial<Typed>): void => setTyped({ ...typed, ...more })

  async function propose(): Promise<void> {
    const read = readChange(typed, members)
    if (!read.ok) return setWrong(read)
    if (why.trim() === "") return setWrong({ field: "why" })
    setWrong(null)
    const done = await desk.vault.actRegister("propose-law-change", { change: read.change, why: why.trim() })
    onRefused(done.ok ? null : done.refusal)
    if (!done.ok) return
    setTyped({ ...fresh(), what: typed.what })
    setWhy("")
    desk.toast(law.proposed)
  }
  const error = (field: Field | "why"): string | undefined => (wrong?.field === field ? wrongText(law, field, wrong.line) : undefined)
  return (
    <form
      class="stack propose-law"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void propose()
      }}
    >
      <Choice
        id="law-what"
        label={law.what}
        across
        value={typed.what}
        onInput={(what) => set({ what })}
        options={whats.map((value) => ({ value, label: law.kinds[value] }))}
      />
      <ChangeFields typed={typed} set={set} error={error} words={words} />
      <TextField id="law-why" label={law.why} hint={law.whyHint} error={error("why")} value={why} onInput={setWhy} />
      <div class="foot">
        <Button submit look="main">
          {law.propose}
        </Button>
        <span class="quiet small">{law.proposeHint}</span>
      </div>
    </form>
  )
}

function wrongText(law: LawWords, field: Field | "why", line: number | undefined): string {
  if (line === undefined) return law.missing
  return field === "steps" ? law.stepBad(line) : law.weekBad(line)
}

interface ChangeFieldsProps {
  readonly typed: Typed
  readonly set: (more: Partial<Typed>) => void
  readonly error: (field: Field) => string | undefined
  readonly words: CaseWords
}

function ChangeFields({ typed, set, error, words }: ChangeFieldsProps) {
  const { law } = useDesk().words.value
  const { rules } = useLaw()
  const { labels, form } = words
  const text = (field: "source" | "snippet" | "zone", label: string, hint?: string) => (
    <TextField
      id={`law-${field}`}
      label={label}
      hint={hint}
      error={error(field)}
      value={typed[field]}
      onInput={(value) => set({ [field]: value })}
    />
  )
  const long = (field: "steps" | "week", label: string, hint: string) => (
    <TextArea
      id={`law-${field}`}
      label={label}
      hint={hint}
      error={error(field)}
      rows={5}
      value={typed[field]}
      onInput={(value) => set({ [field]: value })}
    />
  )
  const day = (field: "verifiedOn" | "from" | "to", label: string, hint?: string) => (
    <DateField
      id={`law-${field}`}
      label={label}
      hint={hint}
      error={error(field)}
      value={typed[field]}
      onInput={(value: TypedDay) => set({ [field]: value })}
      words={form}
    />
  )
  const three = (
    <>
      {(["en", "fr", "ru"] as const).map((language) => (
        <TextArea
          key={language}
          id={`law-${language}`}
          label={law.languages[language]}
          lang={language}
          rows={2}
          error={error(language)}
          value={typed[language]}
          onInput={(value) => set({ [language]: value })}
        />
      ))}
      <p class="hint">{law.down}</p>
    </>
  )
  switch (typed.what) {
    case "rule":
      return (
        <>
          <Select
            id="law-rule"
            label={law.rule}
            empty={form.choose}
            error={error("rule")}
            value={typed.rule}
            onInput={(rule) => set({ rule })}
            options={rules.map(({ id }) => ({
              value: id,
              label: `${(labels.rules as Readonly<Record<string, string>>)[id] ?? id} (${id})`,
            }))}
          />
          <Select
            id="law-status"
            label={law.status}
            empty={form.choose}
            error={error("status")}
            value={typed.status}
            onInput={(status) => set({ status })}
            options={ruleStatuses.map((value) => ({ value, label: law.statuses[value] }))}
          />
          {text("source", law.source, law.sourceHint)}
          {day("verifiedOn", law.verifiedOn)}
          <div class="two">
            {day("from", law.from, law.datesHint)}
            {day("to", law.to, law.datesHint)}
          </div>
        </>
      )
    case "staging":
      return (
        <>
          <FacilityControl
            id="law-place"
            label={law.place.label}
            error={error("place")}
            value={typed.place}
            onInput={(place) => set({ place })}
          />
          <Choice
            id="law-staging"
            label={law.isStaging}
            across
            value={typed.staging}
            onInput={(staging) => set({ staging })}
            options={[
              { value: "yes", label: law.yes },
              { value: "no", label: law.no },
            ]}
          />
          {text("source", law.source, law.sourceHint)}
        </>
      )
    case "notice":
      // The first page has no way yet to fetch what two members signed, so a notice is for the desk alone.
      return three
    case "snippet":
      return (
        <>
          {text("snippet", law.snippet, law.snippetHint)}
          {three}
        </>
      )
    case "playbook":
      return (
        <>
          <Select
            id="law-trigger"
            label={law.trigger}
            empty={form.choose}
            error={error("trigger")}
            value={typed.trigger}
            onInput={(trigger) => set({ trigger })}
            options={(Object.keys(urgencyTriggers) as (keyof typeof urgencyTriggers)[]).map((value) => ({
              value,
              label: labels.triggers[value],
            }))}
          />
          {long("steps", law.steps, law.stepsHint)}
        </>
      )
    case "duty-hours":
      return (
        <>
          {text("zone", law.zone)}
          {long("week", law.week, law.weekHint)}
        </>
      )
  }
}
