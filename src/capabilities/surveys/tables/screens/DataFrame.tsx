// What the three screens of a survey's data have in common: title, way back, tabs, and the columns from the server.
import { worksInVillage } from '../../../../kernel/role.ts'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { type Answer, useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import './data.css'
import type { ReactNode } from 'react'
import { useRow, useRows } from '../../../../platform/browser/hooks.tsx'
import { language, translate } from '../../../../platform/browser/language.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import type { Status } from '../../../../platform/browser/ui/feedback/status.ts'
import type { SelectOption } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { Tabs } from '../../../../platform/browser/ui/page/Tabs.tsx'
import { type LocalPlace, localCollection } from '../../../places/local-place.ts'
import { surveyPath, t } from '../../screens/words.ts'
import { type SubmissionState, submissionStates } from '../../submission.ts'
import { type SurveyRow, surveyCollection } from '../../survey.ts'
import { type Column, labelIn, pathOf, type Table } from '../columns.ts'
import type { SurveyColumns } from '../questions.ts'
import { useAddress } from './data-address.ts'
import { dataTexts } from './data-texts.ts'

export const d = translate(dataTexts)

export const stateText = (state: string): string =>
  (submissionStates as readonly string[]).includes(state) ? d(`data.${state as SubmissionState}`) : state
export const stateStatus: Readonly<Record<SubmissionState, Status>> = {
  received: 'next',
  'has-issues': 'refused',
  edited: 'waiting',
  approved: 'done',
  rejected: 'declined',
}
export const stateOptions = (): SelectOption[] =>
  submissionStates.map((state) => ({ value: state, label: stateText(state) }))

/** Label of a question or a group in the reader's language. */
export const labelOf = (labels: Column['label'], name: string): string => labelIn(labels, language(), name)
export const titleOf = (column: Column): string =>
  labelOf(column.label, column.key.split('/').at(-1) ?? column.key)
/** Nobody was asked it: the phone noted it, or the form worked it out. It stands behind what was asked. */
export const isNoted = (column: Column): boolean =>
  column.metadata !== null || Object.keys(column.label).length === 0
export const tableTitle = (table: Table): string => labelOf(table.label, table.key)

/** The questions that may be filtered, charted and crossed, as lines of a list. */
export function openQuestions(tables: readonly Table[]): { path: string; table: Table; column: Column }[] {
  return tables.flatMap((table) =>
    table.columns
      .filter((column) => column.privacy === 'open')
      .map((column) => ({ path: pathOf(table, column), table, column })),
  )
}

const rtName = ({ kind, number, name }: LocalPlace): string =>
  name ?? `${kind.toUpperCase()} ${number === null ? '' : String(number).padStart(3, '0')}`.trim()

/** The RT of the village by id: "RT 002 / RW 001". */
export function useRtNames(): ReadonlyMap<string, string> {
  const places = useRows<LocalPlace>(localCollection)
  const known = new Map(places.map((each) => [each.id, each]))
  const named = places
    .filter((each) => each.kind === 'rt')
    .map((each): [string, string] => {
      const around = each.parent ? known.get(each.parent) : undefined
      return [each.id, around ? `${rtName(each)} / ${rtName(around)}` : rtName(each)]
    })
  return new Map(named.sort((a, b) => a[1].localeCompare(b[1])))
}

export const rtOptions = (names: ReadonlyMap<string, string>): SelectOption[] =>
  [...names].map(([value, label]) => ({ value, label }))

export const useColumns = (place: string, survey: string): Answer<SurveyColumns> =>
  useAnswer<SurveyColumns>('surveys.columns', { place, survey })

type Props = {
  place: string
  id: string
  part: 'data' | 'grafik' | 'unduh'
  title: string
  /** The filter that the tabs carry along. */
  filter: string
  asked: Answer<SurveyColumns>
  actions?: ReactNode
  children: (columns: SurveyColumns) => ReactNode
}

export function DataFrame({ place, id, part, title, filter, asked, actions, children }: Props) {
  const survey = useRow<SurveyRow>(surveyCollection, id)
  const here = worksInVillage(useRoles(place))
  const { isLost, go } = useAddress()
  // No tab leads there from above the village; an address does.
  const closed = part !== 'grafik' && !here
  const tab = (to: Props['part'], label: string) => ({
    href: surveyPath(place, id, to) + filter,
    label,
    current: part === to,
  })
  return (
    <Page
      title={title}
      subtitle={survey?.title ?? asked.value?.title}
      back={{ href: surveyPath(place, id), label: t('survey.home') }}
      width="wide"
      actions={actions}
    >
      <Tabs
        label={d('data.tabs')}
        tabs={[
          ...(here ? [tab('data', d('data.tab-rows'))] : []),
          tab('grafik', d('data.tab-charts')),
          ...(here ? [tab('unduh', d('data.tab-files'))] : []),
        ]}
      />
      <Stack gap={4}>
        {isLost && (
          <Notice action={<Button onClick={() => go({ where: '' })}>{d('data.filter-lost-ok')}</Button>}>
            {d('data.filter-lost')}
          </Notice>
        )}
        {closed && (
          <Notice
            tone="info"
            action={
              <LinkButton href={surveyPath(place, id, 'grafik') + filter}>{d('data.tab-charts')}</LinkButton>
            }
          >
            {d('data.not-you')}
          </Notice>
        )}
        {closed ? null : asked.value ? (
          children(asked.value)
        ) : (
          <AnswerRest answer={asked} label={d('data.loading')} />
        )}
      </Stack>
    </Page>
  )
}
