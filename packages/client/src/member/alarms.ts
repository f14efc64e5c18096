// Streams whose bytes could not be believed. They are shown in red and nothing is written to them.
import type { Core } from "./core.ts"
import { wasPurged } from "./purged.ts"
import type { LogAlarm, StreamAlarm } from "./vault-port.ts"

export const logAlarmsOf = (core: Core): readonly LogAlarm[] =>
  core.log.alarms().map((alarm) => (alarm.member === null ? alarm : { ...alarm, name: core.nameOf(alarm.member) || alarm.member }))

export function alarmsOf(core: Core): readonly StreamAlarm[] {
  return [
    ...core.openBooks().flatMap(({ stream, chain }) => (chain.broken === null ? [] : [{ stream, error: chain.broken }])),
    // Somebody opened an epoch past certified recovery, and the server took it: the next line heals it, and it is said until then.
    ...core
      .openBooks()
      .flatMap(({ stream, chain }) =>
        chain.roster !== null && chain.unrecoverable.has(chain.roster.epoch) ? [{ stream, error: "recovery-missing" }] : [],
      ),
    // A body that is gone although no two members destroyed it.
    ...core
      .openBooks()
      .flatMap(({ stream, chain }) =>
        chain.lines.some((line) => line.closed === "body-missing" && !wasPurged(core, chain, line.seq))
          ? [{ stream, error: "body-missing" }]
          : [],
      ),
    ...core.log.broken(),
    ...core.mail.all().flatMap((mail) => (mail.broken === null ? [] : [{ stream: mail.ask, error: mail.broken }])),
  ]
}
