// Mailboxes from both ends: what the desk reads of an asker, and what an asker reads of the desk.
import {
  askGenesis,
  childCode,
  codeKeys,
  newIntakeIdentity,
  sealAnswer,
  sealAsk,
  signSession,
  type Signing,
} from "@safe-conduct/sealing/seal"
import { answerIdOf, askIdOf, headAfter, headerOf, kidOf } from "@safe-conduct/sealing/verify"
import {
  type Appended,
  EMPTY,
  type Entry,
  type Head,
  type Heads,
  type Id,
  type Page,
  type PublicKey,
  headerBytes,
} from "@safe-conduct/wire"
import { connect, openMailbox, submit, newCode } from "../asker/index.ts"
import { good } from "../testing/family.ts"
import { type Mutation, altering, lying, refusalOf } from "./mutation.ts"
import { type Scene, borisThrough, pageOf, serversOwn } from "./scene.ts"

export function mailboxes(s: Scene): readonly Mutation[] {
  return [...towardsTheDesk(s), ...towardsTheAsker(s), ...sending(s)]
}

/** What a member's tray and mailbox show of a request whose pages or heads were altered. */
function towardsTheDesk(s: Scene): readonly Mutation[] {
  const { ask } = s.family
  const asked = (stream: string) => new RegExp(`^/api/streams/${stream}/entries`)
  const opened = async (fetch: typeof globalThis.fetch, stream = ask): Promise<string> => {
    const vault = await borisThrough(s, fetch)
    const alarm = good(await vault.refresh()).alarms.find((one) => one.stream === stream)
    if (alarm !== undefined) return alarm.error
    const request = await vault.openRequest(stream)
    if (!request.ok) return refusalOf(request)
    if (request.value.request !== null) return "accepted"
    return (await vault.tray()).find((one) => one.ask === stream)?.unreadable ?? "unreadable"
  }
  const row = (name: string, refusal: string, change: (page: Page) => Page | Promise<Page>): Mutation => ({
    name,
    refusal,
    attempt: () => opened(altering<Page>(s.desk, asked(ask), change)),
  })
  const set =
    (by: (entry: Entry) => Partial<Entry>) =>
    (page: Page): Page => ({
      ...page,
      entries: page.entries.map((one) => (one.entry.seq === 1 ? { ...one, entry: { ...one.entry, ...by(one.entry) } } : one)),
    })
  const heads = (change: (rows: Heads["rows"]) => Heads["rows"]) =>
    altering<Heads>(s.desk, /^\/api\/heads/, (given) => ({ ...given, rows: change(given.rows) }))
  /** A mailbox that the server made itself, so that its chain and key are in order. */
  const made = async (body: (keys: Awaited<ReturnType<typeof codeKeys>>, first: Entry, head: Head) => Promise<Entry>) => {
    const keys = await codeKeys(s.id, childCode(s.id, new Uint8Array(16).fill(9), 1))
    const directory = s.info.directory
    const first = await askGenesis({ desk: s.id, stream: keys.ask, head: EMPTY, epoch: 2, directory }, keys.signing)
    const entry = await body(keys, first, headAfter(first))
    const head = headAfter(entry)
    const hour = "2026-11-22T17Z" as never
    const fetch = lying(s.desk, (call, honest) => {
      if (asked(keys.ask).test(call.path)) {
        const from = Number(/from=(\d+)/.exec(call.path)?.[1] ?? 0)
        return Promise.resolve(Response.json({ entries: [first, entry].slice(from).map((one) => ({ entry: one, hour })), head }))
      }
      if (asked(keys.answer).test(call.path)) return Promise.resolve(Response.json({ entries: [], head: EMPTY }))
      if (!call.path.startsWith("/api/heads")) return undefined
      return honest().then(async (answer) => {
        const given = (await answer.json()) as Heads
        const mine = {
          stream: keys.ask,
          kind: "ask" as const,
          head,
          epoch: 2,
          hour,
          pair: keys.answer,
          key: keys.key,
          wake: true,
          opened: null,
        }
        return Response.json({ ...given, rows: [...given.rows, mine] })
      })
    })
    return opened(fetch, keys.ask)
  }
  const family = () => pageOf(s, ask as Id).then((page) => page.entries.find(({ entry }) => entry.seq === 1)?.entry as Entry)

  return [
    { name: "the honest mailbox (control)", refusal: "accepted", attempt: () => opened(s.desk.fetch) },
    {
      name: "a request spliced into another mailbox, signed there",
      refusal: "misplaced-body",
      attempt: () =>
        made(async (keys, _first, head) => {
          // The sealed bytes as they were stored, put behind a genesis of the thief's own and signed with his key.
          const stolen = await family()
          const place = { desk: s.id, stream: keys.ask, head, epoch: stolen.epoch, directory: s.info.directory }
          const shell = await askGenesis(place, keys.signing)
          const header = { ...headerOf(shell), bodyHash: stolen.bodyHash, size: stolen.size }

          return { ...header, body: stolen.body, signature: await keys.signing.sign(headerBytes(header)) }
        }),
    },
    {
      name: "a request sealed to a key of the server's",
      refusal: "does-not-open",
      attempt: () =>
        made(async (keys, _first, head) => {
          const { recipient } = await newIntakeIdentity()
          const place = { desk: s.id, stream: keys.ask, head, epoch: 2, directory: s.info.directory }
          return sealAsk(place, keys.signing, recipient, { v: 1, kind: "request", request: {}, replyTo: keys.replyTo })
        }),
    },
    row(
      "a request with another body",
      "bad-signature",
      set((entry) => ({ body: `${(entry.body as string).slice(0, -8)}AAAAAAA=` })),
    ),
    row(
      "a request under another desk",
      "bad-signature",
      set(() => ({ desk: s.foreign.founding.desk })),
    ),
    row(
      "a request under another mailbox's id",
      "bad-signature",
      set(() => ({ stream: s.other.ask as Id })),
    ),
    row(
      "a request by another author",
      "bad-signature",
      set(() => ({ author: s.annaKeys.kid })),
    ),
    row(
      "a request with other files listed",
      "bad-signature",
      set(() => ({ objects: [s.second] })),
    ),
    row(
      "a request at another place",
      "bad-signature",
      set(() => ({ seq: 2 })),
    ),
    row("a request whose genesis was left out", "bad-signature", (page) => ({
      ...page,
      entries: page.entries.filter(({ entry }) => entry.seq !== 0),
    })),
    row("a request told twice", "bad-signature", (page) => ({
      ...page,
      entries: page.entries.flatMap((one) => (one.entry.seq === 1 ? [one, one] : [one])),
    })),
    {
      name: "another key named for a mailbox",
      refusal: "no-mailbox",
      attempt: () => opened(heads((rows) => rows.map((one) => (one.stream === ask ? { ...one, key: serversOwn().key } : one)))),
    },
    {
      name: "a mailbox paired with another's answers",
      refusal: "no-mailbox",
      attempt: () =>
        opened(
          heads((rows) =>
            rows.map((one) => (one.stream === ask ? { ...one, pair: rows.find((r) => r.stream === s.other.ask)?.pair as Id } : one)),
          ),
        ),
    },
    {
      name: "a mailbox whose key is a point of small order, with a signature that lax verifiers take",
      refusal: "bad-signature",
      attempt: async () => {
        const key = `01${"00".repeat(31)}` as PublicKey
        const stream = askIdOf(s.id, key)
        const pair = answerIdOf(s.id, key)
        const empty = await askGenesis({ desk: s.id, stream, head: EMPTY, epoch: 2, directory: s.info.directory }, serversOwn())
        const entry = { ...empty, signature: `AQ${"A".repeat(84)}==` }
        const head = headAfter(entry)
        const hour = "2026-11-22T17Z" as never
        return opened(
          lying(s.desk, (call, honest) => {
            if (asked(stream).test(call.path)) return Promise.resolve(Response.json({ entries: [{ entry, hour }], head }))
            if (!call.path.startsWith("/api/heads")) return undefined
            return honest().then(async (answer) => {
              const given = (await answer.json()) as Heads
              return Response.json({
                ...given,
                rows: [...given.rows, { stream, kind: "ask", head, epoch: 2, hour, pair, key, wake: false, opened: null }],
              })
            })
          }),
          stream,
        )
      },
    },
    {
      name: "an answer that no member announced",
      refusal: "unvouched",
      attempt: () => answered(s, async (page) => [...page, await answer(s, page, signingOf(s))]),
    },
    {
      name: "an answer by the server's own key",
      refusal: "unvouched",
      attempt: () => answered(s, async (page) => [...page, await answer(s, page, serversOwn())]),
    },
  ]
}

/** The reply key that Eve once held, and that stood in a certificate then. */
const signingOf = (s: Scene) => s.eve.keys.signing

async function answer(s: Scene, before: readonly Entry[], signing: Signing): Promise<Entry> {
  const last = before.at(-1)
  const keys = await codeKeys(s.id, s.family.code)
  const head: Head = last === undefined ? EMPTY : headAfter(last)
  const place = { desk: s.id, stream: keys.answer, head, epoch: last?.epoch ?? 1, directory: s.info.directory }
  return (await sealAnswer(place, signing, keys.replyTo, { v: 1, kind: "reply", text: "Приходите одна" })) as Entry
}

/** How the desk shows an answer that stands in the mailbox. */
async function answered(s: Scene, change: (entries: readonly Entry[]) => Promise<readonly Entry[]>): Promise<string> {
  const keys = await codeKeys(s.id, s.family.code)
  const vault = await borisThrough(
    s,
    altering<Page>(s.desk, new RegExp(`^/api/streams/${keys.answer}/entries`), (page) => more(page, change)),
  )
  good(await vault.refresh())
  const view = good(await vault.openRequest(s.family.ask))
  const lines = view.messages.filter((line) => line.from === "desk")
  return lines.at(-1)?.unvouched === true ? "unvouched" : lines.length === 1 ? "nothing" : "accepted"
}

async function more(page: Page, change: (entries: readonly Entry[]) => Promise<readonly Entry[]>): Promise<Page> {
  if (page.entries.length === 0) return page
  const entries = await change(page.entries.map(({ entry }) => entry))
  const last = entries.at(-1)
  const hour = page.entries[0]?.hour as never
  return {
    entries: entries.map((entry) => ({ entry, hour })),
    head: last === undefined ? page.head : headAfter(last),
  }
}

/** What thirteen words show when the server alters the answers. */
function towardsTheAsker(s: Scene): readonly Mutation[] {
  const read = async (change: (entries: readonly Entry[]) => Promise<readonly Entry[]> | readonly Entry[]): Promise<string> => {
    const keys = await codeKeys(s.id, s.family.code)
    const fetch = altering<Page>(s.desk, new RegExp(`^/api/streams/${keys.answer}/entries`), (page) =>
      more(page, async (all) => change(all)),
    )
    const desk = good(
      await connect({ server: s.desk.url, fetch, now: () => s.desk.now, wait: () => Promise.resolve(), root: s.desk.founding.rootPrint }),
    )
    const box = good(await openMailbox(desk, s.family.code))
    const view = good(await box.read())
    if (view.unreadable > 0) return "unreadable"
    return view.messages.length === 1 && view.messages[0]?.text === "Мы прочли ваше письмо" ? "nothing" : "accepted"
  }
  const row = (
    name: string,
    change: (entries: readonly Entry[]) => Promise<readonly Entry[]> | readonly Entry[],
    refusal = "unreadable",
  ): Mutation => ({
    name,
    refusal,
    attempt: () => read(change),
  })
  const first = (by: Partial<Entry>) => (all: readonly Entry[]) => all.map((entry, n) => (n === 0 ? { ...entry, ...by } : entry))
  return [
    row("honest answers (control)", (all) => all, "nothing"),
    row("an answer by the server's own key", async (all) => [...all, await answer(s, all, serversOwn())]),
    row("an answer by an administrator's own key", async (all) => [...all, await answer(s, all, s.annaKeys.signing)]),
    row("an answer by a removed member's key", async (all) => [...all, await answer(s, all, s.eve.keys.signing)]),
    row("an answer under a number that nobody certified", first({ epoch: 77 })),
    row("an answer from another desk", first({ desk: s.foreign.founding.desk })),
    row("an answer from another mailbox", first({ stream: answerIdOf(s.id, serversOwn().key) })),
    row("an answer with another signature", first({ signature: `${"A".repeat(86)}==` })),
    row("an answer whose author is told otherwise", first({ author: kidOf(serversOwn().key) })),
    row("an answer told twice", (all) => [...all, ...all]),
    row("an answer without its body", first({ body: null })),
  ]
}

/** Sending: what a browser must not call received, and to whom it must not seal again. */
function sending(s: Scene): readonly Mutation[] {
  const send = async (fetch: typeof globalThis.fetch): Promise<string> => {
    const desk = good(
      await connect({ server: s.desk.url, fetch, now: () => s.desk.now, wait: () => Promise.resolve(), root: s.desk.founding.rootPrint }),
    )
    const { code } = await newCode(desk)
    const request = { v: 1, language: "en", asking: "self", people: [{ names: { latin: [{ surname: "Sender" }] } }] } as never
    return refusalOf(await submit({ desk, code, request }))
  }
  const received = (name: string, change: (given: Appended) => Appended): Mutation => ({
    name,
    refusal: "bad-receipt",
    attempt: () =>
      send(
        lying(s.desk, (call, honest) =>
          call.method === "POST" && /entries$|mailboxes$/.test(call.path)
            ? honest().then(async (answer) =>
                answer.ok ? Response.json(change((await answer.json()) as Appended), { status: 201 }) : answer,
              )
            : undefined,
        ),
      ),
  })
  return [
    { name: "an honest sending (control)", refusal: "accepted", attempt: () => send(s.desk.fetch) },
    received("a receipt by another key", (given) => ({ ...given, receipt: { ...given.receipt, signature: `${"A".repeat(86)}==` } })),
    received("a receipt for other bytes", (given) => ({ ...given, receipt: { ...given.receipt, hash: "5".repeat(64) as never } })),
    received("a receipt for another mailbox", (given) => ({ ...given, receipt: { ...given.receipt, stream: s.other.ask as Id } })),
    received("a receipt for another place", (given) => ({ ...given, receipt: { ...given.receipt, seq: 7 } })),
    received("a receipt for another hour", (given) => ({ ...given, receipt: { ...given.receipt, hour: "2020-01-01T00Z" as never } })),
    received("a receipt of another desk", (given) => ({ ...given, receipt: { ...given.receipt, desk: s.foreign.founding.desk } })),
    {
      name: "'the intake key changed', with a certificate of the server's own",
      refusal: "too-few-approvals",
      attempt: () => {
        let asked = 0
        return send(
          lying(s.desk, (call, honest) => {
            if (call.method === "POST" && /entries$|mailboxes$/.test(call.path))
              return Promise.resolve(Response.json({ error: "intake-rotated", message: "The intake key changed." }, { status: 409 }))
            if (!call.path.startsWith("/desk.json") || asked++ === 0) return undefined
            return honest().then(async (answer) => {
              const info = (await answer.json()) as typeof s.info
              const { recipient } = await newIntakeIdentity()
              return Response.json({
                ...info,
                intake: info.intake.map((one) => ({
                  ...one,
                  certificate: { ...one.certificate, recipient, number: one.certificate.number + 1 },
                })),
              })
            })
          }),
        )
      },
    },
    {
      name: "another desk shown after the first look",
      refusal: "other-root",
      attempt: () => {
        let asked = 0
        return send(
          lying(s.desk, (call) => {
            if (call.method === "POST" && /entries$|mailboxes$/.test(call.path))
              return Promise.resolve(Response.json({ error: "intake-rotated", message: "The intake key changed." }, { status: 409 }))
            return call.path.startsWith("/desk.json") && asked++ > 0 ? Promise.resolve(Response.json(s.foreignInfo)) : undefined
          }),
        )
      },
    },
    {
      name: "a lost answer, and the same sealed bytes sent again: one request, never two",
      refusal: "nothing",
      attempt: async () => {
        let lost = 0
        good(await s.boris.refresh())
        const before = (await s.boris.tray()).length
        const sent = await send(
          lying(s.desk, (call, honest) =>
            call.method === "POST" && /entries$|mailboxes$/.test(call.path) && lost++ < 2
              ? honest().then(() => Promise.reject(new TypeError("the line broke")))
              : undefined,
          ),
        )
        good(await s.boris.refresh())
        return sent === "accepted" && (await s.boris.tray()).length === before + 1 ? "nothing" : "accepted"
      },
    },
    {
      name: "a sign-in challenge relayed to another origin",
      refusal: "not-known",
      attempt: async () => {
        const { challenge } = (await (await s.desk.fetch(`${s.desk.url}/api/challenge`)).json()) as { challenge: string }
        const keys = await codeKeys(s.id, s.family.code)
        const origin = "https://evil.example"
        const signature = await signSession(keys.signing, origin, s.id, keys.ask, challenge)
        const answer = await s.desk.fetch(`${s.desk.url}/api/session`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ subject: { kind: "mailbox", key: keys.key }, challenge, origin: s.desk.url, signature }),
        })
        return answer.ok ? "accepted" : ((await answer.json()) as { error: string }).error
      },
    },
  ]
}
