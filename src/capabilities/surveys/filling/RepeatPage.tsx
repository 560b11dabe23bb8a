// The list of a repeat: who or what is noted so far, each with its way in; add and remove where the form leaves that open.
import { useState } from 'react'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../platform/browser/ui/action/IconButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Icon } from '../../../platform/browser/ui/Icon.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { memberName } from './answer-text.ts'
import { FormWords, WordsMedia } from './FormWords.tsx'
import { t, useFill } from './fill-context.tsx'
import { labelOf, type MemberNode, type RepeatNode } from './nodes.ts'
import { pageStatus } from './page-status.ts'
import { type FormPage, type PageState, stateOf } from './plan.ts'

type Props = { repeat: RepeatNode; onOpen: (key: string) => void }

const pagesOfMember = (pages: readonly FormPage[], member: MemberNode) =>
  pages.filter((page) => page.within.some((each) => each.member.nodeId === member.nodeId))

/** The worst state among the pages of a member. */
function memberState(pages: readonly FormPage[]): PageState {
  const states = pages.map(stateOf)
  for (const state of ['faulty', 'needed'] as const) if (states.includes(state)) return state
  return states.includes('answered') ? 'answered' : 'empty'
}

export function RepeatPage({ repeat, onOpen }: Props) {
  const { session } = useFill()
  const announce = useAnnounce()
  const [removing, setRemoving] = useState<number | null>(null)
  const members = repeat.currentState.children
  const pages = session.pages()
  const { readonly } = repeat.currentState
  const canAdd = repeat.addInstances !== undefined && !readonly
  const title = labelOf(repeat)
  const called = (member: MemberNode, index: number) =>
    memberName(member, repeat) || t('repeat.nth', { name: title || t('repeat.plain'), n: index + 1 })
  const openMember = (member: MemberNode | undefined) => {
    const [first] = member ? pagesOfMember(session.pages(), member) : []
    if (first) onOpen(first.key)
  }
  const add = () => {
    session.change(() => void repeat.addInstances?.())
    openMember(repeat.currentState.children.at(-1))
  }
  const remove = (index: number) => {
    const member = members[index]
    const name = member ? called(member, index) : ''
    session.change(() => void repeat.removeInstances?.(index))
    setRemoving(null)
    announce(t('repeat.removed', { name }), { seconds: 4 })
  }
  return (
    <section className="fl-question">
      <h2 className="fl-words" data-question tabIndex={-1}>
        {title ? <FormWords words={repeat.currentState.label} /> : t('repeat.plain')}
      </h2>
      <WordsMedia words={repeat.currentState.label} />
      {!canAdd && <p className="rb-hint">{t('repeat.counted')}</p>}
      {members.length === 0 ? (
        <div className="fl-none">
          <p>{t('repeat.none')}</p>
          {canAdd && <p className="rb-hint">{t('repeat.none-why')}</p>}
        </div>
      ) : (
        <ul className="fl-members">
          {members.map((member, index) => (
            <Member
              key={member.nodeId}
              name={called(member, index)}
              state={memberState(pagesOfMember(pages, member))}
              onOpen={() => openMember(member)}
              onRemove={canAdd ? () => setRemoving(index) : undefined}
            />
          ))}
        </ul>
      )}
      {canAdd && (
        <Button icon="plus" full onClick={add}>
          {title ? t('repeat.add', { name: title }) : t('repeat.add-plain')}
        </Button>
      )}
      <ConfirmDialog
        open={removing !== null}
        danger
        title={t('repeat.remove-title', { name: nameAt(members, removing, called) })}
        confirmLabel={t('repeat.remove')}
        cancelLabel={t('fill.cancel')}
        onConfirm={() => removing !== null && remove(removing)}
        onCancel={() => setRemoving(null)}
      >
        <p>{t('repeat.remove-why')}</p>
      </ConfirmDialog>
    </section>
  )
}

function nameAt(
  members: readonly MemberNode[],
  index: number | null,
  called: (member: MemberNode, index: number) => string,
): string {
  const member = index === null ? undefined : members[index]
  return member && index !== null ? called(member, index) : ''
}

type MemberProps = {
  name: string
  state: PageState
  onOpen: () => void
  onRemove: (() => void) | undefined
}

function Member({ name, state, onOpen, onRemove }: MemberProps) {
  return (
    <li className="fl-member">
      <button type="button" className="fl-member-open" onClick={onOpen}>
        <span className="fl-member-name">{name}</span>
        <StatusBadge status={pageStatus[state]} label={t(`fill.state.${state}`)} />
        <Icon name="chevron-right" />
      </button>
      {onRemove && <IconButton icon="trash" label={t('repeat.remove-what', { name })} onClick={onRemove} />}
    </li>
  )
}
