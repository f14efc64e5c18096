// A husband who could go now, a wife who must stay for her own hearing: Boris proposes in writing that they part for a while, and
// nothing happens until a second member and both adults say yes.
import * as r from "../records.ts"
import { type Family, must } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const familySplit: Story = {
  name: "family split",
  scenes(when, cast) {
    let family: Family
    return [
      {
        at: when.at(-20, "13:25"),
        async play(stage) {
          family = await stage.opens(
            "boris",
            [
              {
                relation: "principal",
                names: [
                  { script: "cyrillic", surname: "Кравец", given: "Данила" },
                  { script: "latin", surname: "Kravets", given: "Danila" },
                ],
                born: "1986-01-31",
                aNumbers: ["A222305946"],
                countryOfBirth: "RU",
                citizenship: "RU",
              },
              {
                relation: "spouse",
                names: [
                  { script: "cyrillic", surname: "Кравец", given: "Олеся" },
                  { script: "latin", surname: "Kravets", given: "Olesia" },
                ],
                born: "1988-08-08",
                aNumbers: ["A222305947"],
                countryOfBirth: "UA",
                citizenship: "RU",
              },
              {
                relation: "child",
                names: [
                  { script: "cyrillic", surname: "Кравец", given: "Тихон" },
                  { script: "latin", surname: "Kravets", given: "Tikhon" },
                ],
                born: "2016-05-05",
                citizenship: "RU",
              },
            ],
            ([danila, olesia, tikhon]) => [
              r.owner(stage.id("boris")),
              r.held(danila as string, "ELZICDF", when.day(-47), "family"),
              r.elsewhere(olesia as string, "free", when.day(-200)),
              r.elsewhere(tikhon as string, "free", when.day(-200)),
              {
                does: "record-guardianship",
                input: {
                  person: tikhon,
                  holder: "with-family",
                  courtOrder: false,
                  agencyAgrees: false,
                  otherParent: "travels",
                  bestInterests: "assessed",
                },
              },
              r.wish(danila as string, "go"),
              r.wish(olesia as string, "stay"),
              r.event(olesia as string, { type: "hearing.scheduled", at: when.text(when.at(41, "13:00")), kind: "individual" }),
              r.counsel(olesia as string, "Grace Oyelaran", "all", when.day(-120)),
            ],
          )
          cast.streams.set("split", family.stream)
        },
      },
      {
        at: when.ago(29),
        async play(stage) {
          const boris = await stage.member("boris")
          const [danila] = family.people as [string]
          await stage.acts("boris", family, [r.seen(danila, when.text(when.ago(31)), "family")])
          must(
            await boris.act(family.stream, "propose-split", {
              people: [danila],
              reason:
                "He can leave this month. Her hearing is in six weeks and her chances are good; the boy stays with her. Both asked for this by telephone.",
            }),
          )
        },
      },
    ]
  },
}
