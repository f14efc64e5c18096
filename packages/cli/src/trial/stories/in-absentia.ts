// Ordered removed because she did not come to court, when she could not come: she sat in another state's detention that day.
import * as r from "../records.ts"
import type { Family } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const inAbsentia: Story = {
  name: "in absentia",
  scenes(when, cast) {
    let family: Family
    return [
      {
        at: when.at(-15, "12:10"),
        async play(stage) {
          family = await stage.opens(
            "boris",
            [
              {
                names: [
                  { script: "cyrillic", surname: "Перевозчикова", given: "Инна", patronymic: "Аркадьевна" },
                  { script: "latin", surname: "Perevozchikova", given: "Inna" },
                  { script: "latin", surname: "Perevoztchikova", given: "Inna", scheme: "french", document: "passport 2005" },
                ],
                born: "1979-06-27",
                aNumbers: ["A213904562"],
                countryOfBirth: "KZ",
                citizenship: "RU",
              },
            ],
            ([inna]) => [
              r.owner(stage.id("boris")),
              r.more(inna as string, {
                court: { circuit: "3", state: "NJ", name: "Newark Immigration Court" },
                countryOfBirthAsRecorded: "KZ",
              }),
              r.held(inna as string, "PRLDCTX", when.day(-24), "locator", when.text(when.at(-15, "11:50"))),
              r.event(inna as string, { type: "ij.decision", on: when.day(-18), form: "written", outcome: "IN_ABSENTIA" }),
              r.note("Hearing in Newark while she was held in Texas since six days. The locator print-outs of both days are kept.", inna),
              r.task("Motion to rescind: no limit of time for someone in custody; filing it stays removal.", {
                person: inna as string,
                for: "trial",
              }),
            ],
          )
          cast.streams.set("in-absentia", family.stream)
        },
      },
      {
        at: when.ago(30),
        async play(stage) {
          await stage.acts("boris", family, [
            r.counsel(family.people[0] as string, "Howard Nakagawa", "trial", when.day(-2)),
            r.seen(family.people[0] as string, when.text(when.ago(30)), "counsel"),
          ])
        },
      },
    ]
  },
}
