// Where the log of a place stands, and whether what a paper says is still in it. It needs a network.
import { useState } from 'react'
import { headIn, paperLineOf } from '../../../kernel/head.ts'
import { covers } from '../../../kernel/place-code.ts'
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhoneState } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { momentText } from '../../../platform/browser/moment.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { usePlaceTitle } from '../../places/door.browser.tsx'
import type { LogAt } from '../log.ts'
import { auditors } from '../roles.ts'
import { auditingTexts } from '../texts.ts'

const t = translate(auditingTexts)

export default function LogScreen({ place, params }: ScreenProps) {
  const area = params.area ?? place
  const may = useRoles(area).some((role) => (auditors as readonly string[]).includes(role))
  if (may) return <Log area={area} />
  return (
    <Page title={t('log.title')}>
      <EmptyState icon="lock" level={2} title={t('log.forbidden')} />
    </Page>
  )
}

function Log({ area }: { area: string }) {
  const name = usePlaceTitle(area)
  const { line } = usePhoneState()
  const answer = useAnswer<LogAt>('auditing.log', { place: area }, line)
  const got = answer.value
  return (
    <Page title={t('log.title')} subtitle={`${name}. ${t('log.intro')}`}>
      {!got && <AnswerRest answer={answer} label={t('log.loading')} />}
      {got && (
        <Section title={t('log.newest')}>
          <p>
            {got.newest
              ? t('log.entry', { line: paperLineOf(got.newest), when: momentText(got.newest.at, area) })
              : t('log.none')}
          </p>
        </Section>
      )}
      {got && <Judge area={area} />}
      {got && (
        <Section title={t('log.gone')}>
          {got.gone.length === 0 && <p>{t('log.gone-none')}</p>}
          {got.gone.map((each) => (
            <Notice key={`${each.place} ${each.seq} ${each.hash}`} tone="warn" title={paperLineOf(each)}>
              {t('log.gone-when', { when: momentText(each.foundAt, each.place) })}
            </Notice>
          ))}
        </Section>
      )}
    </Page>
  )
}

function Judge({ area }: { area: string }) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const answer = useAnswer<LogAt>('auditing.log', asked === null ? null : { place: area, head: asked })
  const judge = () => {
    const head = headIn(typed)
    const no = !head ? t('auditing.no-head') : covers(area, head.place) ? undefined : t('auditing.elsewhere')
    setError(no)
    setAsked(no === undefined ? typed : null)
  }
  return (
    <Section title={t('log.paper')}>
      <Form onSubmit={judge}>
        <TextField
          name="head"
          id="head"
          label={t('log.line')}
          hint={t('log.line-hint')}
          error={error}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
        />
        <FormActions>
          <Button type="submit">{t('log.judge')}</Button>
        </FormActions>
      </Form>
      {asked !== null && !answer.value && <AnswerRest answer={answer} label={t('log.loading')} level={3} />}
      {asked !== null && answer.value?.judged && <Judged judged={answer.value.judged} />}
    </Section>
  )
}

function Judged({ judged: { place, seq, at } }: { judged: NonNullable<LogAt['judged']> }) {
  if (at === null)
    return (
      <Notice tone="refused" announce="alert" title={t('log.differs', { seq })}>
        {t('log.differs-why')}
      </Notice>
    )
  return (
    <Notice tone="done" announce="status" title={t('log.agrees', { seq, when: momentText(at, place) })} />
  )
}
