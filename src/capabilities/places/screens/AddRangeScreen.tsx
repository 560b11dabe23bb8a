// Adds many RW and RT at once: "RW 01 to 05 with RT 01 to 08 each".
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import { reasons, refuseField } from '../../../kernel/refusal.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, useRows } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions, FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { LocalPlacePicker } from '../door.browser.tsx'
import { addLocalPlaces, type LocalPlace, localCollection, mostAtOnce } from '../local-place.ts'
import { whyNotAddMany } from '../rules.ts'
import { placesTexts } from '../texts.ts'
import { planRange } from '../tree.ts'
import { useFaults } from './use-faults.ts'

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

export default function AddRangeScreen({ place }: ScreenProps) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const all = useRows<LocalPlace>(localCollection)
  const [wish, setWish] = useState(first)
  const set = (next: Partial<Wish>) => setWish({ ...wish, ...next })
  const wrong = wrongFields(wish)
  const ready = wrong.length === 0
  const tooMany = ready && asked(wish) > mostAtOnce
  const plan = useMemo(() => {
    if (!ready || tooMany) return []
    const { parent, rwFrom, rwTo, withRt, rtFrom, rtTo } = wish
    const rt = withRt ? { from: Number(rtFrom), to: Number(rtTo) } : null
    return planRange(all, { parent, rw: { from: Number(rwFrom), to: Number(rwTo) }, rt }, newId)
  }, [all, wish, ready, tooMany])
  const refusals = [
    ...wrong,
    ...reasons(
      tooMany && refuseField('rwTo', 'places.too-many-at-once', { most: mostAtOnce, count: asked(wish) }),
      ready && !tooMany && plan.length === 0 && refuseField('rwTo', 'places.all-there'),
    ),
    ...whyNotAddMany(all, plan, place),
  ]
  const faults = useFaults(refusals)
  const back = `/d/${place}/wilayah`
  const send = async () => {
    if (!faults.try()) return
    await phone.give(addLocalPlaces, place, { places: plan })
    announce(t('places.added-many', { count: plan.length }))
    go(back)
  }
  const field = (name: (typeof names)[number]) => (
    <NumberField
      name={name}
      label={t(`places.range.${name}`)}
      grouped={false}
      maxDigits={3}
      value={wish[name]}
      onChange={(value) => set({ [name]: value })}
      error={faults.errorOf(name)}
    />
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
      <Form onSubmit={() => void send()}>
        <ErrorSummary title={t('places.mend')} faults={faults.faults} attempt={faults.attempt} />
        {all.some((each) => each.kind === 'hamlet' && each.active) && (
          <LocalPlacePicker
            name="parent"
            label={t('places.field.parent')}
            optional={t('places.optional')}
            kinds={['hamlet']}
            value={wish.parent}
            onChange={(parent) => set({ parent })}
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
        <FormActions>
          <Button variant="primary" type="submit">
            {t('places.save')}
          </Button>
          <LinkButton href={back}>{t('places.cancel')}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}
