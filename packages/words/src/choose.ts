// Words are chosen as pages are: by one rule.
export { chooseLanguage, isLanguage, type Language, languages } from "@safe-conduct/wire/language"
