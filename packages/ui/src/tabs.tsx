// Tabs as the ARIA practice has them: arrows move and choose, Home and End jump, Tab goes on into the panel.
import type { ComponentChildren } from "preact"
import { useRef } from "preact/hooks"

export interface Tab {
  readonly id: string
  readonly name: string
  readonly panel: () => ComponentChildren
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

export function Tabs({ label, tabs, chosen, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    tabs.findIndex((tab) => tab.id === chosen),
  )
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }
  const current = tabs[at]
  return (
    <div class="tabs">
      <div
        role="tablist"
        aria-label={label}
        ref={list}
        onKeyDown={(event) => {
          const to = steps[event.key]
          if (to === undefined) return
          event.preventDefault()
          const place = (to + tabs.length) % tabs.length
          const next = tabs[place]
          if (next) onChoose(next.id)
          list.current?.querySelectorAll("button")[place]?.focus()
        }}
      >
        {tabs.map((tab, place) => (
          <button
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-selected={place === at}
            aria-controls={`panel-${tab.id}`}
            tabIndex={place === at ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {current && (
        <div role="tabpanel" id={`panel-${current.id}`} aria-labelledby={`tab-${current.id}`} tabIndex={0}>
          {current.panel()}
        </div>
      )}
    </div>
  )
}
