// What to do when a trigger fires: steps with an owner and an hour, in the three languages of the desk. First form; each
// step is to be read by a lawyer of the programme before it is relied on.
import {
  type Level,
  type Playbook,
  type PlaybookOwner,
  type PlaybookStep,
  type UrgencyTrigger,
  urgencyTriggers,
  type Words3,
} from "@safe-conduct/domain/clock"

const step = (id: string, owner: PlaybookOwner, withinHours: number, en: string, fr: string, ru: string): PlaybookStep => ({
  id,
  owner,
  withinHours,
  words: { en, fr, ru } satisfies Words3,
})

const reachCounsel = (hours: number): PlaybookStep =>
  step(
    "reach-counsel",
    "caseworker",
    hours,
    "Reach counsel of record. If nobody files, say so and look for someone who will.",
    "Joindre l'avocat constitué. Si personne ne dépose, le dire et chercher quelqu'un qui le fera.",
    "Связаться с адвокатом по делу. Если подавать некому, сказать об этом и искать того, кто подаст.",
  )
const stayMotion = (hours: number): PlaybookStep =>
  step(
    "stay-motion",
    "counsel",
    hours,
    "Stay motion to the court of appeals, or habeas where the person is held. Filing alone stays nothing.",
    "Demande de sursis à la cour d'appel, ou habeas là où la personne est détenue. Le dépôt seul ne suspend rien.",
    "Ходатайство о приостановке в окружной суд или хабеас по месту содержания. Сама подача ничего не приостанавливает.",
  )
const adminStay = step(
  "i-246",
  "counsel",
  4,
  "I-246 at the field office that holds the person. It is a request and stays nothing by itself.",
  "I-246 au bureau régional qui détient la personne. C'est une demande, elle ne suspend rien par elle-même.",
  "I-246 в полевой офис, где содержат человека. Это просьба, сама по себе она ничего не приостанавливает.",
)
const confirmPlace = (hours: number): PlaybookStep =>
  step(
    "confirm-place",
    "intake",
    hours,
    "Look the person up: locator, counsel, family. Write down the hour and who said it.",
    "Vérifier où est la personne : registre, avocat, famille. Noter l'heure et la source.",
    "Проверить, где человек: локатор, адвокат, семья. Записать час и кто сказал.",
  )
const tellFamily = (hours: number): PlaybookStep =>
  step(
    "tell-family",
    "caseworker",
    hours,
    "One member, named in the case, tells the family what is known, and only that: rumoured, reported or confirmed.",
    "Un membre, nommé au dossier, dit à la famille ce que l'on sait, et rien de plus : rumeur, signalement ou confirmation.",
    "Один участник, названный в деле, говорит семье то, что известно, и не больше: слух, сообщение или подтверждение.",
  )
const tellLiaison = step(
  "liaison",
  "liaison",
  2,
  "Tell the liaison: a transfer instead of removal can be proposed only with the person's own consent.",
  "Prévenir la liaison : un transfert au lieu du renvoi ne se propose qu'avec le consentement de la personne elle-même.",
  "Сообщить связному: передачу вместо высылки предлагают только с согласия самого человека.",
)
const sayFear = step(
  "say-fear",
  "counsel",
  1,
  "Fear of the named country must be said aloud by the person, now, and written down with the hour.",
  "La crainte du pays désigné doit être dite par la personne, maintenant, et notée avec l'heure.",
  "Страх перед названной страной человек должен заявить сам, сейчас; записать час.",
)
const keepDay = (hours: number): PlaybookStep =>
  step(
    "keep-the-day",
    "counsel",
    hours,
    "Agree who files and by which safe day. Mark it met only when the receipt is seen.",
    "Convenir de qui dépose et pour quel jour sûr. Ne marquer comme fait qu'au vu du reçu.",
    "Договориться, кто подаёт и к какому безопасному дню. Отмечать только увидев подтверждение.",
  )

const congress = (hours: number): PlaybookStep =>
  step(
    "congress",
    "caseworker",
    hours,
    "Ask the congressional office of the family's district or of the jail's to inquire. It needs the signed privacy release from the ready kit.",
    "Demander au bureau du ou de la parlementaire de la famille, ou du lieu de détention, de se renseigner. Il lui faut l'autorisation signée, au dossier prêt.",
    "Попросить приёмную члена Конгресса по округу семьи или тюрьмы направить запрос. Нужна подписанная доверенность на сведения из готового набора.",
  )
const publicity = (hours: number): PlaybookStep =>
  step(
    "publicity",
    "caseworker",
    hours,
    "Decide whether anything may be public: no, ask or yes, by the person's own word. Write it in the case before anybody speaks.",
    "Décider si quelque chose peut être public : non, demander ou oui, selon la parole de la personne. L'inscrire au dossier avant que quiconque parle.",
    "Решить, можно ли что-то предавать огласке: нет, спросить или да, по слову самого человека. Записать в дело прежде, чем кто-то скажет.",
  )
const whoFiles = (hours: number): PlaybookStep =>
  step(
    "who-files",
    "caseworker",
    hours,
    "Write down who files, what, and in which court: a petition where the judge sat, habeas in the district where the person is held, a motion with the judge or the Board. If nobody files, write that.",
    "Noter qui dépose, quoi et devant quelle cour : recours là où siégeait le juge, habeas dans le district de détention, requête devant le juge ou la Commission d'appel. Si personne ne dépose, l'écrire.",
    "Записать, кто подаёт, что и в какой суд: петицию по месту судьи, хабеас по округу содержания, ходатайство судье или в Апелляционный совет. Если не подаёт никто, записать это.",
  )
const fieldOffice = (hours: number): PlaybookStep =>
  step(
    "field-office",
    "caseworker",
    hours,
    "Ask the field office that holds the person, or to which they report, what is planned and for when. Write down the officer and the hour.",
    "Demander au bureau régional qui détient la personne, ou auquel elle se présente, ce qui est prévu et pour quand. Noter l'agent et l'heure.",
    "Спросить в полевом офисе, где содержат человека или куда он является, что намечено и на когда. Записать офицера и час.",
  )

/** What every trigger opens, by its level: hours within which each is done. */
const always: Readonly<Record<Level, readonly PlaybookStep[]>> = {
  E: [whoFiles(1), fieldOffice(2), tellFamily(2), publicity(2), congress(4)],
  U: [whoFiles(4), fieldOffice(8), tellFamily(8), publicity(8), congress(24)],
  H: [whoFiles(24), tellFamily(24), publicity(24), fieldOffice(48), congress(72)],
  N: [],
}

const playbook = (trigger: UrgencyTrigger, ...steps: PlaybookStep[]): Playbook => ({
  trigger,
  steps: [...steps, ...always[urgencyTriggers[trigger]]].toSorted((a, b) => a.withinHours - b.withinHours),
})

export const playbooks: readonly Playbook[] = [
  playbook("removal-within-72h", confirmPlace(1), reachCounsel(1), stayMotion(2), adminStay, tellLiaison),
  playbook("third-country-notice", sayFear, reachCounsel(1), stayMotion(4)),
  playbook("staging-with-final-order", confirmPlace(1), reachCounsel(1), stayMotion(2), adminStay, tellLiaison),
  playbook("final-unstayed-travel-document", reachCounsel(1), stayMotion(4), adminStay, tellLiaison),
  playbook(
    "cf-negative",
    reachCounsel(1),
    step(
      "ask-review",
      "counsel",
      4,
      "Make sure a judge's review was asked for. No appeal follows it.",
      "S'assurer que le réexamen par un juge a été demandé. Aucun appel n'est ouvert ensuite.",
      "Убедиться, что пересмотр судьёй запрошен. Апелляции после него нет.",
    ),
    step(
      "parole-papers",
      "asker",
      24,
      "Look for papers of parole at the port of entry: the I-94, the stamp.",
      "Chercher les papiers d'admission à la frontière : l'I-94, le tampon.",
      "Найти бумаги о въезде по parole: I-94, штамп.",
    ),
  ),
  playbook("expedited-removal-final", reachCounsel(1), confirmPlace(2), stayMotion(4)),
  playbook("deadline-within-2-days", reachCounsel(1), keepDay(2)),
  playbook("final-detained-unstayed", reachCounsel(4), stayMotion(24), adminStay, confirmPlace(24)),
  playbook("cf-review-pending", reachCounsel(4)),
  playbook("deadline-within-7-days", reachCounsel(4), keepDay(24)),
  playbook(
    "consular-interview",
    reachCounsel(4),
    step(
      "consulate",
      "counsel",
      4,
      "The consulate was told of the detention. Note what was said about asylum; it should be nothing.",
      "Le consulat a été informé de la détention. Noter ce qui a été dit de l'asile ; cela devrait être rien.",
      "Консульству сообщили о задержании. Записать, что сказали об убежище: не должны были ничего.",
    ),
  ),
  playbook("child-custody-hearing-within-7-days", reachCounsel(4)),
  playbook("in-absentia-order", reachCounsel(24), keepDay(24)),
  playbook("detained", reachCounsel(24), confirmPlace(24)),
  playbook("detained-again", reachCounsel(4), confirmPlace(4)),
  playbook("final-unstayed", reachCounsel(24), stayMotion(72)),
  playbook("check-in-within-14-days", reachCounsel(24)),
  playbook("deadline-within-30-days", reachCounsel(24), keepDay(24)),
]
