// Two roads almost walked to their end: one finding that two have signed and whose paper waits to be made, and one that Anna
// recommended and somebody else must sign.
import * as r from "../records.ts"
import { claims, readBlind, recommends, signs } from "../proving.ts"
import type { Family } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const finding: Story = {
  name: "finding",
  scenes(when, cast) {
    let family: Family
    let claim = ""
    return [
      {
        at: when.at(-17, "14:00"),
        async play(stage) {
          family = await stage.opens(
            "anna",
            [
              {
                names: [
                  { script: "cyrillic", surname: "Белокрыл", given: "Артём", patronymic: "Денисович" },
                  { script: "latin", surname: "Belokryl", given: "Artem", scheme: "gost-2006", document: "passport 2013" },
                  { script: "latin", surname: "Bielokryl", given: "Artiom", document: "asylum application" },
                ],
                born: "1990-03-19",
                aNumbers: ["A226411587"],
                countryOfBirth: "RU",
                citizenship: "RU",
              },
            ],
            ([artem]) => [
              r.owner(stage.id("anna")),
              r.held(artem as string, "STWRTGA", when.day(-83), "counsel"),
              r.counsel(artem as string, "Lucille Beauregard", "all", when.day(-80)),
              r.event(artem as string, { type: "hearing.scheduled", at: when.text(when.at(23, "08:30")), kind: "individual" }),
              r.wish(artem as string, "go"),
            ],
          )
          claim = await claims(stage, family, family.people[0] as string, {
            kind: "protest",
            what: "Stood alone with a blank sheet of paper on the main square, was detained and fined.",
            when: "2022-04-10",
            where: "Ivanovo",
            proofs: [
              { paper: "ruling of the district court", source: "official-record", origin: "district court", dated: "2022-04-12" },
              {
                words: "A photograph and his name in the chronicle of a monitoring group, the same day.",
                source: "media",
                origin: "monitoring group",
                dated: "2022-04-10",
              },
              { words: "His own account, four pages.", source: "own-statement", origin: "himself", authenticity: "plausible" },
            ],
          })
        },
      },
      { at: when.at(-14, "18:20"), play: (stage) => readBlind(stage, family, claim) },
      {
        at: when.at(-5, "11:40"),
        async play(stage) {
          const entry = await recommends(stage, family, family.people[0] as string, {
            en: "A court's ruling and an independent chronicle of the same day describe the same act by the same man. Nothing contradicts them.",
            fr: "Un jugement et une chronique indépendante du même jour décrivent le même acte du même homme. Rien ne les contredit.",
            ru: "Постановление суда и независимая хроника того же дня описывают один и тот же поступок одного и того же человека. Противоречий нет.",
          })
          await signs(stage, family, entry)
          cast.streams.set("finding", family.stream)
        },
      },
      {
        at: when.ago(18),
        play: (stage) =>
          stage.acts("anna", family, [
            r.seen(family.people[0] as string, when.text(when.ago(18)), "counsel"),
            r.consent(family.people[0] as string, "SHARE_IRCC", when.ago(19)),
          ]),
      },
    ]
  },
}

export const recommended: Story = {
  name: "recommended",
  scenes(when, cast) {
    let family: Family
    return [
      {
        at: when.at(-9, "16:10"),
        async play(stage) {
          family = await stage.opens(
            "anna",
            [
              {
                names: [
                  { script: "cyrillic", surname: "Щеглов", given: "Роман" },
                  { script: "latin", surname: "Shcheglov", given: "Roman", scheme: "icao-9303" },
                  { script: "latin", surname: "Chtcheglov", given: "Roman", scheme: "french", document: "passport 1996" },
                ],
                born: "1977-12-29",
                aNumbers: ["A207729418"],
                countryOfBirth: "RU",
                citizenship: "RU",
              },
            ],
            ([roman]) => [
              r.owner(stage.id("anna")),
              r.held(roman as string, "MSVPCPA", when.day(-61), "locator"),
              r.event(roman as string, { type: "check-in.scheduled", at: when.day(-61) }),
              r.counsel(roman as string, "Joel Sandoval", "custody", when.day(-30)),
            ],
          )
          const claim = await claims(stage, family, family.people[0] as string, {
            kind: "journalism",
            what: "Edited a town newspaper until it was closed, and went on under his own name elsewhere.",
            when: "2015",
            where: "Kotlas",
            proofs: [
              { paper: "imprint of the last issue", source: "publication", origin: "town newspaper", dated: "2022-03-04" },
              { paper: "order to block the site", source: "official-record", origin: "communications authority", dated: "2022-03-09" },
            ],
          })
          await readBlind(stage, family, claim)
        },
      },
      {
        at: when.at(-5, "12:05"),
        play: (stage) => stage.acts("anna", family, [r.seen(family.people[0] as string, when.text(when.at(-5, "12:00")))]),
      },
      {
        at: when.ago(22),
        async play(stage) {
          await recommends(stage, family, family.people[0] as string, {
            en: "His name stands in the imprint of the last issue, and the authority's order names the same paper and editor.",
            fr: "Son nom figure dans l'ours du dernier numéro, et l'ordre de l'autorité désigne le même journal et le même rédacteur.",
            ru: "Его имя стоит в выходных данных последнего номера; распоряжение ведомства называет ту же газету и того же редактора.",
          })
          cast.streams.set("recommended", family.stream)
        },
      },
    ]
  },
}
