// The stories' scenes, laid on one line of time and played in its order, so that the server's hours are those of the stories and
// the clock never turns back.
import type { Stage } from "./stage.ts"
import type { When } from "./when.ts"

export interface TrialClock {
  /** Milliseconds since 1970, UTC. */
  now: number
}

export interface Scene {
  readonly at: number
  readonly play: (stage: Stage) => Promise<void>
}
/** One family, or one person, from its first scene to its last. What one scene finds out the next may use. */
export interface Story {
  readonly name: string
  readonly scenes: (when: When, cast: Cast) => readonly Scene[]
}
/** What stories leave for whoever shows the desk: streams and codes under a name. */
export interface Cast {
  readonly streams: Map<string, string>
  readonly codes: Map<string, Uint8Array>
}

export const newCast = (): Cast => ({ streams: new Map(), codes: new Map() })

interface Placed extends Scene {
  readonly story: string
}

const MINUTE = 60_000

/** A story's scenes keep their order, whatever the hour of the day at which the trial is made; none lies ahead of now. */
export function laidOut(stories: readonly Story[], when: When, cast: Cast): readonly Placed[] {
  const placed = stories.flatMap((story) => {
    let last = 0
    return story.scenes(when, cast).map((scene): Placed => {
      last = Math.min(when.now, Math.max(scene.at, last === 0 ? 0 : last + MINUTE))
      return { ...scene, at: last, story: story.name }
    })
  })
  return placed.toSorted((a, b) => a.at - b.at)
}

export async function playAll(stage: Stage, scenes: readonly Placed[], log: (line: string) => void): Promise<void> {
  for (const scene of scenes) {
    stage.clock.now = Math.max(stage.clock.now, scene.at)
    try {
      await scene.play(stage)
    } catch (error) {
      throw new Error(`trial story ${scene.story}, ${new Date(scene.at).toISOString()}`, { cause: error })
    }
    log(scene.story)
  }
}
