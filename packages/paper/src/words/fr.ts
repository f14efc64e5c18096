// Paper's French.
import type { PaperWords, StateWords } from "./shape.ts"

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`

export const fr = {
  page: (page, of) => `${page} / ${of}`,
  person: {
    latin: "Nom (caractères latins)",
    cyrillic: "Nom (cyrillique)",
    born: "Date de naissance",
    aNumber: "Numéro A",
    citizenship: "Citoyenneté",
    about: "La personne que concerne ce document",
  },
  letter: {
    number: (number) => `No ${number}`,
    ladderHead: ["Ce que la norme exige", "Satisfait par"],
    ladderCaption: (claim) => `Exigences satisfaites pour le fait ${claim}`,
    requirement: {
      "primary-record": "Une pièce de première main ou faisant autorité",
      "two-independent-sources": "Au moins deux sources indépendantes",
      "identity-link": "L’acte est rattaché à cette personne",
      "no-open-contradiction": "Aucune contradiction laissée ouverte",
      "two-readers": "Deux lectures, chacune faite seule",
    },
    source: {
      "official-record": "pièce officielle",
      "organisation-letter": "lettre d’une organisation",
      publication: "publication",
      media: "photo, son ou film",
      witness: "témoin",
      "own-statement": "déclaration de la personne",
      document: "document",
    },
    nothingOpen: "aucune au jour de la signature",
    readers: (count) => plural(count, "lecture", "lectures"),
    when: (when) => `Moment de l’acte : ${when}`,
    basis: "Sur quoi repose ce document",
    standard: "Norme de preuve",
    version: (version) => `version ${version}`,
    policy: "Politique, SHA-256",
    evidence: "Preuves",
    evidenceCount: (count) => plural(count, "élément, figé à la signature", "éléments, figés à la signature"),
    evidenceDigest: "Empreinte des preuves",
    signers: "Signé par deux membres différents",
    signersHead: ["Rôle", "Membre", "Date"],
    role: { recommends: "Recommande", approves: "Approuve" },
    member: (member) => `Membre ${member}`,
    check: "Comment vérifier cette lettre",
    checkHow:
      "Le fichier original porte un sceau qui se vérifie sans réseau. La commande « safe-conduct check » donne une de ces quatre réponses : délivrée, remplacée, retirée, pas de nous. Une photo ou une copie imprimée ne se vérifie pas : demandez le fichier.",
    checkMark: "Sceau, forme courte",
    checkEntry: "Inscription",
    replaces: (number) => `Remplace le no ${number}`,
  },
  finding: {
    disclaimer: "Ceci n’est pas une décision du gouvernement du Canada et ne suspend pas le renvoi.",
    title: "Constat du groupe de travail",
    running: (number) => `Constat du groupe de travail, no ${number}`,
    found: "Ce qui a été constaté",
    foundIntro:
      "Le groupe de travail a examiné les faits ci-dessous selon sa norme de preuve. Il les tient pour établis à l’égard de la personne nommée plus haut.",
    limits: "Ce que ce document ne fait pas",
    limitsItems: [
      "Il parle d’actes. Il ne dit rien d’un statut dans quelque pays que ce soit et n’ouvre aucune frontière.",
      "Il ne respecte aucun délai à votre place et ne remplace pas un avocat. Appels et requêtes doivent se poursuivre.",
      "Il nomme une personne et ne sert à nulle autre. Il peut être remplacé ou retiré : vérifiez-le avant de vous y fier.",
    ],
  },
  decision: {
    title: "Décision",
    running: (number) => `Décision no ${number}`,
    outcome: {
      favourable: "La demande est accueillie : protection est accordée à la personne nommée ci-dessous.",
      unfavourable: "La demande n’est pas accueillie.",
      deferred: "La décision est différée jusqu’au règlement des points ci-dessous.",
    },
    authority: "Prise en vertu de",
    reference: "Référence",
    inForceSince: "En vigueur depuis",
    reasons: "Motifs",
    found: "Faits tenus pour établis",
    foundIntro: "Ces faits ont été examinés selon la norme de preuve et tenus pour établis à l’égard de la personne nommée plus haut.",
    after: "La suite",
    afterItems: {
      favourable: [
        "La personne ne peut voyager qu’avec le document que le Canada délivre pour le trajet.",
        "Tant qu’elle n’est pas au Canada, cette décision seule ne suspend pas un renvoi. Prévenez l’avocat sans attendre.",
      ],
      unfavourable: [
        "De nouvelles preuves peuvent être envoyées à tout moment ; des membres qui n’ont pas signé ici les liront.",
        "Le travail pour protéger la personne dans le pays où elle se trouve continue.",
      ],
      deferred: [
        "Rien de ce qui a été envoyé n’est perdu ni à renvoyer.",
        "Le travail pour protéger la personne dans le pays où elle se trouve continue.",
      ],
    },
  },
  consent: {
    title: "Consentement",
    running: (version) => `Formulaire de consentement, version ${version}`,
    intro: "Une question, une réponse. Lisez-la, ou faites-la lire dans votre langue, et posez vos questions avant de signer.",
    asked: "Ce que nous demandons",
    mind: "À savoir avant de signer",
    rights: "Vos droits",
    rightsItems: [
      "Vous pouvez dire non. Nous continuons d’aider pour tout ce qui n’a pas besoin de ce oui.",
      "Vous pouvez retirer votre oui à tout moment, par tout moyen qui nous parvient. Nous arrêtons alors. Ce qui est déjà parti ne se reprend pas ; nous en demandons le retour.",
      "Vous seul pouvez signer pour vous. Ni conjoint, ni parent, ni ami ne signe pour un adulte.",
    ],
    answer: "Votre réponse",
    yes: "Oui, j’accepte cela et rien de plus.",
    no: "Non, je n’accepte pas.",
    noHarm: "Rien n’est communiqué aux autorités de la Fédération de Russie, quoi que vous signiez.",
    about: "La personne ou l’objet en cause",
    method: "Comment cela a été expliqué",
    methodItems: [
      "Je l’ai lu moi-même.",
      "On me l’a lu dans ma langue.",
      "On me l’a relu par téléphone et j’ai donné mon accord à voix haute.",
    ],
    sign: {
      person: "Signature de la personne",
      guardian: "Parent ou tuteur, pour un enfant",
      assent: "Accord de l’enfant lui-même, selon son âge",
      interpreter: "Interprète, langue",
      witness: "Témoin",
      placeDate: "Lieu et date",
      name: "Nom en lettres d’imprimerie",
    },
    version: "Version",
    scope: {
      INTAKE: {
        title: "Garder et lire ce que j’envoie",
        says: "Que les membres du bureau gardent, sous scellé, ce que j’envoie, et le lisent pour voir comment aider.",
        mind: [
          "Sans cela nous ne pouvons pas travailler. Seuls les membres qui en ont besoin liront.",
          "Vous pouvez nous demander de l’effacer.",
        ],
      },
      CONTACT_COUNSEL: {
        title: "Parler avec mon avocat",
        says: "Que le bureau parle avec mon avocat de mon dossier d’immigration et demande copie des pièces.",
        mind: ["Vos échanges avec l’avocat sont protégés. Demandez-lui quelles pièces doivent rester chez lui."],
      },
      OBTAIN_US_RECORDS: {
        title: "Demander mon dossier aux services américains",
        says: "Que le bureau demande mon dossier aux services d’immigration et au tribunal de l’immigration. Des formulaires officiels distincts accompagnent celui-ci.",
        mind: ["Le service apprendra que quelqu’un demande votre dossier, et qui."],
      },
      SHARE_IRCC: {
        title: "Me nommer au ministère de l’Immigration du Canada",
        says: "Que mon identité, ma famille, l’urgence et ce qui a été constaté sur mon activité soient transmis à Immigration, Réfugiés et Citoyenneté Canada.",
        mind: ["Le Canada n’a promis de recevoir personne.", "Le Canada conserve ce qu’il reçoit selon sa propre loi."],
      },
      SECURITY_SCREENING: {
        title: "Le contrôle de sécurité par le Canada",
        says: "Que des services canadiens examinent mon passé et puissent me convoquer à un entretien.",
        mind: [
          "Les poursuites pour des propos ou une manifestation seront vues. Parlez-nous-en d’abord.",
          "Ces services peuvent interroger les fichiers d’autres États.",
        ],
      },
      SHARE_US_STATE_DHS_MIN: {
        title: "Me nommer au gouvernement des États-Unis en vue d’un transfert",
        says: "Qu’une courte ligne sur moi aille au département d’État et aux services d’immigration : nom, date de naissance, citoyenneté, numéro A, lieu de détention, mode de transfert proposé, document canadien, code de famille, et s’il faut une escorte ou des soins (oui ou non).",
        mind: [
          "La ligne ne dit rien de votre activité, de vos preuves ni de vos proches en Russie.",
          "Un code de famille apprend aux services d’immigration américains qui, là-bas, est de votre famille.",
          "À elle seule, elle ne suspend pas un renvoi.",
        ],
      },
      BIOMETRIC_US_QUERY: {
        title: "Donner mes empreintes et ma photo au Canada",
        says: "Que le Canada prenne mes empreintes et ma photo et les compare à des fichiers.",
        mind: ["La comparaison est automatique et peut montrer aux services américains que vous vous êtes adressé au Canada."],
      },
      SHARE_UNHCR: {
        title: "Me nommer au HCR",
        says: "Que mon identité, ma famille et mon besoin de protection soient transmis à l’agence des Nations Unies pour les réfugiés.",
        mind: ["Le HCR suit ses propres règles et agit rarement sur le sol américain."],
      },
      SHARE_REFERRAL_NGO: {
        title: "Me nommer à une organisation qui peut me recommander",
        says: "Que ce qu’exige une recommandation soit transmis à l’organisation écrite ci-dessous, et à nulle autre.",
        mind: ["Demandez si la Russie a inscrit cette organisation sur une liste : un lien avec elle peut y être puni."],
      },
      CONTACT_VOUCHER: {
        title: "Interroger une personne qui connaît mon activité",
        says: "Que le bureau demande à la personne écrite ci-dessous si elle a connaissance d’un de mes actes.",
        mind: [
          "Elle apprendra que vous avez demandé de l’aide.",
          "Nous ne lui nommons personne d’autre et ne lui montrons pas votre récit.",
        ],
      },
      FAMILY_DISCLOSURE: {
        title: "Informer un membre de ma famille",
        says: "Que le bureau dise à la personne écrite ci-dessous où en est mon affaire.",
        mind: ["Écrivez ici ce qui ne doit pas être dit. Dans une famille, chaque adulte se prononce seul."],
      },
      CHILD_BEST_INTERESTS: {
        title: "Établir ce qui est le mieux pour mon enfant",
        says: "Qu’un spécialiste de la protection de l’enfance parle avec mon enfant et avec ceux qui en prennent soin, et consigne ce qui est le mieux.",
        mind: ["L’enfant est entendu aussi. Si l’intérêt d’un parent diffère, l’enfant a son propre représentant."],
      },
      MEDIA: {
        title: "Parler de moi en public",
        says: "Que mon nom et les mots convenus avec moi puissent être publiés.",
        mind: ["La règle est non. Ce qui est publié ne s’efface pas et se lit en Russie.", "Vos proches là-bas peuvent être interrogés."],
      },
      TRANSFER_LEGAL_EFFECTS: {
        title: "Être transféré en sachant ce que le départ produit en droit",
        says: "Que je sois transféré au Canada de la manière écrite ci-dessous. Un avocat m’a expliqué ce que produit le départ des États-Unis.",
        mind: [
          "Un appel devant la Commission est réputé retiré dès le départ. Devant bien des tribunaux, vos requêtes aussi.",
          "Une demande d’asile encore ouverte est réputée abandonnée.",
          "Partir sous le coup d’un ordre de renvoi vaut renvoi et interdit le retour pendant des années.",
        ],
      },
    },
  },
  codeCard: {
    title: "Vos 13 mots",
    under: "Ils ouvrent les réponses à votre demande. Ce n’est pas un titre et ils ne protègent personne à eux seuls.",
    running: "Treize mots",
    keepTitle: "Gardez-les ainsi",
    keep: [
      "Recopiez-les à la main ou gardez cette page là où vous seul regardez. Ne les photographiez pas.",
      "Qui a les mots peut lire les réponses et répondre en votre nom.",
      "Nous ne les demandons jamais : ni au téléphone, ni par message, ni contre de l’argent.",
      "Ne les dites jamais au téléphone d’un centre de détention et n’y envoyez jamais cette page.",
      "Un mot faux se répare. Si tous sont perdus, écrivez-nous de nouveau et dites que vous aviez déjà demandé.",
    ],
    open: (address) => `Pour lire les réponses : ${address}`,
    back: "J’ai un code",
    backNever: "Il n’y a qu’une adresse. Nous n’écrivons jamais les premiers.",
  },
} as const satisfies PaperWords

export const stateFr = {
  referral: {
    title: "Recommandation au Canada",
    running: (number) => `Recommandation au Canada, no ${number}`,
    notDecision: "Ceci est une demande. Ce n’est pas une décision du gouvernement du Canada et cela ne suspend pas le renvoi.",
    inForceNote: (reference) => `Faite en vertu de l’instrument en vigueur, référence ${reference}.`,
    to: "Destinataire",
    request: (count) =>
      count === 1
        ? "Le groupe de travail recommande la personne ci-dessous et demande que le Canada envisage de la recevoir plutôt que de la voir renvoyée vers la Fédération de Russie."
        : `Le groupe de travail recommande les ${count} personnes ci-dessous, qui forment une famille, et demande que le Canada envisage de les recevoir ensemble plutôt que de les voir renvoyées vers la Fédération de Russie.`,
    people: "Personnes recommandées",
    peopleHead: ["Nom (latin)", "Nom (cyrillique)", "Lien", "Naissance", "Citoyenneté", "Numéro A"],
    relation: { principal: "principal", spouse: "conjoint", child: "enfant", parent: "parent", sibling: "frère ou sœur", other: "autre" },
    family: "Famille",
    familySize: "Taille de la famille",
    familySizeIs: (count) => plural(count, "personne", "personnes"),
    readiness: "Qui est prêt à partir",
    readinessIs: {
      complete: "tous ont consenti et partent ensemble",
      "partial-consented": "une partie de la famille, selon la volonté consignée de chaque adulte",
      "split-decided": "séparément pour un temps, par décision motivée de deux membres du groupe",
    },
    urgency: "Urgence",
    urgencyLevel: { E: "Extrême urgence", U: "Urgent", H: "Élevée", N: "Normale" },
    urgencyWhy: "Raisons",
    finding: "Constat",
    findingRef: (number, day) => `Constat no ${number} du ${day}`,
    consent: "Consentements détenus",
    consentHead: ["Personne", "Donné le", "Comment"],
    consentHow: { written: "par écrit, par la personne", "oral-confirmed": "à voix haute, relu, puis confirmé" },
    contact: "Répondre à",
    signers: "Transmis par deux membres différents",
  },
  note: {
    title: (number) => `Note verbale ${number}`,
    heading: "Note verbale",
    running: (number) => `Note no ${number}`,
    draft: "PROJET, non envoyé",
    opening: (from, to) =>
      `${from} présente ses compliments ${dative(to)} et a l’honneur d’appeler l’attention sur la situation de ressortissants de la Fédération de Russie visés par un renvoi des États-Unis d’Amérique.`,
    ready: (count, annex, reference) =>
      `L’Ambassade a l’honneur de faire savoir au Département que le gouvernement du Canada est prêt à recevoir ${count}, dont la liste figure à l’${annex} de la présente note (fondement : ${reference}).`,
    considering: (count, annex) =>
      `L’Ambassade a l’honneur de porter à la connaissance du Département la situation de ${count}, dont la liste figure à l’${annex} de la présente note et dont l’accueil au Canada est à l’étude.`,
    propose:
      "L’Ambassade propose qu’au lieu d’un renvoi vers la Fédération de Russie, les autorités compétentes conviennent de leur transfert ordonné vers le Canada.",
    canada: "Pour chaque personne que le Canada accepte, le Canada donnerait au Département l’assurance que :",
    canadaItems: {
      admission: "la personne sera admise après contrôle au point d’entrée convenu pour le transfert ;",
      "document-validity": "le document de voyage canadien sera valide au jour du transfert ;",
      "no-onward-removal": "la personne ne sera pas renvoyée ensuite vers la Fédération de Russie ;",
      cost: "les frais du voyage seront pris en charge comme en conviendront les deux parties.",
    },
    states: "L’Ambassade saurait gré au Département de l’assurance que :",
    statesItems: {
      "no-removal-pending-reply":
        "aucune des personnes inscrites ne sera renvoyée vers la Fédération de Russie dans l’attente d’une réponse ;",
      "notice-before-transfer": "l’Ambassade sera avisée avant que l’une d’elles soit déplacée en vue d’un départ ;",
      "no-sharing-with-russia": "ni la présente note ni son annexe ne seront communiquées aux autorités de la Fédération de Russie ;",
      "family-coordination": "les membres d’une même famille, où qu’ils soient détenus, seront traités ensemble ;",
      "return-of-documents": "passeports, documents et téléphones seront rendus à leurs propriétaires lors de la remise.",
    },
    reply: (by) =>
      `L’Ambassade souhaiterait recevoir une réponse pour chaque personne${by ? `, si possible avant le ${by}` : ""}, et se tient à la disposition du Département pour toute question.`,
    annexHandling: "L’annexe porte sa propre mention de protection et est transmise séparément à l’agent désigné pour la recevoir.",
    courtesy: (from, to) => `${from} saisit cette occasion pour renouveler ${dative(to)} les assurances de sa très haute considération.`,
    initials: "Paraphe",
    sealPlace: "Sceau",
    annexes: "Annexe",
    annexIs: (annex, count) => `${annex} : ${count} ; mention de protection distincte`,
    persons: (count) => (count === 1 ? "une personne" : `${count} personnes`),
  },
  annex: {
    title: (annex) => annex,
    under: (note, day) => `à la note no ${note} du ${day}`,
    running: (annex, note, rows) => `${annex} à la note no ${note} · ${plural(rows, "ligne", "lignes")}`,
    handling: "Pour le seul agent désigné. Ne pas copier, ne pas communiquer aux autorités de la Fédération de Russie.",
    caption: "Personnes proposées au transfert",
    head: [
      "No",
      "Réf.",
      "Nom",
      "Prénoms",
      "Naissance",
      "Citoyenneté",
      "Numéro A",
      "Établissement ou bureau",
      "Voie proposée",
      "Document canadien",
      "Famille",
      "Remise",
    ],
    vehicle: {
      THIRD_COUNTRY_REMOVAL: "renvoi vers un pays tiers : Canada",
      WITHDRAW_APPLICATION: "retrait de la demande",
      VOLUNTARY_DEPARTURE: "départ volontaire",
      SELF_REMOVAL_CONTROLLED: "départ surveillé",
      OSUP_RELEASE_AND_TRAVEL: "libération surveillée et voyage",
      NON_DETAINED_TRAVEL: "voyage, sans détention",
    },
    document: {
      "single-journey-document": "titre pour un seul voyage",
      "permanent-resident-visa": "visa de résident permanent",
      "temporary-resident-permit": "permis de séjour temporaire",
      "to-be-issued": "à délivrer après acceptation",
    },
    until: (day) => `valide jusqu’au ${day}`,
    need: { minor: "mineur", escort: "escorte", medical: "soins : oui" },
    none: "–",
    total: (rows) => `L’annexe prend fin ici : ${plural(rows, "ligne", "lignes")}.`,
  },
  situation: {
    title: "La situation en une page",
    under: (day) => `Au ${day}`,
    running: (day) => `Situation au ${day}`,
    what: "Des citoyens russes opposés à la guerre ou au pouvoir ont demandé l’asile aux États-Unis. Beaucoup sont détenus, et certains sont mis dans des avions pour Moscou, où l’on interroge les arrivants et où des arrestations ont suivi. Le groupe de travail vérifie ce qu’ils ont fait, veille à leurs délais et demande que le Canada les reçoive.",
    numbers: "En chiffres",
    numbersHead: ["Personnes", "Nombre"],
    count: {
      people: "suivies par le bureau",
      detained: "détenues",
      finalOrder: "sous un ordre de renvoi définitif",
      dateWithinWeek: "dont le renvoi est annoncé dans les sept jours",
      found: "ayant un constat signé",
      referred: "recommandées au Canada",
      proposed: "proposées aux États-Unis en vue d’un transfert",
      received: "arrivées au Canada",
      removed: "renvoyées en Russie",
    },
    places: "Où elles sont détenues",
    placesHead: ["Lieu", "Personnes"],
    fewerThanFive: "moins de 5",
    asks: "Ce qui est demandé",
    sources:
      "Les nombres viennent des registres du bureau au jour indiqué. Nul n’est décrit ici ; les lieux de moins de cinq personnes ne sont pas chiffrés.",
  },
} as const satisfies StateWords

// «présente ses compliments au Département», «à l'Ambassade»: French joins the preposition to the article.
function dative(to: string): string {
  if (/^le /i.test(to)) return `au ${to.slice(3)}`
  if (/^les /i.test(to)) return `aux ${to.slice(4)}`
  return `à ${to.replace(/^La /, "la ").replace(/^L’/, "l’")}`
}
