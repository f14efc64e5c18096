// An opened compartment as its parts are given it.
import type { CompartmentView, Result } from "@safe-conduct/client/member"
import type { CompartmentActionName } from "@safe-conduct/domain/compartment"

export interface Opened extends CompartmentView {
  act(does: CompartmentActionName, input: unknown): Promise<Result<unknown>>
}

export const options = <K extends string>(labels: Readonly<Record<K, string>>): readonly { readonly value: K; readonly label: string }[] =>
  (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }))
