// A member knows that the words were said where others may listen. It cannot be taken back, so it is asked twice.
import type { CodeWords } from "@safe-conduct/words/desk/code/index.ts"
import { useState } from "preact/hooks"

export function MarkSpoken({ mark, words }: { readonly mark: () => Promise<unknown>; readonly words: CodeWords }) {
  const { spoken } = words
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <button type="button" class="button small plain" onClick={() => setAsking(true)}>
        {spoken.mark}
      </button>
    )
  return (
    <div class="stack-s">
      <p class="small">{spoken.sure}</p>
      <div class="row">
        <button type="button" class="button small" onClick={() => void mark()}>
          {spoken.go}
        </button>
      </div>
    </div>
  )
}
