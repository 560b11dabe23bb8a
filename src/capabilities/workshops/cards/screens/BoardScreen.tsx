// A board of cards at work: by finger, mouse or keyboard, with signal or without.
import { useEffect, useMemo, useRef, useState } from 'react'
import { fill } from '../../../../kernel/text.ts'
import { Board as Cards } from '../../../../platform/browser/board/Board.tsx'
import { language } from '../../../../platform/browser/language.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { may } from '../../words.browser.ts'
import { type Board, moveCards, roots } from '../board.ts'
import { laid, mayLay } from '../laying.ts'
import { rootWords } from '../roots.ts'
import { rootedIn, type Tree, unrooted } from '../tree.ts'
import { useMoving, useTree } from '../use-board.browser.ts'
import { boardRecord, t } from '../words.browser.ts'
import { CardDialog } from './CardDialog.tsx'
import { CardFace, cardSaid } from './CardFace.tsx'
import { Context, Resolving } from './Consensus.tsx'
import { History } from './History.tsx'
import { WriteBar } from './WriteBar.tsx'

function Roots({ tree }: { tree: Tree }) {
  const open = unrooted(tree).length
  return (
    <Section title={t('cards.roots')}>
      <ul className="wk-roots">
        {roots.map((root) => (
          <li key={root}>
            <b>{fill(rootWords[root].title, language())}</b>
            {t('cards.roots-count', { count: rootedIn(tree, root).length })}
            <br />
            <span>{fill(rootWords[root].about, language())}</span>
          </li>
        ))}
      </ul>
      {open > 0 && <Notice tone="advice">{t('cards.unrooted', { count: open })}</Notice>}
    </Section>
  )
}

const wordsOfBoard = () => ({
  ...{ board: t('cards.board'), nearer: t('cards.nearer'), further: t('cards.further'), all: t('cards.all') },
})

/** What is asked now, above the board: on a phone the button that began it lies far below. */
function Moving({ text, onCancel }: { text: string; onCancel: () => void }) {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Newer browsers give a promise back, which React would call for its end.
    here.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={here} className="wk-moving">
      <Notice tone="info" action={<Button onClick={onCancel}>{t('cards.cancel')}</Button>}>
        {t('cards.moving', { text })}
      </Notice>
    </div>
  )
}

function Table({ place, board }: { place: string; board: Board }) {
  const { cards, tree, layout } = useTree(board.id)
  const { lay } = useMoving(place, board)
  const mayMove = may(useRoles(place), moveCards)
  const [selected, setSelected] = useState<string | null>(null)
  const [picked, setPicked] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [newest, setNewest] = useState<string | null>(null)
  const faces = useMemo(
    () =>
      new Map(
        [...tree.byId.values()].map((leaf) => [leaf.id, <CardFace key={leaf.id} {...{ leaf, tree }} />]),
      ),
    [tree],
  )
  const chosen = selected === null ? undefined : tree.byId.get(selected)
  const open = opened === null ? undefined : tree.byId.get(opened)
  const card = cards.find((each) => each.id === opened)
  return (
    <Stack gap={3}>
      {picked !== null && (
        <Moving key={picked} text={tree.byId.get(picked)?.text ?? ''} onCancel={() => setPicked(null)} />
      )}
      {tree.cuts.length > 0 && <Notice tone="warn">{t('cards.cuts', { count: tree.cuts.length })}</Notice>}
      <Cards
        layout={layout}
        words={wordsOfBoard()}
        card={(id) => faces.get(id)}
        said={(id) => cardSaid(tree, id)}
        {...{ newest, selected, picked }}
        onSelect={setSelected}
        onOpen={(id) => mayMove && setOpened(id)}
        onPick={setPicked}
        mayLift={() => mayMove}
        mayDrop={(id, target) => mayLay(tree, board.kind, id, target)}
        onDrop={(id, target) => {
          setSelected(id)
          void lay(laid(tree, board.kind, id, target, t('cards.unnamed')))
        }}
      />
      {mayMove && (
        <WriteBar
          {...{ kind: board.kind, tree, chosen }}
          onLay={lay}
          onOpen={setOpened}
          onPick={setPicked}
          onWritten={setNewest}
        />
      )}
      <p>
        {t(
          tree.byId.size > 0
            ? 'cards.how'
            : board.kind === 'consensus'
              ? 'cards.how-empty-consensus'
              : 'cards.how-empty',
        )}
      </p>
      {board.kind === 'problem-tree' && tree.byId.size > 1 && <Roots tree={tree} />}
      {board.kind === 'consensus' && <Resolving {...{ place, board, tree }} />}
      <History {...{ place, board: board.id, cards }} />
      {open && card && (
        <CardDialog
          key={open.id}
          {...{ place, board, tree, leaf: open, card }}
          onLay={lay}
          onClose={() => setOpened(null)}
        />
      )}
    </Stack>
  )
}

function BoardPage({ place, params, row: board }: RecordProps<Board>) {
  const base = `/d/${place}/fgd/${params['id'] ?? board.meeting}`
  return (
    <Page
      title={board.fields.title?.value ?? ''}
      subtitle={t(board.kind === 'consensus' ? 'cards.consensus' : 'cards.tree-count')}
      back={{ href: base, label: t('cards.back') }}
      width="wide"
    >
      <Stack>
        {board.kind === 'consensus' && <Context {...{ place, board }} />}
        <Table place={place} board={board} />
        <LinkButton href={`${base}/papan/${board.id}/cetak`} icon="printer">
          {t('cards.print')}
        </LinkButton>
      </Stack>
    </Page>
  )
}

export default recordScreen(boardRecord, BoardPage)
