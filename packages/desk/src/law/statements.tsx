// What two members say to everybody: what stands and whether everybody is shown it, what waits for a second signature in all three
// languages, and two things that can be said: a notice on the first page, and that the steps for the hour were read.
import type { PublicStatement, Refusal, Result, StatementGiven, StatementView } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { fullDay } from "../app/when.ts"
import { NoticeInThree } from "./notice-in-three.tsx"
import { StepsToRead } from "./steps-to-read.tsx"
import { WriteNotice } from "./write-notice.tsx"

export function Statements({ onRefused }: { readonly onRefused: (refusal: Refusal | null) => void }) {
  const { vault, words, language, toast } = useDesk()
  const { law, app } = words.value
  const { said } = law
  const [view, setView] = useState<StatementView | null>(null)
  const [open, setOpen] = useState<"notice" | "steps" | null>(null)
  const [busy, setBusy] = useState(false)
  const read = async (): Promise<void> => {
    const now = await vault.statements()
    if (now.ok) setView(now.value)
  }
  useEffect(() => {
    void read()
    return vault.on((change) => void (change.what === "register" && read()))
  }, [vault])
  if (view === null) return <p class="quiet">{app.loading}</p>

  async function act(doing: () => Promise<Result<unknown>>, done: string): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    const result = await doing()
    setBusy(false)
    onRefused(result.ok ? null : result.refusal)
    await read()
    if (result.ok) toast(done)
    return result.ok
  }
  async function propose(given: StatementGiven): Promise<void> {
    if (await act(() => vault.proposeStatement(given), law.proposed)) setOpen(null)
  }
  const day = (text: string): string => fullDay(language.value, text)
  const days = ({ on, until }: PublicStatement): string => said.days(day(on), day(until))
  return (
    <div class="stack">
      {view.standing.length === 0 && <p class="quiet">{said.none}</p>}
      <ul class="plain statements">
        {view.standing.map((one) => (
          <li key={one.statement.what} class="stack-s" data-about={one.statement.what}>
            <p>
              <strong>{said.kinds[one.statement.what]}</strong> <span class="quiet">{days(one.statement)}</span>
            </p>
            {one.statement.what === "notice" && <p class="said-text">{one.statement.text[language.value]}</p>}
            <p class="quiet small">
              {law.signedBy(one.by.name, one.signedBy.name)}.{" "}
              {one.over ? said.over : one.shown === null ? said.unknown : one.shown && said.shown}
            </p>
            {!one.over && one.shown === false && <p class="warn">{said.notShown}</p>}
            <p class="row">
              {!one.over && one.shown === false && (
                <Button onPress={() => void act(() => vault.tellStatement(one.statement.what), said.told)}>{said.tell}</Button>
              )}
              {!one.over && (
                <Button look="plain" onPress={() => void act(() => vault.withdrawStatement(one.statement.what), law.takenBack)}>
                  {said.takeBack}
                </Button>
              )}
            </p>
          </li>
        ))}
        {view.waiting.map((one) => (
          <li key={one.entry} class="stack-s" data-waiting={one.statement.what}>
            <p>
              <strong>
                {said.waiting} {said.kinds[one.statement.what]}
              </strong>{" "}
              <span class="quiet">
                {days(one.statement)} ({law.proposedBy(one.by.name)})
              </span>
            </p>
            {one.statement.what === "notice" ? (
              <NoticeInThree text={one.statement.text} />
            ) : (
              view.steps !== null && <StepsToRead steps={view.steps} />
            )}
            <p class="row">
              {one.refused === null ? (
                <Button look="main" onPress={() => void act(() => vault.signStatement(one.entry, view.head), said.signed)}>
                  {said.sign[one.statement.what]}
                </Button>
              ) : (
                <span class="quiet small">{one.by.mine ? law.mine : law.overtaken}</span>
              )}
              {one.by.mine && (
                <Button
                  look="plain"
                  onPress={() => void act(() => vault.actRegister("strike", { seq: one.seq, why: law.takenBackWhy }), law.takenBack)}
                >
                  {law.takeBack}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
      <p class="row">
        <Button onPress={() => setOpen(open === "notice" ? null : "notice")}>{said.write}</Button>
        {view.steps !== null && <Button onPress={() => setOpen(open === "steps" ? null : "steps")}>{said.readSteps}</Button>}
      </p>
      {open === "notice" && <WriteNotice onPropose={(given) => void propose(given)} />}
      {open === "steps" && view.steps !== null && (
        <div class="stack">
          <p class="quiet">{view.steps.readOn === null ? said.neverRead : said.lastRead(day(view.steps.readOn))}</p>
          <StepsToRead steps={view.steps} />
          <p class="row">
            <Button look="main" onPress={() => void propose({ what: "self-help" })}>
              {said.haveRead}
            </Button>
            <span class="quiet small">{said.haveReadHint}</span>
          </p>
        </div>
      )}
    </div>
  )
}
