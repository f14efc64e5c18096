// Meets a desk: its papers are fetched and checked under the root before a word is sealed to it.
import { type Desk as Papers, verifyDeskInfo } from "@safe-conduct/sealing/verify"
import type { DeskInfo, Id, IntakeCertificate } from "@safe-conduct/wire"
import { dayAt } from "../day.ts"
import { type Api, createApi } from "../api.ts"
import { type Result, no, ok } from "../result.ts"
import type { AskerEnv, Desk } from "./asker-port.ts"

/** The desk as this door keeps it; pages see only `Desk`. */
export interface MetDesk extends Desk {
  readonly id: Id
  readonly papers: Papers
  readonly info: DeskInfo
  readonly env: AskerEnv
}

export async function connect(env: AskerEnv): Promise<Result<Desk>> {
  const info = await createApi(env).desk()
  if (!info.ok) return info
  return meet(env, info.value)
}

export async function meet(env: AskerEnv, info: DeskInfo): Promise<Result<MetDesk>> {
  const checked = await verifyDeskInfo(info, env.root === undefined ? {} : { rootPrint: env.root })
  if (!checked.ok) return checked
  const papers = checked.value
  const intake = intakeOn(papers.intake, dayAt(env.now()))
  if (intake === null) return no("desk-expired", "The desk's certificate for requests has run out. Nothing was sent.")
  return ok({
    id: papers.id,
    server: env.server,
    trial: papers.trial,
    rootPrint: papers.rootPrint,
    intake: { number: intake.number, notAfter: intake.notAfter },
    papers,
    info,
    env,
  })
}

/** The newest certificate that holds on a day. */
export function intakeOn(list: readonly IntakeCertificate[], day: string): IntakeCertificate | null {
  const held = list.filter((c) => c.notBefore <= day && day <= c.notAfter)
  return held.reduce<IntakeCertificate | null>((best, c) => (best !== null && best.number > c.number ? best : c), null)
}

/** A fresh look at the desk's papers: after a rotation, or when a kept page has grown old. The root it met first is the root it keeps. */
export async function meetAgain(desk: MetDesk, api: Api): Promise<Result<MetDesk>> {
  const info = await api.desk()
  return info.ok ? meet({ ...desk.env, root: desk.rootPrint }, info.value) : info
}

export const met = (desk: Desk): MetDesk => {
  if (!("papers" in desk)) throw new TypeError("a desk comes from connect()")
  return desk as MetDesk
}
