// Entry point of /self-help: opens the further steps while a lawyer's reading holds by this device's own clock, or in a trial.
import { selfHelpHolds } from "@safe-conduct/domain/request"
import { dayNumberOf, fromDayNumber, isPlainDate } from "@safe-conduct/domain/time"
import { trial } from "./trial.ts"

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T

function open(read: string | null): void {
  const further = find<HTMLTemplateElement>("further")
  find("later").remove()
  further.replaceWith(further.content)
  if (read === null) return find("reviewed").remove()
  find("not-reviewed").remove()
  const said = find("reviewed")
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(read))
  said.textContent = (said.dataset["sentence"] ?? "").replace("{date}", day)
}

const reviewed = find("steps").dataset["reviewed"] ?? ""
const now = new Date()
// Her own day, not the one of Greenwich.
const today = fromDayNumber(dayNumberOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }))
const holds = isPlainDate(reviewed) && selfHelpHolds(reviewed, today)
if (holds) open(reviewed)
else void trial.then((is) => is && open(null))

const button = find("print")
button.hidden = false
button.addEventListener("click", () => print())
