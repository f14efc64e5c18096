// What anybody may know of the desk: its genesis, the admins' changes by the root, current and previous certificates, keys.
import { currentAndPrevious, recipientPrintOf } from "@safe-conduct/sealing/verify"
import { DeskInfo } from "@safe-conduct/wire"
import { Hono } from "hono"
import type { Service } from "../service.ts"
import { does } from "./describe.ts"

/** Whole without a script: the page of forms names this address, and `age -R` reads it. */
const PAPER = "/paper-recipient.txt"

export const deskInfo = (service: Service) =>
  new Hono()
    .get("/desk.json", does("The desk's papers, each checkable under its root.", DeskInfo), async (c) => {
      const d = await service.directory.latest()
      const info: DeskInfo = {
        genesis: d.genesis,
        adminSets: [...d.adminSets],
        intake: currentAndPrevious(d.intake).map(({ certificate, approvals }) => ({ certificate, approvals: [...approvals] })),
        reply: currentAndPrevious(d.reply).map(({ certificate, approvals }) => ({ certificate, approvals: [...approvals] })),
        ...(d.paper.length === 0
          ? {}
          : { paper: d.paper.slice(-1).map(({ certificate, approvals }) => ({ certificate, approvals: [...approvals] })) }),
        directory: d.head,
        received: service.receipts.key,
      }
      return c.json(info)
    })
    .get(PAPER, does("The recipient for what is locked with `age -R`, as a recipients file.", "text/plain"), async (c) => {
      const paper = (await service.directory.latest()).paper.at(-1)?.certificate
      if (paper === undefined || paper.notAfter < new Date(service.now()).toISOString().slice(0, 10))
        return c.text("# This desk takes nothing on paper now.\n", 404)
      const { number, recipient, notBefore, notAfter } = paper
      return c.text(`# ${recipientPrintOf(recipient)}\n# paper ${number}, ${notBefore} to ${notAfter}\n${recipient}\n`)
    })
