// Who fetched what, as the server wrote it down: shown beside a case, and to each member about herself. Nothing is proved by it.
import { type Id, Openings, OwnOpenings } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import { callNameOf, namesOf } from "./called.ts"
import type { OpeningLine, OwnOpening } from "./compartment-port.ts"
import type { Core } from "./core.ts"

export async function openings(core: Core, stream: string): Promise<Result<readonly OpeningLine[]>> {
  const got = await core.inside.api.ask(Openings, `/api/streams/${stream}/openings`)
  return got.ok ? ok(got.value.rows.map(({ member, hour }) => ({ member, name: core.nameOf(member), hour }))) : got
}

export async function ownOpenings(core: Core): Promise<Result<readonly OwnOpening[]>> {
  const got = await core.inside.api.ask(OwnOpenings, "/api/openings")
  return got.ok ? ok(got.value.rows.map(({ stream, hour }) => ({ stream, name: nameOf(core, stream), hour }))) : got
}

function nameOf(core: Core, stream: Id): string | null {
  const facts = core.cards.get(stream)?.facts
  const [first] = facts?.people ?? []
  return facts === undefined ? null : facts.title || (first === undefined ? "" : callNameOf(namesOf(first)))
}
