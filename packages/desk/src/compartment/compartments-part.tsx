// The closed parts of a case, each in a border of its own: to most members a kind and a list of names, to those on it what lies inside.
import { compartments } from "@safe-conduct/domain/compartment"
import { useCase } from "../case/case-context.ts"
import { Section } from "../case/section.tsx"
import { ClosedBox, OpenBox, UnopenedBox } from "./compartment-box.tsx"
import "./compartment.css"

export function CompartmentsPart() {
  const { view } = useCase()
  return (
    <Section name="compartments">
      <div class="compartments">
        {compartments.map((kind) => {
          const line = view.compartments.find((one) => one.kind === kind)
          if (line === undefined) return <UnopenedBox key={kind} kind={kind} />
          return line.mine ? <OpenBox key={line.stream} line={line} /> : <ClosedBox key={line.stream} line={line} />
        })}
      </div>
    </Section>
  )
}
