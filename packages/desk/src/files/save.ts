// Hands bytes to the browser as a download. The name loses what could lead out of a folder or hide its ending.
export function saveBytes(bytes: Uint8Array, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }))
  const link = document.createElement("a")
  link.href = address
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  link.download = name.replace(/[/\\:*?"<>|\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "_")
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
