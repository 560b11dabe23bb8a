// The answers of a survey as charts, a question each, and two questions crossed.
import { useState } from 'react'
import { worksInVillage } from '../../../../kernel/role.ts'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { useRow } from '../../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { SearchField } from '../../../../platform/browser/ui/form/SearchField.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { isTold } from '../../figures/told.ts'
import { type SurveyRow, surveyCollection } from '../../survey.ts'
import type { Chart, SurveyColumns } from '../questions.ts'
import { whoReaders } from '../selection.ts'
import { ChartFigure, c } from './ChartFigure.tsx'
import { ChartsCross, type CrossQuestion } from './ChartsCross.tsx'
import {
  DataFrame,
  d,
  isNoted,
  openQuestions,
  stateOptions,
  stateText,
  tableTitle,
  titleOf,
  useColumns,
  useRtNames,
} from './DataFrame.tsx'
import { selectionParams, useAddress } from './data-address.ts'

const drawn = new Set([
  ...['select_one', 'select_multiple', 'rank', 'acknowledge', 'integer', 'decimal', 'range'],
  ...['date', 'dateTime', 'time', 'text', 'barcode', 'metadata', 'calculate', 'hidden'],
])

type ChartQuestion = CrossQuestion & { members?: string | undefined; noted?: boolean }

function useQuestions(
  place: string,
  columns: SurveyColumns,
): { marks: ChartQuestion[]; asked: ChartQuestion[] } {
  const names = useRtNames()
  const seesWho = useRoles(place).some((role) => (whoReaders as readonly string[]).includes(role))
  const rtText = (value: string) => names.get(value) ?? c('charts.no-rt')
  const asked = openQuestions(columns.tables)
    .filter(({ column }) => drawn.has(column.type))
    .sort((a, b) => Number(isNoted(a.column)) - Number(isNoted(b.column)))
    .map(({ path, table, column }) => ({
      path,
      title: titleOf(column),
      noted: isNoted(column),
      members: table.path ? tableTitle(table) : undefined,
    }))
  const marks = [
    { path: '@day', title: c('charts.by-day') },
    { path: '@state', title: c('charts.by-state'), named: stateText },
    ...(seesWho && names.size > 0 ? [{ path: '@rt', title: c('charts.by-rt'), named: rtText }] : []),
  ]
  return { marks, asked }
}

type PartProps = {
  place: string
  id: string
  selection: Record<string, string | undefined>
  questions: readonly ChartQuestion[]
}

function Charts({ place, id, selection, questions }: PartProps) {
  return (
    <div className="sv-charts">
      {questions.map(({ path, title, named, members }) => (
        <ChartFigure
          key={path}
          {...{ place, survey: id, question: path, title, named, members, selection }}
        />
      ))}
    </div>
  )
}

function Each({ place, id, selection, columns }: Omit<PartProps, 'questions'> & { columns: SurveyColumns }) {
  const [find, setFind] = useState('')
  const { marks, asked } = useQuestions(place, columns)
  const [all, setAll] = useState(false)
  const found = asked.filter((each) => each.title.toLowerCase().includes(find.toLowerCase()))
  const wanted = found.filter(({ noted }) => !noted)
  const noted = found.filter((each) => each.noted)
  return (
    <Stack gap={5}>
      {find === '' && (
        <Section title={c('charts.general')} tone="plain">
          <Charts {...{ place, id, selection }} questions={marks} />
        </Section>
      )}
      {asked.length === 0 ? (
        <EmptyState icon="chart" title={c('charts.no-open')}>
          {c('charts.no-open-why')}
        </EmptyState>
      ) : (
        <Section title={c('charts.each')} tone="plain">
          <Stack gap={4}>
            {asked.length > 8 && (
              <SearchField
                name="find"
                label={c('charts.find')}
                value={find}
                onChange={setFind}
                clearLabel={d('data.clear')}
              />
            )}
            {found.length === 0 && <p className="rb-soft">{c('charts.no-match')}</p>}
            <Charts {...{ place, id, selection }} questions={wanted} />
            {noted.length > 0 && (
              <details onToggle={(event) => setAll(event.currentTarget.open)}>
                <summary>{c('charts.noted', { count: noted.length })}</summary>
                {all && <Charts {...{ place, id, selection }} questions={noted} />}
              </details>
            )}
          </Stack>
        </Section>
      )}
    </Stack>
  )
}

function Crossed({ columns, ...rest }: Omit<PartProps, 'questions'> & { columns: SurveyColumns }) {
  const { marks, asked } = useQuestions(rest.place, columns)
  const titled = asked.map((each) =>
    each.members ? { ...each, title: `${each.members}: ${each.title}` } : each,
  )
  return (
    <ChartsCross
      place={rest.place}
      survey={rest.id}
      selection={rest.selection}
      questions={[...titled, ...marks]}
    />
  )
}

function Body({ place, id, columns }: { place: string; id: string; columns: SurveyColumns }) {
  const { address, go } = useAddress()
  const [crossing, setCrossing] = useState(false)
  const selection = selectionParams(address)
  return (
    <>
      <div className="sv-controls">
        <SelectField
          name="state"
          label={c('charts.which')}
          value={address.state}
          onChange={(state) => go({ state })}
          emptyLabel={d('data.any-state')}
          options={stateOptions()}
        />
        <SelectField
          name="part"
          label={c('charts.parts')}
          value={crossing ? 'cross' : 'each'}
          onChange={(value) => setCrossing(value === 'cross')}
          options={[
            { value: 'each', label: c('charts.each') },
            { value: 'cross', label: c('charts.crossed') },
          ]}
        />
      </div>
      {crossing ? (
        <Crossed {...{ place, id, selection, columns }} />
      ) : (
        <Each {...{ place, id, selection, columns }} />
      )}
    </>
  )
}

/** What is told above the village: each question that was asked, over all of it, once the survey is closed. */
function Above({ place, id, columns }: { place: string; id: string; columns: SurveyColumns }) {
  const survey = useRow<SurveyRow>(surveyCollection, id)
  const root = columns.tables.find(({ path }) => path === '')?.columns ?? []
  const questions = root.filter(isTold).map((column) => ({ path: column.key, title: titleOf(column) }))
  const closed = survey?.state === 'closed'
  const [first] = questions
  // All are counted together: why one is not told, none is, and it is said once.
  const asked = useAnswer<Chart>(
    'surveys.chart',
    closed && first ? { place, survey: id, question: first.path } : null,
  )
  if (!closed)
    return (
      <EmptyState icon="lock" level={2} title={c('charts.not-closed')}>
        {c('charts.when-closed')}
      </EmptyState>
    )
  if (!first)
    return (
      <EmptyState icon="chart" title={c('charts.no-open')}>
        {c('charts.no-open-why')}
      </EmptyState>
    )
  if (!asked.value) return <AnswerRest answer={asked} label={c('charts.counting')} shape="cards" />
  return (
    <Stack gap={4}>
      <Notice tone="info">{c('charts.above')}</Notice>
      <Charts {...{ place, id, questions }} selection={{}} />
    </Stack>
  )
}

export default function ChartsScreen({ place, params }: ScreenProps) {
  const id = params.id ?? ''
  const asked = useColumns(place, id)
  const { filter } = useAddress()
  const here = worksInVillage(useRoles(place))
  return (
    <DataFrame place={place} id={id} part="grafik" title={c('charts.title')} filter={filter} asked={asked}>
      {(columns) => (here ? <Body {...{ place, id, columns }} /> : <Above {...{ place, id, columns }} />)}
    </DataFrame>
  )
}
