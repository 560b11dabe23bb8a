// The network as it is drawn: circles that can be tapped with a thumb, lines by the nature of the tie.
import './pictures.css'
import type { KeyboardEvent } from 'react'
import { cx } from '../../../platform/browser/ui/cx.ts'
import type { Network, NetworkNode } from '../network.ts'
import { t } from './words.ts'

const [width, height, edge] = [400, 440, 36]
const xOf = ([x]: readonly [number, number]) => edge + x * (width - 2 * edge)
const yOf = ([, y]: readonly [number, number]) => edge + y * (height - 2 * edge)
/** A thumb hits what is so far from the middle of a circle. */
const touch = 24
const named = 12

type Props = { network: Network; chosen: string | null; onChoose: (id: string) => void }

const short = (name: string) => (name.length > 16 ? `${name.slice(0, 15)}…` : name)

export function NetworkFigure({ network: { nodes, edges }, chosen, onChoose }: Props) {
  const drawn = nodes.flatMap((node, n) => (node.at ? [{ node, at: node.at, n }] : []))
  const most = Math.max(1, ...drawn.map(({ node }) => node.between))
  const place = new Map(drawn.map(({ n, at }) => [n, at]))
  const chosenAt = nodes.findIndex(({ id }) => id === chosen)
  const lines = edges.flatMap(({ from, to, bond, strength }) => {
    const [a, b] = [place.get(from), place.get(to)]
    if (!a || !b) return []
    const own = chosenAt >= 0 && (from === chosenAt || to === chosenAt)
    const style = cx('lb-edge', `lb-edge-${bond}`, own && 'lb-edge-chosen')
    return [{ key: `${from} ${to}`, a, b, style, strength, own }]
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with buttons in it is no set of fields
    <svg
      className="lb-network"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t('picture.network-label', { count: drawn.length })}
    >
      {lines.map(({ key, a, b, style, strength, own }) => (
        <line
          key={key}
          className={style}
          x1={xOf(a)}
          y1={yOf(a)}
          x2={xOf(b)}
          y2={yOf(b)}
          strokeWidth={(own ? 1 : 0) + 0.6 + strength * 0.4}
        />
      ))}
      {drawn.map(({ node, at, n }, order) => (
        <Node
          key={node.id}
          {...{ node, at, chosen: node.id === chosen, onChoose }}
          radius={12 + 9 * Math.sqrt(node.between / most)}
          number={n + 1}
          name={order < named || node.id === chosen ? short(node.name) : ''}
        />
      ))}
    </svg>
  )
}

/** A name at the edge leans inwards. */
const anchorOf = (x: number) => (x < 90 ? 'start' : x > width - 90 ? 'end' : 'middle')

type NodeProps = {
  node: NetworkNode
  at: readonly [number, number]
  radius: number
  number: number
  name: string
  chosen: boolean
  onChoose: (id: string) => void
}

function Node({ node, at, radius, number, name, chosen, onChoose }: NodeProps) {
  const choose = () => onChoose(node.id)
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    choose()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a picture
    <g
      className={cx('lb-node', node.outside && 'lb-node-outside', chosen && 'lb-node-chosen')}
      transform={`translate(${xOf(at)} ${yOf(at)})`}
      role="button"
      tabIndex={0}
      aria-label={node.name}
      aria-pressed={chosen}
      onClick={choose}
      onKeyDown={byKey}
    >
      <circle className="lb-touch" r={touch} />
      <circle className="lb-dot" r={radius} />
      <text>{number}</text>
      {name && (
        <text className="lb-name" y={radius + 10} style={{ textAnchor: anchorOf(xOf(at)) }}>
          {name}
        </text>
      )}
    </g>
  )
}
