// The one vault as the desk and the command line see it: plain data in, plain data out. Keys, sealing and folding stay behind it,
// in a Worker in the browser and in the process elsewhere, so nothing here may be a function, a class or a key.
import type { CanadaLane, CaseStage, CaseState, ProtectionLane } from "@safe-conduct/domain/case"
import type { Answer, Deadline } from "@safe-conduct/domain/clock"
import type { ConsentScope } from "@safe-conduct/domain/consent"
import type { ProposalKind, Role } from "@safe-conduct/domain/evidence"
import type { FamilyReadiness } from "@safe-conduct/domain/family"
import type { PersonName, SameReason } from "@safe-conduct/domain/person"
import type { ProposalState } from "@safe-conduct/domain/proposals"
import type { PurgedKind, RegisterState } from "@safe-conduct/domain/register"
import type { Contact, MailboxStatus, Phrase, Relation, Request, SealedFile } from "@safe-conduct/domain/request"
import type { FileSource } from "../file/source.ts"
import type { Refusal, Result } from "../result.ts"
import type { Called } from "./called.ts"
import type { CompartmentCalls, CompartmentLine } from "./compartment-port.ts"
import type { DutyVault } from "./duty-port.ts"
import type { LawLine, LawView } from "./law-port.ts"
import type { StatementGiven, StatementSubject, StatementView } from "./statement-port.ts"
import type { MoreNames, NewRoll, RollCall, RollSuggestion, SaidOfLine, TellGiven, ToldNow } from "./roll-port.ts"
import type { MomentLine, ShiftView, ToDoLine } from "./shift-port.ts"

/** 26 letters of base32. */
export type StreamId = string
export type MemberId = string
/** "2026-11-22T17Z" */
export type HourText = string
/** "2026-11-22" */
export type DayText = string
/** Milliseconds since 1970, UTC. */
export type Millis = number

export interface Vault extends CompartmentCalls, DutyVault {
  /** Opens the seeds with a generated passphrase, proves the directory under the pinned root, signs in. */
  unlock(passphrase: string): Promise<Result<Who>>
  unlockWith(seeds: Seeds): Promise<Result<Who>>
  /** What a page puts to an authenticator, at the door and when a passkey is made. */
  passkeyAsk(): Promise<Result<PasskeyAsk>>
  unlockByPasskey(given: PasskeyAnswer): Promise<Result<Who>>
  who(): Promise<Who | null>
  /** Seals what is half written, ends the session and forgets every key; only the same member's unlock opens it again. */
  lock(notes: unknown): Promise<string | null>
  /** Null where another member locked it. */
  openLocked(sealed: string): Promise<{ readonly notes: unknown } | null>
  /** Ends the session and wipes every key and text from memory. */
  signOut(): Promise<void>
  /** New heads and cards since the last time; opens waiting requests. The caller decides how often. */
  refresh(): Promise<Result<Refreshed>>
  /** Called after every change that a page may show. Returns the end of listening. */
  on(listener: (change: Change) => void): () => void

  tray(): Promise<readonly TrayRow[]>
  openRequest(ask: StreamId): Promise<Result<OpenedRequest>>
  /** A request leaves the tray only by an act. `joined` is done by joinRequest. */
  triage(ask: StreamId, did: "answered" | "referred" | "declined" | "junk" | "waiting", why: string): Promise<Result<null>>
  /** Closes many as junk, each by an act of its own. What somebody joined or closed meanwhile is left and named. */
  closeJunk(asks: readonly StreamId[], why: string): Promise<Result<ClosedJunk>>
  /** Takes back the closing of those that stand closed as junk. */
  reopenJunk(asks: readonly StreamId[], why: string): Promise<Result<ReopenedJunk>>
  /** The tray by likeness of what is written: floods first. */
  junkGroups(): Promise<readonly JunkGroup[]>
  /** Put down without a case, the latest first. */
  closedRequests(): Promise<readonly ClosedRow[]>
  /** Makes a case of the request, or joins it to one. Reversible by striking. */
  joinRequest(ask: StreamId, into?: JoinInto): Promise<Result<{ readonly stream: StreamId }>>

  /** Lists of people named for a flight or a transfer, or in a call; the latest first. */
  rollCalls(): Promise<readonly RollCall[]>
  beginRoll(given: NewRoll): Promise<Result<{ readonly sighting: string }>>
  addToRoll(sighting: string, given: MoreNames): Promise<Result<null>>
  /** On which pile a line is, who it is, why it is off the list. */
  sayOfSeen(sighting: string, index: number, said: SaidOfLine): Promise<Result<null>>
  /** For each line of free words whoever of ours it may mean. `place`: where the list speaks of. */
  suggestFor(lines: readonly string[], place: string): Promise<readonly (readonly RollSuggestion[])[]>
  /** Sends one of the three fixed sentences to mailboxes and writes down who was told. */
  tellSeen(sighting: string, given: TellGiven): Promise<Result<ToldNow>>

  list(): Promise<readonly CaseRow[]>
  today(): Promise<Today>
  /** Words, A-numbers or parts of them, in any script; best first, and no more than are looked at. */
  search(text: string, most?: number): Promise<readonly SearchHit[]>
  /** Likely same people among the cards, with reasons. */
  alike(person: PersonFacts): Promise<readonly Omit<Alike, "index">[]>

  openCase(stream: StreamId): Promise<Result<CaseView>>
  newCase(given: NewCase): Promise<Result<{ readonly stream: StreamId }>>
  /** Folds, asks, seals, sends; after a lost race records go again in silence and judgements come back as `changed-since`. */
  act(stream: StreamId, does: string, input: unknown, how?: ActHow): Promise<Result<Acted>>
  /** Several actions in one append, all or none. */
  actAll(stream: StreamId, acts: readonly { readonly does: string; readonly input: unknown }[], how?: ActHow): Promise<Result<Acted>>
  /** Whether an action could be sent now, without sending: greys a button and marks a field. Law first, then advice. */
  check(stream: StreamId, does: string, input?: unknown): Promise<Checked>
  /** Of each named action why it could not be sent now, whatever its input; null where it could. The case is brought up to date once. */
  refusals<Name extends string>(stream: StreamId, names: readonly Name[]): Promise<Readonly<Record<Name, Refusal | null>>>
  /** Draws two words that no other case has, for whoever rings from detention. They find the case and open nothing. */
  giveCaseWord(stream: StreamId): Promise<Result<Acted>>
  strike(stream: StreamId, seq: number, why: string): Promise<Result<Acted>>

  reply(ask: StreamId, text: string, more?: ReplyMore): Promise<Result<null>>
  attach(
    stream: StreamId,
    file: FileSource,
    about: { readonly name?: string; readonly caption?: string },
  ): Promise<Result<{ readonly file: SealedFile }>>
  /** Whole and verified to its last byte, or refused. */
  readFile(file: SealedFile): Promise<Result<Uint8Array>>
  /** SHA-256 in hex. Pages do no cryptography, and a paper must be hashed before it can be sealed. */
  digest(bytes: Uint8Array): Promise<string>

  /** Blind: only a hash is written; the salt stays in the drawer until the reader reveals. */
  commitReading(stream: StreamId, claim: string, finding: ReadingFinding, saw?: Saw): Promise<Result<Acted>>
  revealReading(stream: StreamId, claim: string): Promise<Result<Acted>>
  recommend(stream: StreamId, given: Recommend, saw?: Saw): Promise<Result<Acted & { readonly entry: string }>>
  /** `entry`: hash of what another member proposed. `touch`: over this entry and exactly this `saw`. */
  approve(stream: StreamId, entry: string, saw?: Saw, touch?: PasskeyTouch): Promise<Result<Acted>>
  /** What a passkey signs for an approval in a case or a proposal; `rpId` is the host name of the page. */
  approvalAsk(of: { readonly stream: StreamId; readonly entry: string; readonly saw: Saw }, rpId: string): Promise<Result<ApprovalAsk>>

  draftLetter(stream: StreamId, given: DraftLetterGiven): Promise<Result<LetterDraft>>
  /** Signs each language's paper, records it in the case and publishes its number. */
  issueLetter(stream: StreamId, given: { readonly of: string; readonly papers: readonly Paper[] }): Promise<Result<readonly LetterSeal[]>>
  /** Proposes; a second member approves with `approve`, then `publishWithdrawal` puts it on the list. */
  withdrawLetter(stream: StreamId, number: string, why: string, replacedBy?: string): Promise<Result<Acted>>
  publishWithdrawal(stream: StreamId, number: string): Promise<Result<null>>
  /** What `safe-conduct check` reads offline. */
  publishedLetters(): Promise<Result<PublishedLetters>>

  proposals(): Promise<readonly ProposalRow[]>
  newProposal(kind: ProposalKind, title?: string): Promise<Result<{ readonly stream: StreamId }>>
  openProposal(stream: StreamId): Promise<Result<ProposalView>>
  candidates(kind: ProposalKind): Promise<Result<readonly Candidate[]>>
  addCandidate(proposal: StreamId, of: { readonly stream: StreamId; readonly person: string }): Promise<Result<Acted>>
  dropCandidate(proposal: StreamId, of: { readonly stream: StreamId; readonly person: string }, why: string): Promise<Result<Acted>>
  freeze(proposal: StreamId): Promise<Result<Acted>>
  approveProposal(proposal: StreamId, saw?: Saw, touch?: PasskeyTouch): Promise<Result<Acted>>
  /** Guards every concerned mailbox: a withdrawal stored before is always seen first. */
  release(proposal: StreamId): Promise<Result<Acted & { readonly number: string }>>
  recordSent(
    proposal: StreamId,
    given: { readonly number: string; readonly on: DayText; readonly scan?: FileSource },
  ): Promise<Result<Acted>>
  recordAnswer(proposal: StreamId, given: RecordAnswer): Promise<Result<Acted>>
  proposalStandIn(proposal: StreamId): Promise<Result<StandIn & { readonly number: string }>>
  /** Seals the papers of a released proposal, so that they can be checked as letters can. */
  sealProposal(proposal: StreamId, papers: readonly Paper[]): Promise<Result<readonly LetterSeal[]>>
  recall(proposal: StreamId, of: { readonly stream: StreamId; readonly person: string }, why: string): Promise<Result<Acted>>

  members(): Promise<readonly MemberView[]>
  /** Made on the new member's own device, before there is any session: keys, passphrase, and the text to hand to an administrator. */
  newClaim(): Promise<Result<Claim>>
  /** Who comes by this text: a claim, or what another administrator has signed already. */
  readNewcomer(text: string): Promise<Result<Newcomer>>
  /** With `approvals` the name and roles are the first administrator's; a claim beside them must be of the same keys, and may be empty. */
  addMember(claim: string, as: NewMember, approvals?: string): Promise<Result<Certified>>
  nameMember(member: MemberId, as: { readonly name: string; readonly roles: readonly Role[] }): Promise<Result<Acted>>
  /** She reads nothing new from then on; `keys` says whether the desk's keys, which she knew, are new too. */
  removeMember(member: MemberId): Promise<Result<Removed>>
  /** What is left of giving every case a new key after somebody left or joined; it goes on by itself wherever a desk is open. */
  rotation(): Promise<RotationView>
  /** The same to its end, for a command that ends with it. */
  rotate(): Promise<Result<RotationView>>
  rotateIntake(approvals?: string): Promise<Result<Certified>>
  rotateReply(approvals?: string): Promise<Result<Certified>>
  /** The recipient for paper forms and for browsers without a script: two years. */
  rotatePaper(approvals?: string): Promise<Result<Certified>>
  /** The certificate that forms are printed with; null where the desk takes nothing on paper. */
  paperRecipient(): Promise<PaperRecipient | null>
  /** Opens a file that was locked to a paper certificate of this desk, whole, or refuses it. */
  openPaper(file: Uint8Array): Promise<Result<OpenedPaper>>
  /** Puts it into the tray as a request like any other, under words of its own, which are shown once. */
  filePaper(file: Uint8Array, as: PaperRequest): Promise<Result<FiledPaper>>
  /** Makes the recovery key of a ceremony a reader of every epoch from now on. `certificate`: the file that the ceremony wrote. */
  certifyRecovery(certificate: string, approvals?: string): Promise<Result<Certified>>
  /** The recovery reader in force, and from which place of the directory on. Null: the desk has none. */
  recovery(): Promise<RecoveryView | null>
  /** Reads every stream that she may read and says which could not be restored today; `mend` puts the reader in where it is missing. */
  checkRecovery(mend?: boolean): Promise<Result<RecoveryCheck>>
  /** First act of a new desk's first administrator: keys for intake and replies, the members' and the desk's own streams. */
  foundDesk(given: { readonly name: string }): Promise<Result<null>>

  register(): Promise<Result<RegisterView>>
  actRegister(does: string, input: unknown): Promise<Result<Acted>>
  /** What lies over the law that ships, who signed it, what waits for a second signature, and which lists of places are held. */
  law(): Promise<Result<LawView>>
  /** What two members say to everybody, what waits for a second signature, and the steps for the hour as they ship. */
  statements(): Promise<Result<StatementView>>
  proposeStatement(given: StatementGiven): Promise<Result<Acted>>
  /** The second signature; then everybody is shown it. A refusal of the server's leaves it signed: `tellStatement` goes on. */
  signStatement(entry: string, saw: Saw): Promise<Result<Acted>>
  /** By one member alone. */
  withdrawStatement(of: StatementSubject): Promise<Result<Acted>>
  /** Tells the server once more what stands, or that it was taken back. */
  tellStatement(about: StatementSubject): Promise<Result<null>>
  /** Seals a list of places (FacilityList) as a file of the register and writes the line that holds it. */
  holdFacilities(list: unknown): Promise<Result<Acted>>
  /** What is to be destroyed or was, the newest first. */
  purges(): Promise<Result<readonly PurgeView[]>>
  /** The first of two signatures under destroying cases, with the mailboxes joined to them, and other mailboxes. */
  intakeKeys(): Promise<readonly IntakeKeyView[]>
  /** Proposes that a spent key of requests is destroyed, or signs what another member proposed; `signed` goes with the second alone. */
  endIntakeKey(
    number: number,
    signed?: { readonly saw: Saw; readonly touch?: PasskeyTouch | undefined },
    what?: "intake" | "paper",
  ): Promise<Result<IntakeKeyEnd>>
  proposePurge(given: PurgeGiven): Promise<Result<Acted & { readonly entry: string }>>
  /** The second; then the server destroys. `done` is null where it could not be reached: `carryOutPurge` goes on. */
  approvePurge(entry: string, saw?: Saw, touch?: PasskeyTouch): Promise<Result<Acted & { readonly done: PurgeView | null }>>
  carryOutPurge(entry: string): Promise<Result<PurgeView>>
  /** One member's own small things: views, drafts, read marks. */
  drawer(): Promise<Result<Readonly<Record<string, unknown>>>>
  keep(name: string, value: unknown): Promise<Result<null>>

  /** My ways in, as my own drawer tells them. */
  ownKeys(): Promise<Result<readonly OwnKey[]>>
  /** Ids, in base64, of my passkeys at this host name. */
  ownCredentials(rpId: string): Promise<readonly string[]>
  addPasskey(made: PasskeyMade): Promise<Result<null>>
  removeKey(locator: string): Promise<Result<null>>
  /** Shown once; the old words open until `confirmWords` has had the new ones typed back. */
  renewWords(): Promise<Result<{ readonly passphrase: string }>>
  confirmWords(typed: string): Promise<Result<null>>

  /** What the server has of a stream, as stored. Trial only. */
  stored(stream: StreamId): Promise<Result<unknown>>
}

export interface PaperRecipient {
  readonly number: number
  readonly recipient: string
  /** Where anybody finds it, without a script. */
  readonly address: string
  /** Fingerprint, as people compare it with a printed form. */
  readonly print: string
  readonly until: DayText
}
export interface OpenedPaper {
  /** Of the certificate it was locked to. */
  readonly number: number
  readonly text: string
  /** The request that it was put into the tray as before; null: never. */
  readonly filed: StreamId | null
}
export interface PaperRequest {
  readonly language: Request["language"]
  readonly asking: Request["asking"]
  readonly person: PersonFacts["names"]
  readonly asker?: string
  /** As it was read, or put right by hand where it was typed from handwriting. */
  readonly text: string
}
export interface FiledPaper {
  readonly ask: StreamId
  /** For whoever sent it, if there is a safe way to hand them over; kept nowhere. */
  readonly words: readonly string[]
}

/** A secret that opens requests, as long as it stands. */
export interface IntakeKeyView {
  readonly what: "intake" | "paper"
  readonly number: number
  /** The first day on which it may be destroyed. */
  readonly from: DayText
  readonly due: boolean
  /** Mailboxes that hold something sealed to it which nobody opened or acted on. */
  readonly waiting: number
  /** `of`: what a second signature is given over. */
  readonly proposedBy: {
    readonly name: string
    readonly mine: boolean
    readonly of: { readonly stream: StreamId; readonly entry: string; readonly saw: Saw }
  } | null
}
/** `done: false`: signed by one, or by two and not carried out yet (`carryOutPurge`). */
export interface IntakeKeyEnd {
  readonly done: boolean
  readonly entry: string
}

export interface PurgeGiven {
  readonly cases?: readonly StreamId[]
  readonly asks?: readonly StreamId[]
  readonly why: string
  /** Mailboxes that go although nobody answered or could read them: said expressly, and signed by both. */
  readonly unread?: readonly StreamId[]
}
export interface PurgeView {
  /** Hash of the proposal, by which it is approved. */
  readonly entry: string
  readonly seq: number
  readonly why: string
  /** The last day on which the signatures may be used. */
  readonly until: DayText
  readonly at: Millis
  readonly by: { readonly member: MemberId; readonly name: string; readonly mine: boolean }
  readonly approvedBy:
    | ({ readonly member: MemberId; readonly name: string; readonly at: Millis } & Pick<LogLine, "factor" | "touchRefused">)
    | null
  /** Where the second signature goes, and the head that this view shows. */
  readonly signing: { readonly stream: StreamId; readonly saw: Saw }
  readonly cases: number
  readonly mailboxes: number
  readonly unread: readonly StreamId[]
  readonly streams: readonly { readonly stream: StreamId; readonly what: PurgedKind }[]
  readonly stage: "proposed" | "run-out" | "signed" | "done"
  /** `kept`: files that another stream lists. Copies may live in backups until the day; a member who kept a key and a copy keeps both. */
  readonly receipt: {
    readonly entries: number
    readonly envelopes: number
    readonly files: number
    readonly kept: number
    readonly hour: HourText
    readonly backupsUntil: DayText
  } | null
}

export interface RecoveryView {
  readonly number: number
  /** Fingerprint of the recipient, as people compare it with the ceremony's paper. */
  readonly print: string
  readonly threshold: number
  readonly shares: number
}

export interface RecoveryGap {
  readonly what: "register" | "members" | "drawer" | "keys" | "proposal" | "case"
  /** Of a case or a proposal. */
  readonly name: string
  readonly stream: StreamId
}
export interface RecoveryCheck {
  readonly read: number
  /** Destroyed, or not to be opened by this member now. */
  readonly unread: number
  readonly gaps: readonly RecoveryGap[]
}

// ── Signing in ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Hex of 32 bytes each: one opens, one signs. `root` pins the desk. */
export interface Seeds {
  readonly member: MemberId
  readonly sign: string
  readonly open: string
  readonly desk: string
  readonly root: string
}

export interface PasskeyAsk {
  readonly question: Uint8Array<ArrayBuffer>
  readonly challenge: Uint8Array<ArrayBuffer>
  /** What the authenticator shall know her by, once she is in. */
  readonly user: Uint8Array<ArrayBuffer> | null
}
/** What an authenticator gave: which passkey, and its answer to the question. `rpId` is the host name it was asked at. */
export interface PasskeyAnswer {
  readonly credential: Uint8Array<ArrayBuffer>
  readonly answer: Uint8Array<ArrayBuffer>
  readonly rpId: string
}
export interface PasskeyMade extends PasskeyAnswer {
  readonly authenticatorData: Uint8Array<ArrayBuffer>
  /** As she calls it. */
  readonly name: string
}
/** `credentials`: hers at this host name; empty where she can only sign with her key. */
export interface ApprovalAsk {
  readonly challenge: Uint8Array<ArrayBuffer>
  readonly credentials: readonly Uint8Array<ArrayBuffer>[]
}
/** An authenticator's answer in base64. */
export interface PasskeyTouch {
  readonly credential: string
  readonly authenticatorData: string
  readonly client: string
  readonly signature: string
}
export interface OwnKey {
  readonly locator: string
  /** `unlisted`: the server keeps something for her that her own list does not know. */
  readonly kind: "words" | "passkey" | "unlisted"
  readonly name: string
  readonly made: DayText | null
  readonly used: DayText | null
  /** She is in by this one now. */
  readonly now: boolean
  /** The server still keeps it. */
  readonly stands: boolean
  readonly rpId: string | null
  /** Its touch counts beside her signature. */
  readonly counts: boolean
  /** Words that were shown and not typed back. */
  readonly unproved: boolean
}

export interface Who {
  readonly member: MemberId
  /** Empty until an administrator has named her. */
  readonly name: string
  readonly roles: readonly Role[]
  readonly admin: boolean
  readonly desk: string
  readonly trial: boolean
  /** The root's fingerprint as it was pinned. */
  readonly rootPrint: string
  /** What changed in the directory since she was last here. */
  readonly sinceLast: readonly DirectoryNews[]
}
export interface DirectoryNews {
  readonly what:
    | "member-added"
    | "member-removed"
    | "intake-rotated"
    | "reply-rotated"
    | "paper-rotated"
    | "admins-set"
    | "recovery-set"
    | "passkey-added"
    | "passkey-retired"
  readonly member?: MemberId
  readonly name?: string
  readonly by: readonly string[]
}

export interface Refreshed {
  readonly at: Millis
  readonly newRequests: number
  readonly newMessages: number
  readonly changedCases: number
  /** Streams whose bytes could not be believed, and why. Shown in red. */
  readonly alarms: readonly StreamAlarm[]
  /** Red for everybody: people of this desk are shown different histories, or something is gone. */
  readonly log: readonly LogAlarm[]
}
/**
 * The desk's log does not hold. `forked`: what this member saw and what is shown now are not one history. `behind`: she saw more than is
 * shown now. `receipt-missing`: something had its receipt and is not in the log. `unsigned`: the log is not the server's own.
 */
export interface LogAlarm {
  readonly what: "forked" | "behind" | "receipt-missing" | "unsigned"
  /** Whose word does not fit; the name where it is known. Null where it is nobody's. */
  readonly member: MemberId | null
  readonly name?: string
}
export interface StreamAlarm {
  readonly stream: StreamId
  readonly error: string
}
export interface Change {
  readonly what: "signed-in" | "signed-out" | "locked" | "tray" | "cards" | "case" | "proposal" | "register" | "members" | "rotation"
  readonly stream?: StreamId
}

// ── The tray ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface TrayRow {
  readonly ask: StreamId
  readonly hour: HourText
  readonly wake: boolean
  readonly danger: Request["danger"] | null
  /** The first person, in both scripts where known. */
  readonly called: Called
  /** What each person is best called. */
  readonly names: readonly string[]
  readonly people: number
  readonly language: string
  readonly asking: string
  readonly files: number
  /** "7 waiting": messages after the request. */
  readonly messages: number
  readonly askedBefore: boolean
  /** It came on paper, and a member sent it. */
  readonly paper: boolean
  readonly alike: readonly Alike[]
  /** Set when the body could not be opened or read as a request: it is still shown, raw, never dropped. */
  readonly unreadable: string | null
}

/** What may make one of a flood a person. */
export type JunkMark = "unreadable" | "danger" | "wake" | "known" | "asked-before" | "wrote" | "files" | "number" | "dated"
export interface JunkRow extends TrayRow {
  /** All that was written in sentences. */
  readonly text: string
  readonly marks: readonly JunkMark[]
}
export interface JunkGroup {
  /** `own-words`: each of them resembles no other. */
  readonly kind: "same-words" | "no-words" | "own-words"
  readonly rows: readonly JunkRow[]
}
export interface ClosedJunk {
  readonly closed: readonly StreamId[]
  /** Not in the tray any more, or never there. */
  readonly left: readonly StreamId[]
}
export interface ReopenedJunk {
  readonly reopened: readonly StreamId[]
}
export interface ClosedRow {
  readonly ask: StreamId
  readonly names: readonly string[]
  readonly hour: HourText
  readonly did: "answered" | "referred" | "declined" | "junk"
  readonly why: string
  readonly by: string
  readonly at: Millis
  /** Nobody answered, or something in it could not be opened. */
  readonly unanswered: boolean
}

export interface OpenedRequest {
  readonly ask: StreamId
  readonly hour: HourText
  readonly wake: boolean
  /** Hash of the entry that carries the request. */
  readonly requestHash: string
  /** Null when it does not fit the schema of any version: then `raw` is what to read. */
  readonly request: Request | null
  readonly raw: unknown
  readonly files: readonly SealedFile[]
  readonly messages: readonly MailLine[]
  /** Day on which its owner last fetched the answers. */
  readonly opened: DayText | null
  /** Others may have heard its words: it is answered in fixed sentences alone. */
  readonly spoken: boolean
  /** Per place in the request's people. */
  readonly alike: readonly (readonly Alike[])[]
  readonly joined: StreamId | null
}

/** One line of a mailbox, either side. */
export interface MailLine {
  readonly from: "asker" | "desk"
  readonly ask: StreamId
  readonly seq: number
  readonly hour: HourText
  readonly kind: string
  readonly text: string
  readonly files: readonly SealedFile[]
  readonly status?: MailboxStatus
  /** One of the fixed sentences stands for the text. */
  readonly phrase?: Phrase
  readonly addition?: unknown
  readonly wish?: { readonly scope?: ConsentScope | "ALL"; readonly person?: number; readonly contact?: Contact }
  /** Who of the desk wrote it; null for the asker, and for an answer without its entry in the case, which shows red. */
  readonly by: string | null
  readonly unvouched: boolean
  /** False: said in the case and not yet in the mailbox, because the line was down. */
  readonly sent: boolean
  readonly unreadable: string | null
}

export interface JoinInto {
  /** Absent: a new case. */
  readonly stream?: StreamId
  /** Which person of the request is which person of the case; the others are added. */
  readonly people?: readonly { readonly index: number; readonly person: string }[]
}

export interface Alike {
  readonly stream: StreamId
  readonly person: string
  readonly name: string
  readonly index: number
  /** 0 to 100: an order in which to look, not a probability. */
  readonly score: number
  readonly reasons: readonly SameReason[]
  /** Offered as the same person; below that it is worth a look and no more. */
  readonly likely: boolean
}
export interface PersonFacts {
  readonly names?: readonly PersonName[]
  readonly born?: DayText
  readonly aNumbers?: readonly string[]
}

// ── Cases ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type UrgencyLevel = "E" | "U" | "H" | "N"

/** The contract's answer of `deadlines`, for one person. */
export type ClockAnswer = Answer
export type ClockDeadline = Deadline

/** A person as a row of the list or of Today shows her: ten thousand of these are held and cross to the page. */
export interface RowPerson {
  readonly person: string
  readonly names: readonly PersonName[]
  /** Best single spelling in each script, for a row. */
  readonly cyrillic: string
  readonly latin: string
  readonly born: string | null
  readonly aNumbers: readonly string[]
  /** As the US files her, where that is known; else where she was born. */
  readonly birthCountry: string | null
  readonly relation: string
  readonly where: WhereLine | null
  /** Zone of the place whose clock runs. */
  readonly zone: string | null
  /** What she is represented for: all, trial, appeal, custody. Empty: nobody known. */
  readonly counsel: readonly string[]
  readonly onlyThroughCounsel: boolean
  readonly reviewedUntil: Millis | null
  /** Signed by two, until news. */
  readonly lowered: UrgencyLevel | null
  readonly outcome: "removed" | "arrived" | null
  /** Days for which nobody has heard of her, once that is longer than the programme lets pass. */
  readonly unreached: number | null
  readonly clock: Pick<ClockAnswer, "urgency" | "flags">
  /** The facts contradict one another, so that no date is given until someone mends them. */
  readonly clockRefused: { readonly error: string; readonly at?: string } | null
}
/** The same with all that the clock says, where the case itself is open. */
export interface PersonLine extends RowPerson {
  readonly clock: ClockAnswer
}
export interface WhereLine {
  readonly kind: "detained" | "free" | "foster-care" | "orr" | "unknown"
  readonly facility: string
  readonly code: string | null
  readonly state: string | null
  readonly staging: boolean
  readonly since: string | null
  readonly confirmed: string | null
  readonly how: string | null
  readonly detained: boolean
}

export interface CaseRow {
  readonly stream: StreamId
  readonly title: string
  readonly people: readonly RowPerson[]
  readonly owner: MemberId | null
  readonly ownerName: string | null
  readonly stage: CaseStage
  /** The gravest of its people. */
  readonly urgency: UrgencyLevel
  readonly triggers: readonly string[]
  /** The nearest running deadline of anyone in it. */
  readonly next: (ClockDeadline & { readonly person: string }) | null
  /** Hours to the nearest irreversible act; null when none is known. */
  readonly hoursLeft: number | null
  /** When anyone must look at each of its people next, because something will then have changed. */
  readonly wakes: readonly Millis[]
  /** The nearest flight of the register that names someone of the case and still threatens: no fact of the case, and counted in `hoursLeft`. */
  readonly flight: {
    readonly person: string
    readonly at: string
    readonly place: string
    readonly confidence: "reported" | "confirmed"
  } | null
  readonly changed: HourText
  readonly openedAt: Millis
  readonly publicity: "no" | "ask" | "yes"
  /** "Ask when he next calls": how many wait. */
  readonly questions: number
  /** Asked by code, neither confirmed nor put aside. */
  readonly unconfirmed: number
  readonly tasks: readonly { readonly due?: string; readonly for?: string; readonly text?: string }[]
  readonly asks: readonly StreamId[]
  readonly restricted: boolean
  /** The card is older than the stream: what is shown may be behind until it is opened. */
  readonly behind: boolean
  readonly closed: boolean
}

export interface Today {
  readonly at: Millis
  /** Last answer of the server: silence proves nothing. */
  readonly reached: Millis | null
  readonly flightBar: readonly FlightLine[]
  readonly newSince: readonly CaseRow[]
  /** Level E by hours left, then unreviewed before reviewed. */
  readonly emergencies: readonly CaseRow[]
  readonly dueLooks: readonly LookLine[]
  readonly waitingSignatures: readonly SignatureLine[]
  readonly unopenedReplies: readonly UnopenedReply[]
  /** Mailboxes that ask to wake someone and have had no reply since: requests in the tray, and messages to a case, which no tray shows. */
  readonly waking: readonly WakeLine[]
  /** Cases in which something was asked by code that nobody confirmed or put aside. */
  readonly unconfirmed: readonly (Called & { readonly stream: StreamId })[]
  readonly requests: readonly TrayRow[]
  readonly duty: { readonly name: string | null; readonly until: string | null }
  /** Ends of shifts, the latest first: those that nobody took over, and those taken over today. */
  readonly shifts: readonly ShiftView[]
  /** When the shift began that the reader is in. */
  readonly shiftBegan: Millis
  readonly toDo: readonly ToDoLine[]
  /** Of the next day, for a page that stands open and rings. */
  readonly moments: readonly MomentLine[]
  /** Cases that stand as they were told in the sitting before: their clocks are being read, and until then none of their moments ring. */
  readonly unread: number
  /** While this device reads the desk for the first time: how many cases it knows so far, what changed last first. Null: all of them. */
  readonly soFar: number | null
  /** Keys of the desk to be changed; empty as a rule. */
  readonly keys: readonly KeyLine[]
  /** Cases whose dates a changed law moved, mine first, until somebody has read it. */
  readonly law: readonly LawLine[]
}
export interface FlightLine {
  /** Its roll call, where the register knows of it. */
  readonly sighting: string | null
  readonly at: string
  readonly place: string
  readonly confidence: string
  readonly source: "register" | "case"
  readonly people: readonly ({ readonly stream: StreamId; readonly person: string } & Called)[]
}
export interface LookLine extends Called {
  readonly stream: StreamId
  readonly person: string
  readonly aNumber: string | null
  readonly countryOfBirth: string | null
  readonly facility: string
  readonly state: string | null
  /** The ICE field office of the place, where the list of places knows one. */
  readonly office: string | null
  readonly staging: boolean
  /** Of the place, whose clock runs. */
  readonly zone: string
  /** The last look that found nothing, where nobody has found the person since. */
  readonly notFound: string | null
  readonly confirmed: string | null
  readonly days: number | null
}
export interface SignatureLine extends Called {
  readonly stream: StreamId
  readonly kind: string
  /** Hash of the entry that waits; null in lists, where only its place is known: open the case to sign. */
  readonly entry: string | null
  readonly seq: number
  readonly by: string
  /** True when the reader proposed it herself: then it is not she who may sign. */
  readonly mine: boolean
  /** Something it rests on changed since: it must be proposed anew. */
  readonly void: boolean
  readonly hour: HourText
}
/** Of the first person, and in brackets of whoever wrote, where the case knows her. */
export interface WakeLine extends Called {
  readonly ask: StreamId
  /** The case that the mailbox was joined to. */
  readonly stream: StreamId | null
}
/** By whoever asked; where nobody knows who that is, by the person it is about. */
export interface UnopenedReply extends Called {
  readonly ask: StreamId
  readonly stream: StreamId | null
  readonly hour: HourText
  readonly hours: number
}

export interface SearchHit {
  readonly stream: StreamId
  readonly person: string
  readonly name: string
  readonly latin: string
  readonly aNumber: string | null
  readonly urgency: UrgencyLevel
}

export interface NewCase {
  readonly title?: string
  readonly people: readonly (PersonFacts & {
    readonly relation?: Relation
    readonly countryOfBirth?: string
    readonly citizenship?: string
  })[]
  readonly restricted?: boolean
  /** Who may read a restricted case, beside its maker. */
  readonly roster?: readonly MemberId[]
}

export interface CaseView {
  readonly stream: StreamId
  readonly head: Saw
  readonly state: CaseState
  /** Written by a later edition than this build knows: everything before it is shown, nothing can be written. */
  readonly beyond: number | null
  readonly log: readonly LogLine[]
  readonly people: readonly CasePerson[]
  /** May the family be proposed, and what would unblock it, for each kind of proposal. */
  readonly family: { readonly referral: FamilyReadiness; readonly note: FamilyReadiness }
  readonly waiting: readonly SignatureLine[]
  /** Whether the programme takes no approval without a touch. */
  readonly touchNeeded: boolean
  readonly mail: readonly MailLine[]
  readonly files: readonly KeptFile[]
  readonly roster: readonly { readonly member: MemberId; readonly name: string }[]
  /** Of a restricted case: its signed roster is another than its log says. */
  readonly rosterSaidOtherwise: boolean
  readonly compartments: readonly CompartmentLine[]
  readonly row: CaseRow
  readonly alarms: readonly StreamAlarm[]
}
export interface CasePerson extends PersonLine {
  /** Two lanes, and neither gates the other. The evidence standard, requirement by requirement, is `canada.judgement`. */
  readonly protection: ProtectionLane
  readonly canada: CanadaLane
  /** Consents that a message of hers or her asker's takes back, before any member has acted on it. */
  readonly halted: readonly { readonly scope: string; readonly ask: StreamId; readonly seq: number }[]
}
export interface LogLine {
  readonly seq: number
  readonly hash: string
  readonly by: MemberId
  readonly name: string
  readonly hour: HourText
  /** The author's own claim of the moment, shown beside `hour` when they differ by more than one. */
  readonly at: Millis | null
  readonly does: string
  readonly input: unknown
  /** By what it was signed: her key, or besides it a touch of her passkey. */
  readonly factor: "key" | "passkey"
  /** A touch that it carries and that does not count, and why. */
  readonly touchRefused: string | null
  /** Changed nothing, and why. */
  readonly refused: { readonly error: string; readonly at?: string } | null
  readonly struck: { readonly by: string; readonly why: string } | null
}
export interface KeptFile {
  readonly file: SealedFile
  readonly name: string
  readonly caption: string
  /** A mailbox's id, or "member". */
  readonly from: string
  readonly seq: number
}

export interface Saw {
  readonly seq: number
  readonly hash: string
}
export interface ActHow {
  /** Needed for judgements: the head that was on the screen. Absent: the head this vault last showed. */
  readonly saw?: Saw
  /** Streams whose heads must still stand when this is stored. */
  readonly guards?: readonly StreamId[]
}
export interface Acted {
  readonly seq: number
  readonly hash: string
  /** The payload's random id. */
  readonly id: string
}
export interface Checked {
  /** The law: an entry so written would be refused by every fold. */
  readonly refusal: { readonly error: string; readonly at?: string; readonly params?: Readonly<Record<string, string | number>> } | null
  /** Worth saying before sealing; never in the way. */
  readonly advice: readonly { readonly error: string; readonly at?: string; readonly params?: Readonly<Record<string, string | number>> }[]
}

export interface ReplyMore {
  readonly status?: MailboxStatus
  readonly nextLook?: DayText
  readonly caseWord?: string
  /** One of the fixed sentences; then there is no text. */
  readonly phrase?: Phrase
}

export type ReadingFinding = "established" | "not-established" | "unsure"
export interface Recommend {
  readonly person: string
  readonly kind: "finding" | "decision"
  readonly outcome: "met" | "not-met" | "deferred"
  readonly reasons: { readonly en: string; readonly fr?: string; readonly ru?: string }
}

// ── Letters ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface DraftLetterGiven {
  /** Hash of the approval it carries out. */
  readonly of: string
}
/** What goes on paper, once for each language. The papers are made elsewhere; their digests come back to `issueLetter`. */
export interface LetterDraft {
  readonly stream: StreamId
  readonly of: string
  readonly number: string
  readonly kind: "finding" | "decision"
  readonly standIn: StandIn
  readonly facts: { readonly en: LetterFacts; readonly fr: LetterFacts; readonly ru: LetterFacts }
}
type Source = "official-record" | "organisation-letter" | "publication" | "media" | "witness" | "own-statement" | "document"
export type LetterRung =
  | { readonly requirement: "primary-record" | "two-independent-sources" | "identity-link"; readonly by: readonly Source[] }
  | { readonly requirement: "no-open-contradiction" }
  | { readonly requirement: "two-readers"; readonly readers: number }
/** An allow-list: nothing else may be printed. */
export interface LetterFacts {
  readonly language: "en" | "fr" | "ru"
  readonly number: string
  readonly issuedOn: DayText
  readonly person: {
    readonly name: {
      readonly cyrillic?: { readonly surname: string; readonly given?: string; readonly patronymic?: string }
      readonly latin: readonly { readonly surname: string; readonly given?: string }[]
    }
    readonly born?: DayText
    readonly aNumber?: string
    readonly citizenship?: string
  }
  readonly outcome: "met" | "not-met" | "deferred"
  readonly reasons: string
  readonly claims: readonly { readonly statement: string; readonly when?: string; readonly ladder: readonly LetterRung[] }[]
  readonly standard: { readonly name: string; readonly version: string }
  readonly policy: { readonly version: string; readonly hash: string }
  readonly evidence: { readonly count: number; readonly digest: string }
  readonly signers: readonly { readonly role: "recommends" | "approves"; readonly member: string; readonly on: DayText }[]
  readonly instrument: string
}
/** A paper is drawn twice: first with this, which is exactly as long as the seal and signs nothing, to know the digest to be sealed. */
export interface StandIn {
  readonly json: string
  readonly short: string
}
export interface Paper {
  readonly language: "en" | "fr" | "ru"
  /** SHA-256 of the document with the seal's own place blanked, in hex. */
  readonly digest: string
}
/** `json` goes whole into the document; `short` is printed beside it. */
export interface LetterSeal {
  readonly language: "en" | "fr" | "ru"
  readonly json: string
  readonly short: string
}
export interface PublishedLetter {
  readonly number: string
  readonly kind: string
  readonly status: "issued" | "replaced" | "withdrawn"
  readonly replacedBy?: string
  /** SHA-256 of each language's paper. */
  readonly sha256: readonly string[]
}
/** A list signed by one member whose certificate leads to the root: what `check` reads with no line at all. */
export interface PublishedLetters {
  readonly json: string
  readonly letters: readonly PublishedLetter[]
}

// ── Proposals ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface ProposalRow {
  readonly stream: StreamId
  readonly kind: ProposalKind
  readonly title: string
  readonly stage: "draft" | "frozen" | "approved" | "released" | "sent"
  /** As it was released: "R-2026-0001". */
  readonly number: string | null
  readonly people: number
  readonly sentOn: DayText | null
  readonly answered: number
}
export interface Candidate {
  readonly stream: StreamId
  readonly person: string
  readonly name: string
  readonly passes: boolean
  /** The one thing that is missing, when it does not pass. */
  readonly missing: { readonly error: string; readonly at?: string; readonly params?: Readonly<Record<string, string | number>> } | null
  /** What would leave, key by key, when it passes. */
  readonly row: Readonly<Record<string, string | number | boolean>> | null
}
export interface ProposalView extends ProposalRow {
  readonly head: Saw
  readonly state: ProposalState
  readonly rows: readonly ProposalLine[]
  readonly log: readonly LogLine[]
  readonly waiting: readonly SignatureLine[]
  readonly touchNeeded: boolean
}
export interface ProposalLine {
  readonly stream: StreamId
  readonly person: string
  readonly row: Readonly<Record<string, string | number | boolean>>
  readonly answer: string | null
  readonly daysSilent: number | null
  readonly recalled: boolean
}
export interface RecordAnswer {
  readonly stream: StreamId
  readonly person: string
  readonly answer: string
  readonly on: DayText
  readonly reference?: string
}

// ── The desk itself ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface MemberView {
  readonly member: MemberId
  readonly name: string
  readonly roles: readonly Role[]
  readonly admin: boolean
  readonly active: boolean
  /** How many of her passkeys count. */
  readonly passkeys: number
  /** Her earlier id, where she was enrolled anew. */
  readonly formerly: MemberId | null
}
export interface NewMember {
  readonly name: string
  readonly roles: readonly Role[]
  /** The id that she had before she lost her keys: both are one person. */
  readonly formerly?: MemberId
}
export interface Newcomer {
  /** Six, of the very keys that would be signed: compared by voice with whoever comes. */
  readonly words: readonly string[]
  /** What the first administrator wrote; null where this is the claim itself. */
  readonly first: {
    readonly name: string
    readonly roles: readonly Role[]
    readonly formerly: MemberId | null
    readonly by: readonly string[]
  } | null
}
export interface Claim {
  /** Shown once, written on paper. */
  readonly passphrase: string
  /** To be handed to an administrator. */
  readonly claim: string
  /** Compared by voice. */
  readonly words: readonly string[]
  readonly member: MemberId
}
/** `done: false`: the text goes to a second administrator, who calls the same method with it. */
export type Certified = { readonly done: true; readonly id: string } | { readonly done: false; readonly approvals: string }

/** `second`: two texts, for the administrator who signs next. `not-yet`: she is removed, and the keys that she knew still stand. */
export type Removed =
  | { readonly keys: "changed" }
  | { readonly keys: "second"; readonly intake: string; readonly reply: string }
  | { readonly keys: "not-yet"; readonly refusal: Refusal }

/**
 * A key of the desk that should be changed: because somebody who left knows it, because the root has named other administrators since,
 * because it ends soon, or because it has ended.
 */
export interface KeyLine {
  readonly what: "intake" | "reply" | "paper"
  readonly why: "left" | "set" | "ends" | "ended"
  /** Its last day. */
  readonly until: DayText
  readonly days: number
}

/** How far the desk's cases have come under new keys since somebody left, joined, or recovery changed. */
export interface RotationView {
  /** Cases that I read. */
  readonly of: number
  /** Of these, still under the keys from before. */
  readonly left: number
  /** Whether this very desk is at it now. */
  readonly here: boolean
  /** After joining: cases of the desk that colleagues' desks have still to hand on to me. */
  readonly notHandedOn: number
}

export interface RegisterView {
  readonly state: RegisterState
  readonly log: readonly LogLine[]
}
