// /d/:place/survei/:id/lembaga: approved answers of the institutions questionnaire become entries of the register. Asked of the
// server; what is given waits on the phone like any other command.
import { useState } from 'react'
import { ask } from '../../../../platform/browser/api.ts'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAsking } from '../../../../platform/browser/asking/use-answer.ts'
import { useGiving } from '../../../../platform/browser/forms/use-giving.ts'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { translate } from '../../../../platform/browser/language.ts'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { CheckCards } from '../../../../platform/browser/ui/form/CheckCards.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { useTakingIn } from '../../../institutions/door.browser.ts'
import type { NewInstitution } from '../../../institutions/institution.ts'
import { surveyRecord } from '../../records.browser.ts'
import { surveyPath } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { entryOf, type InstitutionAnswer, institutionAnswers, tiesOfAnswers, tiesToldIn } from '../answers.ts'
import { institutionScreenTexts } from '../institution-texts.ts'

const t = translate(institutionScreenTexts)
type Entry = { answer: InstitutionAnswer; entry: NewInstitution }

/** Page after page, as long as there are more. */
async function fetchAll(place: string, survey: string, signal: AbortSignal): Promise<Entry[]> {
  const all: InstitutionAnswer[] = []
  for (let after: number | null | undefined; after !== null; ) {
    const page: { answers: InstitutionAnswer[]; next: number | null } = await ask(
      institutionAnswers.name,
      { place, survey, ...(after === undefined ? {} : { after }) },
      signal,
    )
    all.push(...page.answers)
    after = page.next
  }
  return all.flatMap((answer) => {
    const entry = entryOf(answer)
    return entry ? [{ answer, entry }] : []
  })
}

/** Those before an entry in the list: of two alike, the first is no question. */
const before = (entries: readonly Entry[], one: Entry) =>
  entries.slice(0, entries.indexOf(one)).map(({ entry }) => entry)

function useTaking(place: string, open: readonly Entry[]) {
  const { give, giving } = useGiving()
  const view = usePlaceView()
  const door = useTakingIn(place)
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const alikeOf = (one: Entry) => door.alikeOf(one.entry, before(open, one))
  // What is like another is taken only by whoever says that it is none.
  const ids = open.filter((one) => (picked ? picked.includes(one.answer.id) : alikeOf(one).length === 0))
  const save = () => {
    const taken = ids.map(({ answer, entry }) => ({ answer, entry: { ...entry, different: true } }))
    const rows = taken.map(({ answer, entry }) => ({ answer, row: door.rowOf(entry) }))
    const ties = tiesOfAnswers(view, rows, door.fits)
    const entries = taken.map(({ entry }) => entry)
    return give((phone) => door.registerAll(phone, entries, ties), { saved: t('taking.saved') })
  }
  return { save, giving, alikeOf, chosen: ids.map(({ answer }) => answer.id), pick: setPicked, door }
}

function Choosing({ place, entries }: { place: string; entries: readonly Entry[] }) {
  const { origins } = useTakingIn(place)
  const open = entries.filter(({ answer }) => !origins.has(answer.id))
  const { save, giving, alikeOf, chosen, pick, door } = useTaking(place, open)
  const taken = entries.length - open.length
  const toRegister = (
    <LinkButton href={`/d/${place}/lembaga`} variant={open.length === 0 ? 'primary' : 'quiet'}>
      {t('taking.to-register')}
    </LinkButton>
  )
  if (open.length === 0)
    return <EmptyState icon="check-circle" level={2} title={t('taking.all-taken')} actions={toRegister} />
  const hintOf = (one: Entry) => {
    const names = alikeOf(one).map(({ name }) => name)
    const ties = tiesToldIn(one.answer).length
    if (names.length > 0) return t('taking.alike', { names: names.slice(0, 2).join('; ') })
    return [door.describe(one.entry), ties > 0 && t('taking.ties', { count: ties })]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <Stack>
      {taken > 0 && <p className="rb-hint">{t('taking.taken', { count: taken })}</p>}
      <CheckCards
        name="answers"
        label={t('taking.list')}
        values={chosen}
        onChange={pick}
        choices={open.map((one) => ({ value: one.answer.id, label: one.entry.name, hint: hintOf(one) }))}
      />
      <Cluster>
        {chosen.length > 0 && (
          <Button variant="primary" loading={giving} onClick={() => void save()}>
            {t('taking.take', { count: chosen.length })}
          </Button>
        )}
        {toRegister}
      </Cluster>
      {chosen.length === 0 && <p className="rb-hint">{t('taking.nothing')}</p>}
    </Stack>
  )
}

function TakeIn({ place, row: survey }: RecordProps<SurveyRow>) {
  const answer = useAsking(`${place} ${survey.id} ${survey.counts.approved}`, (signal) =>
    fetchAll(place, survey.id, signal),
  )
  const base = surveyPath(place, survey.id)
  return (
    <Page
      title={t('taking.title')}
      subtitle={t('taking.intro')}
      back={{ href: base, label: t('taking.back') }}
      width="narrow"
    >
      {!answer.value ? (
        <AnswerRest answer={answer} label={t('taking.loading')} />
      ) : answer.value.length === 0 ? (
        <EmptyState
          icon="file"
          level={2}
          title={t('taking.none')}
          actions={
            <LinkButton href={`${base}/periksa`} variant="primary">
              {t('taking.to-review')}
            </LinkButton>
          }
        >
          {t('taking.none-why')}
        </EmptyState>
      ) : (
        <Choosing place={place} entries={answer.value} />
      )}
    </Page>
  )
}

export default recordScreen(surveyRecord, TakeIn)
