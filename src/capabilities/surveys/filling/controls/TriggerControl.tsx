import { type ControlProps, t, useFill } from '../fill-context.tsx'
import type { TriggerNode } from '../nodes.ts'

/** "Ya, sudah": that something was read, done or agreed to. */
export function TriggerControl({ node, aids }: ControlProps<TriggerNode>) {
  const { session } = useFill()
  return (
    <label className="rb-choice fl-choice">
      <input
        {...aids}
        type="checkbox"
        checked={node.currentState.value}
        disabled={node.currentState.readonly}
        onChange={(event) => session.change(() => void node.setValue(event.target.checked))}
      />
      <span className="rb-choice-text">{t('fill.acknowledge')}</span>
    </label>
  )
}
