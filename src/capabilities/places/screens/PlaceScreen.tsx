// One local place: see it, change it, add below it, close it.

import { useState } from 'react'
import { longDay } from '../../../kernel/day.ts'
import { refuseField } from '../../../kernel/refusal.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { language, say, translate } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordKind, type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { draftOf, inputOf, toMend } from '../draft.ts'
import {
  changeLocalPlace,
  closeLocalPlace,
  type LocalPlace,
  localCollection,
  placeKeepers,
} from '../local-place.ts'
import { placeReaders } from '../roles.ts'
import { whyNotChange, whyNotClose } from '../rules.ts'
import { placesTexts } from '../texts.ts'
import { localLine, localTitle } from '../tree.ts'
import { LocalPlaceFields } from './LocalPlaceFields.tsx'

const t = translate(placesTexts)

const localRecord: RecordKind<LocalPlace> = {
  ...{ collection: localCollection, called: ['wilayah', 'place'], icon: 'pin', readers: placeReaders },
  ...{ list: () => 'wilayah', listCalled: placesTexts['places.title'] },
}

function PlacePage({ place, row }: RecordProps<LocalPlace>) {
  const all = useRows<LocalPlace>(localCollection)
  const mayKeep = useRoles(place).some((role) => placeKeepers.includes(role))
  const back = { href: `/d/${place}/wilayah`, label: t('places.title') }
  const badge = row.active ? undefined : <StatusBadge status="archive" label={t('places.closed')} />
  return (
    <Page
      title={localLine(row, all, place)}
      subtitle={t(`places.kind.${row.kind}`)}
      width="narrow"
      back={back}
      badge={badge}
    >
      {!row.active && (
        <Notice title={t('places.closed')}>
          {t('places.closed-why', {
            day: longDay(row.closedOn ?? '', language()),
            reason: row.closedReason ?? '',
          })}
        </Notice>
      )}
      {row.active && !mayKeep && <Notice>{t('places.read-only')}</Notice>}
      {row.active && mayKeep && (
        <>
          <ChangeForm row={row} all={all} place={place} />
          <ClosePart row={row} all={all} place={place} />
        </>
      )}
    </Page>
  )
}

type PartProps = { row: LocalPlace; all: readonly LocalPlace[]; place: string }

/** Fields that differ between what was opened and what stands now, in words. */
function clashFields(opened: LocalPlace, now: LocalPlace): string[] {
  const fields = ['number', 'name', 'households', 'parent'] as const
  const written = (value: unknown) => (value === null || value === undefined ? '–' : String(value))
  return fields
    .filter((field) => opened[field] !== now[field])
    .map((field) =>
      field === 'parent'
        ? t('places.field.parent')
        : `${t(`places.field.${field}`)}: ${written(opened[field])} → ${written(now[field])}`,
    )
}

function ChangeForm({ row, all, place }: PartProps) {
  // The version this edit is based on stays, even when a newer row arrives while somebody types.
  const [opened, setOpened] = useState(row)
  const form = useCommandForm({
    ...{ place, screen: 'places.change', record: row.id, says: [placesTexts] },
    start: () => ({ ...draftOf(row.kind, row), basedOn: row.version }),
    input: (draft) => inputOf(row.id, draft),
    rules: (input, { basedOn }) => toMend(input, whyNotChange(all, { ...input, basedOn }, place)),
    give: (phone, { kind: _, ...details }, taken, { basedOn }) =>
      phone.give(changeLocalPlace, place, { ...details, basedOn }, taken),
    saved: (input) => t('places.changed', { title: localTitle(input, place) }),
    to: `/d/${place}/wilayah`,
  })
  const keepMine = () => {
    setOpened(row)
    form.set({ basedOn: row.version })
  }
  return (
    <CommandForm
      form={form}
      submit={t('places.save')}
      actions={
        (row.kind === 'rw' || row.kind === 'hamlet') && (
          <LinkButton href={`/d/${place}/wilayah/baru?jenis=rt&di=${row.id}`} icon="plus">
            {t('places.add-rt-here')}
          </LinkButton>
        )
      }
    >
      {row.version !== form.draft.basedOn && (
        <Notice
          tone="warn"
          title={t('places.changed-meanwhile')}
          announce="status"
          action={<Button onClick={keepMine}>{t('places.keep-mine')}</Button>}
        >
          {clashFields(opened, row).join('; ')}
        </Notice>
      )}
      <LocalPlaceFields form={form} />
    </CommandForm>
  )
}

function ClosePart({ row, all, place }: PartProps) {
  const [asking, setAsking] = useState(false)
  const form = useCommandForm({
    ...{ place, screen: 'places.close', record: row.id, says: [placesTexts], command: closeLocalPlace },
    start: () => ({ reason: '' }),
    input: ({ reason }) => ({ id: row.id, basedOn: row.version, reason: reason.trim() }),
    rules: ({ reason }) => (reason ? [] : [refuseField('reason', 'places.reason-needed')]),
    saved: t('places.closed-now', { title: localTitle(row, place) }),
    to: `/d/${place}/wilayah`,
  })
  const blocked = whyNotClose(all, form.input)
  return (
    <Section title={t('places.close')} subtitle={t('places.close-hint')}>
      <RefusalList
        title={t('places.cannot-close')}
        reasons={blocked.map((each) => ({ text: say(each, placesTexts) }))}
      />
      {blocked.length === 0 && (
        <CommandForm
          form={form}
          label={t('places.close')}
          submit={t('places.close')}
          look={{ variant: 'danger' }}
          onSubmit={() => setAsking(form.check())}
        >
          <TextField {...form.field('reason', t('places.field.reason'))} maxLength={200} />
        </CommandForm>
      )}
      <ConfirmDialog
        open={asking}
        title={t('places.close-sure', { title: localTitle(row, place) })}
        confirmLabel={t('places.close')}
        cancelLabel={t('places.cancel')}
        danger
        onConfirm={() => {
          setAsking(false)
          void form.save()
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t('places.close-hint')}</p>
      </ConfirmDialog>
    </Section>
  )
}

export default recordScreen(localRecord, PlacePage)
