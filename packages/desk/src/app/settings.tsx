// Who is signed in, and what a person sets for this screen: language, light, keys. Signing out is always one press away.
import { languages } from "@safe-conduct/words/choose.ts"
import { useEffect, useRef } from "preact/hooks"
import { playing } from "../trial/notes.ts"
import { useDesk } from "./context.tsx"
import { chooseTheme, theme, themes } from "./preferences.ts"
import { paths } from "./paths.ts"

const named = { ru: "Русский", en: "English", fr: "Français" } as const

export function LanguageChoice() {
  const { words, language } = useDesk()
  return (
    <fieldset class="segments">
      <legend class="unseen">{words.value.app.languages}</legend>
      {languages.map((one) => (
        <button
          type="button"
          lang={one}
          title={named[one]}
          aria-label={`${one.toUpperCase()} ${named[one]}`}
          aria-pressed={language.value === one}
          onClick={() => (language.value = one)}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </fieldset>
  )
}

export function ThemeChoice() {
  const { words } = useDesk()
  const { app } = words.value
  return (
    <label class="theme">
      <span class="unseen">{app.theme}</span>
      <select value={theme.value} onChange={(event) => chooseTheme(themes.find((one) => one === event.currentTarget.value) ?? "system")}>
        {themes.map((one) => (
          <option value={one}>{app.themes[one]}</option>
        ))}
      </select>
    </label>
  )
}

export function Settings({ path, onHelp }: { readonly path: string; readonly onHelp: () => void }) {
  const { words, who, leave, lock } = useDesk()
  const { app, signIn, keys } = words.value
  const menu = useRef<HTMLDetailsElement>(null)
  const close = (): void => void (menu.current && (menu.current.open = false))
  // Whoever was led to a page sees it.
  useEffect(close, [path])
  return (
    <div class="settings">
      <details
        class="person"
        ref={menu}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !event.currentTarget.open) return
          close()
          event.currentTarget.querySelector("summary")?.focus()
        }}
      >
        <summary>
          <span class="who">{who.value?.name || signIn.unnamed}</span>
        </summary>
        <div class="drawer">
          <nav class="more-pages" aria-label={app.menu}>
            {(["proposals", "letters", "members", "about"] as const).map((page) => (
              <a href={paths[page]} class={page === "about" ? undefined : "narrow-only"}>
                {app.pages[page]}
              </a>
            ))}
            <a href={paths.keys}>{keys.page}</a>
            <a href={paths.duty}>{words.value.duty.page}</a>
            <a href={paths.call}>{words.value.call.page}</a>
            <a href={paths.roll}>{words.value.roll.page}</a>
            <a href={paths.round}>{words.value.round.title}</a>
            <a href={paths.map}>{words.value.map.title}</a>
            <a href={paths.law}>{words.value.law.title}</a>
            <a href={paths.junk}>{words.value.junk.page}</a>
            <a href={paths.purge}>{words.value.purge.page}</a>
            <a href={paths.recovery}>{words.value.recovery.page}</a>
          </nav>
          <LanguageChoice />
          <ThemeChoice />
          {!playing() && (
            <button type="button" class="button" onClick={() => void lock()}>
              {keys.lockNow}
            </button>
          )}
          <button type="button" class="button" onClick={onHelp}>
            {app.help} <kbd>?</kbd>
          </button>
        </div>
      </details>
      <button type="button" class="button leave" onClick={() => void leave()}>
        {app.signOut}
      </button>
    </div>
  )
}
