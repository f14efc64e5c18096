// The desk's own thread for cards, where a page of the bench starts it.
import { type Port, serveCardCheck } from "@safe-conduct/client/member"

serveCardCheck(self as unknown as Port)
