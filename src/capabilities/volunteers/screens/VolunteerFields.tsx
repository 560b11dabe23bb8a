// What is asked of a volunteer: the same fields for somebody new and for a change.
import { useRows } from '../../../platform/browser/hooks.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { LocalPlacePicker } from '../../places/door.browser.tsx'
import { type LocalKind, type LocalPlace, localCollection } from '../../places/local-place.ts'
import type { Sex } from '../volunteer.ts'
import type { Draft } from './draft.ts'
import { t } from './words.tsx'

const kinds: readonly LocalKind[] = ['rt', 'settlement']

type Props = {
  draft: Draft
  onChange: (draft: Draft) => void
  /** In front of the fields' names: `volunteers.3.`. */
  prefix: string
  errorOf: (field: string) => string | undefined
  /** Whether the rest (telephone, skills, reason) is shown at once. */
  open?: boolean
}

export function VolunteerFields({ draft, onChange, prefix, errorOf, open }: Props) {
  const set = (next: Partial<Draft>) => onChange({ ...draft, ...next })
  const at = (field: keyof Draft) => ({ name: `${prefix}${field}`, error: errorOf(`${prefix}${field}`) })
  return (
    <Stack gap={3}>
      {draft.person === null && (
        <>
          <TextField
            {...at('name')}
            label={t('new.name')}
            value={draft.name}
            onChange={(name) => set({ name })}
            maxLength={120}
            autoCapitalize="words"
            autoComplete="off"
          />
          <RadioCards
            {...at('sex')}
            label={t('new.sex')}
            value={draft.sex}
            onChange={(sex) => set({ sex: sex as Sex })}
            columns={2}
            choices={[
              { value: 'female', label: t('volunteers.women') },
              { value: 'male', label: t('volunteers.men') },
            ]}
          />
        </>
      )}
      <Lives {...{ draft, at, set }} />
      <CheckField
        {...at('poor')}
        label={t('new.poor')}
        checked={draft.poor}
        onChange={(poor) => set({ poor })}
      />
      <details
        open={open || ['phone', 'skills', 'motivation', 'interests'].some((each) => errorOf(prefix + each))}
      >
        <summary>{t('new.more')}</summary>
        <Rest {...{ draft, at, set }} />
      </details>
    </Stack>
  )
}

/** The RT where the village has noted them, else in words. */
function Lives({ draft, at, set }: PartProps) {
  const rts = useRows<LocalPlace>(localCollection).some((each) => each.active && kinds.includes(each.kind))
  return (
    <>
      {rts && (
        <LocalPlacePicker
          {...at('localPlace')}
          label={t('new.rt')}
          optional={t('new.optional')}
          kinds={kinds}
          value={draft.localPlace}
          onChange={(localPlace) => set({ localPlace })}
        />
      )}
      {!rts && (
        <TextField
          {...at('localPlaceText')}
          label={t('new.rt-text')}
          optional={t('new.optional')}
          value={draft.localPlaceText}
          onChange={(localPlaceText) => set({ localPlaceText })}
          maxLength={80}
        />
      )}
    </>
  )
}

type PartProps = {
  draft: Draft
  at: (field: keyof Draft) => { name: string; error: string | undefined }
  set: (next: Partial<Draft>) => void
}

function Rest({ draft, at, set }: PartProps) {
  return (
    <Stack gap={3}>
      <TextField
        {...at('phone')}
        type="tel"
        inputMode="tel"
        label={t('new.phone')}
        hint={t('new.phone-hint')}
        optional={t('new.optional')}
        value={draft.phone}
        onChange={(phone) => set({ phone })}
        maxLength={20}
        autoComplete="off"
      />
      <TextField
        {...at('skills')}
        label={t('new.skills')}
        optional={t('new.optional')}
        value={draft.skills}
        onChange={(skills) => set({ skills })}
        maxLength={200}
      />
      <TextArea
        {...at('motivation')}
        label={t('new.motivation')}
        optional={t('new.optional')}
        value={draft.motivation}
        onChange={(motivation) => set({ motivation })}
        maxLength={400}
      />
      <CheckField
        name={`${at('interests').name}-none`}
        label={t('new.interests-none')}
        checked={draft.interests === ''}
        onChange={(none) => set({ interests: none ? '' : null })}
      />
      <TextArea
        {...at('interests')}
        label={t('new.interests')}
        hint={t('new.interests-hint')}
        optional={t('new.optional')}
        value={draft.interests ?? ''}
        onChange={(interests) => set({ interests: interests || null })}
        maxLength={400}
      />
    </Stack>
  )
}
