// A part that is drawn again only when something it is given is another: one row among many. What it reads of signals it follows itself.
import { Component, type ComponentClass, createElement, type FunctionComponent } from "preact"

export function still<Given extends object>(part: FunctionComponent<Given>): ComponentClass<Given> {
  return class extends Component<Given> {
    override shouldComponentUpdate(next: Readonly<Given>): boolean {
      const names = Object.keys(next) as (keyof typeof next)[]
      return names.some((name) => next[name] !== (this.props as Readonly<Given>)[name])
    }
    override render() {
      return createElement(part, this.props as Given)
    }
  }
}
