// What may be added now or weeks later: danger, family, activities, fears, entry, and anything else.
import { Button } from "@safe-conduct/ui/button.tsx"
import { Checkbox, Choice, Select } from "@safe-conduct/ui/choice.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { TextArea, TextField } from "@safe-conduct/ui/text-field.tsx"
import { type ActivityAnswers, noActivity } from "./answers.ts"
import { errorOf, Page, type StepProps } from "./page.tsx"
import { optionsOf, PersonFields, WhereFields } from "./questions.tsx"

export function DangerStep(props: StepProps) {
  const { letter, words } = props
  const a = letter.answers.value
  return (
    <Page {...props} title={words.danger.title}>
      <Choice
        id="danger-kind"
        label={words.now.kind}
        value={a.dangerKind}
        onInput={(dangerKind) => letter.change({ dangerKind })}
        options={optionsOf(words.now.kinds)}
      />
      <TextField
        id="danger-at"
        label={words.now.at}
        hint={words.now.atHint}
        optional={words.optional}
        max={200}
        value={a.dangerAt}
        onInput={(dangerAt) => letter.change({ dangerAt })}
      />
      <TextArea
        id="danger-text"
        label={words.danger.text}
        optional={words.optional}
        max={20_000}
        value={a.dangerText}
        onInput={(dangerText) => letter.change({ dangerText })}
      />
      <Checkbox
        id="wake"
        label={words.danger.wake}
        more={words.danger.wakeMore}
        checked={a.wake}
        onInput={(wake) => letter.change({ wake })}
      />
    </Page>
  )
}

export function Family(props: StepProps) {
  const { letter, words } = props
  const w = words.family
  const people = letter.answers.value.people
  return (
    <Page {...props} title={w.title} lead={w.lead}>
      {people.map((person, at) =>
        at === 0 ? null : (
          <section class="item stack" aria-label={w.person(at + 1)}>
            <div class="row apart">
              <h2>{w.person(at + 1)}</h2>
              <Button look="plain" name={`${words.remove}: ${w.person(at + 1)}`} onPress={() => letter.removePerson(at)}>
                {words.remove}
              </Button>
            </div>
            <Select
              id={`people-${at}-relation`}
              label={w.relation}
              empty=""
              value={person.relation}
              onInput={(relation) => letter.changePerson(at, { relation })}
              options={optionsOf(w.relations)}
            />
            <PersonFields {...props} at={at} />
            <WhereFields {...props} at={at} />
            <TextField
              id={`people-${at}-health`}
              label={w.health}
              hint={w.healthHint}
              optional={words.optional}
              max={1000}
              value={person.health}
              onInput={(health) => letter.changePerson(at, { health })}
            />
          </section>
        ),
      )}
      {people.length < 12 && <Button onPress={letter.addPerson}>{w.add}</Button>}
    </Page>
  )
}

export function Activities(props: StepProps) {
  const { letter, words } = props
  const w = words.activities
  const list = letter.answers.value.activities
  const put = (at: number, part: Partial<ActivityAnswers>) =>
    letter.change({ activities: list.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  // A file that belonged to a removed item belongs to the whole request; those after it move up with their items.
  const remove = (at: number) =>
    letter.change({
      activities: list.filter((_, place) => place !== at),
      files: letter.answers.value.files.map((file) => ({
        ...file,
        activity: file.activity === null || file.activity === at ? null : file.activity > at ? file.activity - 1 : file.activity,
      })),
    })
  const error = (id: string) => errorOf(letter.errors.value, words, id)
  return (
    <Page {...props} title={w.title} lead={w.lead}>
      {list.map((one, at) => (
        <section class="item stack" aria-label={w.item(at + 1)}>
          <div class="row apart">
            <h2>{w.item(at + 1)}</h2>
            <Button look="plain" name={`${words.remove}: ${w.item(at + 1)}`} onPress={() => remove(at)}>
              {words.remove}
            </Button>
          </div>
          <Select
            id={`activities-${at}-kind`}
            label={w.kind}
            empty=""
            value={one.kind}
            onInput={(kind) => put(at, { kind })}
            options={optionsOf(w.kinds)}
          />
          <TextArea
            id={`activities-${at}-what`}
            label={w.what}
            rows={3}
            value={one.what}
            onInput={(what) => put(at, { what })}
            error={error(`activities-${at}-what`)}
          />
          <DateField
            id={`activities-${at}-when`}
            label={w.when}
            hint={w.whenHint}
            optional={words.optional}
            words={words.date}
            value={one.when}
            onInput={(when) => put(at, { when })}
            error={error(`activities-${at}-when`)}
          />
          <TextField
            id={`activities-${at}-where`}
            label={w.where}
            optional={words.optional}
            max={500}
            value={one.where}
            onInput={(where) => put(at, { where })}
          />
        </section>
      ))}
      {list.length < 60 && <Button onPress={() => letter.change({ activities: [...list, noActivity] })}>{w.add}</Button>}
    </Page>
  )
}

export function Fears(props: StepProps) {
  const { letter, words } = props
  return (
    <Page {...props} title={words.fears.title}>
      <TextArea
        id="fears"
        label={words.fears.text}
        hint={words.fears.hint}
        rows={8}
        max={20_000}
        value={letter.answers.value.fears}
        onInput={(fears) => letter.change({ fears })}
      />
    </Page>
  )
}

export function Entry(props: StepProps) {
  const { letter, words } = props
  const a = letter.answers.value
  return (
    <Page {...props} title={words.entry.title}>
      <Choice
        id="entry-how"
        label={words.entry.how}
        value={a.entryHow}
        onInput={(entryHow) => letter.change({ entryHow })}
        options={optionsOf(words.entry.hows)}
      />
      <DateField
        id="entry-on"
        label={words.entry.on}
        optional={words.optional}
        words={words.date}
        value={a.entryOn}
        onInput={(entryOn) => letter.change({ entryOn })}
        error={errorOf(letter.errors.value, words, "entry-on")}
      />
    </Page>
  )
}

export function Message(props: StepProps) {
  const { letter, words } = props
  return (
    <Page {...props} title={words.message.title}>
      <TextArea
        id="more-message"
        label={words.message.text}
        rows={8}
        max={19_000}
        value={letter.answers.value.message}
        onInput={(message) => letter.change({ message })}
      />
    </Page>
  )
}
