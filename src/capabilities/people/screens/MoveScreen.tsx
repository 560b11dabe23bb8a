// warga/:id/pindah: a death, a move, a return, with its day and the reason.

import { longDay } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { language, translate } from '../../../platform/browser/language.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { whyNotMove } from '../change-rules.ts'
import { useGround, word } from '../hooks.browser.ts'
import { type MoveKind, type MovePerson, movePerson, type PersonRow } from '../person.ts'
import { personRecord } from '../records.browser.ts'
import { peopleTexts } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { type Relation, relations } from '../words.ts'
import { HouseholdChoice } from './HouseholdChoice.tsx'

const t = translate(screenTexts)

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

function MoveForm({ place, row }: RecordProps<PersonRow>) {
  const ground = useGround()
  const kinds: MoveKind[] = row.state === 'here' ? ['moved-household', 'moved-out', 'died'] : ['returned']
  const comesHome = (kind: string) => kind === 'moved-household' || kind === 'returned'
  const back = `/d/${place}/warga/${row.id}`
  const form = useCommandForm({
    ...{ place, screen: 'people.move', record: row.id, says: [peopleTexts], command: movePerson },
    start: (): Told => ({
      kind: kinds.length === 1 ? 'returned' : '',
      ...{ day: ground.today, reason: '', relation: '' },
      household: row.state === 'here' ? '' : (row.household ?? ''),
    }),
    input: (told) => moveOf(row, comesHome(told.kind) ? told : { ...told, household: '', relation: '' }),
    rules: (move, { kind, day }) => {
      if (kind === '') return [{ code: 'form.not-chosen', field: 'kind' }]
      return day === '' ? [] : whyNotMove(row, move, ground.today, ground)
    },
    saved: t('form.saved'),
    to: back,
  })
  const { field, set, draft } = form
  return (
    <Page width="narrow" title={t('move.title')} subtitle={row.name} back={{ href: back, label: row.name }}>
      <CommandForm form={form} submit={t('form.save')} cancel={back}>
        <RadioCards
          {...field('kind', t('move.kind'))}
          choices={kinds.map((value) => ({ value, label: t(`move.${value}`) }))}
        />
        {comesHome(draft.kind) && (
          <HouseholdChoice
            value={draft.household}
            onChange={(household) => set({ household })}
            error={form.errorOf('household')}
          />
        )}
        {comesHome(draft.kind) && draft.household !== '' && (
          <SelectField
            {...field('relation', t('field.relation'))}
            emptyLabel={t('form.choose')}
            options={relations.map((value) => ({ value, label: word('relation', value) }))}
          />
        )}
        <DateField
          {...field('day', t('move.day'))}
          max={ground.today}
          inWords={draft.day ? longDay(draft.day, language()) : undefined}
        />
        <TextField {...field('reason', t('move.reason'))} maxLength={300} />
      </CommandForm>
    </Page>
  )
}

export default recordScreen(personRecord, MoveForm)
