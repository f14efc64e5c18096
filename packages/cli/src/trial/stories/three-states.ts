// A father in Louisiana, his wife in Arizona, their daughter in foster care in New Jersey; the father's sister writes for them. His
// appeal falls due on a Friday, and the day to work to is the Thursday before.
import { addDays } from "@safe-conduct/domain/time"
import * as r from "../records.ts"
import { scan } from "../scan.ts"
import { type Family, must } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const threeStates: Story = {
  name: "three states",
  scenes(when, cast) {
    const friday = when.friday()
    const denied = addDays(friday, -30)
    const hearing = when.workday(16)
    let family: Family
    return [
      {
        at: when.at(-24, "21:12"),
        async play(stage) {
          const code = await stage.code()
          cast.codes.set("sister", code)
          const sent = await stage.asks(
            code,
            {
              language: "ru",
              asking: "relative",
              asker: {
                name: "Нина",
                relation: "сестра мужа",
                contact: { how: "Signal, вечером", when: "после 19:00 по Сиэтлу", neverSay: "не называть брата по фамилии" },
                theyKnow: "yes",
              },
              people: [
                {
                  relation: "principal",
                  names: {
                    cyrillic: { surname: "Заречный", given: "Глеб", patronymic: "Павлович" },
                    latin: [
                      { surname: "Zarechnyy", given: "Gleb" },
                      { surname: "Zarechny", given: "Gleb" },
                    ],
                  },
                  born: "1987-05-21",
                  countryOfBirth: "RU",
                  citizenship: "RU",
                  aNumber: "A 216-540-387",
                  where: { facility: "Винн", state: "LA", since: when.day(-70) },
                  languages: ["ru"],
                },
                {
                  relation: "spouse",
                  names: { cyrillic: { surname: "Заречная", given: "Тамара" }, latin: [{ surname: "Zarechnaia", given: "Tamara" }] },
                  born: "1989-10-30",
                  countryOfBirth: "RU",
                  citizenship: "RU",
                  aNumber: "216 540 388",
                  where: { facility: "Eloy", state: "AZ", since: when.day(-70) },
                },
                {
                  relation: "child",
                  names: { cyrillic: { surname: "Заречная", given: "Ульяна" }, latin: [{ given: "Uliana" }] },
                  born: "2019-02-17",
                  where: { kind: "foster-care", state: "NJ", since: when.day(-69) },
                },
              ],
              activities: [
                {
                  kind: "organisation",
                  what: "Вёл региональный штаб наблюдателей, у него дома был обыск.",
                  when: "2021-09",
                  where: "Пермь",
                },
                { kind: "protest", what: "Задержан на площади с плакатом, штраф 20 000.", when: "2022-03-06", where: "Пермь" },
              ],
              fears: "Дома на него завели дело. Боимся, что семью больше не соберут вместе.",
              consents: ["INTAKE"],
              message:
                "Он в Луизиане, Тамара в Аризоне, а Улечка у чужих людей в Нью-Джерси. Помогите, пожалуйста, хотя бы узнать, когда суд по девочке.",
            },
            [scan("постановление о штрафе"), scan("свидетельство о рождении Ули")],
          )
          cast.streams.set("sister", sent.locator)
        },
      },
      {
        at: when.at(-23, "10:05"),
        async play(stage) {
          family = await stage.takes("anna", cast.streams.get("sister") as string)
          cast.streams.set("dated", family.stream)
          const [gleb, tamara, uliana] = family.people as [string, string, string]
          await stage.acts("anna", family, [
            r.owner(stage.id("anna")),
            r.held(gleb, "LAWINCI", when.day(-70)),
            r.held(tamara, "EAZ", when.day(-70)),
            r.more(gleb, { court: { circuit: "5", state: "LA", name: "Jena Immigration Court" }, countryOfBirthAsRecorded: "RU" }),
            r.event(uliana, { type: "hearing.scheduled", at: hearing, kind: "child-custody" }),
            r.more(tamara, { court: { circuit: "9", state: "AZ", name: "Eloy Immigration Court" } }),
            {
              does: "record-guardianship",
              input: {
                person: uliana,
                holder: "placement-agency",
                courtOrder: false,
                agencyAgrees: false,
                otherParent: "travels",
                bestInterests: "none",
              },
            },
            r.question("Does he want his daughter told where he is?", gleb),
            r.publicity("no"),
          ])
        },
      },
      {
        at: when.at(-23, "10:40"),
        async play(stage) {
          const anna = await stage.member("anna")
          must(
            await anna.reply(
              cast.streams.get("sister") as string,
              "Мы открыли ваше письмо и завели дело. Ищем адвоката для Глеба. Дату суда по Уле узнаем у суда и напишем сюда.",
              { status: "opened", nextLook: when.day(-16) },
            ),
          )
        },
      },
      {
        at: when.at(-23, "20:15"),
        async play(stage) {
          await stage.mailbox(cast.codes.get("sister") as Uint8Array, async (mailbox) => {
            must(await mailbox.read())
            must(
              await mailbox.say({
                text: "Спасибо. Глеб звонил: судья отказал, но он сказал, что будет обжаловать. Тамара просит передать, что она здорова.",
              }),
            )
          })
        },
      },
      {
        at: Math.max(when.at(-21, "16:30"), Date.parse(`${denied}T22:00:00Z`)),
        async play(stage) {
          const [gleb] = family.people as [string]
          await stage.acts("anna", family, [
            r.event(gleb, { type: "ij.decision", on: denied, form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }),
            r.counsel(gleb, "Ruth Abernathy", "trial", when.day(-60), { until: denied }),
            r.call(
              "The judge denied everything from the bench; he reserved appeal. His lawyer was for the trial only: nobody files the appeal.",
              gleb,
            ),
            r.task("Find appeal counsel. The last safe day is the Thursday.", { person: gleb, for: "appeal", due: addDays(friday, -1) }),
          ])
        },
      },
      {
        at: when.ago(20),
        async play(stage) {
          const [gleb, tamara] = family.people as [string, string]
          await stage.acts("boris", family, [
            r.seen(gleb, when.text(when.ago(20))),
            r.seen(tamara, when.text(when.ago(20))),
            r.note("Two firms asked for the appeal. One answers tomorrow.", gleb),
          ])
        },
      },
    ]
  },
}
