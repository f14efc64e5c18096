// Every table and column that the server keeps, with what each tells a thief. THREATS.md is held to this record by a test:
// a column without a sentence does not compile, and a sentence without a column neither.
import type { StatementSubject, WayKind } from "@safe-conduct/wire"

export interface DeskTable {
  desk: string
  cursor: number
  trial: number
}
export interface SettingsTable {
  desk: string
  receipt_seed: Uint8Array
  mac_key: Uint8Array
}
export interface StreamTable {
  desk: string
  stream: string
  kind: "directory" | "ask" | "answer" | "shared" | "seen"
  seq: number
  head: string
  epoch: number
  dir_seq: number
  key: string | null
  pair: string | null
  wake: number
  opened: string | null
  hour: string
  changed: number
}
export interface RosterTable {
  desk: string
  stream: string
  member: string
  kid: string
  place: number
}
export interface EntryTable {
  desk: string
  stream: string
  seq: number
  hash: string
  prev: string
  author: string
  epoch: number
  dir_seq: number
  dir_hash: string
  body_hash: string
  size: number
  objects: string
  guards: string
  signature: string
  body: Uint8Array | null
  hour: string
}
export interface EnvelopeTable {
  desk: string
  stream: string
  epoch: number
  member: string
  hash: string
  sealed: Uint8Array | null
}
export interface CardTable {
  desk: string
  stream: string
  version: number
  card_epoch: number
  own: number
  through_seq: number
  through_hash: string
  sealed: Uint8Array
  author: string
  signature: string
  changed: number
}
export interface WrapTable {
  desk: string
  locator: string
  writer: string
  blob: string
}
export interface ObjectTable {
  desk: string
  object: string
  owner: string
  mailbox: number
  parts: number
  bytes: number
  complete: number
  hour: string
}
export interface ListingTable {
  desk: string
  object: string
  stream: string
}
export interface PurgeTable {
  desk: string
  stream: string
  seq: number
  hash: string
  unanswered: number
  until: string
  first: string
  first_signature: string
  second: string
  second_signature: string
  hour: string
}
export interface OpeningTable {
  desk: string
  stream: string
  member: string
  hour: string
}
export interface AlarmTable {
  desk: string
  alarm: string
  wake: string
  at: number
  every: number
  fired: number
  sealed: Uint8Array
}
export interface DutyTable {
  desk: string
  from: number
  until: number
  members: string
}
export interface WayTable {
  desk: string
  member: string
  kind: WayKind
  address: string
  language: string
}
export interface WakeTable {
  desk: string
  wake: string
  kind: "request" | "alarm" | "test"
  members: string
  step: number
  due: number
  taken: string | null
  how: "link" | "desk" | "answer" | null
  hour: string
}
export interface NoticeTable {
  desk: string
  notice: string
  wake: string
  member: string
  step: number
  way: WayKind
  state: "due" | "sending" | "sent" | "failed" | "over"
  tries: number
  due: number
  token: string
  hour: string
}
export interface StatementTable {
  desk: string
  about: StatementSubject
  number: number
  said: string
}
export interface SessionTable {
  desk: string
  token: string
  subject: string
  mailbox: number
  until: number
  idle: number
}

export interface LogTable {
  desk: string
  size: number
  root: string
  hour: string
  signature: string
  cursor: number
  holder: string
  until: number
}
export interface LeafTable {
  desk: string
  stream: string
  seq: number
  place: number
}
export interface TileTable {
  desk: string
  level: number
  place: number
  hashes: Uint8Array
}

export interface Tables {
  desk: DeskTable
  settings: SettingsTable
  stream: StreamTable
  roster: RosterTable
  entry: EntryTable
  envelope: EnvelopeTable
  card: CardTable
  wrap: WrapTable
  object: ObjectTable
  listing: ListingTable
  log: LogTable
  leaf: LeafTable
  tile: TileTable
  purge: PurgeTable
  opening: OpeningTable
  alarm: AlarmTable
  duty: DutyTable
  way: WayTable
  wake: WakeTable
  notice: NoticeTable
  statement: StatementTable
  session: SessionTable
}

/** What each column tells whoever steals the store, one plain sentence each. */
export const leaks = {
  desk: {
    desk: "Which desk this is: the first 16 bytes of a public hash.",
    cursor: "Roughly how many changes the desk has ever stored.",
    trial: "Whether this is a trial desk; the public genesis says it too.",
  },
  settings: {
    desk: "Which desk this is.",
    receipt_seed: "The key that signs receipts: a thief can claim that something was stored here. It opens nothing.",
    mac_key: "The key behind sign-in challenges: a thief can make challenges, but cannot answer them.",
  },
  stream: {
    desk: "Which desk this is.",
    stream: "A pseudonym of the stream: random, or a hash of a public key or of the desk.",
    kind: "Whether it is the directory, one of the two sides of a mailbox, a chain with a roster, or one member's word on the log.",
    seq: "How many entries the stream has.",
    head: "The hash of its last entry.",
    epoch: "How often its roster changed; for a mailbox, which intake or reply number it used last.",
    dir_seq: "Which state of the directory its last writer had seen.",
    key: "The public signing key behind a mailbox's id, made from its code by a one-way function; null for other streams.",
    pair: "Which reply stream belongs to which mailbox.",
    wake: "Whether the person asked that someone be woken and no reply has followed yet.",
    opened: "The day on which replies of this mailbox were last fetched.",
    hour: "The hour of the last entry.",
    changed: "The order of changes across the streams of the desk.",
  },
  roster: {
    desk: "Which desk this is.",
    stream: "A pseudonym of the stream.",
    member: "The pseudonym of a member who may read and write this stream: the graph of who works with whom.",
    kid: "The id of that member's public signing key.",
    place: "Her place in the signed roster.",
  },
  entry: {
    desk: "Which desk this is.",
    stream: "A pseudonym of the stream.",
    seq: "The entry's number in its stream.",
    hash: "The hash of the signed header.",
    prev: "The hash of the entry before.",
    author: "The pseudonym of the key that signed: which member, which mailbox, or which reply key.",
    epoch: "Under which key epoch the body is sealed.",
    dir_seq: "Which state of the directory the author had seen.",
    dir_hash: "The hash of that directory entry.",
    body_hash:
      "The hash of the sealed body, kept after a purge; it proves possession of the sealed bytes and says nothing of their content.",
    size: "The padded size of the body: one of a few steps, Padmé beyond.",
    objects: "How many files the entry lists, by random ids.",
    guards:
      "Which other streams had to stand still: the link between a proposal or finding and the mailboxes that it concerns; and that a stream is a compartment, though not beside what or of which kind.",
    signature: "A signature over all of the above.",
    body: "Sealed bytes; in the clear only for the directory and for rosters, which hold ids and public keys, and for what members saw of the log. Null once purged.",
    hour: "The hour in which the entry was stored.",
  },
  envelope: {
    desk: "Which desk this is.",
    stream: "A pseudonym of the stream.",
    epoch: "Which epoch of the stream's keys.",
    member: "The pseudonym of the member, or of the recovery reader, whom the envelope is for.",
    hash: "The hash of the envelope.",
    sealed: "The epoch key, sealed for that member with a post-quantum hybrid. Null once purged.",
  },
  card: {
    desk: "Which desk this is.",
    stream: "A pseudonym of the stream.",
    version: "How often the card was written.",
    card_epoch: "Under which epoch of the card key it is sealed.",
    own: "Whether it is sealed under the stream's own key: which streams are restricted.",
    through_seq: "Up to which entry of the stream it tells.",
    through_hash: "The hash of that entry.",
    sealed: "Sealed bytes of 1, 2 or 4 KiB.",
    author: "The pseudonym of the key that wrote it last.",
    signature: "A signature over all of the above.",
    changed: "The order of changes across the cards of the desk.",
  },
  wrap: {
    desk: "Which desk this is.",
    locator:
      "A random-looking place made from a member's passphrase by Argon2id, or from the answer of her passkey: it confirms a guess at a generated passphrase of 77 bits.",
    writer: "The pseudonym of the member whose wrapped seeds these are: how many ways in she has.",
    blob: "A member's seeds, sealed under her passphrase or one of her passkeys; its length tells which of the two.",
  },
  object: {
    desk: "Which desk this is.",
    object: "A random id of a file.",
    owner: "The pseudonym of the mailbox or member that uploaded it.",
    mailbox: "Whether a mailbox or a member uploaded it.",
    parts: "Its length in whole MiB.",
    bytes: "Its padded size in bytes.",
    complete: "Whether all its parts are durable.",
    hour: "The hour in which its upload began.",
  },
  listing: {
    desk: "Which desk this is.",
    object: "A random id of a file.",
    stream: "The pseudonym of a stream with an entry that lists the file.",
  },
  log: {
    desk: "Which desk this is.",
    size: "How many entries the log holds.",
    root: "The hash over all of them.",
    hour: "The hour in which the log last grew.",
    signature: "The server's signature over the three.",
    cursor: "Up to which change of the desk the log reaches.",
    holder: "A random name of the server process that is extending the log; empty when none is.",
    until: "The minute until which that process is waited for; zero as soon as it is done, so it stands only after a crash.",
  },
  leaf: {
    desk: "Which desk this is.",
    stream: "A pseudonym of the stream.",
    seq: "The entry's number in its stream.",
    place: "The entry's place in the log: in which order entries of all streams came, by rounds of a minute and no finer.",
  },
  tile: {
    desk: "Which desk this is.",
    level: "How many entries each of its hashes stands for.",
    place: "Which of the tiles of that level it is.",
    hashes: "Hashes over entries' hashes, which say nothing of content.",
  },
  purge: {
    desk: "Which desk this is.",
    stream: "The pseudonym of a stream whose content was destroyed.",
    seq: "Up to which entry.",
    hash: "The hash of that entry.",
    unanswered: "Whether it was a mailbox to which the desk had never answered.",
    until: "The last day on which the two signatures could be used.",
    first: "The pseudonym of one of the two members who signed for it.",
    first_signature: "Her signature over the stream and that head.",
    second: "The pseudonym of the other.",
    second_signature: "Her signature over the same.",
    hour: "The hour in which it was destroyed.",
  },
  opening: {
    desk: "Which desk this is.",
    stream: "The pseudonym of a stream with a roster.",
    member: "The pseudonym of a member who fetched entries or files of it.",
    hour: "The hour in which she did; kept for 90 days.",
  },
  alarm: {
    desk: "Which desk this is.",
    alarm: "A random id of an alarm.",
    wake: "The pseudonyms of the members whom it wakes, in order; empty where whoever is on duty then is meant.",
    at: "A quarter of an hour in which members want to be woken. Four a day stand there whether or not anything is due.",
    every: "After how many minutes it wakes again; zero for once.",
    fired: "The quarter of an hour for which it last woke somebody.",
    sealed: "Sealed bytes, 256 of them whatever they say.",
  },
  duty: {
    desk: "Which desk this is.",
    from: "From which half hour on an order of duty holds.",
    until: "Until which half hour; nothing is told beyond fifteen days.",
    members: "The pseudonyms of the members on duty, in the order in which they are woken.",
  },
  way: {
    desk: "Which desk this is.",
    member: "The pseudonym of a member who asked to be woken outside the desk.",
    kind: "Whether by a web address, by mail, or by the push service of her browser.",
    address:
      "The address she gave for it, in the clear: whoever runs the server, and a thief, can write to it. Of a browser it names the push service and one device there.",
    language: "Which of three languages her notices are in.",
  },
  wake: {
    desk: "Which desk this is.",
    wake: "A random id of a wake.",
    kind: "Whether a person outside asked for it, an alarm was due, or a member tried her own address.",
    members: "The pseudonyms of the members named by the alarm; empty where whoever is on duty is meant.",
    step: "How many steps it went up before somebody took it.",
    due: "The minute of the next step: finer than the hour, and zero as soon as nobody is to be woken any more.",
    taken: "The pseudonym of the member who took it; null before, and where an answer ended it.",
    how: "Whether it was taken by the link of a notice, in the desk, or by an answer.",
    hour: "The hour in which it began; kept for seven days.",
  },
  notice: {
    desk: "Which desk this is.",
    notice: "A random id of a notice.",
    wake: "Which wake it belongs to.",
    member: "The pseudonym of the member to whom it was sent.",
    step: "At which step of the ladder.",
    way: "Whether by a web address, by mail, or by the push service of her browser.",
    state: "Whether it was handed over, failed, or is still to go.",
    tries: "How often sending it was tried.",
    due: "The minute of the next try; zero once there is none.",
    token: "The hash of what its link carries, which opens nothing and can hold one wake once for half an hour; empty once that is over.",
    hour: "The hour in which it was made; kept for seven days.",
  },
  statement: {
    desk: "Which desk this is.",
    about: "Whether it is the sentence on the first page or the reading of the steps for the hour.",
    number: "How often the desk said or took back something of the kind.",
    said: "The statement in full, which is public on purpose: its text in three languages or the hash of what was read, its days, and the pseudonyms, certificates and signatures of the two members who said it, or of the one who took it back.",
  },
  session: {
    desk: "Which desk this is.",
    token: "The hash of a bearer token; the token cannot be found from it.",
    subject: "The pseudonym of the member or mailbox that is signed in.",
    mailbox: "Whether it is a mailbox or a member.",
    until: "When the session ends, in minutes rounded up to five; kept only until then.",
    idle: "When it ends if nobody uses it, in minutes rounded up to five; kept only until then.",
  },
} as const satisfies { readonly [T in keyof Tables]: { readonly [C in keyof Tables[T]]: string } }

/** What the objects and the machine beside the database tell. */
export const objectLeaks = {
  path: "The random ids of files; in a bucket the numbers of their parts and the hash of each sealed part too.",
  content: "Sealed parts, each a complete age file of one of a few sizes; in the folder a mark with the hash before each.",
  mtime:
    "The hour in which a file was stored: modification times are rounded down to it when an upload ends or rests; one under way shows its last write.",
} as const
