// A board as a sheet for the wall: the same layout as on the screen, as large as the paper takes.
import '../screens/cards.css'
import './wall.css'
import { useState } from 'react'
import { fullDay } from '../../../../kernel/day.ts'
import { cardHeight, cardWidth } from '../../../../platform/browser/board/layout.ts'
import { useRow } from '../../../../platform/browser/hooks.tsx'
import { LogLine } from '../../../../platform/browser/paper/LogLine.tsx'
import { usePlaceName } from '../../../../platform/browser/place-names.ts'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { Switch } from '../../../../platform/browser/ui/page/Switch.tsx'
import { PrintSheet } from '../../../../platform/browser/ui/print/PrintSheet.tsx'
import { type Meeting, meetingCollection } from '../../../meetings/meeting.ts'
import { type Board, roots } from '../board.ts'
import { rootWords } from '../roots.ts'
import { CardFace } from '../screens/CardFace.tsx'
import { rootedIn, type Tree } from '../tree.ts'
import { useTree } from '../use-board.browser.ts'
import { boardRecord, t } from '../words.browser.ts'

/** What is left for the board on each sheet, in millimetres, beside its margins, title and the roots beneath. */
const room = { f4: { width: 286, height: 100 }, a3: { width: 376, height: 200 } } as const
type Size = keyof typeof room
/** A pixel of CSS in millimetres. */
const mm = 25.4 / 96

/** A wall has no card to open: what is longer than three lines is written smaller, and whole. */
const longer = (text: string) => (text.length > 110 ? 'very' : text.length > 48 ? 'a-bit' : undefined)

function Picture({
  tree,
  layout,
  size,
}: Pick<ReturnType<typeof useTree>, 'tree' | 'layout'> & { size: Size }) {
  const { width, height } = room[size]
  const scale = Math.min(1.5, width / mm / layout.width, height / mm / layout.height)
  return (
    <div className="wk-wall" style={{ height: layout.height * scale }}>
      <div className="wk-wall-board" style={{ width: layout.width, transform: `scale(${scale})` }}>
        <svg aria-hidden="true" width={layout.width} height={layout.height}>
          <path d={layout.lines.map(({ path }) => path).join('')} />
        </svg>
        {[...layout.boxes.values()].map(({ id, x, y }) => {
          const leaf = tree.byId.get(id)
          return (
            leaf && (
              <div
                key={id}
                style={{ left: x, top: y, width: cardWidth, height: cardHeight }}
                data-long={longer(leaf.text)}
              >
                <CardFace {...{ leaf, tree }} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

function RootsTable({ tree }: { tree: Tree }) {
  return (
    <table>
      <thead>
        <tr>
          {roots.map((root) => (
            <th key={root} scope="col">
              {rootWords[root].title[0]}: {rootWords[root].about[0].toLowerCase()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {roots.map((root) => (
            <td key={root}>
              {rootedIn(tree, root)
                .map(({ text }) => text)
                .join('; ') || '–'}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

function Sheet({ place, board, size }: { place: string; board: Board; size: Size }) {
  const { tree, layout } = useTree(board.id)
  const meeting = useRow<Meeting>(meetingCollection, board.meeting)
  const { title } = usePlaceName(place)
  const { focus } = board.fields
  const held = meeting ? `${meeting.title}, ${fullDay(meeting.date, 'id')}` : ''
  return (
    <div lang="id" className="wk-sheet">
      <PrintSheet
        {...{ paper: size, look: 'plain', landscape: true }}
        title={board.fields.title?.value ?? ''}
        number={[board.kind === 'consensus' ? 'Lokakarya mufakat' : 'Pohon masalah', held, title]
          .filter(Boolean)
          .join(' · ')}
      >
        {focus?.value && <p className="wk-wall-focus">{focus.value}</p>}
        <Picture {...{ tree, layout, size }} />
        {board.kind === 'problem-tree' && <RootsTable tree={tree} />}
        <LogLine />
      </PrintSheet>
    </div>
  )
}

function WallScreen({ place, params, row: board }: RecordProps<Board>) {
  const [size, setSize] = useState<Size>('a3')
  const base = `/d/${place}/fgd/${params['id'] ?? board.meeting}/papan/${board.id}`
  return (
    <Page title={t('cards.print')} width="wide" back={{ href: base, label: board.fields.title?.value ?? '' }}>
      <Stack>
        <div data-print="hide">
          <Cluster justify="between">
            <Switch
              name="paper"
              label={t('cards.paper')}
              value={size}
              options={[
                { value: 'a3', label: 'A3' },
                { value: 'f4', label: 'F4' },
              ]}
              onChange={(next) => setSize(next === 'f4' ? 'f4' : 'a3')}
            />
            <Button variant="primary" icon="printer" onClick={() => window.print()}>
              {t('cards.print')}
            </Button>
          </Cluster>
        </div>
        <Sheet {...{ place, board, size }} />
      </Stack>
    </Page>
  )
}

export default recordScreen(boardRecord, WallScreen)
