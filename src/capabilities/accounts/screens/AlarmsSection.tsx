// For the privacy officer: who opened so many sealed values that they had to wait.
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Alarm } from '../account.ts'
import { d } from '../desk-words.browser.ts'
import { dayOf, g } from '../words.browser.ts'

export function AlarmsSection({ place }: { place: string }) {
  const answer = useAnswer<{ alarms: Alarm[] }>('accounts.alarms', { place })
  const where = usePlaceName(place)
  return (
    <Section title={d('accounts.alarms')} subtitle={where.title}>
      {!answer.value && <AnswerRest answer={answer} label={g('accounts.loading')} />}
      {answer.value?.alarms.length === 0 && <p>{d('accounts.no-alarms')}</p>}
      {answer.value?.alarms.map((alarm) => (
        <Row key={alarm.id} {...alarm} />
      ))}
    </Section>
  )
}

function Row({ name, place, reveals, at }: Alarm) {
  const where = usePlaceName(place)
  return (
    <div className="ac-row">
      <div>
        <strong>{name}</strong>
        <small>{d('accounts.alarm', { count: String(reveals), day: dayOf(at) })}</small>
        <small>{where.title}</small>
      </div>
    </div>
  )
}
