// Whom a request is about, in the script that its reader leads with; the other beside it.
import type { TrayRow } from "@safe-conduct/client/member"
import { useDesk } from "../app/context.tsx"
import { bothScripts } from "../person/both-scripts.ts"

export function RequestName({ row }: { readonly row: TrayRow }) {
  const { words, language } = useDesk()
  const { name, latin } = row.called
  const { first, second, firstLang, secondLang } = bothScripts({ cyrillic: name, latin }, words.value.tray.unreadable, language.value)
  return (
    <>
      <strong lang={firstLang}>{first}</strong>{" "}
      {second !== "" && (
        <span class="latin" lang={secondLang}>
          {second}
        </span>
      )}
    </>
  )
}
