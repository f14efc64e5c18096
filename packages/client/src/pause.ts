// A turn of the event loop, or so many milliseconds of them: others are answered meanwhile.
export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
