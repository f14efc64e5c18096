// A text to hand over: shown whole, copied with one press.
import { Button } from "@safe-conduct/ui/button.tsx"
import { useDesk } from "./context.tsx"

export function CopyText({ text }: { readonly text: string }) {
  const { words, toast } = useDesk()
  const { app } = words.value
  return (
    <div class="copy-text">
      <textarea readOnly rows={4} class="data" value={text} aria-label={app.copy} onFocus={(event) => event.currentTarget.select()} />
      <Button onPress={() => void navigator.clipboard.writeText(text).then(() => toast(app.copied))}>{app.copy}</Button>
    </div>
  )
}
