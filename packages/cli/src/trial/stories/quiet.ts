// Those for whom nothing burns: one on hold, one closed, one protected and free, one whose claim waits for a second reader, and one
// who is known here under the spelling of her passport.
import { randomId } from "@safe-conduct/sealing/seal"
import * as r from "../records.ts"
import { claims } from "../proving.ts"
import { type Family, must } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const onHold: Story = {
  name: "on hold",
  scenes: (when) => [
    {
      at: when.at(-33, "15:00"),
      async play(stage) {
        await stage.opens(
          "anna",
          [
            {
              names: [
                { script: "cyrillic", surname: "Радченко", given: "Фаина" },
                { script: "latin", surname: "Radchenko", given: "Faina" },
              ],
              born: "1959-02-11",
              aNumbers: ["A204417620"],
              countryOfBirth: "UZ",
              citizenship: "RU",
            },
          ],
          ([faina]) => [
            r.owner(stage.id("anna")),
            r.elsewhere(faina as string, "free", when.day(-300), "OR"),
            r.event(faina as string, {
              type: "hearing.scheduled",
              at: when.text(when.at(74, "09:00"), "America/Los_Angeles"),
              kind: "master",
            }),
            { does: "hold", input: { until: when.day(26), why: "She is in hospital and asks to be left in peace until she is home." } },
          ],
        )
      },
    },
  ],
}

export const closed: Story = {
  name: "closed",
  scenes: (when) => {
    let family: Family
    return [
      {
        at: when.at(-41, "10:20"),
        async play(stage) {
          family = await stage.opens(
            "boris",
            [
              {
                names: [
                  { script: "cyrillic", surname: "Воронцовский", given: "Игнат" },
                  { script: "latin", surname: "Vorontsovskii", given: "Ignat" },
                ],
                born: "2000-10-10",
                aNumbers: ["A241096833"],
                countryOfBirth: "RU",
                citizenship: "RU",
              },
            ],
            ([ignat]) => [
              r.owner(stage.id("boris")),
              r.held(ignat as string, "ADAMSMS", when.day(-90), "family"),
              r.event(ignat as string, { type: "hearing.scheduled", at: when.day(-22), kind: "bond" }),
            ],
          )
        },
      },
      {
        at: when.at(-20, "16:10"),
        async play(stage) {
          await stage.acts("boris", family, [
            r.elsewhere(family.people[0] as string, "free", when.day(-20), "LA"),
            {
              does: "close-case",
              input: { as: "released", reason: "Released on bond; his lawyer has everything and wants no second hand." },
            },
          ])
        },
      },
    ]
  },
}

export const protectedAndFree: Story = {
  name: "protected",
  scenes: (when) => [
    {
      at: when.at(-38, "12:40"),
      async play(stage) {
        await stage.opens(
          "boris",
          [
            {
              names: [
                { script: "cyrillic", surname: "Еремеева", given: "Аглая" },
                { script: "latin", surname: "Eremeeva", given: "Aglaia" },
              ],
              born: "1992-04-23",
              aNumbers: ["A229740051"],
              countryOfBirth: "RU",
              citizenship: "RU",
            },
          ],
          ([aglaia]) => [
            r.owner(stage.id("boris")),
            r.held(aglaia as string, "TOORANM", when.day(-210), "counsel"),
            r.event(aglaia as string, { type: "ij.decision", on: when.day(-75), form: "written", outcome: "GRANT_ASYLUM" }),
            r.event(aglaia as string, { type: "dhs.appeal-waived", on: when.day(-60) }),
            r.elsewhere(aglaia as string, "free", when.day(-58), "NM"),
            r.publicity("yes"),
          ],
        )
      },
    },
  ],
}

export const secondReader: Story = {
  name: "second reader",
  scenes(when) {
    let family: Family
    let claim = ""
    return [
      {
        at: when.at(-13, "17:30"),
        async play(stage) {
          family = await stage.opens(
            "anna",
            [
              {
                names: [
                  { script: "cyrillic", surname: "Асадова", given: "Нурия", patronymic: "Ильдаровна" },
                  { script: "cyrillic", surname: "Галеева", given: "Нурия", former: true },
                  { script: "latin", surname: "Asadova", given: "Nuriia" },
                ],
                born: "1984-09-01",
                aNumbers: ["A233958172"],
                countryOfBirth: "RU",
                citizenship: "RU",
              },
            ],
            ([nuria]) => [
              r.owner(stage.id("anna")),
              r.held(nuria as string, "KRNRCTX", when.day(-66), "family"),
              r.counsel(nuria as string, "Ana Villaseñor", "trial", when.day(-40)),
            ],
          )
          claim = await claims(stage, family, family.people[0] as string, {
            kind: "organisation",
            what: "Taught at a school of the mother tongue that was closed as undesirable.",
            when: "2017",
            where: "Ufa",
            proofs: [
              { paper: "letter of the school's founder", source: "organisation-letter", origin: "founder of the school" },
              {
                words: "A parent remembers her lessons.",
                source: "witness",
                origin: "a parent",
                authenticity: "plausible",
                identity: "likely",
              },
            ],
          })
        },
      },
      {
        at: when.at(-4, "20:50"),
        async play(stage) {
          must(await (await stage.member("vera")).commitReading(family.stream, claim, "established"))
          await stage.acts("vera", family, [
            {
              does: "raise-doubt",
              input: { doubt: randomId(), claim, text: "The letter calls her Галеева. Is that her name before the marriage?" },
            },
          ])
        },
      },
      {
        at: when.ago(15),
        play: (stage) => stage.acts("boris", family, [r.seen(family.people[0] as string, when.text(when.ago(15)), "family")]),
      },
    ]
  },
}
