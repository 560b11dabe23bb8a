// When the library of forms says no. Pure, both sides.
import { type Refusal, reasons, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { FormLine } from './form.ts'

/** Only where it was brought may it be changed; what comes with Rembug, nowhere. */
const whyNotOurs = (form: FormLine, place: string): Refusal[] =>
  reasons(
    form.shipped && refuse('surveys.form-shipped'),
    !form.shipped && form.place !== place && refuse('surveys.form-of-other-place'),
  )

export const whyNotRetire = (form: FormLine, place: string): Refusal[] => [
  ...whyNotOurs(form, place),
  ...reasons(form.retired && refuseField('form', 'surveys.form-retired')),
]

/** `mediaType` is null for a kind of file that no form can use. */
export function whyNotAddFile(
  form: FormLine,
  place: string,
  name: string,
  mediaType: string | null,
): Refusal[] {
  const asked = form.files.find((each) => each.name === name)
  const names = form.files.filter((each) => !each.registry).map((each) => each.name)
  return [
    ...whyNotOurs(form, place),
    ...reasons(
      !asked && refuseField('name', 'surveys.file-not-asked', { name, asked: names.join(', ') || '-' }),
      asked?.registry && refuseField('name', 'surveys.file-of-registry', { name }),
      asked?.there && !asked.registry && form.used && refuseField('name', 'surveys.file-in-use', { name }),
      asked && mediaType === null && refuseField('name', 'surveys.file-kind', { name }),
    ),
  ]
}
