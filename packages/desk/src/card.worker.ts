// Verifies cards beside the vault, many at a first sign-in. Holds no key of a member and no text; lives for one reading.
import { type Port, serveCardCheck } from "@safe-conduct/client/member"

serveCardCheck(self as unknown as Port)
