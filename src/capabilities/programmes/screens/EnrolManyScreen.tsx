// Enrolling a list of villages: codes, one a line; each is judged on its own and the result says which.
import { useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { covers, isVillage, zoneOf } from '../../../kernel/place-code.ts'
import { call, Problem } from '../../../platform/browser/api.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ProgressBar } from '../../../platform/browser/ui/feedback/ProgressBar.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { Form } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { enrol } from '../enrolment.ts'
import { useDefinitions } from './use-definitions.ts'
import { dayInWords, t, words } from './words.tsx'

type Judged = { code: string; done: boolean; why: string }
const most = 500

/** Codes with or without dots, one a line or separated by anything that is no digit or dot. */
export function readCodes(text: string): string[] {
  const found = text.match(/\d[\d.]{9,12}/g) ?? []
  const dotted = found.map((code) => {
    const digits = code.replaceAll('.', '')
    return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6, 10)].join('.')
  })
  return [...new Set(dotted)].slice(0, most)
}

export default function EnrolManyScreen({ params }: ScreenProps) {
  const area = params.area ?? 'ID'
  const phone = usePhone()
  const { entries, failed } = useDefinitions(area)
  const [programme, setProgramme] = useState('')
  const [on, setOn] = useState(today())
  const [text, setText] = useState('')
  const [judged, setJudged] = useState<Judged[]>([])
  const [total, setTotal] = useState(0)
  const codes = readCodes(text)

  const one = async (place: string): Promise<Judged> => {
    if (!isVillage(place) || !covers(area, place))
      return { code: place, done: false, why: t('programmes.no-such-programme') }
    const input = {
      id: newId(),
      programme,
      subject: null,
      startOn: on || null,
      category: null,
      eligibility: {},
    }
    const body = {
      id: newId(),
      version: enrol.version,
      place,
      at: new Date().toISOString(),
      device: phone.open.device,
      input,
    }
    try {
      await call('POST', `/api/commands/${enrol.name}`, body)
      return { code: place, done: true, why: '' }
    } catch (error) {
      return {
        code: place,
        done: false,
        why:
          error instanceof Problem ? error.errors.map((each) => each.message).join(' ') : t('enrol.offline'),
      }
    }
  }
  const run = async () => {
    setTotal(codes.length)
    const results: Judged[] = []
    for (const code of codes) {
      results.push(await one(code))
      setJudged([...results])
    }
  }
  const tasks = judged.map(
    (each): Task => ({
      id: each.code,
      title: each.code,
      status: each.done ? 'done' : 'refused',
      statusLabel: each.done ? t('enrol.done') : t('definitions.refused'),
      why: each.why || undefined,
      ...(each.done ? { href: `/d/${each.code}` } : {}),
    }),
  )
  return (
    <Page
      title={t('list.title')}
      subtitle={t('list.why')}
      width="narrow"
      back={{ href: `/kemajuan/${area}`, label: t('progress.title') }}
    >
      {failed && <Notice tone="offline">{t('enrol.offline')}</Notice>}
      <Form onSubmit={() => void run()}>
        <SelectField
          name="programme"
          label={t('enrol.choose')}
          value={programme}
          emptyLabel="–"
          onChange={setProgramme}
          options={(entries ?? [])
            .filter((entry) => entry.newest && entry.scope === 'village')
            .map((entry) => ({ value: entry.key, label: words(entry.title) }))}
        />
        <DateField
          name="on"
          label={t('enrol.start')}
          hint={t('enrol.start-hint')}
          value={on}
          onChange={setOn}
          inWords={dayInWords(on)}
          max={today(zoneOf(area === 'ID' ? '34' : area))}
        />
        <TextArea name="codes" label={t('list.codes')} value={text} onChange={setText} rows={8} />
        <Button type="submit" variant="primary" loading={judged.length < total}>
          {`${t('enrol.go')} (${codes.length})`}
        </Button>
      </Form>
      {total > 0 && (
        <Section title={t('list.result')}>
          <ProgressBar
            label={t('list.result')}
            value={judged.length}
            max={total}
            text={t('list.done', { count: judged.filter((each) => each.done).length })}
          />
          <TaskList label={t('list.result')} tasks={tasks} />
        </Section>
      )}
    </Page>
  )
}
