// Withholding of removal to Russia is not safety: a notice names another country, and a day is all there is. His wife writes from
// her phone; hers are the thirteen words that the trial hands out.
import * as r from "../records.ts"
import { type Family, must } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const thirdCountry: Story = {
  name: "third country",
  scenes(when, cast) {
    let family: Family
    const served = when.ago(5)
    return [
      {
        at: when.at(-11, "18:47"),
        async play(stage) {
          const code = await stage.code()
          cast.codes.set("wife", code)
          const sent = await stage.asks(code, {
            language: "ru",
            asking: "relative",
            asker: {
              name: "Марьяна",
              relation: "жена",
              contact: { how: "сюда или WhatsApp", when: "днём, когда дети в школе" },
              theyKnow: "yes",
            },
            people: [
              {
                names: { cyrillic: { surname: "Вележев", given: "Родион" }, latin: [{ surname: "Velezhev", given: "Rodion" }] },
                born: "1991-08-11",
                aNumber: "A 209-331-875",
                countryOfBirth: "RU",
                citizenship: "RU",
                where: { facility: "Блубоннет", state: "TX", since: when.day(-140) },
                counsel: { name: "Teodor Lindqvist", for: "trial" },
              },
            ],
            order: { exists: "yes", on: when.day(-44) },
            activities: [
              {
                kind: "journalism",
                what: "Снимал задержания для местного канала, канал признали экстремистским.",
                when: "2022",
                where: "Ижевск",
              },
            ],
            consents: ["INTAKE", { person: 0, scope: "CONTACT_COUNSEL", givenBy: "asker" }],
            message: "Судья сказал, что в Россию его нельзя. Почему его не отпускают?",
          })
          cast.streams.set("wife", sent.locator)
        },
      },
      {
        at: when.at(-10, "09:25"),
        async play(stage) {
          family = await stage.takes("anna", cast.streams.get("wife") as string)
          cast.streams.set("third-country", family.stream)
          const [rodion] = family.people as [string]
          await stage.acts("anna", family, [
            r.owner(stage.id("anna")),
            r.held(rodion, "BLBNATX", when.day(-140), "counsel", when.text(when.at(-10, "09:00"))),
            r.more(rodion, { court: { circuit: "5", state: "TX", name: "Dallas Immigration Court" }, languages: ["ru"] }),
            r.event(rodion, { type: "ij.decision", on: when.day(-44), form: "oral", outcome: "GRANT_WITHHOLDING", appeal: "reserved" }),
            r.event(rodion, { type: "dhs.appeal-waived", on: when.day(-40) }),
          ])
          must(
            await (await stage.member("anna")).reply(
              cast.streams.get("wife") as string,
              "Защита от высылки в Россию не освобождает из тюрьмы сама собой и не закрывает другие страны. Говорим с его адвокатом. Если ему дадут любую бумагу о другой стране, напишите сразу.",
              { status: "with-counsel", nextLook: when.day(-3) },
            ),
          )
        },
      },
      {
        at: when.at(-10, "13:30"),
        async play(stage) {
          await stage.mailbox(cast.codes.get("wife") as Uint8Array, async (mailbox) => {
            must(await mailbox.read())
            must(await mailbox.say({ text: "Поняла. Он звонит по вторникам и пятницам." }))
          })
        },
      },
      {
        at: when.ago(4.4),
        async play(stage) {
          await stage.mailbox(cast.codes.get("wife") as Uint8Array, async (mailbox) => {
            must(
              await mailbox.say({ text: "Ему дали бумагу на английском, там Уганда. Он подписал, что получил. Что делать?", wake: true }),
            )
          })
        },
      },
      {
        at: when.ago(4),
        async play(stage) {
          const [rodion] = family.people as [string]
          await stage.acts("anna", family, [
            r.event(rodion, { type: "third-country.notice", at: when.text(served, "America/Chicago"), country: "Uganda", exigent: false }),
            r.seen(rodion, when.text(when.ago(4.5)), "family"),
            r.task("He must say by himself that he fears Uganda, today. Lindqvist knows?", {
              person: rodion,
              for: "custody",
              due: when.text(served + 23 * 3_600_000, "America/Chicago"),
            }),
            r.note("Spoke to Lindqvist: he writes the fear claim tonight. Nobody asks an officer a favour.", rodion),
          ])
        },
      },
    ]
  },
}
