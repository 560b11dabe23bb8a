// warga/:id/pindah: a death, a move, a return, with its day and the reason.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { longDay } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, useRow } from '../../../platform/browser/hooks.tsx'
import { language, say, translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { whyNotMove } from '../change-rules.ts'
import { useGround, word } from '../hooks.browser.ts'
import { type MoveKind, type MovePerson, movePerson, type PersonRow, personCollection } from '../person.ts'
import { peopleTexts } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { type Relation, relations } from '../words.ts'
import { HouseholdChoice } from './HouseholdChoice.tsx'

const t = translate(screenTexts)

export default function MoveScreen({ place, params }: ScreenProps) {
  const row = useRow<PersonRow>(personCollection, params.id)
  if (row) return <MoveForm place={place} row={row} />
  return (
    <Page title={t('move.title')} back={{ href: `/d/${place}/warga`, label: t('person.back') }}>
      <EmptyState icon="person" title={t('person.not-found')} />
    </Page>
  )
}

const required = { 'platform.required': ['Bagian ini wajib diisi.', 'This must be filled in.'] } as const

type Told = { kind: MoveKind | ''; day: string; reason: string; household: string; relation: Relation | '' }

function moveOf(row: PersonRow, told: Told): MovePerson {
  const { kind, day, reason, household, relation } = told
  return {
    ...{ id: row.id, basedOn: row.version, move: newId(), day, reason: reason.trim() },
    kind: kind || 'moved-out',
    household: household || null,
    relation: (household !== '' && relation) || null,
    localPlace: null,
  }
}

function MoveForm({ place, row }: { place: string; row: PersonRow }) {
  const phone = usePhone()
  const [, go] = useLocation()
  const announce = useAnnounce()
  const ground = useGround()
  const kinds: MoveKind[] = row.state === 'here' ? ['moved-household', 'moved-out', 'died'] : ['returned']
  const [kind, setKind] = useState<MoveKind | ''>(kinds.length === 1 ? 'returned' : '')
  const [day, setDay] = useState(ground.today)
  const [reason, setReason] = useState('')
  const [household, setHousehold] = useState(row.state === 'here' ? '' : (row.household ?? ''))
  const [relation, setRelation] = useState<Relation | ''>('')
  const [attempt, setAttempt] = useState(0)
  const comesHome = kind === 'moved-household' || kind === 'returned'
  const home = comesHome ? { household, relation } : { household: '', relation: '' as const }
  const move = moveOf(row, { kind, day, reason, ...home })
  const empty = (['kind', 'day', 'reason'] as const).filter(
    (field) => ({ kind, day, reason: reason.trim() })[field] === '',
  )
  const refusals = [
    ...empty.map((field) => ({ code: 'platform.required', field })),
    ...(empty.includes('kind') || day === '' ? [] : whyNotMove(row, move, ground.today, ground)),
  ]
  const faults = refusals.map((refusal) => ({
    field: refusal.field,
    message: say(refusal, peopleTexts, required),
  }))
  const errorOf = (field: string) =>
    attempt > 0 ? faults.find((fault) => fault.field === field)?.message : undefined
  const back = `/d/${place}/warga/${row.id}`
  const save = async () => {
    if (refusals.length > 0) return setAttempt(attempt + 1)
    await phone.give(movePerson, place, move)
    announce(t('form.saved'))
    go(back)
  }
  return (
    <Page width="narrow" title={t('move.title')} subtitle={row.name} back={{ href: back, label: row.name }}>
      {attempt > 0 && <ErrorSummary title={t('form.fix')} faults={faults} attempt={attempt} />}
      <Form onSubmit={() => void save()}>
        <RadioCards
          name="kind"
          label={t('move.kind')}
          error={errorOf('kind')}
          value={kind}
          onChange={(value) => setKind(value as MoveKind)}
          choices={kinds.map((value) => ({ value, label: t(`move.${value}`) }))}
        />
        {comesHome && (
          <HouseholdChoice value={household} onChange={setHousehold} error={errorOf('household')} />
        )}
        {comesHome && household !== '' && (
          <SelectField
            name="relation"
            label={t('field.relation')}
            error={errorOf('relation')}
            emptyLabel={t('form.choose')}
            value={relation}
            onChange={(value) => setRelation(value as Relation)}
            options={relations.map((value) => ({ value, label: word('relation', value) }))}
          />
        )}
        <DateField
          name="day"
          label={t('move.day')}
          error={errorOf('day')}
          max={ground.today}
          inWords={day ? longDay(day, language()) : undefined}
          value={day}
          onChange={setDay}
        />
        <TextField
          name="reason"
          label={t('move.reason')}
          error={errorOf('reason')}
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
        <FormActions>
          <Button variant="primary" type="submit">
            {t('form.save')}
          </Button>
          <LinkButton href={back}>{t('form.cancel')}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
