// What anybody may know of the desk: its genesis, the admins' changes by the root, current and previous certificates, keys.
import { currentAndPrevious } from "@safe-conduct/sealing/verify"
import { DeskInfo } from "@safe-conduct/wire"
import { Hono } from "hono"
import type { Service } from "../service.ts"
import { does } from "./describe.ts"

export const deskInfo = (service: Service) =>
  new Hono().get("/desk.json", does("The desk's papers, each checkable under its root.", DeskInfo), async (c) => {
    const d = await service.directory.latest()
    const info: DeskInfo = {
      genesis: d.genesis,
      adminSets: [...d.adminSets],
      intake: currentAndPrevious(d.intake).map(({ certificate, approvals }) => ({ certificate, approvals: [...approvals] })),
      reply: currentAndPrevious(d.reply).map(({ certificate, approvals }) => ({ certificate, approvals: [...approvals] })),
      directory: d.head,
      received: service.receipts.key,
    }
    return c.json(info)
  })
