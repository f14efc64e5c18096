// The desk's keys, listed.
import { Dialog } from "@safe-conduct/ui/dialog.tsx"
import { useDesk } from "./context.tsx"

export function HelpDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { words } = useDesk()
  const { app } = words.value
  return (
    <Dialog
      open={open}
      title={app.help}
      onClose={onClose}
      foot={
        <button type="button" class="button" onClick={onClose}>
          {app.close}
        </button>
      }
    >
      <dl class="keys">
        {app.keys.map(([keys, does]) => (
          <div>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
