// A notice for the first page: in three languages, until a day, seen as it will stand before it is proposed.
import type { StatementGiven } from "@safe-conduct/client/member"
import { STATEMENT_LENGTH } from "@safe-conduct/domain/register"
import { addDays } from "@safe-conduct/domain/time"
import { Button } from "@safe-conduct/ui/button.tsx"
import { DateField } from "@safe-conduct/ui/date-field.tsx"
import { TextArea } from "@safe-conduct/ui/text-field.tsx"
import { dayText, typedDay } from "@safe-conduct/ui/typed-day.ts"
import { useState } from "preact/hooks"
import { dayBy } from "../app/when.ts"
import { useDesk } from "../app/context.tsx"
import { useCaseWords } from "../case/use-case-words.ts"
import { NoticeInThree } from "./notice-in-three.tsx"

const languages = ["en", "fr", "ru"] as const
/** A notice that nobody ends is gone after a week. */
const USUAL_DAYS = 7

export interface WriteNoticeProps {
  readonly onPropose: (given: StatementGiven) => void
}

export function WriteNotice({ onPropose }: WriteNoticeProps) {
  const { words, now } = useDesk()
  const { law } = words.value
  const [text, setText] = useState({ en: "", fr: "", ru: "" })
  const [until, setUntil] = useState(() => typedDay(addDays(dayBy("UTC", now()), USUAL_DAYS)))
  const [tried, setTried] = useState(false)
  const form = useCaseWords()?.form
  if (form === undefined) return null
  const day = dayText(until)
  const missing = languages.find((one) => text[one].trim() === "")
  return (
    <form
      class="stack write-notice"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (missing === undefined && day !== undefined) onPropose({ what: "notice", text, until: day })
      }}
    >
      {languages.map((one) => (
        <TextArea
          key={one}
          id={`said-${one}`}
          label={law.languages[one]}
          lang={one}
          rows={3}
          max={STATEMENT_LENGTH}
          error={tried && text[one].trim() === "" ? law.missing : undefined}
          value={text[one]}
          onInput={(value) => setText({ ...text, [one]: value })}
        />
      ))}
      <DateField
        id="said-until"
        label={law.said.until}
        hint={law.said.untilHint}
        error={tried && day === undefined ? law.missing : undefined}
        value={until}
        onInput={setUntil}
        words={form}
      />
      <p class="hint">{law.said.publicHint}</p>
      <div class="notice">
        <NoticeInThree text={text} />
      </div>
      <div class="foot">
        <Button submit look="main">
          {law.said.propose}
        </Button>
        <span class="quiet small">{law.proposeHint}</span>
      </div>
    </form>
  )
}
