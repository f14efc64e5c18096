// His name was ready to go out, signed by two; then he wrote that he does not want it. From the moment his message is stored nothing
// of his leaves, whether or not a member has read it.
import * as r from "../records.ts"
import { claims, readBlind, recommends, signs } from "../proving.ts"
import { type Family, must } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const secondThoughts: Story = {
  name: "second thoughts",
  scenes(when, cast) {
    let family: Family
    let ask = ""
    const code = (): Uint8Array => cast.codes.get("second thoughts") as Uint8Array
    return [
      {
        at: when.at(-28, "22:30"),
        async play(stage) {
          cast.codes.set("second thoughts", await stage.code())
          const sent = await stage.asks(code(), {
            language: "ru",
            asking: "self",
            asker: { contact: { how: "только сюда" } },
            people: [
              {
                names: { cyrillic: { surname: "Гурский", given: "Ян" }, latin: [{ surname: "Gurskii", given: "Ian" }] },
                born: "1981-07-22",
                aNumber: "A 217-008-654",
                countryOfBirth: "RU",
                citizenship: "RU",
                where: { kind: "free", state: "CA" },
              },
            ],
            activities: [
              {
                kind: "donation",
                what: "Переводил деньги фонду, который потом признали экстремистским.",
                when: "2020",
                where: "Калининград",
              },
            ],
            consents: ["INTAKE", "SHARE_IRCC"],
            message: "Мне назначили отмечаться. Боюсь, что в следующий раз не отпустят.",
          })
          ask = sent.locator
        },
      },
      {
        at: when.at(-27, "11:20"),
        async play(stage) {
          family = await stage.takes("anna", ask)
          const [ian] = family.people as [string]
          await stage.acts("anna", family, [
            r.owner(stage.id("boris")),
            r.wish(ian, "go"),
            r.event(ian, { type: "check-in.scheduled", at: when.workday(11) }),
          ])
          const claim = await claims(stage, family, ian, {
            kind: "donation",
            what: "Sent money every month to a fund that was later declared extremist.",
            when: "2019",
            where: "Kaliningrad",
            proofs: [
              { paper: "bank statement, twelve months", source: "document", origin: "bank" },
              { words: "The charge against him cites the same transfers.", source: "official-record", origin: "investigating department" },
            ],
          })
          await readBlind(stage, family, claim)
          const entry = await recommends(stage, family, ian, {
            en: "The bank's statement and the charge describe the same transfers by the same man.",
            fr: "Le relevé bancaire et l'acte d'accusation décrivent les mêmes virements du même homme.",
            ru: "Выписка банка и обвинение описывают одни и те же переводы одного и того же человека.",
          })
          await signs(stage, family, entry)
        },
      },
      {
        at: when.at(-8, "12:15"),
        async play(stage) {
          const boris = await stage.member("boris")
          const proposal = must(await boris.newProposal("referral", "Second referral")).stream
          cast.streams.set("halted", proposal)
          must(await boris.addCandidate(proposal, { stream: family.stream, person: family.people[0] as string }))
          must(await boris.freeze(proposal))
          must(await (await stage.member("anna")).approveProposal(proposal))
        },
      },
      {
        at: when.at(-7, "23:05"),
        async play(stage) {
          await stage.mailbox(code(), async (mailbox) => {
            must(
              await mailbox.ask({
                kind: "withdraw-consent",
                scope: "SHARE_IRCC",
                text: "Поговорил с женой. Пока не называйте меня никому, пожалуйста.",
              }),
            )
          })
        },
      },
      {
        at: when.at(-6, "09:40"),
        async play(stage) {
          // Boris tries all the same; the vault has read the message and refuses.
          const refused = await (await stage.member("boris")).release(cast.streams.get("halted") as string)
          if (refused.ok) throw new Error("a name left against its owner's word")
          await stage.acts("boris", family, [
            r.note(
              "Release refused: he took his consent back last night. Ask him once, calmly, whether it is for now or for good.",
              family.people[0],
            ),
          ])
        },
      },
    ]
  },
}
