// Counting heads, one tap each, where no names are taken.

import type { Refusal } from '../../../kernel/refusal.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Stepper } from '../../../platform/browser/ui/form/Stepper.tsx'
import type { Enrolled } from '../../programmes/serving.ts'
import { countHeads } from '../attendance.ts'
import { type Element, elementsToChoose, withImpliedHeads } from '../elements.ts'
import type { HeadCount, Meeting } from '../meeting.ts'
import type { Setting } from '../plan-rules.ts'
import { whyNotCount } from '../rules.ts'
import { tallyOfHeads } from '../tally.ts'
import { meetingsTexts } from '../texts.ts'
import { TallyBar } from './TallyBar.tsx'
import { t, words } from './words.tsx'

/** The element by its title instead of its id. */
function named(refusal: Refusal, elements: readonly Element[]): Refusal {
  const found = elements.find((each) => each.id === refusal.facts?.element)
  return found ? { ...refusal, facts: { ...refusal.facts, element: words(found.title) } } : refusal
}

const nobody: HeadCount = { women: 0, men: 0, poor: 0, elements: {} }
type Part = 'women' | 'men' | 'poor'
const parts: readonly Part[] = ['women', 'men', 'poor']

type Props = {
  place: string
  meeting: Meeting
  setting: Setting
  enrolled: Enrolled | null
  elements: readonly Element[]
}

export function HeadCountForm({ place, meeting, setting, enrolled, elements }: Props) {
  const form = useCommandForm({
    ...{ place, screen: 'meetings.heads', record: meeting.id, says: [meetingsTexts], command: countHeads },
    start: () => meeting.headCount ?? nobody,
    input: (typed) => ({ meeting: meeting.id, count: withImpliedHeads(typed, enrolled?.programme) }),
    rules: (_, typed) => whyNotCount(meeting, typed, setting).map((each) => named(each, elements)),
    saved: t('meetings.saved'),
  })
  const { set, errorOf } = form
  const { count } = form.input
  const asked = elementsToChoose(elements, enrolled?.programme).filter(
    (each) => meeting.invitees.includes(each.id) || count.elements[each.id],
  )
  return (
    <CommandForm form={form} submit={t('meetings.save-heads')}>
      <TallyBar tally={tallyOfHeads(count)} />
      <Notice tone="info">{t('meetings.heads-why')}</Notice>
      {parts.map((part) => (
        <Stepper
          key={part}
          name={`count.${part}`}
          label={t(`meetings.${part}`)}
          less={t('meetings.less', { what: t(`meetings.${part}`) })}
          more={t('meetings.add-one', { what: t(`meetings.${part}`) })}
          value={count[part]}
          onChange={(value) => set({ [part]: value })}
          error={errorOf(`count.${part}`)}
        />
      ))}
      {asked.map((each) => (
        <Stepper
          key={each.id}
          name={`count.elements.${each.id}`}
          label={words(each.title)}
          less={t('meetings.less', { what: words(each.title) })}
          more={t('meetings.add-one', { what: words(each.title) })}
          value={count.elements[each.id] ?? 0}
          onChange={(value) => set({ elements: { ...count.elements, [each.id]: value } })}
        />
      ))}
    </CommandForm>
  )
}
