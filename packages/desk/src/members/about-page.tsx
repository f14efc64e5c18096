// What this desk is: trial or not, what it protects and what it does not, which version, which desk.
import { useDesk } from "../app/context.tsx"
import { version } from "../../package.json"
import "./members.css"

export default function AboutPage() {
  const { words, who } = useDesk()
  const { about, app, members } = words.value
  return (
    <div class="about stack-l">
      <h1>{about.title}</h1>
      {who.value?.trial && <p class="notice">{about.trial}</p>}
      <section class="stack-s">
        <h2>{about.protects}</h2>
        <ul>
          {about.protectsList.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
      <section class="stack-s">
        <h2>{about.not}</h2>
        <ul>
          {about.notList.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
      <section class="stack-s">
        <h2>{about.versions}</h2>
        <dl class="facts">
          <div>
            <dt>{app.product}</dt>
            <dd>
              {about.version} {version}
            </dd>
          </div>
          <div>
            <dt>{about.desk}</dt>
            <dd class="data">{who.value?.desk}</dd>
          </div>
          <div>
            <dt>{members.root}</dt>
            <dd class="data">{who.value?.rootPrint}</dd>
          </div>
        </dl>
        <p class="quiet">
          {about.source}{" "}
          <a href="/desk/notices.txt" rel="noreferrer" target="_blank">
            {about.notices}
          </a>
        </p>
      </section>
    </div>
  )
}
