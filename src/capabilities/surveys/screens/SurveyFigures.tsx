// The figures of a survey, each leading to what it was counted from.
import { worksInVillage } from '../../../kernel/role.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type KeyFigure, KeyFigures } from '../../../platform/browser/ui/figures/KeyFigures.tsx'
import { respondentsOf } from '../evidence.ts'
import type { SurveyRow } from '../survey.ts'
import type { Coverage } from '../visits/visits.ts'
import { useSubmissions } from './use-surveys.ts'
import { numberText, percentOf, seesNames, surveyPath, t, waitingOf } from './words.ts'

type Props = { place: string; survey: SurveyRow; total: Coverage }

function householdFigures(base: string, total: Coverage): KeyFigure[] {
  return [
    { label: t('over.known'), value: numberText(total.known), href: `${base}?bagian=kunjungan&tampil=semua` },
    {
      label: t('over.visited'),
      value: numberText(total.visited),
      note: t('over.percent', { percent: percentOf(total.visited, total.known) }),
      href: `${base}?bagian=kunjungan&tampil=semua`,
    },
  ]
}

export function SurveyFigures({ place, survey, total }: Props) {
  const { counts, population, target } = survey
  const base = surveyPath(place, survey.id)
  // What is counted from names leads to them only for who may see them.
  const roles = useRoles(place)
  const [named, here] = [seesNames(roles), worksInVillage(roles)]
  const queue = (status: string) => (named ? `${base}/periksa?status=${status}` : undefined)
  const answers = respondentsOf(counts)
  const returned = useSubmissions(survey.id).filter((each) => each.returned).length
  const waiting = waitingOf(survey)
  const figures: KeyFigure[] = [
    ...(population === 'households' && total.known > 0
      ? householdFigures(base, total)
      : [
          {
            label: t('over.received'),
            value: numberText(answers),
            note: target === null ? undefined : t('survey.answers-of', { count: answers, target }),
            href: here ? `${base}/data` : undefined,
          },
          ...(population === 'households'
            ? [{ label: t('over.visited'), value: numberText(counts.households) }]
            : []),
        ]),
    {
      label: t('over.waiting'),
      value: numberText(waiting),
      href: queue('menunggu'),
    },
    {
      label: t('over.approved'),
      value: numberText(counts.approved),
      note:
        answers > 0 ? t('over.percent-answers', { percent: percentOf(counts.approved, answers) }) : undefined,
      href: queue('approved'),
    },
    // Above the village no submission is on the phone to be counted.
    ...(here
      ? [{ label: t('over.returned'), value: numberText(returned), href: queue('dikembalikan') }]
      : []),
  ]
  return <KeyFigures label={t('over.figures')} figures={figures} />
}
