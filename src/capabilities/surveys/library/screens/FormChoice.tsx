// Which form: those declared for the kind of survey, each with what it is and what it is not.
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../../platform/browser/ui/feedback/Loading.tsx'
import { RadioCards } from '../../../../platform/browser/ui/form/RadioCards.tsx'
import { said, t } from '../../screens/words.ts'
import type { FormLine } from '../form.ts'
import { choosable } from './form-lines.ts'
import type { FormLines } from './use-form-lines.ts'

/** What a form is, in one honest line: nothing that is not official is passed off as official. */
export function standingText({ about, shipped }: FormLine): string {
  if (about.standingText) return said(about.standingText)
  return about.standing ? t(`open.standing-${about.standing}`) : t(shipped ? 'open.shipped' : 'open.imported')
}

function hintOf(line: FormLine) {
  return [said(line.about.purpose), standingText(line)].filter(Boolean).map((text, index) => (
    <span key={text}>
      {index > 0 && <br />}
      {text}
    </span>
  ))
}

type Props = {
  place: string
  lines: readonly FormLine[] | null
  state: FormLines['state']
  kind: string | null
  value: string
  onChange: (form: string) => void
  error: string | undefined
}

export function FormChoice({ place, lines, state, kind, value, onChange, error }: Props) {
  if (!lines && state === 'loading') return <Loading label={t('survey.loading')} shape="cards" count={3} />
  const shown = choosable(lines ?? [], kind)
  if (shown.length === 0)
    return (
      <EmptyState
        icon="file"
        title={t('open.no-forms')}
        actions={<LinkButton href={`/d/${place}/survei/formulir/impor`}>{t('open.import')}</LinkButton>}
      >
        {t(kind === null ? 'open.no-forms-why' : 'open.no-forms-of-kind')}
      </EmptyState>
    )
  return (
    <RadioCards
      name="form"
      label={t('open.form')}
      hint={kind === null ? undefined : t('open.form-hint')}
      value={value}
      onChange={onChange}
      error={error}
      choices={shown.map((line) => ({
        value: line.id,
        label: `${line.title} · ${t('open.version', { version: line.version })}`,
        hint: hintOf(line),
      }))}
    />
  )
}
