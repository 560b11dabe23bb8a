// A profile on paper: figures beside their bars, question by question, of the village or of one RT.
import './profile-paper.css'
import { longDay } from '../../../../kernel/day.ts'
import { SheetLines } from '../../../../platform/browser/ui/print/PrintSheet.tsx'
import type { Labels } from '../../../../xlsform/model.ts'
import type { Letterhead } from '../../../letters/letterhead.ts'
import { DocumentTitle, Kop, type PaperSize, Sheet } from '../../../letters/print/paper.tsx'
import type { SurveyRow } from '../../survey.ts'
import type { IdealPoint } from '../ideal-rules.ts'
import type { ProfileTexts } from '../profile.ts'
import type { PublicQuestion } from '../profile-rules.ts'

/** Columns for RT beside the total; more do not fit on F4, and each RT has a profile of its own. */
const columnsMost = 6

export type ProfilePaperProps = {
  survey: SurveyRow
  head: Letterhead | undefined
  village: string
  size: PaperSize
  /** The RT it is of, null for the whole village. */
  area: { place: string | null; name: string } | null
  answers: number
  questions: readonly PublicQuestion[]
  texts: readonly ProfileTexts[]
  ideal: readonly IdealPoint[]
  isPublic: boolean
  lineOf: (place: string | null) => string
  labelOf: (labels: Labels, name: string) => string
}

const told = (count: number | null) => (count === null ? '–' : String(count))
const share = (count: number | null, all: number | null) =>
  count === null || all === null || all === 0 ? '' : `${Math.round((count * 100) / all)}%`

/** The whole width is everybody who answered; what is hidden has no length of its own. */
function Bar({ count, all }: { count: number | null; all: number | null }) {
  const part = count === null || all === null || all === 0 ? null : (count * 100) / all
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {part === null ? (
        <rect className="pf-hidden" x={0.5} y={1} width={99} height={8} />
      ) : (
        <rect x={0} y={1} width={part} height={8} />
      )}
    </svg>
  )
}

type QuestionProps = Pick<ProfilePaperProps, 'area' | 'lineOf' | 'labelOf'> & { question: PublicQuestion }

/** Whether any figure of it is told at all: of a few answers none is. */
const isTold = ({ answered, counts }: PublicQuestion['total']): boolean =>
  answered !== null && counts.some((each) => each !== null && each > 0)

function Question({ question, area, lineOf, labelOf }: QuestionProps) {
  const { label, path, within, choices, places, total, several } = question
  const here = area ? places.find((each) => each.place === area.place) : total
  if (!here) return null
  const columns = !area && places.length <= columnsMost ? places : []
  // What nobody chose anywhere takes no line.
  const lines = choices
    .map((choice, at) => ({ choice, at }))
    .filter(({ at }) => [here, total].some(({ counts }) => counts[at] !== 0))
  return (
    <section className={lines.length > 10 ? undefined : 'pf-question'}>
      <h2>{labelOf(label, path.split('/').at(-1) ?? path)}</h2>
      {within.length > 0 && (
        <p className="pf-within">{within.map((each) => labelOf(each, '')).join(' · ')}</p>
      )}
      {isTold(here) ? (
        <>
          <table className={columns.length > 3 ? 'pf-many' : undefined}>
            <thead>
              <tr>
                <th scope="col">Jawaban</th>
                <th scope="col" className="pf-bar" aria-label="Grafik" />
                <th scope="col">{area ? 'RT ini' : 'Jumlah'}</th>
                <th scope="col">%</th>
                {area && <th scope="col">Desa</th>}
                {columns.map((each) => (
                  <th key={each.place} scope="col">
                    {lineOf(each.place)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ choice, at }) => (
                <tr key={choice.name}>
                  <td>{labelOf(choice.label, choice.name)}</td>
                  <td className="pf-bar">
                    <Bar count={here.counts[at] ?? null} all={here.answered} />
                  </td>
                  <td className="rb-num">{told(here.counts[at] ?? null)}</td>
                  <td className="rb-num">{share(here.counts[at] ?? null, here.answered)}</td>
                  {area && <td className="rb-num">{told(total.counts[at] ?? null)}</td>}
                  {columns.map((each) => (
                    <td key={each.place} className="rb-num">
                      {told(each.counts[at] ?? null)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="pf-note">
            Menjawab: {told(here.answered)}
            {several && '. Boleh lebih dari satu jawaban'}
          </p>
        </>
      ) : (
        <p className="pf-note">Jawabannya terlalu sedikit untuk diumumkan.</p>
      )}
    </section>
  )
}

function Texts({
  of,
  area,
  lineOf,
  labelOf,
  questions,
}: { of: ProfileTexts } & Pick<ProfilePaperProps, 'area' | 'lineOf' | 'labelOf' | 'questions'>) {
  const texts = of.texts.filter((each) => area === null || each.place === area.place)
  if (texts.length === 0) return null
  const choiceOf = (about: (typeof texts)[number]['about']) => {
    const question = questions.find((each) => each.path === about?.path)
    const choice = question?.choices.find((each) => each.name === about?.choice)
    return choice ? `${labelOf(choice.label, choice.name)}: ` : ''
  }
  return (
    <section>
      <h2>{labelOf(of.label, of.path.split('/').at(-1) ?? of.path)}</h2>
      <ul>
        {texts.map((each) => (
          <li key={`${each.place} ${each.about?.choice} ${each.text}`}>
            {choiceOf(each.about)}
            {each.text}
            {each.submissions.length > 1 && ` (${each.submissions.length} kali)`}
            {area === null && ` [${lineOf(each.place)}]`}
          </li>
        ))}
      </ul>
      {of.cut && <p className="pf-note">Uraian yang lebih jarang tidak dicetak.</p>}
    </section>
  )
}

export function ProfilePaper(props: ProfilePaperProps) {
  const { survey, head, village, size, area, answers, questions, texts, ideal, isPublic } = props
  const { lineOf, labelOf } = props
  const hides = questions.some(({ total, places }) =>
    [total, ...places].some(({ answered, counts }) => answered === null || counts.includes(null)),
  )
  return (
    <Sheet size={size}>
      <Kop head={head} fallback={village} />
      <DocumentTitle lines={['Profil', survey.title]} number={undefined} />
      <SheetLines
        lines={[
          ['Wilayah', area ? `${area.name}, ${village}` : village],
          // Who knows how many answered works out of it what is hidden of few.
          ...(isPublic ? [] : ([['Isian yang disetujui', String(answers)]] as const)),
          ['Survei', survey.closed ? `ditutup ${longDay(survey.closed.on, 'id')}` : 'masih berjalan'],
          ...(isPublic ? [] : ([['Peredaran', 'tim desa, tidak untuk dipasang']] as const)),
        ]}
      />
      {questions.map((question) => (
        <Question key={question.path} {...{ question, area, lineOf, labelOf }} />
      ))}
      {texts.map((of) => (
        <Texts key={of.path} {...{ of, area, lineOf, labelOf, questions }} />
      ))}
      {ideal.length > 0 && (
        <section>
          <h2>Kondisi ideal yang disepakati</h2>
          <ol>
            {ideal.map((each) => (
              <li key={`${each.meeting.id} ${each.number}`}>
                {each.text} ({each.meeting.title}, {longDay(each.meeting.date, 'id')})
              </li>
            ))}
          </ol>
        </section>
      )}
      {hides && (
        <p className="pf-note">
          Tanda – berarti angka dari kurang dari lima jawaban, atau angka yang ditutup agar orangnya tidak
          dikenali.
        </p>
      )}
    </Sheet>
  )
}
