// Entry point of the first page, which is whole without it: says when a desk is a trial, and who is there, by this device's own clock.
import "./trial.ts"
import { dutySentence } from "./duty-line.ts"

const line = document.getElementById("duty")
void fetch("/duty.json")
  .then((answer) => answer.json() as Promise<{ readonly until: number | null; readonly from: number | null }>)
  .then((told) => {
    const { until = "", from = "", nobody = "" } = line?.dataset ?? {}
    if (line) line.textContent = dutySentence(told, { until, from, nobody }, document.documentElement.lang, Date.now())
  })
  // Without an answer the page goes on saying what holds at any hour.
  .catch(() => {})
