// `deadlines`: one person's facts a line in; what is final, what holds removal back, every day that runs and how fast to act out.
import { answerFacts } from "@safe-conduct/domain/clock"
import { isRefusal } from "@safe-conduct/domain/refusal"
import { law } from "@safe-conduct/russia-canada"
import type { Command } from "../command.ts"
import { answerLines } from "../lines.ts"
import { spoken } from "../refusal.ts"

export const deadlines: Command = {
  name: "deadlines",
  about: "works out every deadline, stay and urgency from dated facts",
  help: `
Reads one JSON object a line: {"id","asOf","timeZone","circuit"?,"courtState"?,"events":[…]}. Writes one line each, in the same order:
finalOrder, stay, deadlines (nominal, hard, safeBy, status, citation), urgency and flags. Later dates that could be argued are
shown under "arguable" and never applied. A malformed line ends it with exit 2 and nothing written; "line" says which.

  safe-conduct deadlines < facts.ndjson`,
  flags: {},
  run: (_given, host) =>
    answerLines(host, (facts) => {
      const answer = answerFacts(facts, law)
      return isRefusal(answer) ? { ok: false, refusal: spoken(answer) } : { ok: true, value: answer }
    }),
}
