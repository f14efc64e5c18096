// A deserter whose dossier is thin and whose clock is red: final order, no stay, passport with the officers, and since yesterday at
// the airport. Nothing about proof may dim that.
import { randomId } from "@safe-conduct/sealing/seal"
import * as r from "../records.ts"
import { type Family, must } from "../stage.ts"
import type { Story } from "../timeline.ts"

export const deserter: Story = {
  name: "deserter",
  scenes(when, cast) {
    let family: Family
    return [
      {
        at: when.at(-13, "14:20"),
        async play(stage) {
          family = await stage.opens(
            "boris",
            [
              {
                names: [
                  { script: "cyrillic", surname: "Лобода", given: "Савва", patronymic: "Игнатьевич" },
                  { script: "latin", surname: "Loboda", given: "Savva", scheme: "icao-9303", document: "passport 2019" },
                ],
                born: "2001-01-19",
                aNumbers: ["A220718436"],
                countryOfBirth: "RU",
                citizenship: "RU",
              },
            ],
            ([savva]) => [
              r.owner(stage.id("boris")),
              r.held(savva as string, "ADLNTCA", when.day(-95), "counsel"),
              r.more(savva as string, { court: { circuit: "9", state: "CA", name: "Adelanto Immigration Court" } }),
              r.event(savva as string, {
                type: "ij.decision",
                on: when.day(-190),
                form: "written",
                outcome: "DENIED_REMOVAL",
                appeal: "reserved",
              }),
              r.event(savva as string, { type: "bia.appeal-received", on: when.day(-170) }),
              r.event(savva as string, { type: "bia.decision", on: when.day(-26), outcome: "dismissed" }),
              r.event(savva as string, { type: "travel-document", on: when.day(-95), heldBy: "ice" }),
              r.claim(
                randomId(),
                savva as string,
                "refusal-to-serve",
                "Left his unit near Belgorod after three weeks and crossed into Georgia.",
                "2023-06",
                "Belgorod",
              ),
              r.call(
                "He rang himself, eight minutes. No papers with him: his phone was taken at the border. A comrade might write.",
                savva,
              ),
            ],
          )
          cast.streams.set("deserter", family.stream)
        },
      },
      {
        at: when.ago(26),
        async play(stage) {
          const [savva] = family.people as [string]
          await stage.acts("anna", family, [
            r.held(savva, "IWAHOLD", when.text(when.ago(28)), "call", when.text(when.ago(26))),
            r.call("Moved at night, told to pack. With him: «Саша из Казани», two brothers, a Dagestani called Marat.", savva),
            r.task("Petition and emergency stay, 9th Circuit. Who files?", { person: savva, for: "appeal", due: when.workday(0) }),
            r.question("Who of your unit would write what you did, and can we reach him?", savva),
          ])
        },
      },
      {
        at: when.ago(20),
        async play(stage) {
          const anna = await stage.member("anna")
          const vouchers = must(await anna.newCompartment(family.stream, "vouchers", [stage.id("vera")])).stream
          must(
            await anna.actCompartment(family.stream, vouchers, "add-voucher", {
              voucher: randomId(),
              name: "Марат Алиханович Саидов",
              where: "russia",
              known: "Served beside him; Savva rang his sister from the yard. He is back in Makhachkala and is watched.",
              contact: "Only through the sister, evenings, never the word «part».",
              maySay: "A soldier of the same unit, without name, rank or place.",
            }),
          )
          const boris = await stage.member("boris")
          const adverse = must(await boris.newCompartment(family.stream, "adverse", [stage.id("vera")])).stream
          must(
            await boris.actCompartment(family.stream, adverse, "note-adverse", {
              note: randomId(),
              person: family.people[0],
              source: "A channel that sells lists of names",
              what: "Names him among those who signed a contract in 2022. He says he was called up.",
              reliable: "doubtful",
            }),
          )
        },
      },
    ]
  },
}
