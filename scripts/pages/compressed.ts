// Each file once more in brotli and gzip, as a browser will ask for it. The same bytes in give the same bytes out, on any day.
import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"

/** Above this the best setting of brotli takes minutes and saves little. */
const LARGE = 1_000_000

export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort()
}

export async function compress(folder: string): Promise<void> {
  for (const file of await filesBelow(folder)) {
    if (!/\.(html|m?js|css|json|svg|txt|ttf|otf|wasm|bin)$/.test(file)) continue
    const bytes = await readFile(file)
    const params = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 9 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    await writeFile(`${file}.br`, brotliCompressSync(bytes, { params }))
    await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
