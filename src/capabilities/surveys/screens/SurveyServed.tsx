// Which programmes a survey and its list count for, and what of it is not agreed for one of them.
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ServedProgrammes, titleOf } from '../../programmes/door.browser.tsx'
import { begunAfter } from '../evidence.ts'
import { type FormRow, formCollection } from '../library/form.ts'
import { whyNotServeAlso } from '../rules.ts'
import { type SurveyRow, serveAlso, surveyFor } from '../survey.ts'
import { surveysTexts } from '../texts.ts'
import { fittingKinds } from './survey-draft.ts'
import { dayText, may, t } from './words.ts'

/** Why a programme does not count all of it; null while nothing is closed as complete. */
function unmet(survey: SurveyRow, enrolment: string): string[] | null {
  if (!survey.closed?.complete) return null
  const seen = surveyFor(survey, enrolment)
  return (['criteria', 'result'] as const)
    .filter((what) => survey[what] && !seen?.[what])
    .map((what) => t(`over.${what}-not-there`))
}

/** Which of them began here after it was asked. */
function Older({ survey }: { survey: SurveyRow }) {
  const later = begunAfter(usePlaceView(), survey)
  if (later.length === 0) return null
  const programmes = later.map((each) =>
    t('over.older-one', { programme: titleOf(each), startedOn: dayText(each.row.startedOn ?? '') }),
  )
  return (
    <Notice tone="info">
      {t('over.older', { on: dayText(survey.openedOn), programmes: programmes.join('; ') })}
    </Notice>
  )
}

export function SurveyServed({ place, survey }: { place: string; survey: SurveyRow }) {
  const view = usePlaceView()
  const roles = useRoles(place)
  const form = view.get<FormRow>(formCollection, survey.form)
  const kinds = form && (form.about.kinds ?? [])
  return (
    <>
      <ServedProgrammes
        place={place}
        record={survey}
        kindsOf={(programme) => fittingKinds(programme, kinds)}
        unmet={(enrolment) => unmet(survey, enrolment)}
        add={
          kinds && may(roles, serveAlso)
            ? {
                command: serveAlso,
                input: (alsoFor) => ({ id: survey.id, basedOn: survey.version, alsoFor }),
                rules: (input) => whyNotServeAlso(view, survey, input, { kinds }),
                says: [surveysTexts],
                saved: t('over.served'),
              }
            : undefined
        }
      />
      <Older survey={survey} />
    </>
  )
}
