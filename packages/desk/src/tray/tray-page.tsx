// The tray: waiting requests, already opened and in the order in which they should be read; the chosen one beside.
import { useDesk } from "../app/context.tsx"
import { useLive } from "../app/live.ts"
import { paths } from "../app/paths.ts"
import { OpenRequest } from "./open-request.tsx"
import { TrayLine } from "./tray-line.tsx"
import "./tray.css"

export default function TrayPage({ ask }: { readonly ask?: string }) {
  const { words } = useDesk()
  const live = useLive()
  const rows = live.tray.value
  const { tray, app } = words.value
  return (
    <div class={ask === undefined ? "tray" : "tray is-open"}>
      <section class="waiting-list" aria-labelledby="tray-title">
        <header>
          <h1 id="tray-title">{tray.title}</h1>
          <p class="quiet">{rows === null ? app.loading : rows.length === 0 ? "" : tray.waiting(rows.length)}</p>
        </header>
        {rows?.length === 0 && <p class="quiet">{tray.empty}</p>}
        {(rows?.length ?? 0) > 1 && (
          <p class="small">
            <a href={paths.junk}>{words.value.junk.fromTray}</a>
          </p>
        )}
        <p>
          <a href={paths.paper}>{words.value.paper.page}</a>
        </p>
        <ul class="rows">
          {rows?.map((row) => (
            <TrayLine key={row.ask} row={row} chosen={row.ask === ask} />
          ))}
        </ul>
      </section>
      {ask === undefined ? (
        <p class="quiet choose">{(rows?.length ?? 0) > 0 ? tray.choose : ""}</p>
      ) : (
        <article class="opened">
          <a class="back" href={paths.tray}>
            {app.back}
          </a>
          <OpenRequest key={ask} ask={ask} />
        </article>
      )}
    </div>
  )
}
