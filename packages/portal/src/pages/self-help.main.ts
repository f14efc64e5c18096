// Entry point of /self-help: opens the further steps while a reading of them holds, a lawyer's as they ship by this device's own clock or two
// members' since, or in a trial.
import { selfHelpHolds } from "@safe-conduct/domain/request"
import { dayNumberOf, fromDayNumber, isPlainDate } from "@safe-conduct/domain/time"
import { said } from "./said.ts"
import { trial } from "./trial.ts"

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
const further = find<HTMLTemplateElement>("further")

/** `read`: the day of the reading, and by whom; null in a trial that nobody has read it for. */
function open(read: { readonly on: string; readonly by: "sentence" | "byTwo" } | null): void {
  if (further.isConnected) {
    find("later").remove()
    further.replaceWith(further.content)
  }
  if (read === null) {
    find("reviewed").hidden = true
    return
  }
  document.getElementById("not-reviewed")?.remove()
  const line = find("reviewed")
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(read.on))
  // In Russian the year ends with a dot of its own.
  line.textContent = (line.dataset[read.by] ?? "").replace("{date}", day).replace("..", ".")
  line.hidden = false
}

const { reviewed = "", read = "" } = find("steps").dataset
const now = new Date()
// Her own day, not the one of Greenwich.
const today = fromDayNumber(dayNumberOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }))
const shipped = isPlainDate(reviewed) && selfHelpHolds(reviewed, today) ? reviewed : null
if (shipped !== null) open({ on: shipped, by: "sentence" })
else void trial.then((is) => is && further.isConnected && open(null))

// Whichever reading is later dates the page; members sign for the text that stands here and no other.
void said(now.getTime()).then((all) => {
  const byTwo = all.find((one) => one.what === "self-help" && one.read === read)
  if (byTwo !== undefined && byTwo.on > (shipped ?? "")) open({ on: byTwo.on, by: "byTwo" })
})

const button = find("print")
button.hidden = false
button.addEventListener("click", () => print())
