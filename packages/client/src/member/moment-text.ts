// How a moment is written where the clock is asked.
/** The contract's text of a moment: whole seconds, UTC. */
export const momentText = (millis: number): string => `${new Date(millis).toISOString().slice(0, 19)}Z`
