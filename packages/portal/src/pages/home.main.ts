// Entry point of the first page, which is whole without it: says when a desk is a trial, who is there, by this device's own
// clock, and what two members say to everybody.
import "./trial.ts"
import { dutySentence } from "./duty-line.ts"
import { noticeLines } from "./notice-line.ts"
import { said } from "./said.ts"

const line = document.getElementById("duty")
void fetch("/duty.json")
  .then((answer) => answer.json() as Promise<{ readonly until: number | null; readonly from: number | null }>)
  .then((told) => {
    const { until = "", from = "", nobody = "" } = line?.dataset ?? {}
    if (line) line.textContent = dutySentence(told, { until, from, nobody }, document.documentElement.lang, Date.now())
  })
  // Without an answer the page goes on saying what holds at any hour.
  .catch(() => {})

void said(Date.now()).then((all) => {
  const notice = all.find((one) => one.what === "notice")
  const place = document.getElementById("said")
  if (notice === undefined || place === null) return
  const { paragraphs, by } = noticeLines(notice, place.dataset["by"] ?? "", document.documentElement.lang)
  const line = (text: string): HTMLElement => Object.assign(document.createElement("p"), { textContent: text })
  place.append(...paragraphs.map(line), Object.assign(line(by), { className: "small" }))
  place.hidden = false
})
