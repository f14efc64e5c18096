// How members are woken while no desk is open: webhooks always, mail where the environment names a server for it, browsers where a key for
// their push services is named.
import { type Senders, mailSender, webPushSender, webhookSender } from "@safe-conduct/server"
import type { Host } from "../command.ts"
import { type Refusal, refuse } from "../refusal.ts"
import { pushKeyAt } from "./push-key.ts"

export interface SendersGiven {
  readonly anywhere: boolean
  /** A path, absolute. */
  readonly pushKey?: string | undefined
  readonly pushContact?: string | undefined
  readonly pushHosts: readonly string[]
}
type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Half of a way is refused: a desk that believes it can wake somebody must not find out at night that it cannot. */
export async function sendersOf({ env, now }: Pick<Host, "env" | "now">, given: SendersGiven): Promise<Outcome<Senders>> {
  const mail = mailOf(env)
  if (!mail.ok) return mail
  const push = await pushOf(given, now)
  if (!push.ok) return push
  return { ok: true, value: { webhook: webhookSender(given), ...mail.value, ...push.value } }
}

function mailOf(env: Host["env"]): Outcome<Pick<Senders, "mail">> {
  const no = (message: string) => ({ ok: false as const, refusal: refuse("bad-environment", message) })
  const [url, from] = [env["SMTP_URL"] ?? "", env["SMTP_FROM"] ?? ""]
  if ((url === "") !== (from === "")) return no("For mail SMTP_URL and SMTP_FROM are both needed.")
  if (url !== "" && !(URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol)))
    return no("SMTP_URL is written as smtps://user:password@host, or smtp://host:587.")
  if (from !== "" && !/^[^\s<>@]+@[^\s<>@]+$/.test(from)) return no("SMTP_FROM is an address, as desk@example.org.")
  return { ok: true, value: url === "" ? {} : { mail: mailSender({ url, from }) } }
}

async function pushOf(
  { pushKey, pushContact, pushHosts, anywhere }: SendersGiven,
  now: () => number,
): Promise<Outcome<Pick<Senders, "push">>> {
  const no = (message: string) => ({ ok: false as const, refusal: refuse("bad-push-contact", message) })
  if (pushKey === undefined)
    return pushContact === undefined ? { ok: true, value: {} } : no("For Web Push name a key too, with --push-key.")
  if (pushContact === undefined || !/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(pushContact))
    return no("Push services ask for somebody to write to: --push-contact mailto:desk@example.org.")
  const key = await pushKeyAt(pushKey)
  if (!key.ok) return key
  return { ok: true, value: { push: webPushSender({ signing: key.value, contact: pushContact, now, anywhere, hosts: pushHosts }) } }
}
