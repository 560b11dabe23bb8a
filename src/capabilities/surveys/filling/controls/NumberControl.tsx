import { useEffect } from 'react'
import { numberText } from '../answer-text.ts'
import { type ControlProps, t, useFill, useTyped } from '../fill-context.tsx'
import type { InputNode } from '../nodes.ts'
import { readDecimal, readInteger, writeDecimal } from '../numbers.ts'

/** A whole or a decimal number, typed freely; below it how it was understood, once it is long enough to be mistaken. */
export function NumberControl({ node, aids }: ControlProps<InputNode>) {
  const { session } = useFill()
  const whole = node.valueType === 'int'
  const { value } = node.currentState
  const get = () => String(node.currentState.value ?? '')
  const put = (text: string) => session.change(() => void node.setValue(text === '' ? null : text))
  const read = whole ? readInteger : readDecimal
  const { typed, held, type } = useTyped(get, put, read, whole ? String : writeDecimal)
  const strange = typed.trim() !== '' && !held
  const { nodeId } = node
  useEffect(() => {
    if (strange) session.unkept.add(nodeId)
    return () => void session.unkept.delete(nodeId)
  }, [session, nodeId, strange])
  return (
    <>
      <input
        {...aids}
        className="rb-input rb-input-number fl-number"
        type="text"
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        maxLength={20}
        value={typed}
        readOnly={node.currentState.readonly}
        onChange={(event) => type(event.target.value)}
      />
      {strange && (
        <p className="rb-error" role="status">
          {t(read(typed) === '' ? 'fill.not-number' : 'fill.number-out')}
        </p>
      )}
      {held && /^[-−]?0\d/.test(typed.trim()) && (
        <p className="rb-hint" role="status">
          {t('fill.leading-nought', { value: get() })}
        </p>
      )}
      {!strange && typeof value !== 'string' && isLong(value) && (
        <p className="rb-hint rb-number">= {numberText(value as bigint | number)}</p>
      )}
    </>
  )
}

const isLong = (value: unknown) =>
  (typeof value === 'bigint' || typeof value === 'number') &&
  (value >= 1000 || value <= -1000 || Number(value) % 1 !== 0)
