// The drawer that tests are about.
import { storyHash, storyOf } from "../stream/story.ts"
import { drawerKind } from "./fold.ts"

export const drawerStory = () => storyOf(drawerKind, { sha256: storyHash })
