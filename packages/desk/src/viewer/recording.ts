// Voice and video, played from the verified whole; nothing streams, so nothing unverified is ever heard or seen.
import { CannotShow, place, room, type Sheet, within } from "./sheet.ts"

export async function openRecording(bytes: ArrayBuffer, kind: "audio" | "video", type: string, name: string): Promise<Sheet> {
  const player = document.createElement(kind)
  player.controls = true
  player.preload = "metadata"
  player.src = URL.createObjectURL(new Blob([bytes], { type }))
  const ready = new Promise<void>((resolve, reject) => {
    player.onloadedmetadata = () => resolve()
    player.onerror = () => reject(new CannotShow("damaged"))
  })
  place(player, name)
  await within(ready)
  return {
    pages: 1,
    cut: false,
    async draw() {
      if (!(player instanceof HTMLVideoElement) || player.videoWidth === 0) return 60
      return Math.min((room() * player.videoHeight) / player.videoWidth, 1_200)
    },
  }
}
