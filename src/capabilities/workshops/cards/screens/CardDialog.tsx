// One card: its words, where it hangs, its root, and who did what to it. All that a drag does can be done here.
import { useState } from 'react'
import { fill } from '../../../../kernel/text.ts'
import { language } from '../../../../platform/browser/language.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { RadioCards } from '../../../../platform/browser/ui/form/RadioCards.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { Dialog } from '../../../../platform/browser/ui/overlay/Dialog.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { type Board, type Card, cardTextMost, type Root, roots } from '../board.ts'
import { type Laid, laid, mayLay, stepped } from '../laying.ts'
import { rootWords } from '../roots.ts'
import type { Leaf, Tree } from '../tree.ts'
import { t, whoWhen } from '../words.browser.ts'

type Props = {
  place: string
  board: Board
  tree: Tree
  leaf: Leaf
  card: Card
  onLay: (sets: readonly Laid[]) => Promise<boolean>
  onClose: () => void
}

/** The fields that were changed, as moves: words and root on their own, where it hangs as a drag does. */
function changesOf({ board, tree, leaf }: Props, text: string, parent: string, root: string): Laid[] {
  const set = {
    ...(text !== leaf.text && text !== '' ? { text } : {}),
    ...(root !== (leaf.root ?? '') ? { root: (root || null) as Root | null } : {}),
  }
  const hung =
    parent === (leaf.parent ?? '')
      ? []
      : laid(tree, board.kind, leaf.id, parent === '' ? null : { id: parent, where: 'into' })
  return [...(Object.keys(set).length > 0 ? [{ card: leaf.id, set }] : []), ...hung]
}

function Who({ place, card }: Pick<Props, 'place' | 'card'>) {
  const { text, parent, rank } = card.fields
  const hung = parent && rank && parent.clock < rank.clock ? rank : parent
  return (
    <p>
      {text && t('cards.written-by', whoWhen(text, place))}
      {hung && hung.move !== text?.move && <br />}
      {hung && hung.move !== text?.move && t('cards.moved-by', whoWhen(hung, place))}
    </p>
  )
}

export function CardDialog(props: Props) {
  const { place, board, tree, leaf, card, onLay, onClose } = props
  const [text, setText] = useState(leaf.text)
  const [parent, setParent] = useState(leaf.parent ?? '')
  const [root, setRoot] = useState<string>(leaf.root ?? '')
  const may = [...tree.byId.values()].filter(
    ({ id, kind }) =>
      id === leaf.parent ||
      (mayLay(tree, board.kind, leaf.id, { id, where: 'into' }) &&
        (board.kind === 'problem-tree' || kind === 'cluster')),
  )
  const lay = async (sets: readonly Laid[]) => {
    if (sets.length === 0 || (await onLay(sets))) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`cards.${leaf.kind}`)}
      closeLabel={t('cards.close')}
      onSubmit={() => void lay(changesOf(props, text.trim().replaceAll(/\s+/g, ' '), parent, root))}
      actions={
        <>
          <Button
            variant="danger"
            icon="trash"
            onClick={() => void lay([{ card: leaf.id, set: { gone: true } }])}
          >
            {t('cards.remove')}
          </Button>
          <Button type="submit" variant="primary">
            {t('cards.save')}
          </Button>
        </>
      }
    >
      {leaf.cut && <Notice tone="warn">{t('cards.cut')}</Notice>}
      <TextArea
        name="text"
        label={t('cards.text')}
        rows={3}
        maxLength={cardTextMost}
        value={text}
        onChange={setText}
      />
      {may.length > 0 && (
        <SelectField
          name="parent"
          label={t('cards.under')}
          value={parent}
          onChange={setParent}
          options={[
            { value: '', label: t('cards.under-none') },
            ...may.map((each) => ({ value: each.id, label: each.text })),
          ]}
        />
      )}
      {leaf.kind === 'cause' && (
        <RadioCards
          name="root"
          label={t('cards.root')}
          hint={t('cards.root-why')}
          value={root}
          onChange={setRoot}
          choices={[
            { value: '', label: t('cards.root-none') },
            ...roots.map((value) => ({
              value,
              label: fill(rootWords[value].title, language()),
              hint: fill(rootWords[value].about, language()),
            })),
          ]}
        />
      )}
      <Cluster>
        {([-1, 1] as const).map((by) => (
          <Button
            key={by}
            icon={by === -1 ? 'arrow-left' : 'arrow-right'}
            disabled={stepped(tree, leaf.id, by).length === 0}
            onClick={() => void onLay(stepped(tree, leaf.id, by))}
          >
            {t(by === -1 ? 'cards.earlier' : 'cards.later')}
          </Button>
        ))}
      </Cluster>
      <Who place={place} card={card} />
    </Dialog>
  )
}
