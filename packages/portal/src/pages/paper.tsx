// By letter, and without a script: how to lock a text at home to the desk's two-year recipient, and a form to print. The recipient is not on
// this page, which is the same for every desk: it is one link away, as a file that age reads.
import type { PageWords } from "@safe-conduct/words/portal/pages.ts"
import { Part } from "./home.tsx"

/** Where a line is too long for a telephone it breaks between these: an option that is torn from its value is typed wrongly. */
const command = ["age", "-R paper-recipient.txt", "-a", "-o request.age", "request.txt"]

export function Paper({ words: { paper } }: { readonly words: PageWords }) {
  return (
    <div class="stack">
      <h1>{paper.title}</h1>
      <p class="lead">{paper.lead}</p>
      <ol>
        {paper.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>
        <a href="/paper-recipient.txt">paper-recipient.txt</a>
      </p>
      <pre class="data command">{command.flatMap((piece, n) => [n === 0 ? "" : " ", <span>{piece}</span>])}</pre>
      {paper.more.map((section) => (
        <Part {...section} />
      ))}
      <section>
        <h2>{paper.form.title}</h2>
        <p>{paper.form.text}</p>
      </section>
      <dl class="blank-form">
        {paper.form.lines.map((line) => (
          <div>
            <dt>{line}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </div>
  )
}
