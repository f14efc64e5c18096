// A reply that nobody has opened for nine hours: the question in it is small, and only the asker can answer it.
import * as r from "../records.ts"
import { type Family, must } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const unopened: Story = {
  name: "unopened",
  scenes(when, cast) {
    let family: Family
    let ask = ""
    return [
      {
        at: when.at(-3, "19:20"),
        async play(stage) {
          const code = await stage.code()
          const sent = await stage.asks(code, {
            language: "ru",
            asking: "relative",
            asker: { name: "Егор", relation: "брат", contact: { how: "почта тут" }, theyKnow: "yes" },
            people: [
              {
                names: {
                  cyrillic: { surname: "Кондратьева", given: "Алина" },
                  latin: [
                    { surname: "Kondrateva", given: "Alina" },
                    { surname: "Kondratyeva", given: "Alina" },
                  ],
                },
                born: "1999-11-04",
                aNumber: "A 240-573-912",
                countryOfBirth: "RU",
                citizenship: "RU",
                where: { facility: "Такома", state: "WA", since: when.day(-33) },
              },
            ],
            activities: [{ kind: "speech", what: "Вела канал об университете, после него был обыск.", when: "2023" }],
            consents: ["INTAKE"],
          })
          ask = sent.locator
          cast.streams.set("unopened", ask)
        },
      },
      {
        at: when.ago(22),
        async play(stage) {
          family = await stage.takes("boris", ask)
          const [alina] = family.people as [string]
          await stage.acts("boris", family, [
            r.owner(stage.id("boris")),
            r.seen(alina, when.text(when.ago(22))),
            r.question("Is there a copy of the search record?", alina),
          ])
        },
      },
      {
        at: when.ago(9),
        async play(stage) {
          must(
            await (await stage.member("boris")).reply(
              ask,
              "Мы нашли Алину в списке, она в Такоме. Есть ли у кого-нибудь копия протокола обыска? Хватит снимка с телефона.",
              { status: "need-from-you", nextLook: when.day(2) },
            ),
          )
        },
      },
    ]
  },
}
