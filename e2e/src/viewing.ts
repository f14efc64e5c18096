// A member looks at files: opens one by its button and reads what its frame shows, from outside as she would and from inside as only
// a test can.
import type { Frame, Locator, Page } from "playwright-core"

/** The row of a file by its name. */
export const fileNamed = (page: Page, name: string): Locator =>
  page.locator(".file-view").filter({ has: page.locator(".name", { hasText: name }) })

/** Presses View and waits until the frame has drawn, or the desk says why not. */
export async function openFile(page: Page, name: string): Promise<Locator> {
  const row = fileNamed(page, name)
  await row.locator(".file-line button").click()
  await row.locator(".viewer:not(:has([role=status])), .notice").first().waitFor({ timeout: 60_000 })
  return row
}

export const closeFile = (row: Locator): Promise<void> => row.locator(".file-line button").click()

/** The inner frame, which holds the file. */
export async function frameOf(row: Locator): Promise<Frame> {
  const outer = await (await row.locator("iframe").elementHandle())?.contentFrame()
  const inner = outer?.childFrames()[0]
  if (!inner) throw new Error("no frame holds the file")
  return inner
}

/** The colours on the canvas at places given in per cent of its width and height. */
export const coloursAt = (frame: Frame, places: readonly (readonly [number, number])[]): Promise<number[][]> =>
  frame.evaluate(
    (all) => {
      const canvas = document.querySelector("canvas")
      const pen = canvas?.getContext("2d")
      if (!canvas || !pen) return []
      return all.map(([x, y]) =>
        Array.from(pen.getImageData(Math.floor((canvas.width * x) / 100), Math.floor((canvas.height * y) / 100), 1, 1).data.slice(0, 3)),
      )
    },
    places.map(([x, y]) => [x, y] as [number, number]),
  )

/** How much of the canvas is dark, in per cent: text on a page is a little, a black fax all. */
export const darkness = (frame: Frame): Promise<number> =>
  frame.evaluate(() => {
    const canvas = document.querySelector("canvas")
    const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
    let dark = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] as number) + (data[at + 1] as number) + (data[at + 2] as number) < 380) dark++
    return (dark * 400) / Math.max(data.length, 1)
  })
