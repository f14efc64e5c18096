// The figures that the product promises: how each is measured, what it must be, what limits it and what grows.

export interface Figure {
  readonly name: string
  /** The field of the bench's answer. */
  readonly of: string
  readonly goal: { readonly most: number } | { readonly least: number }
  readonly unit?: string
}

export interface Bench {
  readonly name: string
  readonly command: readonly string[]
  /** How often it runs; the median counts, of failures and losses the worst. */
  readonly times: number
  readonly figures: readonly Figure[]
  /** Further fields that explain the figures. */
  readonly beside: readonly string[]
  readonly limit: string
  readonly grows: string
}

const besideDesk = [
  "a key in the list's field median ms",
  "a key in the search median ms",
  "late frames of Today, %",
  "late frames of the list, %",
  "late frames of a bare page of as many rows, %",
  "frames of a bare page of as many rows p95 ms",
  "processor ms of the page and its threads, first on a device",
  "memory of the page and its threads, MB",
  "server RSS MB",
]
/** Of every hundred frames ninety-five stand within a sixtieth of a second. */
const smooth = [
  { name: "a frame while Today is scrolled, p95", of: "frames of Today p95 ms", goal: { most: 17.5 }, unit: "ms" },
  { name: "a frame while the list is scrolled, p95", of: "frames of the list p95 ms", goal: { most: 17.5 }, unit: "ms" },
] as const
const keys = [
  { name: "a key in the list's field, p95", of: "a key in the list's field p95 ms", goal: { most: 16 }, unit: "ms" },
  { name: "a key in the search, p95", of: "a key in the search p95 ms", goal: { most: 16 }, unit: "ms" },
] as const
const today = (cards: string, most: number) =>
  [
    { name: `Today of ${cards}, the first time on a device, newest first`, of: "Today, first on a device, ms", goal: { most }, unit: "ms" },
    { name: `the same, with everything read`, of: "Today and all that it rests on, first on a device, ms", goal: { most }, unit: "ms" },
    { name: `Today of ${cards}, when the device comes back`, of: "Today, returning, ms", goal: { most }, unit: "ms" },
    { name: `the list of ${cards}, when the device comes back`, of: "list, returning, ms", goal: { most }, unit: "ms" },
  ] as const

const submitted = [
  { name: "failures of 2,000", of: "failures", goal: { most: 0 } },
  { name: "share of bare inserts", of: "share", goal: { least: 0.5 } },
  { name: "one call, p99", of: "call p99 ms", goal: { most: 60 }, unit: "ms" },
  { name: "memory after", of: "server RSS MB after", goal: { most: 150 }, unit: "MB" },
  { name: "start to /health on that folder", of: "start to /health ms on that folder", goal: { most: 1000 }, unit: "ms" },
] as const
const besideSubmitted = [
  "perSecond",
  "inserted without HTTP per second",
  "server's processor ms a submission",
  "of it on the thread that answers",
  "processor ms an insert without HTTP",
  "caller's processor ms a submission",
]

export const benches: readonly Bench[] = [
  {
    name: "deadlines",
    command: ["bench/src/deadlines.ts"],
    times: 3,
    figures: [{ name: "dates of 10,000 people, on one core", of: "processor ms", goal: { most: 1000 }, unit: "ms" }],
    beside: ["wall ms", "dates a person"],
    limit:
      "The processor: eight dated events a person become triggers, each trigger the days of its rules, each day three dates over two calendars. Holidays are reckoned once a year and kept.",
    grows: "With the people, and with the events of each.",
  },
  {
    name: "submissions",
    command: ["bench/src/submissions.ts"],
    times: 3,
    figures: submitted,
    beside: besideSubmitted,
    limit:
      "The processor, not the disk. A submission is one HTTP call with two Ed25519 verifications, in threads beside the one that answers, and one signed receipt; beside them stand the same four rows in the same one transaction that the bare insert writes. The log is flushed beside the event loop and one flush serves all who wait, in both; so the bare insert is left with almost nothing but SQLite, and the call with the socket, JSON, schema, hashes and signatures. Caller and server share the machine's cores. Before the clock starts 500 more are sent, and inserted, so that both sides run compiled code.",
    grows: "Nothing with the number of requests: each touches its own rows. The log is folded into the database every thousand pages.",
  },
  {
    name: "submissions-postgres",
    command: ["bench/src/submissions.ts", "postgres"],
    times: 1,
    figures: submitted,
    beside: besideSubmitted,
    limit:
      "Round trips: a transaction is begun, raises the desk's cursor, reads the directory's head once for all its requests, writes two statements a request and commits, in as many messages as statements; both ways pay for them, but for the directory. Writers of one desk go one group after the other (decision 0008). Warmed as on SQLite.",
    grows: "Nothing with the number of requests but the depth of the indexes.",
  },
  {
    name: "attachments",
    command: ["bench/src/attachments.ts"],
    times: 3,
    figures: [
      { name: "failures", of: "failures", goal: { most: 0 } },
      { name: "share of writing and fsyncing", of: "share", goal: { least: 0.6 } },
    ],
    beside: [
      "MB a second",
      "written and fsynced, MB a second",
      "share of a bare Node server, bytes thrown away",
      "share of a bare Node server, bytes hashed",
      "share of a bare Node server, bytes hashed and written",
      "processor ms a file of a bare Node server, bytes thrown away",
      "processor ms a file of a bare Node server, bytes hashed",
      "processor ms a file of a bare Node server, bytes hashed and written",
      "server's processor ms a file",
      "caller's processor ms a file",
      "server RSS MB after",
    ],
    limit:
      "The processor, and the platform before the product: the same bytes, from the same caller, over as many connections, take their turn at a server of Node's own that knows nobody and checks nothing, and throws them away, hashes them, or hashes, writes and fsyncs them. What lies between the last of these and our share is ours: sessions, the file's row, the queue and the routes, one call for each MiB, and the log flushed for the file's beginning and its end. A part is hashed and written by one thread from the memory in which it came, without a copy between. The bare write has neither HTTP nor hash to pay for. The share rises as the disk gets slower or the cores more.",
    grows: "Nothing: a part's place is made from its own id.",
  },
  {
    name: "kill",
    command: ["bench/src/kill.ts"],
    times: 1,
    figures: [{ name: "lost of 50 receipts with files, SQLite", of: "lost", goal: { most: 0 } }],
    beside: ["rounds", "start to /health after a kill, median ms"],
    limit:
      "A receipt is sent after the log is flushed; a killed process loses nothing that reached the kernel. What a kill cannot show, a power cut could: a disk that says it has flushed when it has not.",
    grows: "The start after a kill reads the log that was left, at most some MB.",
  },
  {
    name: "kill-postgres",
    command: ["bench/src/kill.ts", "postgres"],
    times: 1,
    figures: [{ name: "lost of 50 receipts with files, PostgreSQL", of: "lost", goal: { most: 0 } }],
    beside: ["rounds", "start to /health after a kill, median ms"],
    limit: "The database commits before the receipt; the files are flushed before the entry that lists them is taken.",
    grows: "Nothing.",
  },
  {
    name: "desk",
    command: ["bench/src/cards.ts"],
    times: 1,
    figures: [
      ...today("10,000", 1500),
      ...keys,
      ...smooth,
      { name: "opening a case of 200 entries", of: "opening a case of 200 entries, ms", goal: { most: 200 }, unit: "ms" },
      { name: "list of 10,000 under Node, nothing kept", of: "Node: list, ms", goal: { most: 1500 }, unit: "ms" },
    ],
    beside: besideDesk,
    limit:
      "The pages as they are built, in Chromium. Unlocked is the moment at which the seven words have become a key (Argon2id, a second that is meant to pass) and the sealed seeds are asked for; Today is usable when it stands on the screen, with whatever is most urgent, and has answered a key. The first time it stands with the 200 cases that changed last, says that it is not all (decision 0041), and is measured again when it is: every card is fetched, verified (Ed25519, 0.06 ms of a core), opened (AES-GCM), read, and its clock reckoned (0.02 ms a person who has a story), in three processes at once: the server, the vault's thread, and one more thread for signatures on a machine of two cores; on one with more, up to three. A device that comes back opens one sealed blob instead of fetching, verifying and opening, and reads the clocks of what was urgent, has changed, or whose moment came since; the bench comes back within the minute, and after a night more moments have come. All heads are told anew while the desk's own streams are read. A key is counted from its event to the rows it leaves, laid out. The 200 entries are verified and folded from the first. In the bench all but one of the streams have a head, a roster and a card but no chain behind them: a list asks for no more. Frames are drawn by the processor where a machine has no graphics of its own; a bare page of as many rows of text alone, moved in the same way, stands beside as the least that they cost there.",
    grows:
      "Today and the list grow in a straight line with the number of cards, and so does what is kept on the device, about 1 KB a case; a first letter is looked for in everybody, a word typed on only in whom the letters before it left; opening a case grows with its own entries alone; frames do not grow, since only what is in sight is drawn.",
  },
  {
    name: "desk-50000",
    command: ["bench/src/cards.ts", "50000"],
    times: 1,
    figures: [...today("50,000", 5000), ...keys, ...smooth],
    beside: besideDesk,
    limit:
      "As for 10,000. The memory is that of the whole process of the page: opened cards, rows in the vault and on the page, and the index.",
    grows: "Memory with the number of cards.",
  },
  {
    name: "desk-phone",
    command: ["bench/src/cards.ts", "3000", "6"],
    times: 1,
    figures: [...today("3,000 on a phone", 3000), ...smooth],
    beside: [...besideDesk, "a key in the list's field p95 ms", "a key in the search p95 ms", "slower than this machine, measured"],
    limit:
      "The page's process stands still most of the time, all its threads alike, in turns of a few milliseconds, until a fixed loop of the page takes six times as long, give or take a twentieth: Chromium's own throttling slows the page's thread and leaves the vault's at full speed. How much slower it became is told beside. 360 pixels wide, moved by a finger. The server and Chromium's own process, which paints, are not slowed.",
    grows: "As for 10,000.",
  },
  {
    name: "log",
    command: ["bench/src/log.ts"],
    times: 1,
    figures: [{ name: "an append at 100,000 entries, to one at 1,000", of: "ratio", goal: { most: 1.2 } }],
    beside: ["an append at 1,000, ms of processor", "an append at 100,000, ms of processor", "the same by the clock"],
    limit:
      "What an append over HTTP costs anyhow; the log is no part of it. A round a minute adds up to 512 entries in one transaction of its own: a hash or two for each, one row for each, one of 8 KiB for each 256. Both desks are measured in one process, turn by turn.",
    grows: "The depth of the indexes, and one hash for each doubling of the log.",
  },
  {
    name: "log-postgres",
    command: ["bench/src/log.ts", "postgres"],
    times: 1,
    figures: [{ name: "an append at 100,000 entries, to one at 1,000", of: "ratio", goal: { most: 1.2 } }],
    beside: ["an append at 1,000, ms of processor", "an append at 100,000, ms of processor", "the same by the clock"],
    limit: "The same through PostgreSQL; the processor is the server's own, the database's work shows by the clock alone.",
    grows: "The same.",
  },
  {
    name: "verify",
    command: ["bench/src/verify.ts"],
    times: 3,
    figures: [{ name: "100,000 entries verified offline", of: "seconds", goal: { most: 10 }, unit: "s" }],
    beside: ["entries", "processor, s", "of it the thread that reads, s", "memory MB"],
    limit:
      "Ed25519: one signature for each entry, verified by the platform in other threads, so that all cores work, while this one reads the next rows, hashes bodies and headers and keeps the rules. No files: those are read at the speed of the disk.",
    grows: "In a straight line with the entries; memory with their hashes.",
  },
  {
    name: "rotation",
    command: ["bench/src/rotation.ts"],
    times: 1,
    figures: [
      {
        name: "a removed member's 500 cases all have a new key",
        of: "seconds until a removed member's cases all have a new key",
        goal: { most: 60 },
        unit: "s",
      },
      { name: "a new member reads all 500", of: "seconds until a new member reads every case", goal: { most: 60 }, unit: "s" },
      { name: "acts of a colleague that were refused meanwhile", of: "acts refused", goal: { most: 0 } },
      { name: "cases not reached", of: "cases not reached", goal: { most: 0 } },
      { name: "a colleague's act meanwhile, p99", of: "a colleague's act meanwhile, p99 ms", goal: { most: 1000 }, unit: "ms" },
    ],
    beside: [
      "a colleague's act before, p99 ms",
      "a colleague's acts meanwhile",
      "until the removal answers, ms",
      "until the certificate answers, ms",
      "processor ms a case, of the desk that walks",
    ],
    limit:
      "The processor of the one desk that walks: each case gets a key sealed anew for twenty members, and of each seal (4 ms) the X25519 of the library is three quarters. The chain is verified and opened first (0.1 ms a line), for no key is sealed for a roster that was only told.",
    grows: "In a straight line with cases times members. The most urgent come first, so that what grows is the tail.",
  },
  {
    name: "start",
    command: ["bench/src/start.ts"],
    times: 1,
    figures: [
      { name: "start to /health, median of 11", of: "median ms", goal: { most: 1000 }, unit: "ms" },
      { name: "memory after the start", of: "RSS MB", goal: { most: 150 }, unit: "MB" },
    ],
    beside: ["slowest ms"],
    limit:
      "Loading some two hundred modules. Their compiled code is kept from the first start on (node_modules/.cache/node-compile); the first start after an update takes twice as long.",
    grows: "The directory is folded at the start: with the members who ever were, not with the cases.",
  },
  {
    name: "portal",
    command: ["bench/src/portal.ts"],
    times: 1,
    figures: [
      { name: "first page over the wire", of: "first page KiB", goal: { most: 60 }, unit: "KiB" },
      { name: "the same with a notice", of: "first page with a notice KiB", goal: { most: 60 }, unit: "KiB" },
      { name: "form and cryptography more", of: "form and cryptography KiB more", goal: { most: 120 }, unit: "KiB" },
    ],
    beside: [],
    limit: "The heaviest of three languages, brotli, headers counted (decision 0009).",
    grows: "Nothing.",
  },
]
