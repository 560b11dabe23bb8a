// One page of the form: only its own questions are drawn, however long the form is.
import { useEffect, useRef } from 'react'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { memberName } from './answer-text.ts'
import { FormWords, WordsMedia } from './FormWords.tsx'
import { t, useFill } from './fill-context.tsx'
import {
  type FormNode,
  type GroupNode,
  isGroup,
  isQuestion,
  isRepeat,
  labelOf,
  type RepeatNode,
} from './nodes.ts'
import type { FormPage } from './plan.ts'
import { Question } from './Question.tsx'
import { RepeatPage } from './RepeatPage.tsx'

type Props = {
  page: FormPage
  /** Raised at each try to leave with faults: the focus then goes to the first. */
  attempt: number
  onOpen: (key: string) => void
}

/** 'Anggota: Budi' for each repeat around the page. */
export function memberTitles(page: FormPage): string[] {
  return page.within.map(({ repeat, member, index }) => {
    const name = memberName(member, repeat)
    const title = labelOf(repeat) || t('repeat.plain')
    return name ? `${title}: ${name}` : t('repeat.nth', { name: title, n: index + 1 })
  })
}

export function PageView({ page, attempt, onOpen }: Props) {
  const view = useRef<HTMLDivElement>(null)
  const drawn = useRef(false)
  // A new page begins at its question: for the eye at the top, for the ear by the focus.
  useEffect(() => {
    const first = view.current?.querySelector<HTMLElement>('[data-question]')
    if (drawn.current) first?.focus({ preventScroll: true })
    if (drawn.current) scrollTo({ top: 0 })
    drawn.current = true
  }, [page.key])
  useEffect(() => {
    if (attempt === 0) return
    const fault = view.current?.querySelector<HTMLElement>('.rb-error')?.closest('.fl-question')
    fault?.scrollIntoView({ block: 'center' })
    fault?.querySelector<HTMLElement>('[data-question]')?.focus({ preventScroll: true })
  }, [attempt])
  const trail = [...memberTitles(page), ...page.trail]
  return (
    <div ref={view} className="fl-page">
      {trail.length > 0 && <p className="fl-trail">{trail.join(' › ')}</p>}
      <PageBody node={page.node} onOpen={onOpen} />
    </div>
  )
}

function PageBody({ node, onOpen }: { node: FormPage['node']; onOpen: Props['onOpen'] }) {
  if (isQuestion(node)) return <Question key={node.nodeId} node={node} />
  if (isRepeat(node)) return <RepeatPage key={node.nodeId} repeat={node} onOpen={onOpen} />
  return <GroupBody node={node} onOpen={onOpen} level={2} />
}

const shown = (node: FormNode) => node.currentState.relevant

function GroupBody({ node, onOpen, level }: { node: GroupNode; onOpen: Props['onOpen']; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const titled = node.nodeType === 'group' && labelOf(node) !== ''
  return (
    <section className={level === 2 ? 'fl-group' : 'fl-group fl-group-inner'}>
      {titled && (
        <>
          <Heading className="fl-group-title" data-question={level === 2 || undefined} tabIndex={-1}>
            <FormWords words={node.currentState.label} />
          </Heading>
          <WordsMedia words={node.currentState.label} />
        </>
      )}
      {node.currentState.children.filter(shown).map((child) => {
        if (isQuestion(child)) return <Question key={child.nodeId} node={child} />
        if (isRepeat(child)) return <RepeatLink key={child.nodeId} repeat={child} onOpen={onOpen} />
        return isGroup(child) ? <GroupBody key={child.nodeId} node={child} onOpen={onOpen} level={3} /> : null
      })}
    </section>
  )
}

/** A repeat inside a page: how many are noted, and the way to its list. */
function RepeatLink({ repeat, onOpen }: { repeat: RepeatNode; onOpen: Props['onOpen'] }) {
  const { session } = useFill()
  if (repeat.currentState.hasRelevantBodyNodes === false && repeat.currentState.children.length > 0)
    return null
  const count = repeat.currentState.children.length
  return (
    <div className="fl-question">
      <p className="fl-words">{labelOf(repeat) || t('repeat.plain')}</p>
      <p className="rb-hint">{t('repeat.count', { count })}</p>
      <div>
        <Button
          iconAfter="chevron-right"
          onClick={() => {
            session.goTo(repeat.currentState.reference)
            onOpen(repeat.currentState.reference)
          }}
        >
          {t('repeat.open')}
        </Button>
      </div>
    </div>
  )
}
