// The names on the roll, to find one and to open its record.
import { isSigned } from '../../../kernel/paper.ts'
import './volunteers.css'
import { useState } from 'react'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import type { ExportTable } from '../../../platform/browser/export-xlsx.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { SearchField } from '../../../platform/browser/ui/form/SearchField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { PersonLine } from '../../../platform/browser/ui/records/PersonLine.tsx'
import { searchable } from '../../people/names.ts'
import { acknowledgedIn, rollIn, signingsIn } from '../view.ts'
import { isActive, type Volunteer, volunteerCollection } from '../volunteer.ts'
import { useLives } from './use-volunteers.ts'
import { dayText, nameOf, sexText, t } from './words.tsx'

const mostShown = 30

/** Whether the row waits in the outbox, or came back to be mended. */
export function PendingBadge({ collection, id }: { collection: string; id: string }) {
  const pending = usePlaceView().pending(collection, id)
  if (pending === undefined || pending === 'sent') return null
  return pending === 'refused' ? (
    <StatusBadge status="refused" label={t('volunteers.mend')} />
  ) : (
    <StatusBadge status="waiting" label={t('volunteers.unsent')} />
  )
}

export function NamesPart({ place, enrolment }: { place: string; enrolment: string }) {
  const view = usePlaceView()
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const livesAt = useLives()
  const roll = rollIn(view, enrolment)
  const wanted = searchable(typed)
  const found = roll.filter((each) => searchable(each.name).includes(wanted))
  const active = found.filter(isActive).sort((a, b) => a.name.localeCompare(b.name, 'id'))
  const gone = found.filter((each) => !isActive(each))
  if (roll.length === 0) return null
  return (
    <Section
      title={t('volunteers.roll')}
      actions={
        <ExportButton name={`relawan-${place}`} table={() => tableOf([...active, ...gone], livesAt)} />
      }
    >
      {roll.length > 8 && (
        <SearchField
          name="volunteer-search"
          label={t('volunteers.search')}
          value={typed}
          onChange={setTyped}
          clearLabel={t('volunteers.clear')}
        />
      )}
      {found.length === 0 && <p role="status">{t('volunteers.none-found')}</p>}
      <Names place={place} enrolment={enrolment} volunteers={all ? active : active.slice(0, mostShown)} />
      {!all && active.length > mostShown && (
        <Button onClick={() => setAll(true)}>{t('volunteers.more-names', { count: active.length })}</Button>
      )}
      {gone.length > 0 && (
        <details>
          <summary>{t('volunteers.withdrawn-list', { count: gone.length })}</summary>
          <Names place={place} enrolment={enrolment} volunteers={gone} />
        </details>
      )}
    </Section>
  )
}

/** As the list shows it: who is poor is nobody's business outside the tally. */
const tableOf = (found: readonly Volunteer[], livesAt: (each: Volunteer) => string): ExportTable => ({
  head: [
    t('new.name'),
    t('new.sex'),
    t('one.lives'),
    t('one.registered'),
    t('one.withdrawn', { on: '' }).trim(),
  ],
  rows: found.map((each) => [
    nameOf(each),
    sexText(each.sex),
    livesAt(each),
    each.registeredOn,
    each.withdrawn?.on,
  ]),
})

type NamesProps = { place: string; enrolment: string; volunteers: readonly Volunteer[] }

function Names({ place, enrolment, volunteers }: NamesProps) {
  const view = usePlaceView()
  const known = acknowledgedIn(view, enrolment)
  const signed = new Set(
    signingsIn(view, enrolment)
      .filter(isSigned)
      .flatMap((each) => each.volunteers),
  )
  const livesAt = useLives()
  const detail = (each: Volunteer) => {
    const gone = each.withdrawn ? t('one.withdrawn', { on: dayText(each.withdrawn.on) }) : ''
    return [livesAt(each), sexText(each.sex), gone].filter(Boolean).join(' · ')
  }
  return (
    <ul className="volunteers-names">
      {volunteers.map((each) => (
        <li key={each.id}>
          <PersonLine
            name={nameOf(each)}
            detail={detail(each)}
            href={`/d/${place}/relawan/${each.id}`}
            badges={
              <>
                <PendingBadge collection={volunteerCollection} id={each.id} />
                {/* Who is new stands out only once somebody was acknowledged. */}
                {isActive(each) && signed.size > 0 && !known.has(each.id) && (
                  <StatusBadge
                    status="later"
                    label={t(signed.has(each.id) ? 'volunteers.ack-changed' : 'volunteers.fresh')}
                  />
                )}
              </>
            }
          />
        </li>
      ))}
    </ul>
  )
}
