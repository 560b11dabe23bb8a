// What works on somebody's behalf without them, and ends with what it was given for.
import { fill } from '../../../kernel/text.ts'
import { language } from '../../../platform/browser/language.ts'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import type { OnBehalf } from '../appointing/appointment.ts'
import { d } from '../desk-words.browser.ts'
import { dayOf } from '../words.browser.ts'

export function OnBehalfList({ issued }: { issued: readonly OnBehalf[] }) {
  if (issued.length === 0) return <p>{d('accounts.nothing-on-behalf')}</p>
  return (
    <>
      <p>{d('accounts.on-behalf-why')}</p>
      {issued.map((each) => (
        <Row key={each.id} {...each} />
      ))}
    </>
  )
}

function Row({ title, name, place, since }: OnBehalf) {
  const where = usePlaceName(place)
  return (
    <div className="ac-row">
      <div>
        <strong>{fill(title, language())}</strong>
        <small>{name}</small>
        <small>{[where.title, d('accounts.since', { day: dayOf(since) })].filter(Boolean).join(' · ')}</small>
      </div>
    </div>
  )
}
