// Where I let myself be woken. The address is the one thing here that the server reads; it is said so beside it.
import type { OwnWays, Refusal } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { TextField } from "@safe-conduct/ui/text-field.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"

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
    const { webhook, mail } = held as OwnWays
    const done = await vault.setWays({ webhook: given(webhook), mail: given(mail), language: language.value })
    setRefused(done.ok ? null : done.refusal)
    if (done.ok) toast(duty.saved)
    return done.ok
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
      {held.can.map((kind) => (
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
