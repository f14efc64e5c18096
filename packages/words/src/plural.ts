// The right form of a noun after a number, by the language's own rules: 1 файл, 2 файла, 5 файлов.
const rules: Partial<Record<string, Intl.PluralRules>> = {}

export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** "3 files": the number written as the language writes it, and the noun. */
export function plural(language: string, count: number, forms: Forms): string {
  const rule = (rules[language] ??= new Intl.PluralRules(language)).select(count)
  return `${count.toLocaleString(language)} ${forms[rule] ?? forms.other}`
}
