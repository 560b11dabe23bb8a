// warga/:id/gabung: two records of one person become one.

import { useState } from 'react'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { type FieldsOf, useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { PersonLine } from '../../../platform/browser/ui/records/PersonLine.tsx'
import { whyNotMerge } from '../change-rules.ts'
import { PersonPicker } from '../door.browser.tsx'
import { usePeople } from '../hooks.browser.ts'
import { likelySame } from '../likely.ts'
import { mergeDuplicates, type PersonRow, personCollection } from '../person.ts'
import { personRecord } from '../records.browser.ts'
import { peopleTexts } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { usePersonLine } from './PersonList.tsx'

const t = translate(screenTexts)

function Merge({ place, row: keep }: RecordProps<PersonRow>) {
  const view = usePlaceView()
  const [asking, setAsking] = useState(false)
  const back = `/d/${place}/warga/${keep.id}`
  const dropOf = (id: string) => view.get<PersonRow>(personCollection, id)
  const form = useCommandForm({
    ...{ place, screen: 'people.merge', record: keep.id, says: [peopleTexts] },
    command: mergeDuplicates,
    start: () => ({ drop: '', reason: '' }),
    input: ({ drop, reason }) => ({
      ...{ keep: keep.id, keepBasedOn: keep.version, reason: reason.trim() },
      ...{ drop, dropBasedOn: dropOf(drop)?.version ?? 0 },
    }),
    rules: (input) => {
      const drop = dropOf(input.drop)
      return drop ? whyNotMerge(keep, drop, input) : []
    },
    saved: t('form.saved'),
    to: back,
  })
  const drop = dropOf(form.draft.drop)
  return (
    <Page
      width="narrow"
      title={t('person.merge')}
      subtitle={keep.name}
      back={{ href: back, label: keep.name }}
    >
      <Section title={t('merge.pick')}>
        <CommandForm
          form={form}
          submit={drop && t('merge.do')}
          look={{ variant: 'danger' }}
          onSubmit={() => setAsking(form.check())}
        >
          <Pick keep={keep} form={form} />
          {drop && <TextField {...form.field('reason', t('move.reason'))} maxLength={300} />}
        </CommandForm>
      </Section>
      <ConfirmDialog
        open={asking && drop !== undefined}
        title={t('merge.title', { name: drop?.name ?? '' })}
        confirmLabel={t('merge.do')}
        cancelLabel={t('form.cancel')}
        danger
        loading={form.saving}
        onConfirm={() => {
          setAsking(false)
          void form.save()
        }}
        onCancel={() => setAsking(false)}
      >
        {t('merge.why', { keep: keep.name, drop: drop?.name ?? '' })}
      </ConfirmDialog>
    </Page>
  )
}

/** The other record: one of those that look alike, or any other. */
function Pick({ keep, form }: { keep: PersonRow; form: FieldsOf<{ drop: string }> }) {
  const lineOf = usePersonLine()
  const likely = likelySame(keep, usePeople())
  const { drop } = form.draft
  return (
    <>
      {drop === '' &&
        likely.map((person) => (
          <PersonLine
            key={person.id}
            name={person.name}
            detail={lineOf(person)}
            actions={<Button onClick={() => form.set({ drop: person.id })}>{t('form.choose')}</Button>}
          />
        ))}
      <PersonPicker
        name="drop"
        label={t('person.likely')}
        values={drop ? [drop] : []}
        onChange={([first = '']) => form.set({ drop: first })}
        single
        walkIn={false}
        filter={(person) => person.id !== keep.id}
      />
    </>
  )
}

export default recordScreen({ ...personRecord, fits: (row) => row.state !== 'merged' }, Merge)
