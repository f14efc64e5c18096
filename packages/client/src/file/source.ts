// A file to be sealed, read on demand: a browser's Blob, a file of Node, or bytes in memory. Never held whole.

export interface FileSource {
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** Bytes from `from` up to and without `to`. Throws when the file has gone or changed length. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>
}

interface BlobLike {
  readonly size: number
  readonly type: string
  readonly name?: string
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

export const sourceOfBlob = (blob: BlobLike, name = blob.name ?? "file"): FileSource => ({
  name,
  type: blob.type,
  size: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
})

export const sourceOfBytes = (bytes: Uint8Array, name: string, type = "application/octet-stream"): FileSource => ({
  name,
  type,
  size: bytes.length,
  read: async (from, to) => bytes.slice(from, to),
})
