// Which RT have a volunteer, and which have none yet.
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ProgressBar } from '../../../platform/browser/ui/feedback/ProgressBar.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localLine, treeOf } from '../../places/tree.ts'
import { coverageIn } from '../view.ts'
import { t } from './words.tsx'

const mostShown = 24

export function CoveragePart({ place, enrolment }: { place: string; enrolment: string }) {
  const view = usePlaceView()
  const { rts, without, percent, unplaced } = coverageIn(view, enrolment)
  if (rts.length === 0)
    return (
      <Notice
        tone="advice"
        title={t('volunteers.no-rt')}
        action={<LinkButton href={`/d/${place}/wilayah`}>{t('volunteers.note-rt')}</LinkButton>}
      >
        {t('volunteers.no-rt-why')}
      </Notice>
    )
  // An officer's phone does not know who lives where.
  if (percent === null) return null
  const some = rts.length - without.length
  return (
    <Section title={t('volunteers.coverage')}>
      <ProgressBar
        label={t('volunteers.coverage-bar')}
        value={some}
        max={rts.length}
        text={t('volunteers.coverage-text', { some, all: rts.length })}
        tone={without.length === 0 ? 'done' : 'next'}
      />
      {without.length === 0 ? <p>{t('volunteers.coverage-full')}</p> : <Without without={without} />}
      {unplaced > 0 && <p className="rb-hint">{t('volunteers.coverage-unplaced', { count: unplaced })}</p>}
    </Section>
  )
}

function Without({ without }: { without: readonly LocalPlace[] }) {
  const view = usePlaceView()
  const all = view.all<LocalPlace>(localCollection)
  const missing = new Set(without.map((each) => each.id))
  const inOrder = treeOf(all).flatMap(({ place }) => (missing.has(place.id) ? [place] : []))
  const more = inOrder.length - mostShown
  return (
    <>
      <p>
        <strong>{t('volunteers.coverage-without')}</strong>
      </p>
      <ul className="volunteers-chips">
        {inOrder.slice(0, mostShown).map((each) => (
          <li key={each.id}>{localLine(each, all, view.place)}</li>
        ))}
        {more > 0 && <li>{t('volunteers.coverage-more', { count: more })}</li>}
      </ul>
    </>
  )
}
