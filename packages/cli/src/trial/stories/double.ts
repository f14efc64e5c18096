// Known for weeks under the spelling of his passport; and six minutes ago his mother wrote, who spells him as she always did.
import * as r from "../records.ts"
import type { Family } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const double: Story = {
  name: "double",
  scenes: (when, cast) => {
    let family: Family
    return [
      {
        at: when.at(-30, "16:05"),
        async play(stage) {
          family = await stage.opens(
            "boris",
            [
              {
                names: [
                  { script: "cyrillic", surname: "Хрящёв", given: "Юлиан", patronymic: "Олегович" },
                  { script: "latin", surname: "Khriashchev", given: "Iulian", scheme: "icao-9303", document: "passport 2017" },
                ],
                born: "1995-01-16",
                aNumbers: ["A236620841"],
                countryOfBirth: "RU",
                citizenship: "RU",
              },
            ],
            ([iulian]) => [
              r.owner(stage.id("boris")),
              r.held(iulian as string, "PIC", when.day(-52), "locator"),
              r.event(iulian as string, {
                type: "hearing.scheduled",
                at: when.text(when.at(13, "13:30"), "America/Chicago"),
                kind: "master",
              }),
              r.note("From a list of names that a cellmate read out. We know nobody of his family.", iulian),
            ],
          )
          cast.streams.set("known", family.stream)
        },
      },
      {
        at: when.at(-8, "10:05"),
        play: (stage) => stage.acts("boris", family, [r.seen(family.people[0] as string, when.text(when.at(-8, "10:00")))]),
      },
      {
        at: when.ago(0.1),
        async play(stage) {
          const sent = await stage.asks(await stage.code(), {
            language: "ru",
            asking: "relative",
            asker: {
              name: "Валентина",
              relation: "мать",
              contact: { how: "сюда, я захожу вечером", neverSay: "сыну не говорить, что я болею" },
              theyKnow: "no",
            },
            people: [
              {
                names: { cyrillic: { surname: "Хрящев", given: "Юлик" }, latin: [{ surname: "Hryaschev", given: "Yulian" }] },
                born: "1995-01-16",
                citizenship: "Россия",
                where: { kind: "detained", facility: "порт Изабель", state: "TX" },
              },
            ],
            consents: ["INTAKE"],
            message:
              "Сын перестал звонить две недели назад. В последний раз говорил про Техас. Он ли это в ваших списках, я не знаю, пишу вам первый раз.",
          })
          cast.streams.set("double", sent.locator)
        },
      },
    ]
  },
}
