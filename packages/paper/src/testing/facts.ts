// Invented people and numbers for tests and for looking at the pages. Nobody here exists.
import type {
  CellPaperFacts,
  CodeCardFacts,
  ConsentFormFacts,
  DecisionFacts,
  FindingFacts,
  Language,
  NoteFacts,
  ReferralFacts,
  SituationFacts,
} from "../index.ts"
import type { AnnexFacts, AnnexRow } from "../note-annex.ts"

export const sampleSeal = {
  json: JSON.stringify({
    v: 1,
    kind: "finding",
    desk: "d3skd3skd3skd3skd3skd3skd3",
    number: "F-2026/014",
    entry: "ab".repeat(32),
    facts: "cd".repeat(32),
    kid: "k1",
    signature: "…",
  }),
  short: "F-2026-014 K7QM RX3D",
}

const statements = {
  en: "Spoke against the war at a street gathering in Kazan on 6 March 2022 and was detained for it",
  fr: "A pris la parole contre la guerre lors d’un rassemblement à Kazan le 6 mars 2022 et a été arrêté pour cela",
  ru: "Выступал против войны на уличном собрании в Казани 6 марта 2022 года и был за это задержан",
} as const satisfies Record<Language, string>
const second = {
  en: "Worked as an election observer for a public movement in 2021 and published the falsified protocols",
  fr: "A été observateur électoral d’un mouvement civique en 2021 et a publié les procès-verbaux falsifiés",
  ru: "Был наблюдателем на выборах 2021 года от общественного движения и опубликовал подложные протоколы",
} as const satisfies Record<Language, string>

export function sampleFinding(language: Language): FindingFacts {
  return {
    language,
    instrument: "NONE",
    number: "F-2026/014",
    issuedOn: "2026-11-22",
    issuer: {
      en: "Working group for people facing removal to Russia",
      fr: "Groupe de travail pour les personnes menacées de renvoi en Russie",
      ru: "Рабочая группа помощи тем, кому грозит высылка в Россию",
    }[language],
    person: {
      name: {
        cyrillic: { surname: "Рябинин", given: "Аркадий", patronymic: "Мефодьевич" },
        latin: [
          { surname: "RIABININ", given: "Arkadii" },
          { surname: "RYABININ", given: "Arkady" },
        ],
      },
      born: "1990-04-03",
      aNumber: "A087654321",
      citizenship: { en: "Russian Federation", fr: "Fédération de Russie", ru: "Российская Федерация" }[language],
    },
    claims: [
      {
        statement: statements[language],
        when: "2022-03-06",
        ladder: [
          { requirement: "primary-record", by: ["official-record"] },
          { requirement: "two-independent-sources", by: ["official-record", "publication", "publication"] },
          { requirement: "identity-link", by: ["official-record"] },
          { requirement: "no-open-contradiction" },
          { requirement: "two-readers", readers: 2 },
        ],
      },
      {
        statement: second[language],
        ladder: [
          { requirement: "primary-record", by: ["document"] },
          { requirement: "two-independent-sources", by: ["publication", "organisation-letter"] },
          { requirement: "identity-link", by: ["media", "document"] },
          { requirement: "no-open-contradiction" },
          { requirement: "two-readers", readers: 2 },
        ],
      },
    ],
    standard: {
      name: { en: "Established beyond doubt: activity", fr: "Établi sans aucun doute : activité", ru: "Вне сомнений: деятельность" }[
        language
      ],
      version: "1",
    },
    policy: { version: "2026-1", hash: "0123456789abcdef".repeat(4) },
    evidence: { count: 7, digest: "fedcba9876543210".repeat(4) },
    signers: [
      { role: "recommends", member: "07", on: "2026-11-20" },
      { role: "approves", member: "12", on: "2026-11-22" },
    ],
    seal: sampleSeal,
  }
}

export function sampleDecision(language: Language): DecisionFacts {
  return {
    ...sampleFinding(language),
    instrument: "IN_FORCE",
    number: "D-2027/003",
    authority: {
      name: {
        en: "Public policy under section 25.2",
        fr: "Politique d’intérêt public, article 25.2",
        ru: "Публичная политика по статье 25.2",
      }[language],
      reference: "PP-25.2/001",
      since: "2027-01-15",
    },
    outcome: "favourable",
    reasons: [
      {
        en: "The acts are established and expose the person to prosecution on return.",
        fr: "Les actes sont établis et exposent la personne à des poursuites en cas de retour.",
        ru: "Поступки установлены, и при возвращении за них грозит преследование.",
      }[language],
    ],
  }
}

export function sampleReferral(language: "en" | "fr"): ReferralFacts {
  return {
    language,
    number: "R-2026/005",
    issuedOn: "2026-11-23",
    issuer: "Working group for people facing removal to Russia",
    to: "Immigration, Refugees and Citizenship Canada",
    instrument: { state: "NONE" },
    people: [
      {
        name: {
          cyrillic: { surname: "Рябинин", given: "Аркадий", patronymic: "Мефодьевич" },
          latin: [{ surname: "RIABININ", given: "Arkadii" }],
        },
        relation: "principal",
        born: "1990-04-03",
        citizenship: "RUS",
        aNumber: "A087654321",
        consent: { on: "2026-11-18", how: "written" },
        finding: {
          number: "F-2026/014",
          on: "2026-11-22",
          sentences: [
            "His public acts against the war in 2022 are established.",
            "He was detained for them, and a criminal case followed.",
          ],
        },
      },
      {
        name: {
          cyrillic: { surname: "Рябинина", given: "Злата", patronymic: "Олеговна" },
          latin: [{ surname: "RIABININA", given: "Zlata" }],
        },
        relation: "spouse",
        born: "1992-09-30",
        citizenship: "RUS",
        aNumber: "A087654322",
        consent: { on: "2026-11-19", how: "oral-confirmed" },
      },
    ],
    family: { size: 3, readiness: "partial-consented" },
    urgency: { level: "E", reasons: ["Final order since 2 December 2026, no stay.", "Travel document held by the removing agency."] },
    contact: "liaison@desk.example",
    signers: [
      { member: "07", on: "2026-11-23" },
      { member: "15", on: "2026-11-23" },
    ],
    seal: { ...sampleSeal, short: "R-2026-005 B4TN W9PE" },
  }
}

export function sampleNote(language: "en" | "fr"): NoteFacts {
  const english = language === "en"
  return {
    language,
    number: { sequence: 17, year: 2026 },
    on: "2026-11-24",
    place: english ? "Washington, D.C." : "Washington",
    from: english ? "The Embassy of Canada" : "L’Ambassade du Canada",
    to: english ? "the Department of State of the United States of America" : "le Département d’État des États-Unis d’Amérique",
    marking: english ? "PROTECTED B" : "PROTÉGÉ B",
    draft: true,
    annex: "A",
    persons: 2,
    readiness: { state: "under-consideration" },
    canada: ["admission", "document-validity", "no-onward-removal", "cost"],
    unitedStates: [
      "no-removal-pending-reply",
      "notice-before-transfer",
      "no-sharing-with-russia",
      "family-coordination",
      "return-of-documents",
    ],
    replyBy: "2026-12-08",
  }
}

export function sampleRow(ref: string): AnnexRow {
  return {
    ref,
    surname: "RIABININ",
    given: "Arkadii",
    born: "1990-04-03",
    citizenship: "Russian Federation",
    aNumber: "A087654321",
    facility: "Winn Correctional Center, LA",
    vehicle: "THIRD_COUNTRY_REMOVAL",
    document: { type: "temporary-resident-permit", until: "2027-05-31" },
    family: "F1",
    needs: [],
  }
}

export function sampleAnnex(language: "en" | "fr", rows = 2): AnnexFacts {
  const all = Array.from({ length: rows }, (_, at) => ({
    ...sampleRow(`A-${String(at + 1).padStart(3, "0")}`),
    needs: at % 3 === 1 ? (["minor", "medical"] as const) : [],
  }))
  return {
    language,
    annex: "A",
    number: { sequence: 17, year: 2026 },
    on: "2026-11-24",
    marking: "PROTECTED B",
    rows: all.map((row) => ({ ...row, needs: [...row.needs] })),
  }
}

export function sampleSituation(language: "en" | "fr"): SituationFacts {
  return {
    language,
    asOf: "2026-11-22",
    issuer: "Working group for people facing removal to Russia",
    counts: {
      people: 312,
      detained: 188,
      finalOrder: 74,
      dateWithinWeek: 3,
      found: 41,
      referred: 29,
      proposed: 12,
      received: 1,
      removed: 9,
    },
    places: [
      { place: "Louisiana", people: 61 },
      { place: "Texas", people: 44 },
      { place: "Arizona", people: 38 },
      { place: "New Jersey", people: 3 },
    ],
    asks: [
      language === "en"
        ? "That the public policy be signed before the next reported flight."
        : "Que la politique d’intérêt public soit signée avant le prochain vol annoncé.",
    ],
  }
}

const words = {
  en: ["amber", "bridge", "candle", "dolphin", "elbow", "forest", "garden", "hammer", "island", "jacket", "kettle", "ladder", "meadow"],
  fr: [
    "abeille",
    "bateau",
    "cerise",
    "dentelle",
    "escalier",
    "fougère",
    "girafe",
    "horloge",
    "incendie",
    "jardin",
    "koala",
    "lanterne",
    "marmite",
  ],
  ru: [
    "арбуз",
    "берег",
    "ветка",
    "гармонь",
    "дерево",
    "ежевика",
    "журавль",
    "зеркало",
    "иволга",
    "карандаш",
    "лодка",
    "малина",
    "незабудка",
  ],
} as const satisfies Record<Language, readonly string[]>

export function sampleCodeCard(language: Language): CodeCardFacts {
  return { language, words: [...words[language]], address: "desk.example/mailbox" }
}

export function sampleConsent(language: Language): ConsentFormFacts {
  const { person } = sampleFinding(language)
  return { language, version: "2026-1", scope: "SHARE_US_STATE_DHS_MIN", person }
}

export function sampleCell(language: "en" | "ru"): CellPaperFacts {
  return { language }
}
