// Enrolling many villages: ticked by name under their district, or pasted as codes. Each line is judged before, each village
// on its own when it is sent, and the result says which.

import { useMemo, useState } from 'react'
import { oldestWorkDay, today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf, levelOf, zoneOf } from '../../../kernel/place-code.ts'
import { Problem } from '../../../platform/browser/api.ts'
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { giveStraight } from '../../../platform/browser/sync/straight.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { Form } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { PlacePicker } from '../../places/door.browser.tsx'
import { enrol } from '../enrolment.ts'
import { whyNotAfterEra } from '../era/era.ts'
import { programmesTexts } from '../texts.ts'
import { t } from './all-words.ts'
import { EnrolResult, type Judged, verdictTask } from './EnrolResult.tsx'
import { EraFields, type Taken, takenFirst } from './EraFields.tsx'
import { districtsIn, isWrong, judge, mostAtOnce, type PastedLine } from './pasted.ts'
import { tellsApart, useDefinitions, withEnd } from './use-definitions.ts'
import { type District, Unread, useVillagesOf, VillageTicks } from './VillageTicks.tsx'
import { dayInWords } from './words.tsx'

type Chosen = Taken & { programme: string; startOn: string | null }

/** What was chosen in both ways, with what is known of it. */
function useChoice(area: string) {
  const own = usePlaceName(area)
  const whole = levelOf(area) === 'district'
  const [picked, setPicked] = useState<readonly District[]>([])
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [text, setText] = useState('')
  const districts = whole ? [{ code: area, title: own.title }] : picked
  const all = [...new Set([...districts.map(({ code }) => code), ...districtsIn(text, area)])]
  const { known: read, again } = useVillagesOf(all)
  const names = useMemo(
    () =>
      new Map(
        [...read.values()].flatMap((villages) =>
          Array.isArray(villages) ? villages.map(({ code, title }) => [code, title] as const) : [],
        ),
      ),
    [read],
  )
  const reading = all.some((code) => (read.get(code) ?? null) === null)
  const unread = [...read].flatMap(([code, villages]) => (villages === 'unread' ? [code] : []))
  const known = new Set([...read].flatMap(([code, villages]) => (Array.isArray(villages) ? [code] : [])))
  const lines = reading ? [] : judge(text, area, names, known, ticked)
  const pasted = lines.flatMap(({ code, verdict }) => (code && verdict === 'ok' ? [code] : []))
  const codes = [...new Set([...ticked, ...pasted])]
  return {
    ...{ districts, read, again, names, reading, unread, lines, codes, ticked, text, setText, whole },
    add: (district: District) =>
      setPicked((all) => (all.some(({ code }) => code === district.code) ? all : [...all, district])),
    remove: (district: string) => {
      setPicked((all) => all.filter(({ code }) => code !== district))
      setTicked((all) => new Set([...all].filter((code) => districtOf(code) !== district)))
    },
    tick: (some: readonly string[], on: boolean) =>
      setTicked((all) => new Set(on ? [...all, ...some] : [...all].filter((code) => !some.includes(code)))),
  }
}

/** What a village is enrolled in once: it runs a programme, or keeps an archive of it. */
const takingUp = (code: string, { programme, archive }: Pick<Chosen, 'programme' | 'archive'>) =>
  `${code} ${programme} ${archive}`

/** Enrols one village after the other; what the server says of each is kept. */
function useEnrolling(names: ReadonlyMap<string, string>) {
  const phone = usePhone()
  const [judged, setJudged] = useState<Judged[]>([])
  const [total, setTotal] = useState(0)
  const [enrolled, setEnrolled] = useState<ReadonlySet<string>>(new Set())
  const one = async (place: string, chosen: Chosen): Promise<Judged> => {
    const input = { id: newId(), subject: null, category: null, eligibility: {}, ...chosen }
    const told = { code: place, name: names.get(place) ?? place }
    try {
      await giveStraight(phone, enrol, place, input)
      return { ...told, done: true, why: '' }
    } catch (error) {
      const why =
        error instanceof Problem ? error.errors.map((each) => each.message).join(' ') : t('enrol.offline')
      return { ...told, done: false, why }
    }
  }
  const run = async (codes: readonly string[], chosen: Chosen) => {
    setTotal(codes.length)
    const results: Judged[] = []
    setJudged(results)
    for (const code of codes) {
      const result = await one(code, chosen)
      results.push(result)
      setJudged([...results])
      if (result.done) setEnrolled((all) => new Set(all).add(takingUp(code, chosen)))
    }
  }
  return { judged, total, run, enrolled }
}

type WhichProps = {
  area: string
  choice: ReturnType<typeof useChoice>
  /** Enrolled already, since this page was opened. */
  isDone: (code: string) => boolean
}

/** The two ways to name villages: by district and tick, or by a list of codes from elsewhere. */
function Which({ area, choice, isDone }: WhichProps) {
  return (
    <>
      {!choice.whole && (
        <PlacePicker
          label={t('list.district')}
          name="district"
          level="district"
          below={area}
          onPick={({ code, title }) => choice.add({ code, title })}
        />
      )}
      <VillageTicks
        districts={choice.districts}
        villages={choice.read}
        chosen={choice.ticked}
        isDone={isDone}
        onChange={choice.tick}
        onRemove={choice.remove}
        again={choice.again}
      />
      <Fold title={t('list.paste')}>
        <Stack gap={3}>
          <TextArea
            name="codes"
            label={t('list.codes')}
            value={choice.text}
            onChange={choice.setText}
            rows={8}
          />
          {choice.reading && <p className="rb-soft">{t('list.reading')}</p>}
          {choice.unread.length > 0 && <Unread districts={choice.unread} again={choice.again} />}
          {choice.lines.length > 0 && (
            <TaskList label={t('list.lines')} tasks={choice.lines.map(verdictTask(isDone))} />
          )}
        </Stack>
      </Fold>
    </>
  )
}

/** Lines that cannot be enrolled are left out only by who says so; another such line is asked about anew. */
function useLeaving(lines: readonly PastedLine[]) {
  const wrong = lines.filter(isWrong)
  const [leaving, setLeaving] = useState(0)
  const unasked = wrong.length > 0 && leaving !== wrong.length
  return { wrong, unasked, tick: (ticked: boolean) => setLeaving(ticked ? wrong.length : 0) }
}

function LeaveOut({ wrong, unasked, tick, tried }: ReturnType<typeof useLeaving> & { tried: boolean }) {
  if (wrong.length === 0) return null
  return (
    <CheckField
      name="leave"
      label={t('list.leave', { count: wrong.length })}
      checked={!unasked}
      onChange={tick}
      error={tried && unasked ? t('list.leave-first') : undefined}
    />
  )
}

export default function EnrolManyScreen({ params }: ScreenProps) {
  const area = params.area ?? 'ID'
  const { entries, answer } = useDefinitions(area)
  const [programme, setProgramme] = useState('')
  const day = today(zoneOf(area === 'ID' ? '34' : area))
  const [on, setOn] = useState<string>(day)
  const [taken, setTaken] = useState<Taken>(takenFirst(undefined, ''))
  const [tried, setTried] = useState(false)
  const choice = useChoice(area)
  const eraOf = (key: string) => entries?.find((entry) => entry.key === key)?.era
  const entry = entries?.find(({ key }) => key === programme)
  const era = entry?.era
  const take = (next: Taken) => {
    setTaken(next)
    if (next.archive !== taken.archive) setOn(next.archive ? '' : day)
  }
  const unsaid = era ? whyNotAfterEra(era, taken, day) : []
  const { judged, total, run, enrolled } = useEnrolling(choice.names)
  const isDone = (code: string) => enrolled.has(takingUp(code, { programme, archive: taken.archive }))
  const codes = choice.codes.filter((code) => !isDone(code))
  const leaving = useLeaving(choice.lines)
  const [left, setLeft] = useState<readonly PastedLine[]>([])
  const tooMany = codes.length > mostAtOnce
  const send = () => {
    setTried(true)
    const ready = [programme !== '', unsaid.length === 0, codes.length > 0, !tooMany, !leaving.unasked]
    if (!ready.every(Boolean) || judged.length < total) return
    setLeft(leaving.wrong)
    void run(codes, { programme, startOn: on || null, ...taken })
  }
  return (
    <Page
      title={t('list.title')}
      subtitle={t('list.why')}
      width="narrow"
      back={{ href: `/kemajuan/${area}`, label: t('progress.title') }}
    >
      {!entries && <AnswerRest answer={answer} label={t('enrol.choose')} shape="lines" />}
      <Form onSubmit={send}>
        <SelectField
          name="programme"
          label={t('enrol.choose')}
          hint={entry && tellsApart(entry)}
          value={programme}
          emptyLabel="–"
          error={tried && !programme ? t('list.no-programme') : undefined}
          onChange={(key) => {
            setProgramme(key)
            take(takenFirst(eraOf(key), day))
          }}
          options={(entries ?? [])
            .filter((entry) => entry.newest && entry.scope === 'village')
            .map((entry) => ({ value: entry.key, label: withEnd(entry, day) }))}
        />
        {era && (
          <EraFields
            {...{ era, day, value: taken, onChange: take }}
            error={tried ? unsaid.map((refusal) => say(refusal, programmesTexts)).at(0) : undefined}
          />
        )}
        <DateField
          min={oldestWorkDay}
          name="on"
          label={t(taken.archive ? 'era.start' : 'enrol.start')}
          hint={t(taken.archive ? 'era.start-hint' : 'enrol.start-hint')}
          value={on}
          onChange={setOn}
          inWords={dayInWords(on)}
          max={day}
        />
        <Which {...{ area, choice, isDone }} />
        <LeaveOut {...leaving} tried={tried} />
        {tried && codes.length === 0 && <Notice tone="warn">{t('list.none')}</Notice>}
        {tooMany && (
          <Notice tone="warn">{t('list.too-many', { count: codes.length, most: mostAtOnce })}</Notice>
        )}
        <Button type="submit" variant="primary" loading={judged.length < total}>
          {codes.length === 0 ? t('enrol.go') : t('list.go', { count: codes.length })}
        </Button>
      </Form>
      <EnrolResult {...{ judged, total, left }} />
    </Page>
  )
}
