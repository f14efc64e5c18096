// How members are woken while no desk is open: webhooks always, mail where the environment names a server for it.
import { type Senders, mailSender, webhookSender } from "@safe-conduct/server"
import type { Host } from "../command.ts"
import { type Refusal, refuse } from "../refusal.ts"

/** Half a mail server is refused: a desk that believes it can write must not find out at night that it cannot. */
export function sendersOf(
  env: Host["env"],
  anywhere: boolean,
): { readonly ok: true; readonly value: Senders } | { readonly ok: false; readonly refusal: Refusal } {
  const no = (message: string) => ({ ok: false as const, refusal: refuse("bad-environment", message) })
  const [url, from] = [env["SMTP_URL"] ?? "", env["SMTP_FROM"] ?? ""]
  if ((url === "") !== (from === "")) return no("For mail SMTP_URL and SMTP_FROM are both needed.")
  if (url !== "" && !(URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol)))
    return no("SMTP_URL is written as smtps://user:password@host, or smtp://host:587.")
  if (from !== "" && !/^[^\s<>@]+@[^\s<>@]+$/.test(from)) return no("SMTP_FROM is an address, as desk@example.org.")
  const webhook = webhookSender({ anywhere })
  return { ok: true, value: url === "" ? { webhook } : { webhook, mail: mailSender({ url, from }) } }
}
