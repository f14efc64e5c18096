// Three more who may be on tomorrow's plane: appeals are pending, so no order is final, and they were moved all the same. What a
// caller said is kept as he said it, with those whom nobody knows yet.
import type { NewCase } from "@safe-conduct/client/member"
import * as r from "../records.ts"
import { type Family, must, type Stage } from "../stage.ts"
import type { Story } from "../timeline.ts"

const marat: NewCase["people"] = [
  {
    names: [
      { script: "cyrillic", surname: "Юнусов", given: "Марат", patronymic: "Гаджиевич" },
      { script: "latin", surname: "Iunusov", given: "Marat", scheme: "icao-9303", document: "passport 2018" },
      { script: "latin", surname: "Yunusov", given: "Marat", document: "notice to appear" },
    ],
    born: "1993-03-08",
    aNumbers: ["A231450778"],
    countryOfBirth: "RU",
    citizenship: "RU",
  },
]
const kirill: NewCase["people"] = [
  {
    names: [
      { script: "cyrillic", surname: "Островной", given: "Кирилл" },
      { script: "latin", surname: "Ostrovnoi", given: "Kirill", scheme: "icao-9303" },
    ],
    born: "1998-07-14",
    aNumbers: ["A227093164"],
    countryOfBirth: "UA",
    citizenship: "RU",
  },
]
const zarema: NewCase["people"] = [
  {
    names: [
      { script: "cyrillic", surname: "Гучигова", given: "Зарема" },
      { script: "latin", surname: "Guchigova", given: "Zarema" },
    ],
    born: "1985-11-25",
    aNumbers: ["A219882305"],
    countryOfBirth: "RU",
    citizenship: "RU",
  },
]

export const flight: Story = {
  name: "flight",
  scenes(when, cast) {
    const left = when.at(1, "06:00", "America/Phoenix")
    const families: Family[] = []
    /** Appeal received and undecided: held, and nothing final. */
    const pending = (stage: Stage, people: NewCase["people"], at: string, denied: number): Promise<Family> =>
      stage.opens("anna", people, ([one]) => [
        r.owner(stage.id("anna")),
        r.held(one as string, at, when.day(denied - 40), "locator", when.text(when.at(-19, "15:00"))),
        r.event(one as string, {
          type: "ij.decision",
          on: when.day(denied),
          form: "written",
          outcome: "DENIED_REMOVAL",
          appeal: "reserved",
        }),
        r.event(one as string, { type: "bia.appeal-received", on: when.day(denied + 21) }),
        r.more(one as string, { court: { circuit: "9", state: "AZ", name: "Florence Immigration Court" } }),
      ])
    return [
      {
        at: when.at(-19, "15:10"),
        async play(stage) {
          families.push(
            await pending(stage, marat, "FLO", -88),
            await pending(stage, kirill, "LPLCCAZ", -61),
            await pending(stage, zarema, "EAZ", -74),
          )
          const [first, , third] = families as [Family, Family, Family]
          await stage.acts("anna", first, [r.counsel(first.people[0] as string, "Priya Raghunathan", "appeal", when.day(-70))])
          await stage.acts("anna", third, [r.counsel(third.people[0] as string, "Walter Osei", "all", when.day(-90)), r.publicity("ask")])
        },
      },
      {
        at: when.ago(25),
        async play(stage) {
          const anna = await stage.member("anna")
          const [first] = families as [Family]
          must(
            await anna.beginRoll({
              kind: "call",
              at: when.text(when.ago(26)),
              place: "Mesa",
              source: "one of those there, by telephone",
              confidence: "reported",
              names: [
                { text: "Марат, дагестанец", case: first.stream, person: first.people[0] },
                { text: "Саша из Казани" },
                { text: "два брата, один хромает" },
              ],
            }),
          )
          await stage.acts("anna", first, [
            r.held(first.people[0] as string, "IWAHOLD", when.text(when.ago(28)), "call", when.text(when.ago(26))),
          ])
        },
      },
      {
        at: when.ago(6),
        async play(stage) {
          const [, second, third] = families as [Family, Family, Family]
          await stage.acts("boris", second, [
            r.event(second.people[0] as string, { type: "custody.not-found", at: when.text(when.ago(6)), how: "locator" }),
            r.note("La Palma says he left yesterday evening and does not say where to.", second.people[0]),
          ])
          await stage.acts("boris", third, [
            r.held(third.people[0] as string, "IWAHOLD", when.text(when.ago(9)), "locator", when.text(when.ago(6))),
          ])
        },
      },
      {
        at: when.ago(3),
        async play(stage) {
          const [first, second, third] = families as [Family, Family, Family]
          const deserter = must(await (await stage.member("anna")).openCase(cast.streams.get("deserter") as string))
          const ours = (text: string, of: { readonly stream: string }, person: string | undefined) => ({ text, case: of.stream, person })
          must(
            await (await stage.member("anna")).beginRoll({
              kind: "flight",
              at: when.text(left, "America/Phoenix"),
              place: "Mesa",
              source: "a caller there, and two families of another community",
              confidence: "reported",
              names: [
                ours("Савва Лобода", deserter, deserter.people[0]?.person),
                ours("Марат", first, first.people[0]),
                ours("Кирилл с Ла-Пальмы", second, second.people[0]),
                ours("Зарема", third, third.people[0]),
                { text: "Саша из Казани" },
                { text: "два брата" },
              ],
              note: "Hour from one source only. Nobody tells a family «он в списке» before a second one.",
            }),
          )
        },
      },
    ]
  },
}
