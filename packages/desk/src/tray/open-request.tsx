// One request, read whole: what was asked and by whom, files, messages, people perhaps known; then the act that ends its waiting.
import type { OpenedRequest, Refusal } from "@safe-conduct/client/member"
import { RefusalNotice } from "@safe-conduct/ui/notice.tsx"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { agoHour, millisOf, whenText } from "../app/when.ts"
import { AlikeTable } from "./alike-table.tsx"
import { Files } from "./files.tsx"
import { Leave } from "./leave.tsx"
import { Mail } from "./mail.tsx"
import { Reply } from "./reply.tsx"
import { calledIn } from "../person/called-in.ts"
import { RequestBody } from "./request-body.tsx"

export function OpenRequest({ ask }: { readonly ask: string }) {
  const { words, vault, language, now, zone, refusalText } = useDesk()
  const { tray: waiting } = useLive()
  const [opened, setOpened] = useState<OpenedRequest | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const { tray, app } = words.value
  // A message that comes in while the request is on the screen changes its row: it is read again then.
  const row = waiting.value?.find((one) => one.ask === ask)
  const version = `${row?.messages ?? ""}`
  const [replies, setReplies] = useState(0)
  useEffect(() => {
    let gone = false
    void vault.openRequest(ask).then((answer) => {
      if (gone) return
      if (answer.ok) setOpened(answer.value)
      else setRefused(answer.refusal)
    })
    return () => {
      gone = true
    }
  }, [ask, version, replies])

  if (refused) return <RefusalNotice title={app.refused} sentence={refusalText(refused)} code={refused.error} />
  if (opened === null) return <p class="quiet">{app.loading}</p>
  const { request } = opened
  const at = millisOf(opened.hour)
  return (
    <div class="request stack">
      <header>
        <h2>{row === undefined ? tray.request : calledIn(language.value, row.called) || tray.request}</h2>
        <p class="quiet">
          {at !== null && `${whenText(language.value, new Date(at).toISOString(), zone)} · ${agoHour(language.value, opened.hour, now())}`}
          {" · "}
          {opened.opened === null ? tray.notOpened : tray.opened(whenText(language.value, opened.opened, zone))}
        </p>
        {(opened.wake || request?.danger) && (
          <p class="alarm-line">
            {[opened.wake && tray.wake, request?.danger && tray.danger[request.danger.kind], request?.danger?.at, request?.danger?.text]
              .filter(Boolean)
              .join(" · ")}
          </p>
        )}
      </header>
      {opened.joined !== null && (
        <p class="notice">
          <a href={paths.case(opened.joined)}>{tray.toCase}</a>
        </p>
      )}
      <div class="both">
        <div class="read stack">
          {request === null ? <Unreadable raw={opened.raw} /> : <RequestBody request={request} />}
          <Files files={opened.files} />
          <Mail lines={opened.messages} />
        </div>
        <div class="do stack">
          {opened.joined === null && <AlikeTable opened={opened} />}
          <Reply ask={ask} spoken={opened.spoken} onSent={() => setReplies(replies + 1)} />
          {opened.joined === null && <Leave opened={opened} />}
        </div>
      </div>
    </div>
  )
}

function Unreadable({ raw }: { readonly raw: unknown }) {
  const { words } = useDesk()
  const { tray } = words.value
  return (
    <section class="notice danger">
      <p class="mark">{tray.unreadable}</p>
      <p>{tray.unreadableMore}</p>
      <pre class="raw" tabIndex={0} aria-label={tray.raw}>
        {typeof raw === "string" ? raw : JSON.stringify(raw, null, 1)}
      </pre>
    </section>
  )
}
