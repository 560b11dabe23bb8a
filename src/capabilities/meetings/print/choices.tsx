// What can be chosen of a paper before it is printed. None of it is kept.
import { translate } from '../../../platform/browser/language.ts'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { SignatoryFields } from '../../letters/signatory-fields.browser.tsx'
import { printTexts } from './print-texts.ts'

const t = translate(printTexts)
const most = 200

const atMost = (digits: string, limit: number) => Math.min(limit, Number(digits || '0'))

export type InvitationChoicesProps = {
  perPage: 1 | 2
  setPerPage: (perPage: 1 | 2) => void
  names: string
  setNames: (names: string) => void
  blanks: number
  setBlanks: (blanks: number) => void
  tooLong: boolean
}

export function InvitationChoices(props: InvitationChoicesProps) {
  const { perPage, setPerPage, names, setNames, blanks, setBlanks, tooLong } = props
  return (
    <>
      <FormRow>
        <SelectField
          name="per-page"
          label={t('print.per-page')}
          hint={tooLong && perPage === 2 ? t('print.two-too-long') : undefined}
          value={String(perPage)}
          onChange={(value) => setPerPage(value === '1' ? 1 : 2)}
          options={[
            { value: '2', label: t('print.two') },
            { value: '1', label: t('print.one') },
          ]}
        />
        <NumberField
          name="blanks"
          label={t('print.blanks')}
          value={String(blanks)}
          onChange={(value) => setBlanks(atMost(value, most))}
          maxDigits={3}
        />
      </FormRow>
      <TextArea
        name="names"
        label={t('print.names')}
        hint={t('print.names-hint')}
        optional={t('print.optional')}
        rows={3}
        value={names}
        onChange={setNames}
      />
    </>
  )
}

export function LineChoice({ lines, onChange }: { lines: number; onChange: (lines: number) => void }) {
  return (
    <NumberField
      name="lines"
      label={t('print.lines')}
      value={String(lines)}
      onChange={(value) => onChange(Math.max(1, atMost(value, 400)))}
      maxDigits={3}
    />
  )
}

type Witness = { capacity: string; name: string }
export type WitnessChoicesProps = { witnesses: readonly Witness[]; onChange: (witnesses: Witness[]) => void }

export function WitnessChoices({ witnesses, onChange }: WitnessChoicesProps) {
  return (
    <details>
      <summary className="rb-button rb-button-quiet">{t('print.witnesses')}</summary>
      <p className="rb-hint">{t('print.witnesses-hint')}</p>
      <SignatoryFields signatories={witnesses} onChange={(next) => onChange([...next])} />
    </details>
  )
}
