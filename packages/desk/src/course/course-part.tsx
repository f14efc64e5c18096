// The picture of one person's clock: places, stays, events and open dates on one line, now across it. The same stands below in words, for
// whoever would rather read, hears the page, or prints it.
import type { CasePerson, ClockDeadline } from "@safe-conduct/client/member"
import { type Course, courseOf, eventsOf } from "@safe-conduct/domain/case"
import type { RefObject } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { millisOf } from "../app/when.ts"
import { useCase } from "../case/case-context.ts"
import { dayIn } from "../case/day-words.ts"
import { useLaw } from "../app/desk-law.ts"
import type { RuleId } from "../case/programme.ts"
import { CalendarButton } from "./calendar-button.tsx"
import { apart, type Scale, scaleOf } from "./scale.ts"
import "./course.css"

const left = 132
const right = 16
/** In CSS pixels: the longest name of a month in three languages, and a gap. */
const monthWide = 84
const row = 30
/** Narrower than this the picture is scrolled and not squeezed. */
const least = 520
const top = 30
/** Of a numbered point. */
const radius = 9

export function CoursePart({ person }: { readonly person: CasePerson }) {
  const { words: desk, now } = useDesk()
  const { view } = useCase()
  const { course } = desk.value
  const [box, width] = useWidth(`${person.person} ${view.head.seq}`)
  const law = useLaw()
  const open = person.clock.deadlines.filter(({ status }) => status === "running" || status === "claimed")
  const told = courseOf(eventsOf(view.state, person.person), law.facilities)
  const moments = [
    ...told.spans.flatMap(({ from, to }) => [from, to]),
    ...told.points.map(({ at }) => at),
    ...open.flatMap(({ safeBy, hard }) => [safeBy, hard]),
  ].flatMap((text) => (text === null ? [] : [millisOf(String(text))]))
  const known = moments.filter((at) => at !== null)
  if (known.length === 0) return <p class="quiet small">{course.none}</p>
  const at = now()
  const scale = scaleOf(known, at, Math.floor((width - left - right) / monthWide))
  return (
    <figure class="course">
      <figcaption>
        <h3>{course.title}</h3>
        <p class="quiet small">{course.legend}</p>
      </figcaption>
      <section class="course-scroll" tabIndex={0} aria-label={course.title} ref={box}>
        <Picture told={told} open={open} scale={scale} now={at} width={width} />
      </section>
      <Told told={told} />
      <CalendarButton open={open} person={person} />
    </figure>
  )
}

/** The width of what holds the picture, followed as it changes; `shown` says what it shows, since there may be no picture at first. */
function useWidth(shown: string): [RefObject<HTMLElement>, number] {
  const box = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(least)
  useEffect(() => {
    if (box.current === null) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(least, Math.floor(entry.contentRect.width))))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [shown])
  return [box, width]
}

interface Drawn {
  /** In CSS pixels. */
  readonly width: number
  readonly told: Course
  readonly open: readonly ClockDeadline[]
  readonly scale: Scale
  readonly now: number
}

function Picture({ told, open, scale, now, width }: Drawn) {
  const { words: desk, language } = useDesk()
  const { labels } = useCase().words
  const { course } = desk.value
  const picture = useRef<SVGSVGElement>(null)
  const x = (moment: number): number => left + scale.at(moment) * (width - left - right)
  const xOf = (text: string): number => x(millisOf(text) ?? now)
  const lanes = (["custody", "stay"] as const).filter((lane) => told.spans.some((span) => span.lane === lane))
  const rows = [...lanes, ...(told.points.length > 0 ? ["events" as const] : [])]
  const y = (n: number): number => top + n * row + row / 2
  // Of one week in two years each is still seen; its line leads to its day.
  const numbers = apart(
    told.points.map((point) => xOf(String(point.at))),
    2 * radius + 2,
    left,
    width - radius,
  )
  const height = top + (rows.length + open.length) * row + 18
  const month = (at: number): string =>
    new Intl.DateTimeFormat(language.value, { month: "short", year: "2-digit", timeZone: "UTC" }).format(at)
  const ruleName = (one: ClockDeadline): string => labels.rules[one.rule as RuleId] ?? one.rule
  const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 19)}…` : text)
  // Where it is wider than its box, one sees now first, and of what was as much as has room.
  useEffect(() => {
    const box = picture.current?.parentElement
    if (box) box.scrollLeft = x(now) - 0.75 * box.clientWidth
  }, [width])
  return (
    <svg ref={picture} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {scale.ticks.map((tick) => (
        <g key={tick} class="tick">
          <line x1={x(tick)} x2={x(tick)} y1={top - 6} y2={height - 14} />
          <text x={x(tick)} y={top - 12} text-anchor="middle">
            {month(tick)}
          </text>
        </g>
      ))}
      <g class="now">
        <line x1={x(now)} x2={x(now)} y1={top - 6} y2={height - 14} />
        <text x={x(now)} y={height - 2} text-anchor="middle">
          {course.now}
        </text>
      </g>
      {rows.map((name, n) => (
        <g key={name}>
          <text class="lane" x={0} y={y(n) + 4}>
            {course.lanes[name]}
          </text>
          {name === "events"
            ? told.points.map((point, at) => (
                <g key={`${point.type}${at}`} class={point.said ? "point is-said" : "point"}>
                  <line x1={xOf(String(point.at))} x2={numbers[at]} y1={y(n) + 15} y2={y(n)} />
                  <circle cx={numbers[at]} cy={y(n)} r={radius} />
                  <text x={numbers[at]} y={y(n) + 4} text-anchor="middle">
                    {at + 1}
                  </text>
                </g>
              ))
            : told.spans
                .filter((span) => span.lane === name)
                .map((span) => {
                  const [from, to] = [
                    xOf(String(span.from)),
                    span.to === null ? x(Math.max(now, millisOf(String(span.from)) ?? now)) : xOf(String(span.to)),
                  ]
                  return (
                    <g key={`${span.label}${String(span.from)}`} class={`span span-${name}${span.staging ? " is-staging" : ""}`}>
                      <rect x={from} y={y(n) - 10} width={Math.max(3, to - from)} height={20} />
                      {to - from > 60 && (
                        <text x={from + 6} y={y(n) + 4}>
                          {short(span.label).slice(0, Math.floor((to - from) / 7.5))}
                        </text>
                      )}
                    </g>
                  )
                })}
        </g>
      ))}
      {open.map((one, n) => {
        const at = y(rows.length + n)
        return (
          <g key={one.rule + one.trigger} class="ahead">
            <text class="lane" x={0} y={at + 4}>
              {short(ruleName(one))}
            </text>
            <line class="to-hard" x1={xOf(one.trigger)} x2={xOf(one.hard)} y1={at} y2={at} />
            <line class="to-safe" x1={xOf(one.trigger)} x2={xOf(one.safeBy)} y1={at} y2={at} />
            <line class="end" x1={xOf(one.hard)} x2={xOf(one.hard)} y1={at - 8} y2={at + 8} />
            <path d={`M ${xOf(one.safeBy)} ${at - 7} l 6 7 l -6 7 l -6 -7 z`} />
          </g>
        )
      })}
    </svg>
  )
}

function Told({ told }: Pick<Drawn, "told">) {
  const { words: desk } = useDesk()
  const { labels, language } = useCase().words
  const { course } = desk.value
  return (
    <div class="course-told small">
      {told.points.length > 0 && (
        <ol>
          {told.points.map((point, at) => (
            <li key={`${point.type}${at}`}>
              {dayIn(language, String(point.at))}: {labels.events[point.type]}
              {point.said && <em> ({course.said})</em>}
            </li>
          ))}
        </ol>
      )}
      <ul>
        {told.spans.map((span) => (
          <li key={`${span.lane}${String(span.from)}`}>
            {course.span(dayIn(language, String(span.from)), span.to === null ? course.toNow : dayIn(language, String(span.to)))}:{" "}
            {span.lane === "stay" ? course.lanes.stay : span.label || course.lanes.custody}
            {span.staging && <strong> ({course.staging})</strong>}
          </li>
        ))}
      </ul>
    </div>
  )
}
