// The table of RESULTS.md: misses stand in it like hits.
import type { Bench, Figure } from "./figures.ts"
import { median } from "./served.ts"

export interface Ran {
  readonly bench: Bench
  readonly runs: readonly Record<string, number>[]
  readonly loads: readonly string[]
}

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 2 : 1)

/** Failures and losses are never averaged away. */
const value = ({ runs }: Ran, of: string): number | null => {
  const seen = runs.map((run) => run[of]).filter((one) => one !== undefined)
  if (seen.length === 0) return null
  return of === "failures" || of === "lost" ? Math.max(...seen) : median(seen)
}

function line(ran: Ran, figure: Figure): string {
  const measured = value(ran, figure.of)
  const unit = figure.unit ? ` ${figure.unit}` : ""
  const goal = "most" in figure.goal ? `≤ ${number(figure.goal.most)}${unit}` : `≥ ${number(figure.goal.least)}${unit}`
  const met = measured !== null && ("most" in figure.goal ? measured <= figure.goal.most : measured >= figure.goal.least)
  const spread = ran.runs.map((run) => run[figure.of]).filter((one) => one !== undefined)
  const range = spread.length > 1 ? ` (${number(Math.min(...spread))}–${number(Math.max(...spread))})` : ""
  const said = measured === null ? "not measured" : met ? "met" : "**missed**"
  return `| ${ran.bench.name} | ${figure.name} | ${goal} | ${measured === null ? "–" : number(measured) + unit}${range} | ${said} | ${ran.loads.join(" ")} |`
}

function part(ran: Ran): string {
  const { bench } = ran
  const beside = bench.beside.flatMap((of) => {
    const measured = value(ran, of)
    return measured === null ? [] : [`${of === "perSecond" ? "submissions a second" : of}: ${number(measured)}`]
  })
  return [
    `## ${bench.name}`,
    `\`npm run bench ${bench.name}\`, run ${ran.runs.length === 1 ? "once" : `${ran.runs.length} times`}`,
    ...(beside.length > 0 ? [`Beside: ${beside.join("; ")}.`] : []),
    `**What the limit is made of.** ${bench.limit}`,
    `**What grows.** ${bench.grows}`,
  ].join("\n\n")
}

export function report(machine: string, all: readonly Ran[], day: string): string {
  return `${[
    "# Results",
    "Written by `npm run bench`. Medians where a bench runs more than once, with the lowest and highest in brackets; of failures and losses the most.",
    `**The machine**, ${day}: ${machine}. Caller, server, database and browser all run on it. The load column is the machine's one-minute load average as each run began: what stands above 0 was other work on the same cores, and shares are then truer than rates.`,
    `| Bench | Figure | Goal | Measured | | Load |\n|---|---|---|---|---|---|\n${all.flatMap((ran) => ran.bench.figures.map((figure) => line(ran, figure))).join("\n")}`,
    ...all.map(part),
  ].join("\n\n")}\n`
}
