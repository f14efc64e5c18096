// Two soft strokes when a request asks to wake someone, or a moment comes at which somebody must look. Made on the spot, so no sound file
// travels. A browser lets no page sound on which nobody has clicked: then the screen says so beside what it says anyway.

/** Whether somebody has clicked or typed here since the page was opened. */
export const maySound = (): boolean => navigator.userActivation?.hasBeenActive ?? true

export function ring(): void {
  if (!maySound()) return
  try {
    const sound = new AudioContext()
    for (const [pitch, start] of [
      [659, 0],
      [494, 0.35],
    ] as const) {
      const stroke = sound.createOscillator()
      const level = sound.createGain()
      stroke.frequency.value = pitch
      level.gain.setValueAtTime(0.0001, sound.currentTime + start)
      level.gain.exponentialRampToValueAtTime(0.25, sound.currentTime + start + 0.02)
      level.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + start + 0.9)
      stroke.connect(level).connect(sound.destination)
      stroke.start(sound.currentTime + start)
      stroke.stop(sound.currentTime + start + 1)
    }
    setTimeout(() => void sound.close(), 2_000)
  } catch {
    // No sound on this device: the line on the screen says the same.
  }
}
