// What whoever went off duty wrote, on top of Today until somebody takes over; afterwards one line that says who did.
import type { ShiftView } from "@safe-conduct/client/member"
import { Button } from "@safe-conduct/ui/button.tsx"
import { useDesk } from "../app/context.tsx"
import { whenText } from "../app/when.ts"

/** `taken`: those that somebody carried on from, which need no room on top. */
export function ShiftNotes({ shifts, taken: over }: { readonly shifts: readonly ShiftView[]; readonly taken: boolean }) {
  const { vault, words, language, zone, toast, refusalText } = useDesk()
  const { shift } = words.value
  const at = (moment: number): string => whenText(language.value, new Date(moment).toISOString(), zone)
  async function take(id: string): Promise<void> {
    const done = await vault.actRegister("take-shift", { shift: id })
    toast(done.ok ? shift.took : refusalText(done.refusal))
  }
  return (
    <>
      {shifts
        .filter((one) => (one.taken !== null) === over)
        .map(({ shift: id, name, mine, at: left, text, taken }) =>
          taken === null ? (
            <section key={id} class="notice shift" aria-label={shift.saidAt(name, at(left))}>
              <p class="small">
                <strong>{shift.saidAt(name, at(left))}</strong> {mine && <span class="quiet">{shift.mine}</span>}
              </p>
              <p class="said">{text}</p>
              {!mine && (
                <Button look="main" onPress={() => void take(id)}>
                  {shift.take}
                </Button>
              )}
            </section>
          ) : (
            <details key={id} class="shift-taken small">
              <summary>
                {shift.saidAt(name, at(left))}; {shift.takenBy(taken.name, at(taken.at))}
              </summary>
              <p class="said">{text}</p>
            </details>
          ),
        )}
    </>
  )
}
