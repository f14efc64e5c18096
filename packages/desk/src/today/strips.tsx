// Strips, as many as one looks at and more as one comes near the last of them: on a bad day there are a thousand. Paper has them all.
import type { CaseRow } from "@safe-conduct/client/member"
import { useEffect, useRef, useState } from "preact/hooks"
import { Strip } from "./strip.tsx"

/** A few at a time: Today stands sooner with a screen of them, and what is drawn for one frame of a scroll must not keep the next waiting. */
const few = 20

export function Strips({ rows, short = false }: { readonly rows: readonly CaseRow[]; readonly short?: boolean }) {
  const [most, setMost] = useState(few)
  const end = useRef<HTMLLIElement>(null)
  const more = rows.length > most
  useEffect(() => {
    if (!more || end.current === null) return
    const near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && setMost((now) => now + few), {
      rootMargin: "1500px",
    })
    near.observe(end.current)
    const all = (): void => setMost(Number.POSITIVE_INFINITY)
    addEventListener("beforeprint", all)
    return () => {
      near.disconnect()
      removeEventListener("beforeprint", all)
    }
  }, [more, most])
  return (
    <>
      {rows.slice(0, most).map((row) => (
        <Strip key={row.stream} row={row} short={short} />
      ))}
      {more && <li ref={end} aria-hidden="true" />}
    </>
  )
}
