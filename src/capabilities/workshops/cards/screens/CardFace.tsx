// What stands on a card.
import './cards.css'
import { fill } from '../../../../kernel/text.ts'
import { language } from '../../../../platform/browser/language.ts'
import { cx } from '../../../../platform/browser/ui/cx.ts'
import { symbolOf } from '../laying.ts'
import { rootWords } from '../roots.ts'
import type { Leaf, Tree } from '../tree.ts'
import { t } from '../words.browser.ts'

export const rootTitle = (root: Leaf['root']): string => (root ? fill(rootWords[root].title, language()) : '')

export function CardFace({ leaf, tree }: { leaf: Leaf; tree: Tree }) {
  const sign = leaf.kind === 'cluster' ? `${symbolOf(tree, leaf.id)} ` : ''
  return (
    <div className={cx('wk-card', `wk-card-${leaf.kind}`, leaf.cut && 'wk-card-cut')}>
      <span className="wk-card-kind">
        {sign}
        {t(`cards.${leaf.kind}`)}
        {leaf.root && <span className="wk-root">{rootTitle(leaf.root)}</span>}
      </span>
      <span className="wk-card-text">{leaf.text}</span>
    </div>
  )
}

/** What a card is called aloud: what it is, its words, and where it hangs. */
export function cardSaid(tree: Tree, id: string): string {
  const leaf = tree.byId.get(id)
  if (!leaf) return ''
  const above = leaf.parent === null ? null : tree.byId.get(leaf.parent)
  const where = above ? t('cards.write-under', { text: above.text }) : ''
  return [t(`cards.${leaf.kind}`), leaf.text, where, rootTitle(leaf.root)].filter(Boolean).join(', ')
}
