// Adds many RW and RT at once: "RW 01 to 05 with RT 01 to 08 each".

import { newId } from '../../../kernel/id.ts'
import { type Refusal, reasons, refuseField } from '../../../kernel/refusal.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { LocalPlacePicker } from '../door.browser.tsx'
import { addLocalPlaces, type LocalPlace, localCollection, mostAtOnce } from '../local-place.ts'
import { whyNotAddMany } from '../rules.ts'
import { placesTexts } from '../texts.ts'
import { planRange } from '../tree.ts'

const t = translate(placesTexts)

type Wish = {
  parent: string | null
  rwFrom: string
  rwTo: string
  withRt: boolean
  rtFrom: string
  rtTo: string
}
const names = ['rwFrom', 'rwTo', 'rtFrom', 'rtTo'] as const
const first: Wish = { parent: null, rwFrom: '1', rwTo: '', withRt: true, rtFrom: '1', rtTo: '' }

function wrongFields(wish: Wish) {
  const asked = wish.withRt ? names : names.slice(0, 2)
  return [
    ...reasons(
      ...asked.map((name) => {
        const number = Number(wish[name])
        return (wish[name] === '' || number < 1 || number > 999) && refuseField(name, 'places.not-valid')
      }),
    ),
    ...reasons(
      wish.rwTo !== '' &&
        Number(wish.rwTo) < Number(wish.rwFrom) &&
        refuseField('rwTo', 'places.range-backwards'),
      wish.withRt &&
        wish.rtTo !== '' &&
        Number(wish.rtTo) < Number(wish.rtFrom) &&
        refuseField('rtTo', 'places.range-backwards'),
    ),
  ]
}

/** How many places the numbers ask for, before any is made. */
function asked(wish: Wish): number {
  const rws = Number(wish.rwTo) - Number(wish.rwFrom) + 1
  return rws * (wish.withRt ? 1 + Number(wish.rtTo) - Number(wish.rtFrom) + 1 : 1)
}

/** The places that the numbers ask for and that are not there; none while the numbers cannot be. */
function planOf(all: readonly LocalPlace[], wish: Wish) {
  if (wrongFields(wish).length > 0 || asked(wish) > mostAtOnce) return []
  const { parent, rwFrom, rwTo, withRt, rtFrom, rtTo } = wish
  const rt = withRt ? { from: Number(rtFrom), to: Number(rtTo) } : null
  return planRange(all, { parent, rw: { from: Number(rwFrom), to: Number(rwTo) }, rt }, newId)
}

function whyNotRange(wish: Wish, planned: number): Refusal[] {
  const wrong = wrongFields(wish)
  if (wrong.length > 0) return wrong
  const count = asked(wish)
  return reasons(
    count > mostAtOnce && refuseField('rwTo', 'places.too-many-at-once', { most: mostAtOnce, count }),
    count <= mostAtOnce && planned === 0 && refuseField('rwTo', 'places.all-there'),
  )
}

export default function AddRangeScreen({ place }: ScreenProps) {
  const all = useRows<LocalPlace>(localCollection)
  const back = `/d/${place}/wilayah`
  const form = useCommandForm({
    ...{ place, screen: 'places.add-many', says: [placesTexts] },
    start: () => first,
    input: (wish) => ({ places: planOf(all, wish) }),
    rules: ({ places }, wish) => [...whyNotRange(wish, places.length), ...whyNotAddMany(all, places, place)],
    give: (phone, input, taken) => phone.give(addLocalPlaces, place, input, taken),
    saved: ({ places }) => t('places.added-many', { count: places.length }),
    to: back,
  })
  const { draft: wish, set } = form
  const plan = form.input.places
  const field = (name: (typeof names)[number]) => (
    <NumberField {...form.field(name, t(`places.range.${name}`))} grouped={false} maxDigits={3} />
  )
  const counts = {
    rw: plan.filter((each) => each.kind === 'rw').length,
    rt: plan.filter((each) => each.kind === 'rt').length,
  }
  return (
    <Page
      title={t('places.add-many')}
      subtitle={t('places.range.why')}
      width="narrow"
      back={{ href: back, label: t('places.title') }}
    >
      <CommandForm form={form} submit={t('places.save')} cancel={back}>
        {all.some((each) => each.kind === 'hamlet' && each.active) && (
          <LocalPlacePicker
            {...form.field('parent', t('places.field.parent'))}
            optional={t('places.optional')}
            kinds={['hamlet']}
          />
        )}
        <FormRow>
          {field('rwFrom')}
          {field('rwTo')}
        </FormRow>
        <CheckField
          name="withRt"
          label={t('places.range.with-rt')}
          checked={wish.withRt}
          onChange={(withRt) => set({ withRt })}
        />
        {wish.withRt && (
          <FormRow>
            {field('rtFrom')}
            {field('rtTo')}
          </FormRow>
        )}
        {plan.length > 0 && <Notice announce="status">{t('places.range.plan', counts)}</Notice>}
      </CommandForm>
    </Page>
  )
}
