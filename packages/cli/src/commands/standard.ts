// `standard`: one dossier a line, judged against the programme's evidence standard; what is unmet says what would close the gap.
import { judge, readDossier } from "@safe-conduct/domain/evidence"
import { isRefusal } from "@safe-conduct/domain/refusal"
import { currentPolicy } from "@safe-conduct/russia-canada"
import type { Command } from "../command.ts"
import { answerLines } from "../lines.ts"
import { spoken } from "../refusal.ts"

export const standard: Command = {
  name: "standard",
  about: "judges activity against the programme's evidence standard",
  help: `
Reads one dossier a line: {"id","claims":[…],"evidence":[…],"doubts":[…],"readings":[…],"orderOn"?}. Writes one line each: whether
each claim is met, by which evidence and readers, and what would close the gap. A malformed line, an id that stands twice or a
reference that leads nowhere ends it with exit 2 and nothing written.

  safe-conduct standard < dossier.ndjson`,
  flags: {},
  run: (_given, host) =>
    answerLines(host, (given) => {
      const dossier = readDossier(given)
      return isRefusal(dossier) ? { ok: false, refusal: spoken(dossier) } : { ok: true, value: judge(dossier, currentPolicy.standard) }
    }),
}
