// An address may name a part of a page. Pages load late, so the part is waited for; then it is shown and takes the focus.
import { useEffect } from "preact/hooks"

const patience = 4_000

export function useFragment(url: string): void {
  useEffect(() => {
    const id = decodeURIComponent(new URL(url, location.origin).hash.slice(1))
    if (id === "" || id === "content") return
    const show = (): boolean => {
      const part = document.getElementById(id)
      part?.scrollIntoView({ block: "start" })
      part?.focus({ preventScroll: true })
      return part !== null
    }
    if (show()) return
    const watch = new MutationObserver(() => {
      if (show()) watch.disconnect()
    })
    watch.observe(document.body, { childList: true, subtree: true })
    const end = setTimeout(() => watch.disconnect(), patience)
    return () => {
      clearTimeout(end)
      watch.disconnect()
    }
  }, [url])
}
