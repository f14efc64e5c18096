const load = { ru: () => import("@safe-conduct/words/portal/ru.ts"), en: () => import("@safe-conduct/words/portal/en.ts"), fr: () => import("@safe-conduct/words/portal/fr.ts") }
console.log(await load.ru())
