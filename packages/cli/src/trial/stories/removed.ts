// Nobody stopped this plane. What followed is recorded as it was told, and nobody writes to him or his family first.
import * as r from "../records.ts"
import type { Family } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const removed: Story = {
  name: "removed",
  scenes(when, cast) {
    let family: Family
    const day = when.day(-27)
    return [
      {
        at: when.at(-52, "11:15"),
        async play(stage) {
          family = await stage.opens(
            "anna",
            [
              {
                names: [
                  { script: "cyrillic", surname: "Струнин", given: "Олег", patronymic: "Маркович" },
                  { script: "latin", surname: "Strunin", given: "Oleg" },
                ],
                born: "1972-04-04",
                aNumbers: ["A201764933"],
                countryOfBirth: "RU",
                citizenship: "RU",
              },
            ],
            ([oleg]) => [
              r.owner(stage.id("anna")),
              r.held(oleg as string, "JENATLA", when.day(-54), "family"),
              r.event(oleg as string, {
                type: "ij.decision",
                on: when.day(-131),
                form: "oral",
                outcome: "DENIED_REMOVAL",
                appeal: "waived",
              }),
              r.event(oleg as string, { type: "travel-document", on: when.day(-131), heldBy: "ice" }),
            ],
          )
          cast.streams.set("removed", family.stream)
        },
      },
      {
        at: when.at(-26, "08:20"),
        async play(stage) {
          const [oleg] = family.people as [string]
          await stage.acts("boris", family, [
            { does: "record-removal", input: { person: oleg, to: "RU", at: day, seen: true } },
            r.note("We learned of the flight forty minutes before it left. He had waived his appeal without a lawyer.", oleg),
          ])
        },
      },
      {
        at: when.at(-23, "17:40"),
        play: (stage) =>
          stage.acts("boris", family, [
            {
              does: "record-aftermath",
              input: {
                person: family.people[0],
                on: when.day(-26),
                what: "Questioned for five hours at Sheremetyevo, two men without names. Telephone and papers taken. Released at night.",
              },
            },
          ]),
      },
      {
        at: when.at(-12, "19:05"),
        play: (stage) =>
          stage.acts("boris", family, [
            {
              does: "record-aftermath",
              input: {
                person: family.people[0],
                on: when.day(-13),
                what: "Summons to the military office for data to be checked. He sleeps at a friend's.",
              },
            },
          ]),
      },
    ]
  },
}
