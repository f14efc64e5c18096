// More, or better, about a person; what is left empty stays as it was.
import { personOf } from "@safe-conduct/domain/case"
import { typedDay } from "@safe-conduct/ui/typed-day.ts"
import { type CaseForm, field, optional, person } from "../case/form/spec.ts"
import { personFields, relationField } from "./person-fields.ts"

export const describePersonForm: CaseForm<"describe-person"> = {
  does: "describe-person",
  fields: [person, field("names", "/names", "names", optional), relationField({ optional: true }), ...personFields],
  start: ({ view, person: id }) => {
    const known = id === null ? null : personOf(view.state, id)
    if (known === null) return {}
    const { names, relation, born, aNumbers, countryOfBirth, countryOfBirthAsRecorded, citizenship, languages, health, court } = known
    return {
      "/names": names,
      "/relation": relation,
      "/born": typedDay(born),
      "/aNumbers": (aNumbers ?? []).join("\n"),
      "/countryOfBirth": countryOfBirth ?? "",
      "/countryOfBirthAsRecorded": countryOfBirthAsRecorded ?? "",
      "/citizenship": citizenship ?? "",
      "/languages": (languages ?? []).join("\n"),
      "/health": health ?? "",
      "/court/circuit": court?.circuit ?? "",
      "/court/state": court?.state ?? "",
    }
  },
}
