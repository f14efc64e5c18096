// Came with an appointment at the port, was paroled, and was taken again at a check-in: a fast removal, a negative answer about his
// fear, and a judge's review within the week.
import * as r from "../records.ts"
import type { Story } from "../timeline.ts"

export const paroleeFear: Story = {
  name: "parolee",
  scenes: (when, cast) => [
    {
      at: when.at(-2, "11:30"),
      async play(stage) {
        const family = await stage.opens(
          "anna",
          [
            {
              names: [
                { script: "cyrillic", surname: "Бальжинов", given: "Дугар" },
                { script: "latin", surname: "Balzhinov", given: "Dugar", scheme: "icao-9303", document: "passport 2021" },
                { script: "latin", surname: "Baljinov", given: "Dugar", scheme: "french", document: "notice of 2024" },
              ],
              born: "1996-12-02",
              aNumbers: ["A245166090"],
              countryOfBirth: "RU",
              citizenship: "RU",
            },
          ],
          ([dugar]) => [
            r.owner(stage.id("anna")),
            r.event(dugar as string, { type: "parole.poe", on: when.day(-640) }),
            r.held(dugar as string, "CCASDCA", when.day(-12), "counsel", when.text(when.at(-2, "11:00"))),
            r.event(dugar as string, { type: "cf.determination", on: when.day(-3), result: "negative" }),
            r.more(dugar as string, {
              languages: ["bua", "ru"],
              court: { circuit: "9", state: "CA", name: "Otay Mesa Immigration Court" },
            }),
            r.counsel(dugar as string, "Imani Castellanos", "all", when.day(-3)),
            r.note("The interview was in Russian by telephone; he asked for Buryat and was told to go on. Say so to the judge.", dugar),
          ],
        )
        cast.streams.set("parolee", family.stream)
      },
    },
  ],
}
