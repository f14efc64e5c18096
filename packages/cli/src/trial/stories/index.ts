// Everyone in the trial. All are invented; no two should be taken for one another.
import type { Story } from "../timeline.ts"
import { desk } from "./desk.ts"
import { deserter } from "./deserter.ts"
import { double } from "./double.ts"
import { familySplit } from "./family-split.ts"
import { finding, recommended } from "./findings.ts"
import { flight } from "./flight.ts"
import { inAbsentia } from "./in-absentia.ts"
import { lawyersFolder } from "./lawyers-folder.ts"
import { paroleeFear } from "./parolee-fear.ts"
import { closed, onHold, protectedAndFree, secondReader } from "./quiet.ts"
import { referral } from "./referral.ts"
import { removed } from "./removed.ts"
import { secondThoughts } from "./second-thoughts.ts"
import { thirdCountry } from "./third-country.ts"
import { threeStates } from "./three-states.ts"
import { unopened } from "./unopened.ts"

export const stories: readonly Story[] = [
  desk,
  threeStates,
  deserter,
  thirdCountry,
  paroleeFear,
  inAbsentia,
  flight,
  removed,
  referral,
  finding,
  recommended,
  familySplit,
  secondThoughts,
  onHold,
  closed,
  protectedAndFree,
  secondReader,
  double,
  unopened,
  lawyersFolder,
]
