// One referral to Canada with three people: one was accepted and has arrived, one got an acknowledgement, and of the third nothing
// was heard: the silence is counted in days.
import type { NewCase } from "@safe-conduct/client/member"
import * as r from "../records.ts"
import { type Claimed, claims, readBlind, recommends, signs } from "../proving.ts"
import { type Family, must, type Stage } from "../stage.ts"
import type { Story } from "../timeline.ts"
import { randomId } from "@safe-conduct/sealing/seal"

interface Referred {
  readonly people: NewCase["people"]
  readonly claim: Claimed
  readonly place: string
}

const lidia: Referred = {
  people: [
    {
      names: [
        { script: "cyrillic", surname: "Ковалец", given: "Лидия", patronymic: "Семёновна" },
        { script: "latin", surname: "Kovalets", given: "Lidiia", scheme: "icao-9303", document: "passport 2020" },
        { script: "latin", surname: "Kovalets", given: "Lidia", document: "order of the judge" },
      ],
      born: "1968-09-12",
      aNumbers: ["A198045561"],
      countryOfBirth: "RU",
      citizenship: "RU",
    },
  ],
  place: "CSCNWWA",
  claim: {
    kind: "organisation",
    what: "Kept the books of a prisoners' aid association from 2012 until it was dissolved by court.",
    when: "2012",
    where: "Yekaterinburg",
    proofs: [
      {
        paper: "court register, dissolution of the association",
        source: "official-record",
        origin: "register of the court",
        dated: "2021-11-30",
      },
      { paper: "letter of the association's former chair", source: "organisation-letter", origin: "former chair" },
      { words: "Named as treasurer in the regional press.", source: "media", origin: "regional newspaper", identity: "likely" },
    ],
  },
}
const eldar: Referred = {
  people: [
    {
      names: [
        { script: "cyrillic", surname: "Насибов", given: "Эльдар", patronymic: "Рашидович" },
        { script: "latin", surname: "Nasibov", given: "Eldar" },
      ],
      born: "1983-02-06",
      aNumbers: ["A211630274"],
      countryOfBirth: "AZ",
      citizenship: "RU",
    },
  ],
  place: "DENICDF",
  claim: {
    kind: "election",
    what: "Counted votes as an independent member of a precinct commission and refused to sign its minutes.",
    when: "2021-09",
    where: "Saratov",
    proofs: [
      { paper: "minutes with a dissenting opinion", source: "document", origin: "precinct commission", dated: "2021-09-19" },
      { paper: "complaint with the stamp of the court", source: "official-record", origin: "district court", dated: "2021-10-04" },
    ],
  },
}
const mila: Referred = {
  people: [
    {
      names: [
        { script: "cyrillic", surname: "Тугарина", given: "Людмила" },
        { script: "latin", surname: "Tugarina", given: "Liudmila", scheme: "icao-9303" },
        { script: "latin", surname: "Tugarina", given: "Mila", scheme: "own" },
      ],
      born: "1994-06-17",
      aNumbers: ["A238517709"],
      countryOfBirth: "RU",
      citizenship: "RU",
    },
  ],
  place: "FIPCDGA",
  claim: {
    kind: "prosecution",
    what: "Fined twice and then charged for posts against the war.",
    when: "2022",
    where: "Kaluga",
    proofs: [
      { paper: "ruling on the second fine", source: "official-record", origin: "justice of the peace", dated: "2022-08-02" },
      { words: "The court session was covered by a news site with her name and town.", source: "media", origin: "news site" },
    ],
  },
}

export const referral: Story = {
  name: "referral",
  scenes(when, cast) {
    const families: Family[] = []
    let proposal = ""
    const of = (n: number): { readonly stream: string; readonly person: string } => {
      const family = families[n] as Family
      return { stream: family.stream, person: family.people[0] as string }
    }
    const proved = async (stage: Stage, given: Referred): Promise<Family> => {
      const family = await stage.opens("anna", given.people, ([one]) => [
        r.owner(stage.id("anna")),
        r.held(one as string, given.place, when.day(-150), "counsel"),
        r.event(one as string, { type: "ij.decision", on: when.day(-200), form: "written", outcome: "DENIED_REMOVAL", appeal: "reserved" }),
        r.event(one as string, { type: "bia.appeal-received", on: when.day(-180) }),
        r.wish(one as string, "go"),
        r.consent(one as string, "SHARE_IRCC", stage.clock.now),
      ])
      const person = family.people[0] as string
      const claim = await claims(stage, family, person, given.claim)
      await readBlind(stage, family, claim)
      const entry = await recommends(stage, family, person, {
        en: "The activity is shown by a record and by a second source that does not depend on it. The papers are about this person.",
        fr: "L'activité est établie par un document et par une seconde source indépendante. Les pièces concernent bien cette personne.",
        ru: "Деятельность подтверждают документ и второй, независимый от него источник. Бумаги относятся именно к этому человеку.",
      })
      await signs(stage, family, entry)
      return family
    }
    return [
      { at: when.at(-49, "13:00"), play: async (stage) => void families.push(await proved(stage, lidia)) },
      { at: when.at(-47, "16:20"), play: async (stage) => void families.push(await proved(stage, eldar)) },
      { at: when.at(-44, "10:45"), play: async (stage) => void families.push(await proved(stage, mila)) },
      {
        at: when.at(-36, "12:00"),
        async play(stage) {
          const boris = await stage.member("boris")
          proposal = must(await boris.newProposal("referral", "First referral")).stream
          cast.streams.set("referral", proposal)
          for (const n of [0, 1, 2]) must(await boris.addCandidate(proposal, of(n)))
          must(await boris.freeze(proposal))
          must(await (await stage.member("anna")).approveProposal(proposal))
        },
      },
      {
        at: when.at(-35, "09:50"),
        async play(stage) {
          const boris = await stage.member("boris")
          must(await boris.release(proposal))
          must(await boris.recordSent(proposal, { number: "WG/26/017", on: when.day(-35) }))
        },
      },
      {
        at: when.at(-24, "15:30"),
        async play(stage) {
          const boris = await stage.member("boris")
          must(
            await boris.recordAnswer(proposal, {
              ...of(0),
              answer: "ACCEPTED",
              on: when.day(-24),
              reference: "by letter of the office in Seattle",
            }),
          )
          must(await boris.recordAnswer(proposal, { ...of(1), answer: "ACK", on: when.day(-24) }))
        },
      },
      {
        at: when.at(-18, "10:30"),
        async play(stage) {
          const { stream, person } = of(0)
          const transfer = randomId()
          await stage.acts("boris", { stream }, [
            r.consent(person, "TRANSFER_LEGAL_EFFECTS", when.at(-18, "10:00")),
            {
              does: "record-decision",
              input: {
                person,
                government: "CA",
                reference: "letter of the office in Seattle",
                outcome: "Admission for protection, temporary document for one journey.",
                on: when.day(-24),
              },
            },
            {
              does: "plan-transfer",
              input: {
                transfer,
                person,
                vehicle: "SELF_REMOVAL_CONTROLLED",
                on: when.day(-10),
                route: "Tacoma to Blaine by road, Peace Arch",
                document: "single journey document",
              },
            },
          ])
          cast.streams.set("transfer", transfer)
        },
      },
      {
        at: when.at(-10, "16:45"),
        async play(stage) {
          const { stream, person } = of(0)
          await stage.acts("boris", { stream }, [
            {
              does: "hand-over",
              input: {
                transfer: cast.streams.get("transfer"),
                person,
                at: when.text(when.at(-10, "13:10"), "America/Vancouver"),
                place: "Peace Arch",
                receivedBy: "border services officer",
                documents: ["single journey document", "A-file copy"],
                identityChecked: true,
                condition: "tired, well",
              },
            },
            {
              does: "record-arrival",
              input: {
                person,
                at: when.text(when.at(-10, "13:40"), "America/Vancouver"),
                country: "CA",
                place: "Surrey, British Columbia",
                status: "protected person, paper seen",
              },
            },
            r.note("A volunteer met her. She asks to thank whoever found the register of the court.", person),
          ])
          cast.streams.set("arrived", stream)
        },
      },
      { at: when.at(-6, "11:00"), play: (stage) => stage.acts("boris", of(1), [r.seen(of(1).person, when.text(when.at(-6, "10:55")))]) },
      {
        at: when.ago(40),
        play: (stage) =>
          stage.acts("boris", of(2), [
            r.seen(of(2).person, when.text(when.ago(40)), "counsel"),
            r.task("Ask the office again: silence since the referral.", { person: of(2).person }),
          ]),
      },
    ]
  },
}
