// The members stream that tests are about: one administrator.
import { storyHash, storyOf } from "../stream/story.ts"
import { membersKind } from "./fold.ts"

export const membersStory = () => storyOf(membersKind, { sha256: storyHash, admins: ["ada"] })
