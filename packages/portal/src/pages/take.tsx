// Where the link of a notice leads, at night, on a locked phone: one sentence, one button. It shows nothing of the desk, for whoever holds
// the link is not known to be a member.
import type { TakeWords } from "@safe-conduct/words/portal/pages.ts"

export function Take({ words }: { readonly words: TakeWords }) {
  return (
    <section class="opening stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <button type="button" class="button main" id="hold">
          {words.button}
        </button>
      </p>
      <div role="status">
        <p class="notice" id="held" hidden>
          {words.held}
        </p>
        <p class="notice danger" id="over" hidden>
          {words.over}
        </p>
        <p class="notice danger" id="lost" hidden>
          {words.lost}
        </p>
      </div>
      <p>
        <a href="/desk">{words.desk}</a>
      </p>
      <noscript>
        <p class="notice danger">{words.noScript}</p>
      </noscript>
    </section>
  )
}
