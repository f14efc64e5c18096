import { expect, test } from "vitest"
import { whenClosed } from "./dialog.tsx"

test("a closing that is told after the dialog stands open again closes nothing", () => {
  let closed = 0
  const told = whenClosed(() => closed++)
  told({ currentTarget: { open: true } as HTMLDialogElement })
  expect(closed).toBe(0)
  told({ currentTarget: { open: false } as HTMLDialogElement })
  expect(closed).toBe(1)
})
