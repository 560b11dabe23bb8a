// Where the cards of a board lie: worked out of how they hang together, so that a board is tidy on every device and on paper, and
// two people who move cards have nothing to disagree about but what hangs where. Pure.

export type Node = {
  id: string
  children: readonly Node[] /** Grows upwards from its parent. */
  up?: boolean
}
export type Box = {
  id: string
  x: number
  y: number
  /** How it stands beside its siblings: under one another, or side by side. */
  axis: 'down' | 'across'
  depth: number
}
export type Layout = {
  boxes: ReadonlyMap<string, Box>
  /** A line for each card that hangs under another, as the path of an SVG. */
  lines: readonly { from: string; to: string; path: string }[]
  width: number
  height: number
}

export const cardWidth = 176
export const cardHeight = 80
const gap = 16
const fall = 40
const between = 72
const looseInRow = 5
const indent = 22

/** `own`: how far the card itself lies from the left side of its branch. */
type Block = { width: number; height: number; own: number; place: (x: number, y: number) => void }
type Placing = { boxes: Map<string, Box>; lines: Layout['lines'][number][]; sign: 1 | -1 }

/** Of a branch that grows down from `top`, or up to it; y is the side that is nearer to its parent. */
function blockOf(node: Node, depth: number, axis: Box['axis'], at: Placing): Block {
  const { boxes, lines, sign } = at
  const top = (y: number) => (sign === 1 ? y : y - cardHeight)
  const put = (x: number, y: number) => void boxes.set(node.id, { id: node.id, x, y: top(y), axis, depth })
  const end = (y: number) => y + sign * cardHeight
  if (node.children.length === 0) return { width: cardWidth, height: cardHeight, own: 0, place: put }
  const stacked = node.children.every(({ children }) => children.length === 0)
  const blocks = node.children.map((child) => blockOf(child, depth + 1, stacked ? 'down' : 'across', at))
  if (stacked)
    return {
      own: 0,
      width: cardWidth + indent,
      height: cardHeight + blocks.length * (cardHeight + gap),
      place: (x, y) => {
        put(x, y)
        for (const [n, block] of blocks.entries()) {
          const below = end(y) + sign * (gap + n * (cardHeight + gap))
          block.place(x + indent, below)
          const middle = below + (sign * cardHeight) / 2
          const path = `M${x + indent / 2} ${end(y)}V${middle}H${x + indent}`
          lines.push({ from: node.id, to: node.children[n]?.id ?? '', path })
        }
      },
    }
  const inner = blocks.reduce((sum, { width }) => sum + width, 0) + gap * (blocks.length - 1)
  const width = Math.max(cardWidth, inner)
  return {
    ...{ width, own: (width - cardWidth) / 2 },
    height: cardHeight + fall + Math.max(...blocks.map(({ height }) => height)),
    place: (x, y) => {
      const middle = x + width / 2
      put(middle - cardWidth / 2, y)
      let left = middle - inner / 2
      for (const [n, block] of blocks.entries()) {
        const next = end(y) + sign * fall
        block.place(left, next)
        const own = boxes.get(node.children[n]?.id ?? '')
        const path = `M${middle} ${end(y)}V${end(y) + (sign * fall) / 2}H${(own?.x ?? left) + cardWidth / 2}V${next}`
        lines.push({ from: node.id, to: node.children[n]?.id ?? '', path })
        left += block.width + gap
      }
    },
  }
}

/** What stands by itself, with all that hangs on it: what grows up above, the rest below, the card itself once. */
function built(node: Node, down: Placing, up: Placing) {
  const above = blockOf({ ...node, children: node.children.filter((child) => child.up) }, 0, 'across', up)
  const below = blockOf({ ...node, children: node.children.filter((child) => !child.up) }, 0, 'across', down)
  const own = Math.max(above.own, below.own)
  const right = Math.max(above.width - above.own, below.width - below.own)
  return { above, below, own, width: own + right, rise: above.height - cardHeight }
}

/** `loose`: of those that stand by themselves, the ones that wait to be hung somewhere; they lie in rows beneath all. */
export function layoutOf(tops: readonly Node[], loose: (node: Node) => boolean): Layout {
  const boxes = new Map<string, Box>()
  const lines: Layout['lines'][number][] = []
  const down: Placing = { boxes, lines, sign: 1 }
  const up: Placing = { boxes, lines, sign: -1 }
  const trees = tops.filter((top) => !loose(top)).map((node) => built(node, down, up))
  const ground = Math.max(0, ...trees.map(({ rise }) => rise))
  let left = 0
  let floor = 0
  for (const { above, below, own, width } of trees) {
    above.place(left + own - above.own, ground + cardHeight)
    below.place(left + own - below.own, ground)
    left += width + between
    floor = Math.max(floor, ground + below.height)
  }
  const rows = tops.filter(loose)
  const under = trees.length > 0 ? floor + between : 0
  for (const [n, { id }] of rows.entries()) {
    const x = (n % looseInRow) * (cardWidth + gap)
    const y = under + Math.floor(n / looseInRow) * (cardHeight + gap)
    boxes.set(id, { id, x, y, axis: 'across', depth: 0 })
  }
  const all = [...boxes.values()]
  return {
    ...{ boxes, lines },
    width: Math.max(cardWidth, ...all.map(({ x }) => x + cardWidth)),
    height: Math.max(cardHeight, ...all.map(({ y }) => y + cardHeight)),
  }
}
