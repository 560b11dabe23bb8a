// Which form: those made for the purpose first, each with what it is and what it is not.
import { useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../../platform/browser/ui/feedback/Loading.tsx'
import { RadioCards } from '../../../../platform/browser/ui/form/RadioCards.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
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
  const [all, setAll] = useState(false)
  if (!lines && state === 'loading') return <Loading label={t('survey.loading')} shape="cards" count={3} />
  const { fits, others } = choosable(lines ?? [], kind)
  if (fits.length + others.length === 0)
    return (
      <EmptyState
        icon="file"
        title={t('open.no-forms')}
        actions={<LinkButton href={`/d/${place}/survei/formulir/impor`}>{t('open.import')}</LinkButton>}
      >
        {t('open.no-forms-why')}
      </EmptyState>
    )
  // Chosen among the others: it must stay in sight.
  const chosen = others.filter((line) => line.id === value)
  const shown = fits.length === 0 || all ? [...fits, ...others] : [...fits, ...chosen]
  const hidden = fits.length + others.length - shown.length
  return (
    <Stack gap={2}>
      <RadioCards
        name="form"
        label={t('open.form')}
        hint={fits.length > 0 ? t('open.form-hint') : undefined}
        value={value}
        onChange={onChange}
        error={error}
        choices={shown.map((line) => ({
          value: line.id,
          label: `${line.title} · ${t('open.version', { version: line.version })}`,
          hint: hintOf(line),
        }))}
      />
      {hidden > 0 && (
        <div>
          <Button variant="link" onClick={() => setAll(true)}>
            {t('open.more-forms', { count: hidden })}
          </Button>
        </div>
      )}
    </Stack>
  )
}
