// A lawyer with eleven clients and one code: each client has a mailbox of his own, under a code that she can hand on alone.
import { type Family, must, type Stage } from "../stage.ts"
import * as r from "../records.ts"
import type { Story } from "../timeline.ts"
import type { When } from "../when.ts"

interface Client {
  readonly cyrillic: readonly [surname: string, given: string]
  readonly latin: readonly [surname: string, given: string]
  readonly born: string
  readonly aNumber: string
  /** Of the programme's list; null for someone out on bond. */
  readonly place: string | null
  readonly since: number
  /** What the desk adds when it takes him. */
  readonly adds?: (person: string, when: When) => readonly r.Act[]
  /** How many hours ago she said that she had seen him. */
  readonly seen?: number
}

const clients: readonly Client[] = [
  {
    cyrillic: ["Абросимов", "Пётр"],
    latin: ["Abrosimov", "Petr"],
    born: "1980-02-14",
    aNumber: "A 214-100-358",
    place: "BASILLA",
    since: -88,
  },
  {
    cyrillic: ["Быстрова", "Елена"],
    latin: ["Bystrova", "Elena"],
    born: "1991-07-03",
    aNumber: "A 214-100-612",
    place: "RWCCMLA",
    since: -40,
    adds: (one, when) => [
      r.event(one, { type: "hearing.scheduled", at: when.text(when.at(19, "10:00"), "America/Chicago"), kind: "individual" }),
    ],
  },
  {
    cyrillic: ["Гайнуллин", "Ильнур"],
    latin: ["Gainullin", "Ilnur"],
    born: "1997-09-28",
    aNumber: "A 230-417-225",
    place: "PINEPLA",
    since: -120,
    adds: (one, when) => [r.event(one, { type: "bia.appeal-received", on: when.day(-50) })],
  },
  {
    cyrillic: ["Доржиева", "Сэсэг"],
    latin: ["Dorzhieva", "Seseg"],
    born: "1993-05-17",
    aNumber: "A 230-417-803",
    place: "JKPCCLA",
    since: -29,
  },
  {
    cyrillic: ["Зубарев", "Клим"],
    latin: ["Zubarev", "Klim"],
    born: "1969-12-08",
    aNumber: "A 199-852-740",
    place: "JENADLA",
    since: -310,
    adds: (one, when) => [
      r.event(one, { type: "ij.decision", on: when.day(-290), form: "written", outcome: "DENIED_REMOVAL", appeal: "reserved" }),
      r.event(one, { type: "bia.appeal-received", on: when.day(-270) }),
      r.event(one, { type: "bia.decision", on: when.day(-62), outcome: "dismissed" }),
      r.event(one, { type: "court.petition-filed", on: when.day(-44) }),
      r.note("Petition is in, no stay yet: filing alone stops nothing.", one),
    ],
  },
  {
    cyrillic: ["Иванищев", "Прохор"],
    latin: ["Ivanishchev", "Prokhor"],
    born: "1988-03-31",
    aNumber: "A 221-663-019",
    place: "KRO",
    since: -175,
    adds: (one, when) => [
      r.event(one, { type: "ij.decision", on: when.day(-160), form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }),
      r.event(one, { type: "bia.appeal-received", on: when.day(-141) }),
      r.event(one, { type: "bia.decision", on: when.day(-80), outcome: "dismissed" }),
      r.event(one, { type: "court.petition-filed", on: when.day(-71) }),
      r.event(one, { type: "court.stay-ordered", on: when.day(-58) }),
    ],
  },
  {
    cyrillic: ["Лапшина", "Ксения"],
    latin: ["Lapshina", "Kseniia"],
    born: "2002-08-19",
    aNumber: "A 243-290-114",
    place: "WCCPBFL",
    since: -17,
  },
  {
    cyrillic: ["Мамаев", "Тагир"],
    latin: ["Mamaev", "Tagir"],
    born: "1986-10-06",
    aNumber: "A 228-375-506",
    place: "BTV",
    since: -54,
    seen: 27,
  },
  { cyrillic: ["Нефёдов", "Лев"], latin: ["Nefedov", "Lev"], born: "1963-01-27", aNumber: "A 205-518-977", place: null, since: -12 },
  { cyrillic: ["Огай", "Виктор"], latin: ["Ogai", "Viktor"], born: "1978-06-02", aNumber: "A 218-904-463", place: "FRMVLVA", since: -36 },
  {
    cyrillic: ["Шахбанова", "Патимат"],
    latin: ["Shakhbanova", "Patimat"],
    born: "1990-11-15",
    aNumber: "A 235-081-690",
    place: "PLYMOMA",
    since: -21,
    seen: 27,
  },
]
export const CLIENTS = clients.length

const nameOf = (code: string): string => r.place(code).name

export const lawyersFolder: Story = {
  name: "a lawyer's folder",
  scenes(when, cast) {
    const sent: string[] = []
    const taken: Family[] = []
    const lawyer = { name: "D. Whitlock", contact: "office line, weekdays", for: "all" }
    return [
      { at: when.at(-8, "13:00"), play: async (stage) => void cast.codes.set("folder", await stage.code()) },
      ...clients.map((client, n) => ({
        at: when.at(-8, "13:00") + (n + 1) * 60_000,
        async play(stage: Stage) {
          const code = await stage.child(cast.codes.get("folder") as Uint8Array, n)
          const place = client.place === null ? null : r.place(client.place)
          const made = await stage.asks(code, {
            language: "en",
            asking: "lawyer",
            asker: { name: "D. Whitlock", relation: "attorney", contact: { how: "this mailbox" }, theyKnow: "yes" },
            people: [
              {
                names: {
                  cyrillic: { surname: client.cyrillic[0], given: client.cyrillic[1] },
                  latin: [{ surname: client.latin[0], given: client.latin[1] }],
                },
                born: client.born,
                aNumber: client.aNumber,
                countryOfBirth: "RU",
                citizenship: "RU",
                where:
                  place === null
                    ? { kind: "free", since: when.day(client.since) }
                    : { kind: "detained", facility: nameOf(client.place as string), state: place.state, since: when.day(client.since) },
                counsel: lawyer,
              },
            ],
            consents: ["INTAKE"],
          })
          sent.push(made.locator)
        },
      })),
      {
        at: when.at(-7, "10:10"),
        async play(stage) {
          for (const [n, ask] of sent.entries()) {
            const family: Family = await stage.takes("anna", ask)
            taken.push(family)
            const [person] = family.people as [string]
            const { adds } = clients[n] as Client
            must(await (await stage.member("anna")).actAll(family.stream, [r.owner(stage.id("boris"))]))
            const later = adds?.(person, when) ?? []
            if (later.length > 0) await stage.acts("anna", family, later)
          }
        },
      },
      ...clients.flatMap(({ seen }, n) =>
        seen === undefined
          ? []
          : [
              {
                at: when.ago(seen),
                async play(stage: Stage) {
                  const family = taken[n] as Family
                  await stage.acts("anna", family, [r.seen(family.people[0] as string, when.text(when.ago(seen)), "counsel")])
                },
              },
            ],
      ),
    ]
  },
}
