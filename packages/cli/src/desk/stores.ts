// Where a desk lies: its data folder, and in production a PostgreSQL database and a bucket, named by the environment.
import type { StoreOptions } from "@safe-conduct/server"
import type { Host } from "../command.ts"
import { type Refusal, refuse } from "../refusal.ts"

const needed = ["S3_ENDPOINT", "S3_BUCKET", "S3_KEY", "S3_SECRET"] as const

/** `data` is an absolute path. Half a bucket is refused: files must not land in a folder where a bucket was meant. */
export function storesOf(
  data: string,
  env: Host["env"],
): { readonly ok: true; readonly value: StoreOptions } | { readonly ok: false; readonly refusal: Refusal } {
  const of = (name: string): string | undefined => (env[name] === "" ? undefined : env[name])
  const missing = needed.filter((name) => of(name) === undefined)
  if (missing.length > 0 && missing.length < needed.length)
    return { ok: false, refusal: refuse("bad-environment", `For a bucket ${missing.join(", ")} is missing in the environment.`) }
  const databaseUrl = of("DATABASE_URL")
  const bucket =
    missing.length > 0
      ? undefined
      : {
          endpoint: `${(of("S3_ENDPOINT") as string).replace(/\/+$/, "")}/${of("S3_BUCKET") as string}`,
          region: of("S3_REGION") ?? "us-east-1",
          accessKeyId: of("S3_KEY") as string,
          secretAccessKey: of("S3_SECRET") as string,
          prefix: of("S3_PREFIX") ?? "",
        }
  return {
    ok: true,
    value: { data, ...(databaseUrl === undefined ? {} : { databaseUrl }), ...(bucket === undefined ? {} : { s3: bucket }) },
  }
}
