// The order of the pages. Six questions, then what is optional, then the words, then sending.
export const questions = ["who", "person", "where", "what", "reach", "lawyer"] as const
export const extras = ["danger", "family", "papers", "activities", "fears", "entry", "message"] as const
export type Extra = (typeof extras)[number]
export type Step = (typeof questions)[number] | Extra | "now" | "review" | "words" | "check" | "send" | "receipt" | "resume"

const walk: readonly Step[] = [...questions, "review", "words", "check", "send"]

export const isExtra = (step: Step): step is Extra => (extras as readonly string[]).includes(step)

/** Where "Continue" leads. Optional pages lead back to the review, and so does a question that was opened from there. */
export function after(step: Step, fromReview: boolean): Step {
  if (step === "now") return "send"
  if (isExtra(step) || (fromReview && (questions as readonly string[]).includes(step))) return "review"
  return walk[walk.indexOf(step) + 1] ?? "review"
}

export function before(step: Step, fromReview: boolean): Step | null {
  if (step === "now" || step === "send" || step === "receipt" || step === "resume") return null
  if (isExtra(step) || (fromReview && (questions as readonly string[]).includes(step))) return "review"
  return walk[walk.indexOf(step) - 1] ?? null
}

const named: readonly Step[] = [...walk, ...extras, "now"]
/** A step in an address; the words, the check and the sending are never entered from an address. */
export const stepOf = (hash: string): Step | null => {
  const name = hash.replace(/^#/, "")
  return named.find((step) => step === name && !["words", "check", "send"].includes(step)) ?? null
}
