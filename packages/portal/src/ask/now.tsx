// They are moving him now: four answers on one page, a person woken, and nothing else asked. The words come after.
import { Button } from "@safe-conduct/ui/button.tsx"
import { Choice } from "@safe-conduct/ui/choice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { HourLink } from "./hour-link.tsx"
import { Heading, proceed, type StepProps } from "./page.tsx"
import { optionsOf, PersonFields } from "./questions.tsx"

export function Now(props: StepProps) {
  const { letter, words } = props
  const a = letter.answers.value
  const w = words.now
  const person = a.people[0]
  if (!person) return null
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // Sending is the consent here, and the sentence beside the button says so.
        letter.change({ intake: true, wake: true, mayContact: a.contactHow.trim() ? "yes" : "no", asking: a.asking || "relative" })
        letter.urgent.value = true
        proceed(letter)
      }}
    >
      <div class="stack-s">
        <Heading>{w.title}</Heading>
        <p>{w.lead}</p>
        <HourLink words={words} />
      </div>
      <Choice
        id="danger-kind"
        label={w.kind}
        value={a.dangerKind}
        onInput={(dangerKind) => letter.change({ dangerKind })}
        options={optionsOf(w.kinds)}
      />
      <TextField
        id="danger-at"
        label={w.at}
        hint={w.atHint}
        max={200}
        value={a.dangerAt}
        onInput={(dangerAt) => letter.change({ dangerAt })}
      />
      <TextField
        id="people-0-where-facility"
        label={w.place}
        hint={w.placeHint}
        max={200}
        value={person.facility}
        onInput={(facility) => letter.changePerson(0, { facility, where: facility.trim() ? "detained" : "" })}
      />
      <h2>{w.person}</h2>
      <PersonFields {...props} at={0} latin={false} />
      <TextField
        id="asker-contact-how"
        label={w.phone}
        hint={w.phoneHint}
        kind="tel"
        inputMode="tel"
        max={300}
        value={a.contactHow}
        onInput={(contactHow) => letter.change({ contactHow })}
      />
      <p class="small">{w.agree}</p>
      <div class="row walk">
        <Button submit look="danger">
          {w.send}
        </Button>
        <Button
          look="plain"
          onPress={() => {
            letter.urgent.value = false
            letter.go("who")
          }}
        >
          {w.calm}
        </Button>
      </div>
    </form>
  )
}
