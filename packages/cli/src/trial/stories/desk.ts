// The desk's own days: keys that are renewed in time, who is on duty, and the flight that a caller spoke of.
import type { Vault } from "@safe-conduct/client/member"
import { must, type Stage } from "../stage.ts"
import type { Story } from "../timeline.ts"

/** Certificates last 45 days; both administrators renew them well before. */
async function renew(stage: Stage): Promise<void> {
  for (const what of ["rotateIntake", "rotateReply"] as const) {
    const half = must(await (await stage.member("anna"))[what]())
    if (half.done) throw new Error("one administrator was enough to renew")
    must(await (await stage.member("boris"))[what](half.approvals))
  }
}

const onDuty = async (anna: Vault, members: readonly string[], from: number, until: number, note: string): Promise<void> => {
  must(await anna.actRegister("set-duty", { from, until, members, note }))
}

export const desk: Story = {
  name: "the desk",
  scenes: (when) => [
    { at: when.at(-31, "09:30"), play: renew },
    { at: when.at(-2, "09:30"), play: renew },
    {
      at: when.ago(3.5),
      async play(stage) {
        const anna = await stage.member("anna")
        const [first, second] = [stage.id("anna"), stage.id("boris")]
        await onDuty(
          anna,
          [first, second],
          when.ago(4),
          when.now + 8 * 3_600_000,
          "Boris takes over after that. Read the log of whoever is at Mesa first.",
        )
        await onDuty(anna, [second, first], when.now + 8 * 3_600_000, when.now + 20 * 3_600_000, "Night.")
      },
    },
  ],
}
