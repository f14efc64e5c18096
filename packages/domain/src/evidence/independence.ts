// Two sources are two only if neither repeats the other: three reposts of one text are one source.
import type { EvidenceItem } from "./item.ts"
import type { EvidenceStandard } from "./policy.ts"

/** Origins as compared: "OVD-Info " and "ovd-info" are one. Blank means that nobody knows, which is independent of nothing. */
export function originKey(origin: string): string {
  return origin.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim()
}

/**
 * The first item of each independent origin, in the order given.
 * `all` is the whole dossier: an origin that the person's own statement shares (an interview with her, her own channel)
 * is her own word again, whatever class the repeating item has.
 */
export function independentItems(
  counting: readonly EvidenceItem[],
  all: readonly EvidenceItem[],
  standard: EvidenceStandard,
): EvidenceItem[] {
  const seen = new Set(all.filter((item) => standard.neverIndependent.includes(item.source)).map((item) => originKey(item.origin)))
  const firsts: EvidenceItem[] = []
  for (const item of counting) {
    const key = originKey(item.origin)
    if (key === "" || seen.has(key)) continue
    seen.add(key)
    firsts.push(item)
  }
  return firsts
}
