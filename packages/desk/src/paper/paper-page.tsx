// What comes on paper: a locked letter is opened and put into the tray; the form that says how to lock one is printed here.
import { useDesk } from "../app/context.tsx"
import { paths } from "../app/paths.ts"
import { LetterIn } from "./letter-in.tsx"
import { PaperForm } from "./paper-form.tsx"
import "./paper.css"

export default function PaperPage() {
  const { words } = useDesk()
  const { paper, app } = words.value
  return (
    <div class="paper-page stack-l">
      <header class="not-printed">
        <a href={paths.tray}>{app.back}</a>
        <h1>{paper.page}</h1>
        <p class="quiet">{paper.lede}</p>
      </header>
      <LetterIn />
      <PaperForm />
    </div>
  )
}
