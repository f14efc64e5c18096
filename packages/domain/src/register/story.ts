// The register that tests are about.
import { storyCaseEnv } from "../case/story.ts"
import { storyOf } from "../stream/story.ts"
import { registerKind } from "./fold.ts"

export const registerStory = () => storyOf(registerKind, storyCaseEnv)
