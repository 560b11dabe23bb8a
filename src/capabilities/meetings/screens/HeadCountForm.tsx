// Counting heads, one tap each, where no names are taken.
import { useState } from 'react'
import type { Refusal } from '../../../kernel/refusal.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { Stepper } from '../../../platform/browser/ui/form/Stepper.tsx'
import { countHeads } from '../attendance.ts'
import { type Element, elementsToChoose, withImpliedHeads } from '../elements.ts'
import type { HeadCount, Meeting } from '../meeting.ts'
import type { Setting } from '../plan-rules.ts'
import { whyNotCount } from '../rules.ts'
import type { Enrolled } from '../setting.ts'
import { tallyOfHeads } from '../tally.ts'
import { TallyBar } from './TallyBar.tsx'
import { errorAt, faultsOf, t, words } from './words.tsx'

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
  const phone = usePhone()
  const announce = useAnnounce()
  const [typed, setCount] = useState<HeadCount>(meeting.headCount ?? nobody)
  const count = withImpliedHeads(typed, enrolled?.programme)
  const [attempt, setAttempt] = useState(0)
  const refusals = whyNotCount(meeting, typed, setting).map((each) => named(each, elements))
  const asked = elementsToChoose(elements, enrolled?.programme).filter(
    (each) => meeting.invitees.includes(each.id) || count.elements[each.id],
  )
  const save = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0) return
    await phone.give(countHeads, place, { meeting: meeting.id, count })
    announce(t('meetings.saved'))
  }
  return (
    <Form onSubmit={() => void save()}>
      <TallyBar tally={tallyOfHeads(count)} />
      <Notice tone="info">{t('meetings.heads-why')}</Notice>
      {attempt > 0 && (
        <ErrorSummary title={t('meetings.mend-first')} faults={faultsOf(refusals)} attempt={attempt} />
      )}
      {parts.map((part) => (
        <Stepper
          key={part}
          name={`count.${part}`}
          label={t(`meetings.${part}`)}
          less={t('meetings.less', { what: t(`meetings.${part}`) })}
          more={t('meetings.add-one', { what: t(`meetings.${part}`) })}
          value={count[part]}
          onChange={(value) => setCount({ ...count, [part]: value })}
          error={errorAt(refusals, `count.${part}`)}
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
          onChange={(value) => setCount({ ...count, elements: { ...count.elements, [each.id]: value } })}
        />
      ))}
      <FormActions>
        <Button type="submit" variant="primary">
          {t('meetings.save-heads')}
        </Button>
      </FormActions>
    </Form>
  )
}
