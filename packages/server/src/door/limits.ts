// How much the door lets in at once and in all. Every number can be set by the operator; none is a rule of the protocol.
import { FREE_BYTES } from "@safe-conduct/wire"

export interface Limits {
  /** Bytes of one append's JSON: some entries of the largest size, or 64 of the usual ones. */
  readonly append: number
  /** Bytes of any other JSON body. `complete` of a 4 GiB file lists 4,096 hashes. */
  readonly json: number
  /** Entries and bytes of bodies in one page. */
  readonly pageEntries: number
  readonly pageBytes: number
  /** Rows in one answer of heads or cards. */
  readonly rows: number
  /** Bytes a mailbox may store before the desk has written to it. */
  readonly freeBytes: number
  /** Bytes a mailbox may store after that. */
  readonly mailboxBytes: number
  /** Bytes of all objects together. */
  readonly totalBytes: number
  /** Entries in one mailbox's writing side. */
  readonly mailboxEntries: number
  /** Entries, and bytes of one body, before the desk has written to a mailbox: one proof of work shall not buy a gigabyte of database. */
  readonly freeEntries: number
  readonly freeBody: number
  /** Requests worked on at once; the others wait, none is refused. */
  readonly atOnce: number
  /** Parts of files held in memory at once. */
  readonly partsAtOnce: number
}

export const defaultLimits: Limits = {
  append: 16 << 20,
  json: 512 << 10,
  pageEntries: 500,
  pageBytes: 8 << 20,
  rows: 2000,
  freeBytes: FREE_BYTES,
  mailboxBytes: 8 * 2 ** 30,
  totalBytes: 500 * 2 ** 30,
  mailboxEntries: 1000,
  freeEntries: 60,
  freeBody: 256 << 10,
  atOnce: 64,
  partsAtOnce: 12,
}
