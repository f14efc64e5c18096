// From what is typed in the form to a change of law, or the field that is missing. Steps and hours are written one a line.
import { LawChange, playbookOwners } from "@safe-conduct/domain/overlay"
import { dayText, type TypedDay } from "@safe-conduct/ui/typed-day.ts"
import * as v from "valibot"
import type { TypedFacility } from "../case/form/values.ts"

type What = LawChange["what"]
export interface Typed {
  readonly what: What
  readonly rule: string
  readonly status: string
  readonly source: string
  readonly verifiedOn: TypedDay
  readonly from: TypedDay
  readonly to: TypedDay
  readonly place: TypedFacility
  readonly staging: "yes" | "no"
  readonly en: string
  readonly fr: string
  readonly ru: string
  readonly snippet: string
  readonly trigger: string
  readonly steps: string
  readonly zone: string
  readonly week: string
}
/** Who can be on duty. */
export interface Named {
  readonly member: string
  readonly name: string
}
export type Field = keyof Typed
export type Read = { readonly ok: true; readonly change: LawChange } | { readonly ok: false; readonly field: Field; readonly line?: number }

const lines = (text: string): readonly (readonly [number, string])[] =>
  text.split("\n").flatMap((line, n): (readonly [number, string])[] => (line.trim() === "" ? [] : [[n + 1, line.trim()]]))

const words = ({ en, fr, ru }: Pick<Typed, "en" | "fr" | "ru">) => ({ en: en.trim(), fr: fr.trim(), ru: ru.trim() })
const wordless = (typed: Typed): boolean => Object.values(words(typed)).every((text) => text === "")

function steps(text: string): { readonly ok: true; readonly steps: readonly object[] } | { readonly ok: false; readonly line: number } {
  const read: object[] = []
  for (const [line, one] of lines(text)) {
    const [owner = "", hours = "", en = "", fr = "", ru = "", ...more] = one.split("|").map((part) => part.trim())
    const within = Number(hours.replace(",", "."))
    const known = (playbookOwners as readonly string[]).includes(owner)
    if (!known || hours === "" || !Number.isFinite(within) || [en, fr, ru].includes("") || more.length > 0) return { ok: false, line }
    read.push({ id: `step-${line}`, owner, withinHours: within, words: { en, fr, ru } })
  }
  return { ok: true, steps: read }
}

/** "1 09:00-18:00 Anna, Boris": whoever is woken first stands first; a line that ends before it begins goes over midnight. */
function week(
  text: string,
  members: readonly Named[],
): { readonly ok: true; readonly lines: readonly object[] } | { readonly ok: false; readonly line: number } {
  const read: object[] = []
  for (const [line, one] of lines(text)) {
    const [, day, from = "", until = "", names = ""] = /^([1-7])\s+(\d{1,2}:[03]0)\s*[-–—]\s*(\d{1,2}:[03]0)\s+(.+)$/.exec(one) ?? []
    const asked = names.split(",").map((name) => name.trim().toLowerCase())
    const known = asked.map((name) => members.find((member) => member.name.toLowerCase() === name)?.member)
    if (day === undefined || known.includes(undefined)) return { ok: false, line }
    read.push({ day: Number(day), from: from.padStart(5, "0"), until: until.padStart(5, "0"), members: known })
  }
  return { ok: true, lines: read }
}

/** Which field of the form stands behind a key of the change. */
const fields: Readonly<Record<string, Field>> = {
  effectiveFrom: "from",
  effectiveTo: "to",
  facility: "place",
  text: "en",
  timeZone: "zone",
}

export function readChange(typed: Typed, members: readonly Named[]): Read {
  const { what } = typed
  if (what === "playbook") {
    const read = steps(typed.steps)
    return read.ok ? checked({ what, trigger: typed.trigger, steps: read.steps }) : { ok: false, field: "steps", line: read.line }
  }
  if (what === "duty-hours") {
    const read = week(typed.week, members)
    return read.ok ? checked({ what, timeZone: typed.zone, lines: read.lines }) : { ok: false, field: "week", line: read.line }
  }
  if (what === "rule") {
    const [from, to] = [dayText(typed.from), dayText(typed.to)]
    return checked({
      what,
      rule: typed.rule,
      status: typed.status,
      ...(from === undefined ? {} : { effectiveFrom: from }),
      ...(to === undefined ? {} : { effectiveTo: to }),
      source: typed.source,
      verifiedOn: dayText(typed.verifiedOn),
    })
  }
  if (what === "staging")
    return checked({ what, facility: typed.place.known?.code ?? "", staging: typed.staging === "yes", source: typed.source })
  const text = wordless(typed) ? null : words(typed)
  return what === "notice" ? checked({ what, where: "desk", text }) : checked({ what, snippet: typed.snippet.trim(), text })
}

function checked(change: object): Read {
  const read = v.safeParse(LawChange, change)
  if (read.success) return { ok: true, change: read.output }
  const path = (read.issues[0].path ?? []).map((item) => String(item.key))
  const key = path.at(-1) ?? "what"
  return { ok: false, field: fields[key] ?? (key as Field) }
}
