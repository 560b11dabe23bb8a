// The fields of a letter, its number to come, and the paper as it will be.
import './letters.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { usePhone, usePhoneState } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions, FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { classificationCodes } from '../classification.ts'
import type { Letterhead, Office } from '../letterhead.ts'
import { numberText, usualClassification } from '../number.ts'
import { LetterPaper } from '../print/LetterPaper.tsx'
import { PaperDesk } from '../print/PaperDesk.tsx'
import { usePaperSize } from '../print/PrintBar.tsx'
import { whyNotIssue } from '../rules.ts'
import { SignatoryFields } from '../signatory-fields.browser.tsx'
import { issueLetter } from '../stock.browser.ts'
import { lettersTexts } from '../texts.ts'
import { draftFaults, type LetterDraft, letterOf, previewOf } from './letter-draft.ts'
import { useNextNumber } from './use-stock.ts'
import { dayInWords, type KindChoice, t } from './words.ts'

type FormProps = {
  place: string
  head: Letterhead
  kinds: readonly KindChoice[]
  start: LetterDraft
  offices: readonly Office[]
  onOffice: (office: Office) => void
}

export function LetterForm({ place, head, kinds, start, offices: from, onOffice }: FormProps) {
  const phone = usePhone()
  const { version } = usePhoneState()
  const [, go] = useLocation()
  const [draft, setDraft] = useState(start)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const [attempt, setAttempt] = useState(0)
  const [sure, setSure] = useState(false)
  const [size] = usePaperSize()
  const [id] = useState(newId)
  const name = usePlaceName(place)
  const now = today(zoneOf(place))
  const set = (changes: Partial<LetterDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const next = useNextNumber(place, head, draft, version)
  const enrolment = kinds.find((kind) => kind.id === draft.kind)?.own?.enrolment.id ?? null
  const letter = letterOf(draft, { id, enrolment })
  const errorOf = (field: string) => {
    const found = refused.find((each) => each.field === field)
    return found && say(found, lettersTexts)
  }
  const check = () => {
    const input = { ...letter, office: head.office, letterhead: head.id, numbered: null }
    const facts = { head, block: undefined, account: phone.open.account.id, taken: false, today: now }
    const why = [...draftFaults(draft), ...(draft.date ? whyNotIssue(input, facts) : [])]
    setRefused(why)
    setAttempt(attempt + 1)
    setSure(why.length === 0)
  }
  const send = async () => {
    setSure(false)
    go(`/d/${place}/surat/${await issueLetter(phone, place, head, letter)}`)
  }
  const number = next === null ? null : numberText(head, { ...draft, date: draft.date || now, number: next })
  return (
    <Stack gap={5}>
      <ErrorSummary
        title={t('letters.mend')}
        faults={refused.map((each) => ({ field: each.field, message: say(each, lettersTexts) }))}
        attempt={attempt}
      />
      {draft.basis && <Notice tone="done">{t('letters.basis-from-meeting')}</Notice>}
      <div className="letters-beside">
        <Form onSubmit={check}>
          <FormRow>
            <SelectField
              name="kind"
              label={t('letters.kind')}
              value={draft.kind}
              onChange={(kind) => set({ kind, classification: usualClassification(head, kind) })}
              options={kinds.map((kind) => ({ value: kind.id, label: kind.title }))}
              error={errorOf('kind')}
            />
            {from.length > 1 && (
              <SelectField
                name="office"
                label={t('letters.office')}
                value={head.office}
                onChange={(office) => onOffice(office as Office)}
                options={from.map((office) => ({ value: office, label: t(`letters.office-${office}`) }))}
              />
            )}
          </FormRow>
          <FormRow>
            <DateField
              name="date"
              label={t('letters.date')}
              value={draft.date}
              onChange={(date) => set({ date })}
              max={now}
              inWords={dayInWords(draft.date)}
              error={errorOf('date')}
            />
            <ClassificationField
              value={draft.classification}
              onChange={(classification) => set({ classification })}
              error={errorOf('classification')}
            />
          </FormRow>
          <p className="rb-soft">
            {number ? t('letters.next-number', { number }) : t('letters.next-at-server')}
          </p>
          <TextField
            name="subject"
            label={t('letters.subject')}
            value={draft.subject}
            onChange={(subject) => set({ subject })}
            maxLength={300}
            error={errorOf('subject')}
          />
          <TextArea
            name="addressee"
            label={t('letters.addressee')}
            hint={t('letters.addressee-hint')}
            rows={3}
            value={draft.addressee}
            onChange={(addressee) => set({ addressee })}
            error={errorOf('addressee')}
          />
          <TextField
            name="salutation"
            label={t('letters.salutation')}
            optional={t('letters.optional')}
            value={draft.salutation}
            onChange={(salutation) => set({ salutation })}
            maxLength={160}
          />
          <TextArea
            name="text"
            label={t('letters.paragraphs')}
            hint={t('letters.paragraphs-hint')}
            rows={12}
            value={draft.text}
            onChange={(text) => set({ text })}
            error={errorOf('text')}
          />
          <SignatoryFields signatories={draft.signatories} onChange={(signatories) => set({ signatories })} />
          <TextField
            name="attachments"
            label={t('letters.attachments')}
            optional={t('letters.optional')}
            value={draft.attachments}
            onChange={(attachments) => set({ attachments })}
            maxLength={120}
          />
          <TextArea
            name="copies"
            label={t('letters.copies')}
            hint={t('letters.copies-hint')}
            optional={t('letters.optional')}
            rows={3}
            value={draft.copies}
            onChange={(copies) => set({ copies })}
          />
          <FormActions>
            <Button type="submit" variant="primary" icon="check">
              {t('letters.issue')}
            </Button>
          </FormActions>
        </Form>
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
        onConfirm={() => void send()}
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
