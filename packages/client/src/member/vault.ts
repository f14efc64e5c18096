// The vault: one member's keys and everything they open, behind plain calls. In a Worker in the browser, in the process elsewhere.
// Signed out it knows nothing; signing out drops every key and every text at once.
import { digest, foldDirectory, rootPrintOf } from "@safe-conduct/sealing/verify"
import { openLocked } from "@safe-conduct/sealing/open"
import { passkeyUser, sealLocked } from "@safe-conduct/sealing/seal"
import type { Id } from "@safe-conduct/wire"
import { closeJunk, junkGroups, reopenJunk } from "./junk.ts"
import { createApi } from "../api.ts"
import { downloadFile } from "../file/download.ts"
import { type Result, no, ok } from "../result.ts"
import { newCalls } from "../calls.ts"
import { pause } from "../pause.ts"
import { newTurn } from "../turn.ts"
import {
  addMember,
  foundStreams,
  membersOf,
  newClaim,
  readNewcomer,
  removeMember,
  rotateIntake,
  rotatePaper,
  rotateReply,
} from "./administration.ts"
import { giveCaseWord } from "./case-word.ts"
import { alikeAmong } from "./alike.ts"
import {
  actCase,
  approveCase,
  allOf,
  attach,
  checkCase,
  commitReading,
  logOf,
  mistakeOf,
  newCase,
  one,
  openCase,
  recommend,
  refusalsOf,
  revealReading,
} from "./cases.ts"
import { closedRequests } from "./closed-requests.ts"
import { actCompartment, bindVoucher, newCompartment, openCompartment, setCompartmentRoster } from "./compartments.ts"
import { type Core, type VaultEnv, openCore } from "./core.ts"
import { hearCase } from "./heard.ts"
import { everyone, joinRequest } from "./join.ts"
import { actDuty, dutyView, ownWays, wakeViews } from "./duty.ts"
import { keepCards } from "./keeping.ts"
import { fetchPlaces, holdFacilities, lawView } from "./law-book.ts"
import { draftLetter, issueLetter, publishWithdrawal } from "./letters.ts"
import { openings, ownOpenings } from "./openings.ts"
import {
  actProposal,
  addCandidate,
  approveProposal,
  candidates,
  freeze,
  newProposal,
  openProposal,
  proposalRows,
  recall,
  recordAnswer,
  recordSent,
  release,
  proposalStandIn,
  sealProposal,
} from "./proposal-desk.ts"
import { publishedLetters } from "./published.ts"
import { filePaper, openPaper, paperRecipient } from "./paper.ts"
import { approvePurge, carryOutPurge, proposePurge } from "./purge.ts"
import { proposeStatement, signStatement, statementView, tellStatement, withdrawStatement } from "./statements.ts"
import { purgeViews } from "./purged.ts"
import { certifyRecovery, recoveryOf } from "./recovery.ts"
import { checkRecovery } from "./recovery-check.ts"
import { endIntakeKey, intakeKeys } from "./intake-end.ts"
import { reply, tellReplaced } from "./reply.ts"
import { type Rotation, newRotation, renewDesk } from "./rotation.ts"
import { addToRoll, beginRoll, rollCalls, sayOfSeen, suggestFor, tellSeen } from "./roll-call.ts"
import { behindToday, everyRow } from "./reckoning.ts"
import { todayOf } from "./rows.ts"
import { searchCards } from "./search.ts"
import { refresh, whoIs } from "./session.ts"
import { openRequest, trayRows } from "./tray.ts"
import { approvalAsk } from "./touches.ts"
import { type Opened, passkeyAsk, unlockByPasskey, unlockByPassphrase, unlockBySeeds } from "./unlock.ts"
import type { Act } from "./book.ts"
import type { ActHow, Acted, Change, Vault, Who } from "./vault-port.ts"
import { addPasskey, confirmWords, noteUnlock, ownCredentials, ownKeys, removeKey, renewWords } from "./ways-in.ts"

/** Milliseconds for which the reading of everything waits for somebody to have her first answer. */
const FIRST_LOOK = 1500

export function createVault(env: VaultEnv): Vault {
  let core: Core | null = null
  let me: Who | null = null
  let rotation: Rotation | null = null
  const calls = newCalls()
  const turn = newTurn()
  const listeners = new Set<(change: Change) => void>()
  const emit = (change: Change): void => {
    for (const listener of listeners) listener(change)
  }
  const signedOut = () => no("signed-out", "Sign in first.")
  /** The first round, as long as it lasts: before its end only what changed last is known, and most calls rest on all of it. */
  let round: Promise<unknown> = Promise.resolve()
  /** Somebody has her first answer, or waits for the whole: then it is read on. */
  let looked = (): void => undefined
  const answered = <T>(act: () => Promise<T>): Promise<T> => calls.during(act).finally(looked)
  const everything = (): Promise<unknown> => {
    looked()
    return round
  }
  /** Every call but the first few needs an open vault. */
  const atOnce = async <T>(act: (core: Core) => Promise<Result<T>>): Promise<Result<T>> => {
    const now = core
    return now === null ? signedOut() : answered(() => act(now))
  }
  const inside = async <T>(act: (core: Core) => Promise<Result<T>>): Promise<Result<T>> => {
    await everything()
    return atOnce(act)
  }
  /** A change of members or of the desk's keys, after which Today and the members' page say something else. Cases follow by themselves. */
  const people = async <T>(act: (core: Core) => Promise<Result<T>>): Promise<Result<T>> => {
    const epoch = core?.register.chain.roster?.epoch
    const done = await inside(act)
    emit({ what: "members" })
    if (core?.register.chain.roster?.epoch !== epoch) void rotation?.walk()
    return done
  }
  const nothingAtOnce = async <T>(act: (core: Core) => T | Promise<T>, empty: T): Promise<T> => {
    const now = core
    return now === null ? empty : answered(async () => act(now))
  }
  const nothing = async <T>(act: (core: Core) => T | Promise<T>, empty: T): Promise<T> => {
    await everything()
    return nothingAtOnce(act, empty)
  }

  async function enter(opened: Result<Opened>): Promise<Result<Who>> {
    if (!opened.ok) return opened
    const entered = openCore(env, opened.value, emit)
    core = entered
    let begun = (): void => undefined
    const some = new Promise<null>((done) => {
      begun = () => done(null)
    })
    const early = (): Promise<void> => {
      begun()
      return Promise.race([new Promise<void>((done) => void (looked = done)), pause(FIRST_LOOK)])
    }
    const whole = turn(() => refresh(entered, env.beginsEarly === true ? early : undefined))
    round = whole.catch(() => undefined)
    const fresh = await Promise.race([whole, some])
    if (fresh?.ok === false) {
      core = null
      return fresh
    }
    me = await whoIs(entered)
    noteUnlock(entered, entered.opened.by).catch(() => undefined)
    emit({ what: "signed-in" })
    // Also where the round broke off: the next one goes on with it.
    void round.then(() => afterwards(entered, fresh === null))
    return ok(me)
  }

  /** `early`: whoever looks has seen only some of it. */
  function afterwards(entered: Core, early: boolean): void {
    const open = () => core === entered
    if (!open()) return
    if (early) emit({ what: "cards" })
    rotation = newRotation(entered, calls.idle, open)
    void rotation.look()
    void behindToday(entered, open)
    void keepCards(entered, true, open)
    void fetchPlaces(entered, open)
  }

  return {
    unlock: async (passphrase) => enter(await unlockByPassphrase(env, passphrase)),
    unlockWith: async (seeds) => enter(await unlockBySeeds(env, seeds)),
    async passkeyAsk() {
      const asked = await passkeyAsk(env)
      return asked.ok && core !== null ? ok({ ...asked.value, user: passkeyUser(core.inside.desk, core.inside.seeds) }) : asked
    },
    unlockByPasskey: async (given) => enter(await unlockByPasskey(env, given)),
    async who() {
      return me
    },
    async signOut() {
      const left = core
      core = null
      me = null
      emit({ what: "signed-out" })
      await left?.keep?.end()
      await left?.inside.api.signOut()
    },
    async lock(notes) {
      if (core === null) return null
      const { api, desk, member, seeds } = core.inside
      core = null
      me = null
      const sealed = await sealLocked(desk, member, seeds, notes)
      emit({ what: "locked" })
      await api.signOut()
      return sealed
    },
    async openLocked(sealed) {
      return core === null ? null : openLocked(core.inside.desk, core.inside.member, core.inside.seeds, sealed)
    },
    async refresh() {
      const done = await turn(() => inside(refresh))
      // A member who was removed meanwhile keeps nothing open.
      if (!done.ok && (done.refusal.error === "not-active" || done.refusal.error === "not-known")) {
        void core?.keep?.end()
        core = null
        me = null
        emit({ what: "signed-out" })
      }
      const still = core
      if (done.ok && still !== null) {
        void keepCards(still, false, () => core === still)
        void rotation?.look()
      }
      if (done.ok && still !== null) void fetchPlaces(still, () => core === still)
      return done
    },
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    tray: () => nothingAtOnce(trayRows, []),
    openRequest: (ask) => inside((c) => openRequest(c, ask)),
    triage: (ask, did, why) =>
      inside(async (c) => {
        const done = await c.register.act([{ does: "triage-request", input: { ask, did, why } }])
        emit({ what: "tray" })
        return done.ok ? ok(null) : done
      }),
    closeJunk: (asks, why) =>
      inside(async (c) => {
        const done = await closeJunk(c, asks, why)
        emit({ what: "tray" })
        return done
      }),
    reopenJunk: (asks, why) =>
      inside(async (c) => {
        const done = await reopenJunk(c, asks, why)
        emit({ what: "tray" })
        return done
      }),
    junkGroups: () => nothing(junkGroups, []),
    closedRequests: () => nothing(closedRequests, []),
    joinRequest: (ask, into) => inside((c) => joinRequest(c, ask, into)),

    rollCalls: () => nothing(rollCalls, []),
    beginRoll: (given) => inside((c) => beginRoll(c, given)),
    addToRoll: (sighting, given) => inside((c) => addToRoll(c, sighting, given)),
    sayOfSeen: (sighting, index, said) => inside((c) => sayOfSeen(c, sighting, index, said)),
    suggestFor: (lines, place) => nothing((c) => suggestFor(c, lines, place), []),
    tellSeen: (sighting, given) => inside((c) => tellSeen(c, sighting, given)),

    list: () => nothing((c) => everyRow(c, () => core === c), []),
    today: () => nothingAtOnce((c) => todayOf(c, trayRows(c)), emptyToday(env.now())),
    search: (text, most) => nothing((c) => searchCards(c, text, most), []),
    alike: (person) => nothing((c) => alikeAmong(c, person), []),

    openCase: (stream) =>
      atOnce(async (c) => {
        const opened = await openCase(c, stream)
        if (opened.ok) void tellReplaced(c, stream)
        return opened
      }),
    newCase: (given) => inside((c) => newCase(c, given, everyone(c))),
    act: (stream, does, input, how) => inside((c) => actHearing(c, stream, [{ does, input }], how)),
    actAll: (stream, acts, how) => inside((c) => actHearing(c, stream, acts, how)),
    check: (stream, does, input) => nothingAtOnce((c) => checkCase(c, stream, does, input), { refusal: signedOut().refusal, advice: [] }),
    refusals: (stream, names) => nothingAtOnce((c) => refusalsOf(c, stream, names), allOf(names, signedOut().refusal)),
    giveCaseWord: (stream) => inside((c) => giveCaseWord(c, stream)),
    strike: (stream, seq, why) => inside(async (c) => one(await actCase(c, stream, [{ does: "strike", input: { seq, why } }]))),

    newCompartment: (of, kind, members) => inside((c) => newCompartment(c, of, kind, members)),
    openCompartment: (of, stream) => inside((c) => openCompartment(c, of, stream)),
    actCompartment: (of, stream, does, input) => inside((c) => actCompartment(c, of, stream, does, input)),
    setCompartmentRoster: (of, stream, members) => inside((c) => setCompartmentRoster(c, of, stream, members)),
    bindVoucher: (of, stream, given) => inside((c) => bindVoucher(c, of, stream, given)),
    openings: (stream) => inside((c) => openings(c, stream)),
    ownOpenings: () => inside(ownOpenings),

    reply: (ask, text, more) => inside((c) => reply(c, ask, text, more)),
    attach: (stream, file, about) => inside((c) => attach(c, stream, file, about)),
    readFile: (file) => inside((c) => downloadFile(c.inside.api, file)),
    digest,

    commitReading: (stream, claim, finding, saw) => inside((c) => commitReading(c, stream, claim, finding, saw)),
    revealReading: (stream, claim) => inside((c) => revealReading(c, stream, claim)),
    recommend: (stream, given, saw) => inside((c) => recommend(c, stream, given, saw)),
    approve: (stream, entry, saw, touch) =>
      inside(async (c) => {
        const signed = await approveCase(c, stream, entry, saw, touch)
        if (signed.ok) await tellReplaced(c, stream)
        return signed
      }),
    approvalAsk: (of, rpId) => inside(async (c) => ok(approvalAsk(c, of, rpId))),

    draftLetter: (stream, given) => inside((c) => draftLetter(c, stream, given)),
    issueLetter: (stream, given) => inside((c) => issueLetter(c, stream, given)),
    withdrawLetter: (stream, number, why, replacedBy) =>
      inside(async (c) =>
        one(
          await actCase(c, stream, [
            { does: "withdraw-letter", input: { number, why, ...(replacedBy === undefined ? {} : { replacedBy }) } },
          ]),
        ),
      ),
    publishWithdrawal: (stream, number) => inside((c) => publishWithdrawal(c, stream, number)),
    publishedLetters: () => inside(publishedLetters),

    proposals: () => nothing(proposalRows, []),
    newProposal: (kind, title) => inside((c) => newProposal(c, kind, title)),
    openProposal: (stream) => inside((c) => openProposal(c, stream)),
    candidates: (kind) => inside((c) => candidates(c, kind)),
    addCandidate: (proposal, of) => inside((c) => addCandidate(c, proposal, of)),
    dropCandidate: (proposal, of, why) =>
      inside((c) => actProposal(c, proposal, "drop-candidate", { case: of.stream, person: of.person, why })),
    freeze: (proposal) => inside((c) => freeze(c, proposal)),
    approveProposal: (proposal, saw, touch) => inside((c) => approveProposal(c, proposal, saw, touch)),
    release: (proposal) => inside((c) => release(c, proposal)),
    recordSent: (proposal, given) => inside((c) => recordSent(c, proposal, given)),
    recordAnswer: (proposal, given) => inside((c) => recordAnswer(c, proposal, given)),
    recall: (proposal, of, why) => inside((c) => recall(c, proposal, of, why)),
    proposalStandIn: (proposal) => inside((c) => proposalStandIn(c, proposal)),
    sealProposal: (proposal, papers) => inside((c) => sealProposal(c, proposal, papers)),

    members: () => nothing(membersOf, []),
    async newClaim() {
      const info = await createApi(env).desk()
      if (!info.ok) return info
      const genesis = await foldDirectory(null, info.value.genesis)
      if (!genesis.ok) return genesis
      return ok(await newClaim(env, genesis.value.desk, rootPrintOf(genesis.value.root), info.value.directory))
    },
    readNewcomer: (text) => inside((c) => readNewcomer(c, text)),
    addMember: (claim, as, approvals) => inside((c) => addMember(c, claim, as, approvals)),
    nameMember: (member, as) =>
      inside(async (c) => {
        const done = one(await c.members.act([{ does: "name-member", input: { member, name: as.name, roles: [...as.roles] } }]))
        if (member === c.inside.member && done.ok) me = await whoIs(c)
        emit({ what: "members" })
        return done
      }),
    removeMember: (member) => people((c) => removeMember(c, member)),
    rotation: () => nothing(() => rotation?.view() ?? noRotation, noRotation),
    async rotate() {
      if (core === null || rotation === null) return signedOut()
      const renewed = await inside(renewDesk)
      const walked = renewed.ok ? await rotation.walk() : renewed
      return walked.ok ? ok(rotation.view()) : walked
    },
    rotateIntake: (approvals) => people((c) => rotateIntake(c, approvals)),
    rotateReply: (approvals) => people((c) => rotateReply(c, approvals)),
    rotatePaper: (approvals) => people((c) => rotatePaper(c, approvals)),
    paperRecipient: () => nothing(paperRecipient, null),
    openPaper: (file) => inside((c) => openPaper(c, file)),
    filePaper: (file, as) => inside((c) => filePaper(c, file, as)),
    certifyRecovery: (certificate, approvals) => people((c) => certifyRecovery(c, certificate, approvals)),
    recovery: () => nothing(recoveryOf, null),
    checkRecovery: (mend) => inside((c) => checkRecovery(c, mend === true)),
    foundDesk: ({ name }) =>
      inside(async (c) => {
        const founded = await foundStreams(c, name)
        if (founded.ok) me = await whoIs(c)
        return founded
      }),

    register: () =>
      inside(async (c) => {
        const pulled = await c.register.pull()
        return pulled.ok ? ok({ state: c.register.folded().state, log: logOf(c, c.register) }) : pulled
      }),
    actRegister: (does, input) =>
      inside(async (c) => {
        const done = one(await c.register.act([{ does, input }]))
        emit({ what: "register" })
        return done
      }),
    duty: () => inside(async (c) => ok(dutyView(c))),
    setRota: (rota) => inside((c) => actDuty(c, "set-rota", rota)),
    setDuty: (span) => inside((c) => actDuty(c, "set-duty", span)),
    wakes: () => inside(wakeViews),
    takeWake: (id) => inside((c) => c.inside.api.tell("POST", `/api/wakes/${id}/take`)),
    ways: () => inside(ownWays),
    setWays: (given) => inside((c) => c.inside.api.tell("PUT", "/api/ways", given)),
    testWays: () => inside((c) => c.inside.api.tell("POST", "/api/ways/test")),
    law: () => inside(async (c) => ok(lawView(c))),
    statements: () => inside(async (c) => ok(await statementView(c))),
    proposeStatement: (given) => inside((c) => proposeStatement(c, given)),
    signStatement: (entry, saw) => inside((c) => signStatement(c, entry, saw)),
    withdrawStatement: (of) => inside((c) => withdrawStatement(c, of)),
    tellStatement: (about) => inside((c) => tellStatement(c, about)),
    holdFacilities: (list) => inside((c) => holdFacilities(c, list)),
    purges: () => inside(async (c) => ok(purgeViews(c))),
    intakeKeys: () => nothing(intakeKeys, []),
    endIntakeKey: (number, signed, what) => inside((c) => endIntakeKey(c, number, signed, what)),
    proposePurge: (given) => inside((c) => proposePurge(c, given)),
    approvePurge: (entry, saw, touch) => inside((c) => approvePurge(c, entry, saw, touch)),
    carryOutPurge: (entry) => inside((c) => carryOutPurge(c, entry)),
    drawer: () => inside(async (c) => ok(Object.fromEntries(c.drawer.folded().state.kept.map((row) => [row.name, row.value])))),
    keep: (name, value) =>
      inside(async (c) => {
        const done = await c.drawer.act([{ does: "keep", input: { name, value } }])
        return done.ok ? ok(null) : done
      }),
    ownKeys: () => inside(ownKeys),
    ownCredentials: (rpId) => nothing((c) => ownCredentials(c, rpId), []),
    addPasskey: (made) => people((c) => addPasskey(c, made)),
    removeKey: (locator) => people((c) => removeKey(c, locator)),
    renewWords: () => inside(renewWords),
    confirmWords: (typed) => inside((c) => confirmWords(c, typed)),
    stored: (stream) => inside((c) => c.inside.api.stored(stream as Id)),
  }
}

async function actHearing(core: Core, stream: string, acts: readonly Act[], how?: ActHow): Promise<Result<Acted>> {
  const mistake = await mistakeOf(core, stream, acts)
  if (!mistake.ok) return mistake
  const heard = acts.some((act) => act.does === "give-consent") ? await hearCase(core, stream as Id) : null
  return heard?.ok === false ? heard : one(await actCase(core, stream, acts, how))
}

const noRotation = { of: 0, left: 0, here: false, notHandedOn: 0 }

const emptyToday = (at: number) => ({
  at,
  reached: null,
  flightBar: [],
  newSince: [],
  emergencies: [],
  dueLooks: [],
  waitingSignatures: [],
  unopenedReplies: [],
  waking: [],
  unconfirmed: [],
  requests: [],
  duty: { name: null, until: null },
  shifts: [],
  shiftBegan: at,
  toDo: [],
  moments: [],
  unread: 0,
  soFar: null,
  keys: [],
  law: [],
})
