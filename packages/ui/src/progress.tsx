// A line that fills, with the figure in words beside it: spoken as a progress bar, readable without colour.
export interface ProgressProps {
  readonly label: string
  /** 0 to 1; undefined while it cannot be known. */
  readonly done: number | undefined
  readonly figure?: string
}

export function Progress({ label, done, figure }: ProgressProps) {
  return (
    <div class="progress">
      <span>{label}</span>
      <span class="figure">{figure ?? (done === undefined ? "" : `${Math.floor(done * 100)} %`)}</span>
      <progress aria-label={label} max={1} value={done} />
    </div>
  )
}
