// The six questions. Each may be left as it is but for a name and who asks; what is typed stays as typed.
import { Choice, type Option, Select } from "@safe-conduct/ui/choice.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { FieldGroup } from "@safe-conduct/ui/field.tsx"
import { languages } from "@safe-conduct/words/choose.ts"
import { TextArea, TextField } from "@safe-conduct/ui/text-field.tsx"
import type { PortalWords, Two } from "@safe-conduct/words/portal/index.ts"
import type { YesNo } from "./answers.ts"
import { errorOf, Page, type StepProps } from "./page.tsx"

export const optionsOf = <K extends string>(labels: Record<K, string>): Option<K>[] =>
  (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }))
export const yesNo = (words: PortalWords): Option<YesNo>[] => [
  { value: "yes", label: words.yes },
  { value: "no", label: words.no },
  { value: "unknown", label: words.unknown },
]
const whose = ({ letter }: StepProps, title: Two) => (letter.answers.value.asking === "self" ? title.self : title.other)
const inThemselves = { ru: "Русский", en: "English", fr: "Français" }

export function Who(props: StepProps) {
  const { letter, words } = props
  const a = letter.answers.value
  const w = words.who
  return (
    <Page {...props} title={w.title}>
      <Choice
        id="asking"
        label={w.asking}
        value={a.asking}
        onInput={(asking) => letter.change({ asking })}
        options={optionsOf(w.kinds)}
        error={errorOf(letter.errors.value, words, "asking")}
      />
      {a.asking !== "" && a.asking !== "self" && (
        <>
          <TextField
            id="asker-name"
            label={w.name}
            hint={w.nameHint}
            optional={words.optional}
            name
            max={200}
            value={a.askerName}
            onInput={(askerName) => letter.change({ askerName })}
            error={errorOf(letter.errors.value, words, "asker-name")}
          />
          {a.asking === "relative" && (
            <TextField
              id="asker-relation"
              label={w.relation}
              hint={w.relationHint}
              optional={words.optional}
              max={200}
              value={a.relation}
              onInput={(relation) => letter.change({ relation })}
            />
          )}
        </>
      )}
      <Select
        id="language"
        label={w.language}
        value={a.language}
        onInput={(language) => letter.change({ language })}
        options={languages.map((value) => ({ value, label: inThemselves[value] }))}
      />
    </Page>
  )
}

/** Names, number and birth date of the person at a place in the family. */
export function PersonFields({ letter, words, at, latin = true }: StepProps & { readonly at: number; readonly latin?: boolean }) {
  const person = letter.answers.value.people[at]
  if (!person) return null
  const w = words.person
  const id = `people-${at}`
  const put = (part: Partial<typeof person>) => letter.changePerson(at, part)
  const error = (key: string) => errorOf(letter.errors.value, words, `${id}-${key}`)
  return (
    <>
      <FieldGroup id={`${id}-names`} label={w.cyrillic} error={error("names")}>
        <div class="pair">
          <TextField id={`${id}-surname`} label={w.surname} name max={100} value={person.surname} onInput={(surname) => put({ surname })} />
          <TextField id={`${id}-given`} label={w.given} name max={100} value={person.given} onInput={(given) => put({ given })} />
          <TextField
            id={`${id}-patronymic`}
            label={w.patronymic}
            optional={words.optional}
            name
            max={100}
            value={person.patronymic}
            onInput={(patronymic) => put({ patronymic })}
          />
        </div>
      </FieldGroup>
      {latin && (
        <FieldGroup id={`${id}-latin`} label={w.latin} hint={w.latinHint} optional={words.optional}>
          <div class="pair">
            <TextField
              id={`${id}-latinSurname`}
              lang="en"
              label={w.surname}
              name
              max={100}
              value={person.latinSurname}
              onInput={(latinSurname) => put({ latinSurname })}
            />
            <TextField
              id={`${id}-latinGiven`}
              lang="en"
              label={w.given}
              name
              max={100}
              value={person.latinGiven}
              onInput={(latinGiven) => put({ latinGiven })}
            />
          </div>
        </FieldGroup>
      )}
      <p>{w.either}</p>
      <TextField
        id={`${id}-aNumber`}
        label={w.aNumber}
        hint={w.aNumberHint}
        inputMode="text"
        narrow
        max={40}
        value={person.aNumber}
        onInput={(aNumber) => put({ aNumber })}
        error={error("aNumber")}
      />
      <DateField
        id={`${id}-born`}
        label={w.born}
        words={words.date}
        value={person.born}
        onInput={(born) => put({ born })}
        error={error("born")}
      />
    </>
  )
}

export function Person(props: StepProps) {
  return (
    <Page {...props} title={whose(props, props.words.person.title)}>
      <PersonFields {...props} at={0} />
    </Page>
  )
}

export function WhereFields({ letter, words, at }: StepProps & { readonly at: number }) {
  const person = letter.answers.value.people[at]
  if (!person) return null
  const w = words.where
  const id = `people-${at}-where`
  const put = (part: Partial<typeof person>) => letter.changePerson(at, part)
  const error = (key: string) => errorOf(letter.errors.value, words, `${id}-${key}`)
  const held = person.where !== "" && person.where !== "free"
  return (
    <>
      <Choice id={`${id}-kind`} label={w.kind} value={person.where} onInput={(where) => put({ where })} options={optionsOf(w.kinds)} />
      {person.where === "free" && <p class="notice">{w.freeHint}</p>}
      {held && (
        <>
          {person.where !== "foster-care" && (
            <TextField
              id={`${id}-facility`}
              label={w.facility}
              hint={w.facilityHint}
              optional={words.optional}
              max={200}
              value={person.facility}
              onInput={(facility) => put({ facility })}
              error={error("facility")}
            />
          )}
          <TextField
            id={`${id}-state`}
            label={w.state}
            hint={w.stateHint}
            optional={words.optional}
            narrow
            max={200}
            value={person.state}
            onInput={(state) => put({ state })}
            error={error("state")}
          />
          <DateField
            id={`${id}-since`}
            label={w.since}
            optional={words.optional}
            words={words.date}
            value={person.since}
            onInput={(since) => put({ since })}
            error={error("since")}
          />
        </>
      )}
    </>
  )
}

export function Where(props: StepProps) {
  return (
    <Page {...props} title={whose(props, props.words.where.title)}>
      <WhereFields {...props} at={0} />
    </Page>
  )
}

export function What(props: StepProps) {
  const { letter, words } = props
  const a = letter.answers.value
  const w = words.what
  const error = (id: string) => errorOf(letter.errors.value, words, id)
  return (
    <Page {...props} title={w.title}>
      <TextArea
        id="message"
        label={w.text}
        hint={w.textHint}
        optional={words.optional}
        rows={4}
        value={a.happening}
        onInput={(happening) => letter.change({ happening })}
        error={error("message")}
      />
      <Choice
        id="order-exists"
        across
        label={w.order}
        hint={w.orderHint}
        value={a.orderExists}
        onInput={(orderExists) => letter.change({ orderExists })}
        options={yesNo(words)}
      />
      {a.orderExists === "yes" && (
        <>
          <DateField
            id="order-on"
            label={w.orderOn}
            optional={words.optional}
            words={words.date}
            value={a.orderOn}
            onInput={(orderOn) => letter.change({ orderOn })}
            error={error("order-on")}
          />
          <DateField
            id="order-removalDate"
            label={w.removal}
            optional={words.optional}
            words={words.date}
            value={a.removal}
            onInput={(removal) => letter.change({ removal })}
            error={error("order-removalDate")}
          />
        </>
      )}
      <Select
        id="hearing-kind"
        label={w.hearing}
        optional={words.optional}
        empty=""
        value={a.hearingKind}
        onInput={(hearingKind) => letter.change({ hearingKind })}
        options={optionsOf(w.hearingKinds)}
      />
      {a.hearingKind !== "" && (
        <>
          <DateField
            id="hearing-on"
            label={w.hearingOn}
            optional={words.optional}
            words={words.date}
            value={a.hearingOn}
            onInput={(hearingOn) => letter.change({ hearingOn })}
            error={error("hearing-on")}
          />
          <TextField
            id="hearing-time"
            label={w.hearingTime}
            optional={words.optional}
            max={100}
            value={a.hearingTime}
            onInput={(hearingTime) => letter.change({ hearingTime })}
          />
        </>
      )}
    </Page>
  )
}

export function Reach(props: StepProps) {
  const { letter, words } = props
  const a = letter.answers.value
  const w = words.reach
  return (
    <Page {...props} title={w.title}>
      <Choice
        id="asker-contact"
        label={w.may}
        value={a.mayContact}
        onInput={(mayContact) => letter.change({ mayContact })}
        options={[
          { value: "yes", label: w.mayYes },
          { value: "no", label: w.mayNo, more: w.mayNoMore },
        ]}
      />
      {a.mayContact === "yes" && (
        <>
          <TextField
            id="asker-contact-how"
            label={w.how}
            hint={w.howHint}
            max={300}
            value={a.contactHow}
            onInput={(contactHow) => letter.change({ contactHow })}
            error={errorOf(letter.errors.value, words, "asker-contact-how")}
          />
          <TextField
            id="asker-contact-when"
            label={w.when}
            hint={w.whenHint}
            optional={words.optional}
            max={300}
            value={a.contactWhen}
            onInput={(contactWhen) => letter.change({ contactWhen })}
          />
          <TextArea
            id="asker-contact-neverSay"
            label={w.neverSay}
            hint={w.neverSayHint}
            optional={words.optional}
            rows={2}
            max={1000}
            value={a.neverSay}
            onInput={(neverSay) => letter.change({ neverSay })}
          />
        </>
      )}
      {a.asking !== "self" && (
        <Choice
          id="asker-theyKnow"
          across
          label={w.theyKnow}
          value={a.theyKnow}
          onInput={(theyKnow) => letter.change({ theyKnow })}
          options={yesNo(words)}
        />
      )}
    </Page>
  )
}

export function Lawyer(props: StepProps) {
  const { letter, words } = props
  const a = letter.answers.value
  const w = words.lawyer
  return (
    <Page {...props} title={whose(props, w.title)}>
      <Choice
        id="counsel"
        across
        label={whose(props, w.title)}
        labelUnseen
        value={a.hasLawyer}
        onInput={(hasLawyer) => letter.change({ hasLawyer })}
        options={yesNo(words)}
      />
      {a.hasLawyer === "yes" && (
        <>
          <TextField
            id="counsel-name"
            label={w.name}
            optional={words.optional}
            name
            max={200}
            value={a.lawyerName}
            onInput={(lawyerName) => letter.change({ lawyerName })}
            error={errorOf(letter.errors.value, words, "counsel-name")}
          />
          <TextField
            id="counsel-contact"
            label={w.contact}
            optional={words.optional}
            max={1000}
            value={a.lawyerContact}
            onInput={(lawyerContact) => letter.change({ lawyerContact })}
          />
          <TextField
            id="counsel-for"
            label={w.for}
            hint={w.forHint}
            optional={words.optional}
            max={200}
            value={a.lawyerFor}
            onInput={(lawyerFor) => letter.change({ lawyerFor })}
          />
        </>
      )}
      {a.hasLawyer === "no" && <p class="notice">{w.none}</p>}
    </Page>
  )
}
