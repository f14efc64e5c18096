// One family's case: its head always in sight, the log on the left, the dates on the right, the rest below.
import type { CaseView } from "@safe-conduct/client/member"
import { type ActionName, actionNames } from "@safe-conduct/domain/case"
import type { Refusal } from "@safe-conduct/domain/refusal"
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { useHeld } from "../app/held.ts"
import { Dates } from "../proceeding/dates.tsx"
import { CaseContext, type OpenCase } from "./case-context.ts"
import { CaseHead } from "./case-head.tsx"
import { CaseParts } from "./case-parts.tsx"
import { ActionForm } from "./form/action-form.tsx"
import type { CaseForm, Values } from "./form/spec.ts"
import { forms } from "./forms.ts"
import { Log } from "./log/log.tsx"
import { useCaseKeys } from "./use-case-keys.ts"
import { useCaseWords } from "./use-case-words.ts"
import "./case.css"

type Opened = { readonly does: ActionName; readonly start?: Values | undefined }
type Offers = Partial<Record<ActionName, Refusal | null>>

export default function CasePage({ stream }: { readonly stream: string }) {
  const desk = useDesk()
  const words = useCaseWords()
  const [view, setView] = useState<CaseView | null>(null)
  const [failed, setFailed] = useState<Refusal | null>(null)
  const [offers, setOffers] = useState<Offers>({})
  const [chosen, setChosen] = useState<string | null>(null)
  // A form that was open when the screen locked is open again.
  const [opened, setOpened] = useHeld<Opened | null>(`open ${stream}`, null)
  const count = useRef(0)

  async function read(): Promise<void> {
    const got = await desk.vault.openCase(stream)
    if (!got.ok) return setFailed(got.refusal)
    setFailed(null)
    setView(got.value)
    setOffers(await desk.vault.refusals(stream, actionNames))
  }

  useEffect(() => {
    setView(null)
    setChosen(null)
    void read()
    return desk.vault.on((change) => {
      if (change.stream === stream || change.what === "tray") void read()
    })
  }, [stream])

  const open = useMemo((): OpenCase | null => {
    if (view === null || words === null) return null
    const person = view.people.find((one) => one.person === chosen) ?? view.people[0] ?? null
    const told: OpenCase["told"] = async (answer, saved = words.form.saved) => {
      desk.toast(answer.ok ? saved : desk.refusalText(answer.refusal))
      // Refused too: it may rest on what somebody wrote meanwhile, and what is to be looked at must be on the screen.
      await read()
      return answer.ok
    }
    return {
      view,
      words,
      code: desk.words.value.code,
      person,
      look: setChosen,
      refused: (does) => offers[does] ?? null,
      open: (does, start) => setOpened({ does, start }),
      act: async (does, input) => told(await desk.vault.act(stream, does, input)),
      told,
      newId: () => `${desk.who.value?.member.slice(0, 8) ?? "m"}-${desk.now().toString(36)}-${(count.current++).toString(36)}`,
      nameOf: (member) =>
        view.roster.find((one) => one.member === member)?.name || (/^[a-z2-7]{26}$/.test(member) ? member.slice(0, 6) : member),
      personName: (id) => {
        const one = view.people.find((line) => line.person === id)
        return (words.language === "ru" ? one?.cyrillic || one?.latin : one?.latin || one?.cyrillic) || id
      },
    }
  }, [view, words, chosen, offers])

  useCaseKeys(open)

  if (words === null || (open === null && failed === null))
    return (
      <p class="opening" role="status">
        {words?.page.opening ?? ""}
      </p>
    )
  if (open === null || failed !== null)
    return <RefusalNotice title={words.page.untitled} sentence={desk.refusalText(failed as Refusal)} code={failed?.error ?? ""} />
  const form: CaseForm | null = opened === null ? null : (forms[opened.does] as CaseForm | null)
  return (
    <CaseContext.Provider value={open}>
      <article class="case" data-density="dense">
        <CaseHead />
        {open.view.beyond !== null && (
          <p class="halted" role="alert">
            {words.page.beyond}
          </p>
        )}
        {open.view.alarms.length > 0 && (
          <p class="halted" role="alert">
            {words.page.alarm} <span class="data small">{open.view.alarms.map((alarm) => alarm.error).join(", ")}</span>
          </p>
        )}
        <div class="case-two">
          <Log />
          <Dates />
        </div>
        <CaseParts />
        <p class="small">
          <a href={paths.purgeOf(stream)}>{desk.words.value.purge.fromCase}</a>
        </p>
      </article>
      <Dialog open={form !== null} title={opened === null ? "" : words.labels.actions[opened.does]} onClose={() => setOpened(null)}>
        {form !== null && <ActionForm key={opened?.does ?? ""} form={form} start={opened?.start} onDone={() => setOpened(null)} />}
      </Dialog>
    </CaseContext.Provider>
  )
}
