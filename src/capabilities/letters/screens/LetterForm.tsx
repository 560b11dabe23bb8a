// The fields of a letter, its number to come, and the paper as it will be.
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import './letters.css'
import { useState } from 'react'
import { today } from '../../../kernel/day.ts'
import type { Facts } from '../../../kernel/facts.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { usePhone, usePhoneState } from '../../../platform/browser/hooks.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { factOf } from '../../programmes/facts.ts'
import { classificationCodes } from '../classification.ts'
import { untold, whyNotOfKind } from '../compose.ts'
import type { Letterhead, Office } from '../letterhead.ts'
import { numberText } from '../number.ts'
import { LetterPaper } from '../print/LetterPaper.tsx'
import { PaperDesk } from '../print/PaperDesk.tsx'
import { usePaperSize } from '../print/PrintBar.tsx'
import { whyNotIssue } from '../rules.ts'
import { SignatoryFields } from '../signatory-fields.browser.tsx'
import { issueLetter } from '../stock.browser.ts'
import { lettersTexts } from '../texts.ts'
import { draftFaults, type LetterDraft, letterOf, previewOf } from './letter-draft.ts'
import { useNextNumber } from './use-stock.ts'
import { dayInWords, type KindChoice, t, words } from './words.ts'

type FormProps = {
  place: string
  head: Letterhead
  kinds: readonly KindChoice[]
  /** Of the enrolment whose letter it is. */
  facts: Facts
  start: LetterDraft
  offices: readonly Office[]
  onOffice: (office: Office) => void
  /** Another kind is another letter, with a draft of its own. */
  onKind: (kind: string) => void
}

/** What the kind needs and no capability tells yet. */
function Untold({ needs }: { needs: readonly string[] }) {
  return needs.map((name) => {
    const title = factOf(name)?.title
    return (
      <Notice
        key={name}
        tone="advice"
        title={t('letters.need-unavailable', { need: title ? words(title) : name })}
      >
        {t('letters.need-unavailable-why')}
      </Notice>
    )
  })
}

export function LetterForm({ place, head, kinds, facts, start, offices: from, ...on }: FormProps) {
  const { open } = usePhone()
  const { version } = usePhoneState()
  const [sure, setSure] = useState(false)
  const [size] = usePaperSize()
  const [id] = useState(newId)
  const name = usePlaceName(place)
  const now = today(zoneOf(place))
  const own = kinds.find((each) => each.id === start.kind)?.own
  const form = useCommandForm({
    ...{
      place,
      screen: 'letters.issue',
      record: `${start.kind} ${head.office} ${start.basis?.meeting ?? ''}`,
    },
    says: [lettersTexts],
    start: () => start,
    input: (draft) => letterOf(draft, { id, enrolment: own?.enrolment.id ?? null }),
    rules: (letter, draft) => {
      const input = { ...letter, office: head.office, letterhead: head.id, numbered: null }
      const here = {
        head,
        block: undefined,
        account: open.account.id,
        taken: false,
        today: now,
        writtenAt: new Date(),
      }
      return [
        ...draftFaults(draft),
        ...(draft.date ? whyNotIssue(input, here) : []),
        ...(own ? whyNotOfKind(own.programme, own.kind, facts, input) : []),
      ]
    },
    give: (phone, letter, taken) => issueLetter(phone, place, head, letter, taken),
    to: `/d/${place}/surat/${id}`,
  })
  const { draft, set, field, input: letter } = form
  const next = useNextNumber(place, head, draft, version)
  const number = next === null ? null : numberText(head, { ...draft, date: draft.date || now, number: next })
  return (
    <Stack gap={5}>
      {draft.basis && <Notice tone="done">{t('letters.basis-from-meeting')}</Notice>}
      {own && <Untold needs={untold(own.kind)} />}
      <div className="letters-beside">
        <CommandForm
          form={form}
          submit={t('letters.issue')}
          look={{ icon: 'check' }}
          onSubmit={() => setSure(form.check())}
        >
          <FormRow>
            <SelectField
              {...field('kind', t('letters.kind'))}
              onChange={on.onKind}
              options={kinds.map((kind) => ({ value: kind.id, label: kind.title }))}
            />
            {from.length > 1 && (
              <SelectField
                name="office"
                label={t('letters.office')}
                value={head.office}
                onChange={(office) => on.onOffice(office as Office)}
                options={from.map((office) => ({ value: office, label: t(`letters.office-${office}`) }))}
              />
            )}
          </FormRow>
          <FormRow>
            <DateField {...field('date', t('letters.date'))} max={now} inWords={dayInWords(draft.date)} />
            <ClassificationField
              value={draft.classification}
              onChange={(classification) => set({ classification })}
              error={form.errorOf('classification')}
            />
          </FormRow>
          <p className="rb-soft">
            {number ? t('letters.next-number', { number }) : t('letters.next-at-server')}
          </p>
          <TextField {...field('subject', t('letters.subject'))} maxLength={300} />
          <TextArea
            {...field('addressee', t('letters.addressee'))}
            hint={t('letters.addressee-hint')}
            rows={3}
          />
          <TextField
            {...field('salutation', t('letters.salutation'))}
            optional={t('letters.optional')}
            maxLength={160}
          />
          <TextArea
            {...field('text', t('letters.paragraphs'))}
            hint={t('letters.paragraphs-hint')}
            rows={12}
          />
          <SignatoryFields signatories={draft.signatories} onChange={(signatories) => set({ signatories })} />
          <TextField
            {...field('attachments', t('letters.attachments'))}
            optional={t('letters.optional')}
            maxLength={120}
          />
          <TextArea
            {...field('copies', t('letters.copies'))}
            hint={t('letters.copies-hint')}
            optional={t('letters.optional')}
            rows={3}
          />
        </CommandForm>
        <div className="letters-paper">
          <Section title={t('letters.preview')} tone="plain">
            <PaperDesk>
              <LetterPaper
                letter={previewOf({ ...letter, date: letter.date || now }, head)}
                head={head}
                fallback={name.title}
                size={size}
              />
            </PaperDesk>
          </Section>
        </div>
      </div>
      <ConfirmDialog
        open={sure}
        title={t('letters.issue-confirm')}
        confirmLabel={t('letters.issue')}
        cancelLabel={t('letters.cancel-word')}
        onConfirm={() => {
          setSure(false)
          void form.save()
        }}
        onCancel={() => setSure(false)}
      >
        <p>{number ? t('letters.next-number', { number }) : t('letters.next-at-server')}</p>
        <p>{t('letters.issue-final')}</p>
      </ConfirmDialog>
    </Stack>
  )
}

type CodeProps = { value: string; onChange: (value: string) => void; error: string | undefined }

function ClassificationField({ value, onChange, error }: CodeProps) {
  const known = classificationCodes.some((each) => each.code === value)
  const options = classificationCodes.map((each) => ({
    value: each.code,
    label: `${each.code} ${each.title.id}${each.evidence === 'R' ? ` (${t('letters.to-verify')})` : ''}`,
  }))
  return (
    <SelectField
      name="classification"
      label={t('letters.classification')}
      hint={t('letters.classification-hint')}
      value={value}
      onChange={onChange}
      options={known || value === '' ? options : [{ value, label: value }, ...options]}
      error={error}
    />
  )
}
