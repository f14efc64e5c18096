// The desk's own days: keys that are renewed in time, who is on duty, and the flight that a caller spoke of.
import type { Vault } from "@safe-conduct/client/member"
import { must, type Stage } from "../stage.ts"
import type { Story } from "../timeline.ts"
import { deskZone } from "../when.ts"

/** Certificates last 45 days; both administrators renew them well before. */
async function renew(stage: Stage): Promise<void> {
  for (const what of ["rotateIntake", "rotateReply"] as const) {
    const half = must(await (await stage.member("anna"))[what]())
    if (half.done) throw new Error("one administrator was enough to renew")
    must(await (await stage.member("boris"))[what](half.approvals))
  }
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** The week that repeats: by day the two who began it in turn, the night by the other. Vera is woken with everyone, or not at all. */
async function rota(vault: Vault, [anna, boris]: readonly [string, string]): Promise<void> {
  const lines = everyDay.flatMap((day) => [
    { day, from: "08:00", until: "22:00", members: day % 2 === 0 ? [anna, boris] : [boris, anna] },
    { day, from: "22:00", until: "08:00", members: day % 2 === 0 ? [boris, anna] : [anna, boris] },
  ])
  must(await vault.setRota({ timeZone: deskZone, lines: lines as never }))
}
const HOUR = 3_600_000
const onTheHour = (at: number): number => Math.floor(at / HOUR) * HOUR

export const desk: Story = {
  name: "the desk",
  scenes: (when) => [
    { at: when.at(-31, "09:30"), play: renew },
    { at: when.at(-2, "09:30"), play: renew },
    {
      at: when.ago(5),
      async play(stage) {
        const boris = await stage.member("boris")
        const text = "Двое из Winn: велено собрать вещи. Адвокат подаёт в восемь; если позвонят из Месы, сначала прочтите журнал."
        must(await boris.actRegister("leave-shift", { shift: "night", text }))
      },
    },
    {
      at: when.ago(3.5),
      async play(stage) {
        must(await (await stage.member("anna")).actRegister("take-shift", { shift: "night" }))
      },
    },
    {
      // Last of all: what is armed before it would have rung before anybody looks.
      at: when.ago(0.02),
      async play(stage) {
        const anna = await stage.member("anna")
        const [first, second] = [stage.id("anna"), stage.id("boris")]
        await rota(anna, [first, second])
        // Whoever opens the trial is on duty, whatever the hour.
        must(await anna.setDuty({ from: onTheHour(when.now), until: onTheHour(when.now) + 8 * HOUR, members: [first, second] }))
      },
    },
  ],
}
