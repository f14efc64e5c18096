// Where I let myself be woken. The address is the one thing here that the server reads; it is said so beside it.
import type { OwnWays, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { canBePushed, letMePush, pushMeNoMore } from "./browser-push.ts"

export function WaysForm() {
  const { vault, words, language, toast, refusalText } = useDesk()
  const { duty } = words.value
  const [held, setHeld] = useState<OwnWays | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  useEffect(() => {
    void vault.ways().then((got) => got.ok && setHeld(got.value))
  }, [vault])
  if (held === null) return null
  const given = (text: string | null): string | null => text?.trim() || null

  async function keep(): Promise<boolean> {
    return keepWays(held as OwnWays)
  }
  async function keepWays({ webhook, mail, push }: OwnWays): Promise<boolean> {
    const done = await vault.setWays({ webhook: given(webhook), mail: given(mail), push, language: language.value })
    setRefused(done.ok ? null : done.refusal)
    if (done.ok) toast(duty.saved)
    return done.ok
  }
  /** The address is the browser's to give: nobody types it. */
  async function pushed(push: string | null): Promise<void> {
    const next = { ...(held as OwnWays), push }
    if (await keepWays(next)) setHeld(next)
  }
  async function test(): Promise<void> {
    if (!(await keep())) return
    const done = await vault.testWays()
    setRefused(done.ok ? null : done.refusal)
    if (done.ok) toast(duty.tested)
  }
  return (
    <form
      class="stack-s"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <h2>{duty.ways}</h2>
      <p class="quiet small">{held.can.length === 0 ? duty.noWays : duty.waysMore}</p>
      {held.can.filter(typed).map((kind) => (
        <TextField
          key={kind}
          id={`way-${kind}`}
          label={duty[kind]}
          hint={kind === "webhook" ? duty.webhookHint : duty.mailHint}
          value={held[kind] ?? ""}
          max={kind === "webhook" ? 500 : 200}
          onInput={(text) => setHeld({ ...held, [kind]: text })}
        />
      ))}
      {held.pushKey !== null && <PushLine on={held.push !== null} pushKey={held.pushKey} onChange={(push) => void pushed(push)} />}
      {refused && <RefusalNotice title={words.value.app.refused} sentence={refusalText(refused)} code={refused.error} />}
      {held.can.length > 0 && (
        <p class="buttons">
          <Button submit look="main">
            {duty.keep}
          </Button>{" "}
          <Button onPress={() => void test()}>{duty.test}</Button>
        </p>
      )}
    </form>
  )
}

const typed = (kind: OwnWays["can"][number]): kind is "webhook" | "mail" => kind !== "push"

interface PushLineProps {
  readonly on: boolean
  readonly pushKey: string
  readonly onChange: (push: string | null) => void
}

function PushLine({ on, pushKey, onChange }: PushLineProps) {
  const { words, language, toast } = useDesk()
  const { duty } = words.value
  if (!canBePushed()) return null
  async function begin(): Promise<void> {
    const address = await letMePush(pushKey, language.value)
    if (address === null) toast(duty.pushRefused)
    else onChange(address)
  }
  async function end(): Promise<void> {
    await pushMeNoMore()
    onChange(null)
  }
  return (
    <div class="stack-s push-line">
      <p>
        <strong>{duty.push}</strong> {on && <span>{duty.pushHere}</span>}
      </p>
      <p class="quiet small">{duty.pushMore}</p>
      <p class="buttons">
        <Button id="push-on" onPress={() => void begin()}>
          {duty.pushOn}
        </Button>{" "}
        {on && (
          <Button id="push-off" look="plain" onPress={() => void end()}>
            {duty.pushOff}
          </Button>
        )}
      </p>
    </div>
  )
}
