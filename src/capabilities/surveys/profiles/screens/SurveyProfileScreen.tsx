// The profile of a survey: of the village or one RT, for the public or for the team, as the sheet it prints.
import '../../screens/surveys.css'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { smallestDefault } from '../../../../kernel/suppression.ts'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import { SelectFilter } from '../../../../platform/browser/filters.tsx'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { translate } from '../../../../platform/browser/language.ts'
import { usePlaceName } from '../../../../platform/browser/place-names.ts'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Fold } from '../../../../platform/browser/ui/page/Fold.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { useFilters } from '../../../../platform/browser/use-filters.ts'
import { useLetterhead } from '../../../letters/door.browser.tsx'
import { PrintBar, usePaperSize } from '../../../letters/print/PrintBar.tsx'
import { surveyRecord } from '../../records.browser.ts'
import { useLocals } from '../../screens/use-surveys.ts'
import { surveyPath } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { labelOf } from '../../tables/screens/DataFrame.tsx'
import { idealOf } from '../ideal-rules.ts'
import { ProfilePaper } from '../print/ProfilePaper.tsx'
import type { Profile, ProfileQuestion } from '../profile.ts'
import { asTold, publicly } from '../profile-rules.ts'
import { profileTexts } from './profile-texts.ts'

const p = translate(profileTexts)

/** Those of no RT stand in the address under a word that is no id. */
const nowhere = 'tanpa'

function useArea(profile: Profile) {
  const [filter] = useFilters()
  const { lineOf, order } = useLocals()
  const at = new Map(order.map((id, index) => [id, index]))
  const rank = (place: string | null) => (place === null ? order.length : (at.get(place) ?? order.length))
  const places = [...profile.places].sort((a, b) => rank(a.place) - rank(b.place))
  const nameOf = (place: string | null) => (place === null ? p('profile.no-rt') : lineOf(place))
  const said = filter('rt')
  const chosen = places.find(({ place }) => (place ?? nowhere) === said)
  const inOrder = (question: ProfileQuestion): ProfileQuestion => ({
    ...question,
    places: [...question.places].sort((a, b) => rank(a.place) - rank(b.place)),
  })
  return { places, nameOf, inOrder, area: chosen ? { ...chosen, name: nameOf(chosen.place) } : null }
}

/** Who may see answers goes back from each text to those it stands in. */
function WayBack({
  place,
  survey,
  profile,
  area,
}: {
  place: string
  survey: SurveyRow
  profile: Profile
  area: string | null | undefined
}) {
  const texts = profile.texts.flatMap((of) =>
    of.texts.filter((each) => area === undefined || each.place === area).map((each) => ({ of, each })),
  )
  if (texts.length === 0) return null
  return (
    <div data-print="hide">
      <Fold title={p('profile.way-back')}>
        <p className="rb-hint">{p('profile.way-back-why')}</p>
        <ul className="sv-queue">
          {texts.map(({ of, each }) => (
            <li key={`${of.path} ${each.place} ${each.about?.choice} ${each.text}`} className="sv-queue-line">
              <span className="sv-line-text">
                {each.text}
                <small>
                  {[...new Set(each.submissions)].map((id, at) => (
                    <Link
                      key={id}
                      href={surveyPath(place, survey.id, `isian/${id}`)}
                      aria-label={p('profile.answers-of', { text: each.text })}
                    >
                      {at + 1}{' '}
                    </Link>
                  ))}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}

function Shown({ place, survey, profile }: { place: string; survey: SurveyRow; profile: Profile }) {
  const view = usePlaceView()
  const head = useLetterhead()
  const { title: village } = usePlaceName(place)
  const [size, setSize] = usePaperSize()
  const [filter] = useFilters()
  const { places, nameOf, inOrder, area } = useArea(profile)
  const isPublic = filter('untuk') !== 'tim'
  // Hiding takes its moment: once for a profile, and not for each choice on the screen.
  const hidden = useMemo(
    () => profile.questions.map((each) => publicly(inOrder(each), smallestDefault)),
    [profile],
  )
  const questions = isPublic ? hidden : profile.questions.map((each) => asTold(inOrder(each)))
  const ideal = survey.enrolment ? idealOf(view, survey.enrolment) : []
  return (
    <Stack>
      <PrintBar
        size={size}
        onSize={setSize}
        choices={
          <Stack gap={3}>
            <div className="sv-filters">
              <SelectFilter
                name="rt"
                label={p('profile.where')}
                emptyLabel={p('profile.whole')}
                options={places.map((each) => ({ value: each.place ?? nowhere, label: nameOf(each.place) }))}
              />
              <SelectFilter
                name="untuk"
                label={p('profile.for')}
                options={[
                  { value: '', label: p('profile.for-public') },
                  { value: 'tim', label: p('profile.for-village') },
                ]}
              />
            </div>
            <Notice tone={isPublic ? 'info' : 'warn'}>
              {p(isPublic ? 'profile.public-why' : 'profile.village-why')}
            </Notice>
          </Stack>
        }
      >
        <ProfilePaper
          {...{ survey, head, village, size, area, questions, ideal, isPublic, labelOf }}
          answers={area ? area.answers : profile.answers}
          texts={isPublic ? [] : profile.texts}
          lineOf={nameOf}
        />
      </PrintBar>
      {!isPublic && <WayBack {...{ place, survey, profile }} area={area ? area.place : undefined} />}
    </Stack>
  )
}

function ProfilePage({ place, row: survey }: RecordProps<SurveyRow>) {
  const asked = useAnswer<Profile>('surveys.profile', { place, survey: survey.id })
  const profile = asked.value
  return (
    <Page
      title={p('profile.title')}
      subtitle={survey.title}
      back={{ href: surveyPath(place, survey.id), label: p('profile.back') }}
      width="wide"
    >
      {!profile ? (
        <AnswerRest answer={asked} label={p('profile.loading')} />
      ) : profile.answers === 0 ? (
        <EmptyState icon="chart" title={p('profile.none')}>
          {p('profile.none-why')}
        </EmptyState>
      ) : (
        <Shown {...{ place, survey, profile }} />
      )}
    </Page>
  )
}

export default recordScreen(surveyRecord, ProfilePage)
