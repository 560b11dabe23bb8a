import { useState } from 'react'
import { IconButton } from '../../../../platform/browser/ui/action/IconButton.tsx'
import { type ControlProps, t, useFill, useTyped } from '../fill-context.tsx'
import { has, type InputNode, valueText } from '../nodes.ts'

/** A line or a paragraph of text; digits alone with the number pad; a masked one is covered until it is looked at. */
export function TextControl({ node, aids }: ControlProps<InputNode>) {
  const { session } = useFill()
  const [seen, setSeen] = useState(false)
  const { typed, type } = useTyped(
    () => valueText(node),
    (text) => session.change(() => void node.setValue(text)),
  )
  const shared = {
    ...aids,
    className: 'rb-input',
    value: typed,
    readOnly: node.currentState.readonly,
    onChange: (event: { target: { value: string } }) => type(event.target.value),
  }
  const rows = node.nodeOptions?.rows ?? (has(node, 'multiline') ? 4 : null)
  if (rows !== null && rows > 1) return <textarea {...shared} rows={rows} />
  const digits = has(node, 'numbers')
  const masked = has(node, 'masked')
  return (
    <span className="fl-with-button">
      <input
        {...shared}
        type={masked && !seen ? 'password' : has(node, 'url') ? 'url' : 'text'}
        inputMode={digits ? 'numeric' : undefined}
        autoComplete="off"
        spellCheck={!digits && !masked}
      />
      {masked && (
        <IconButton
          icon={seen ? 'eye-off' : 'eye'}
          label={t(seen ? 'fill.hide' : 'fill.show')}
          onClick={() => setSeen(!seen)}
        />
      )}
    </span>
  )
}
