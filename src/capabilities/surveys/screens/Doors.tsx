// Everything else about a survey, one door each.
import { Link } from 'wouter'
import { worksInVillage } from '../../../kernel/role.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Icon, type IconName } from '../../../platform/browser/ui/Icon.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { institutionsForm } from '../institutions/answers.ts'
import { institutionScreenTexts } from '../institutions/institution-texts.ts'
import { review } from '../submission.ts'
import { changeSurvey, type SurveyRow } from '../survey.ts'
import { may, said, seesNames, surveyPath, t, waitingOf } from './words.ts'

type Door = { href: string; label: string; icon: IconName; count?: number }

export function Doors({ place, survey }: { place: string; survey: SurveyRow }) {
  const roles = useRoles(place)
  const base = surveyPath(place, survey.id)
  const here = worksInVillage(roles)
  const doors: Door[] = [
    ...(may(roles, review)
      ? [
          {
            href: `${base}/periksa`,
            label: t('over.door-review'),
            icon: 'check-circle' as const,
            count: waitingOf(survey),
          },
        ]
      : []),
    ...(here ? [{ href: `${base}/data`, label: t('over.door-data'), icon: 'tasks' as const }] : []),
    { href: `${base}/grafik`, label: t('over.door-charts'), icon: 'chart' },
    ...(here ? [{ href: `${base}/unduh`, label: t('over.door-exports'), icon: 'download' as const }] : []),
    ...(seesNames(roles)
      ? [{ href: `${base}/profil`, label: t('over.door-profile'), icon: 'pin' as const }]
      : []),
    { href: `${base}/ukuran`, label: t('over.door-measure'), icon: 'ballot' },
    ...(survey.population === 'households' && seesNames(roles)
      ? [{ href: `${base}/daftar`, label: t('over.door-list'), icon: 'house' as const }]
      : []),
    ...(here && survey.formId === institutionsForm
      ? [
          {
            href: `${base}/lembaga`,
            label: said(institutionScreenTexts['taking.door']),
            icon: 'house' as const,
          },
        ]
      : []),
    { href: `/d/${place}/survei/formulir/${survey.form}`, label: t('over.door-form'), icon: 'file' },
    {
      href: `/d/${place}/survei/formulir/${survey.form}/cetak`,
      label: t('over.door-print'),
      icon: 'printer',
    },
    ...(may(roles, changeSurvey)
      ? [{ href: `${base}/ubah`, label: t('over.door-change'), icon: 'pencil' as const }]
      : []),
  ]
  return (
    <Section title={t('over.doors')} tone="plain">
      <ul className="sv-doors">
        {doors.map(({ href, label, icon, count }) => (
          <li key={href}>
            <Link href={href}>
              <Icon name={icon} />
              <span>{label}</span>
              {count ? <b>{count}</b> : null}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
