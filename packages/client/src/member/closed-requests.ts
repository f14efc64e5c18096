// Requests that were put down without a case, so that a slip is found again and what nobody needs can be destroyed.
import type { Core } from "./core.ts"
import { requestOf } from "./mail.ts"
import { closed, joinedTo } from "./tray.ts"
import { callName } from "@safe-conduct/domain/request"
import type { ClosedRow } from "./vault-port.ts"

export function closedRequests(core: Core): readonly ClosedRow[] {
  const { triaged } = core.register.folded().state
  return core.mail
    .all()
    .filter((mail) => mail.entries.some((item) => item.error !== "purged") && joinedTo(core, mail.ask) === null && closed(core, mail))
    .flatMap((mail): readonly ClosedRow[] => {
      const last = triaged.findLast((row) => row.ask === mail.ask)
      if (last === undefined || last.did === "waiting") return []
      return [
        {
          ask: mail.ask,
          names:
            requestOf(mail)
              ?.request.people.map(callName)
              .filter((name) => name !== "") ?? [],
          hour: mail.entries[0]?.hour ?? "",
          did: last.did,
          why: last.why,
          by: core.nameOf(last.made.by),
          at: last.made.at,
          unanswered: mail.answerHead.seq < 0 || mail.entries.some((item) => item.body === null && item.error !== "purged"),
        },
      ]
    })
    .sort((a, b) => b.at - a.at)
}
