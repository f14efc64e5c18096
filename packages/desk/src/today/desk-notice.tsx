// A sentence for everyone at the desk, which two members signed (law page).
import { useDesk } from "../app/context.tsx"
import { useLawView } from "../app/desk-law.ts"

export function DeskNotice() {
  const { language } = useDesk()
  const notice = useLawView()?.notice
  if (!notice) return null
  const own = notice[language.value]
  return (
    <p class="notice" lang={own === undefined ? "en" : undefined}>
      {own ?? notice.en}
    </p>
  )
}
