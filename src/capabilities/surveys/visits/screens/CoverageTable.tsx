// How far each RT is: bars beside aligned figures, so that the eye finds the RT that was forgotten.

import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { DataTable } from '../../../../platform/browser/ui/records/DataTable.tsx'
import { useLocals } from '../../screens/use-surveys.ts'
import { numberText, percentOf, surveyPath, t } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { type Coverage, totalOf } from '../visits.ts'

function Bar({ part, all }: { part: number; all: number }) {
  const percent = percentOf(part, all)
  return (
    <span className="sv-bar">
      <svg className="sv-bar-track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width={percent} height="8" />
      </svg>
      <span className="sv-bar-number">{percent}%</span>
    </span>
  )
}

type Props = { place: string; survey: SurveyRow; lines: readonly Coverage[] }

export function CoverageTable({ place, survey, lines }: Props) {
  const { lineOf } = useLocals()
  if (lines.length === 0 && survey.counts.households > 0)
    return <Notice tone="info">{t('over.officer')}</Notice>
  if (lines.length === 0)
    return (
      <EmptyState
        icon="house"
        title={t('over.coverage-none')}
        actions={<LinkButton href={`/d/${place}/warga?bagian=keluarga`}>{t('over.people')}</LinkButton>}
      >
        {t('over.coverage-none-why')}
      </EmptyState>
    )
  const total = totalOf(lines)
  const figure = (key: 'known' | 'visited' | 'left' | 'approved' | 'waiting', wideOnly = false) => ({
    key,
    header: t(`over.${key}`),
    number: true,
    wideOnly,
    cell: (line: Coverage) => numberText(line[key]),
    total: numberText(total[key]),
  })
  return (
    <Section title={t('over.coverage')} tone="plain">
      <DataTable
        caption={t('over.coverage')}
        captionHidden
        rows={lines}
        rowKey={(line) => line.localPlace ?? '-'}
        rowHref={(line) =>
          `${surveyPath(place, survey.id)}?${new URLSearchParams({ bagian: 'kunjungan', tampil: 'semua', rt: line.localPlace ?? '-' })}`
        }
        columns={[
          { key: 'rt', header: t('over.rt'), cell: (line) => lineOf(line.localPlace), total: t('over.all') },
          {
            key: 'share',
            header: t('over.share'),
            cell: (line) => <Bar part={line.visited} all={line.known} />,
            total: <Bar part={total.visited} all={total.known} />,
          },
          figure('known', true),
          figure('visited', true),
          figure('left'),
          figure('waiting', true),
          figure('approved', true),
        ]}
      />
    </Section>
  )
}
