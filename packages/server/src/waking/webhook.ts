// A notice by POST, as ntfy takes it: the text as body, title and link as headers.
import { TITLE, noticeText } from "./notice-text.ts"
import { type Outside, isGood, mayBeAsked, postOutside } from "./outside.ts"
import type { Sender } from "./senders.ts"

export type WebhookOptions = Outside

export const webhookSender = (outside: WebhookOptions): Sender => ({
  takes: (address) => mayBeAsked(address, outside),
  async send({ address, language, link }) {
    const headers = { "content-type": "text/plain; charset=utf-8", title: TITLE, priority: "urgent", click: link }
    return isGood(await postOutside(address, { headers, body: Buffer.from(noticeText(language, link)) }, outside))
  },
})
