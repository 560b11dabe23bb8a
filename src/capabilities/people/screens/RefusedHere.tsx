// What the server refused about this person, and the record that stands in the way. It is mended in the outbox.
import { Link } from 'wouter'
import { usePhoneState } from '../../../platform/browser/hooks.tsx'
import { say, translate } from '../../../platform/browser/language.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { peopleTexts } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { OwnerLink } from './OwnerLink.tsx'

const t = translate(screenTexts)

export function RefusedHere({ place, id }: { place: string; id: string }) {
  const { entries } = usePhoneState()
  const refusals = entries
    .filter(
      (entry) => entry.status === 'refused' && entry.name.startsWith('people.') && entry.records[0] === id,
    )
    .flatMap((entry) => entry.refusals)
    .filter((refusal) => refusal.code !== 'people.changed-meanwhile')
  if (refusals.length === 0) return null
  return (
    <Notice
      tone="refused"
      title={t('person.refused')}
      action={<Link href="/kotak-keluar">{t('person.to-outbox')}</Link>}
    >
      <ul>
        {refusals.map((refusal) => (
          <li key={`${refusal.code} ${refusal.field}`}>
            {say(refusal, peopleTexts)} <OwnerLink place={place} refusal={refusal} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}
