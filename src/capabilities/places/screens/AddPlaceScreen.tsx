// Adds one hamlet, RW, RT or settlement.

import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { draftOf, inputOf, toMend } from '../draft.ts'
import {
  addLocalPlace,
  type LocalKind,
  type LocalPlace,
  localCollection,
  localKinds,
} from '../local-place.ts'
import { whyNotAdd } from '../rules.ts'
import { placesTexts } from '../texts.ts'
import { localTitle } from '../tree.ts'
import { LocalPlaceFields } from './LocalPlaceFields.tsx'

const t = translate(placesTexts)

/** `?jenis=rt&di=<id>` opens it for an RT below that place. */
function wished(): { kind: LocalKind; parent: string | null } {
  const params = new URLSearchParams(location.search)
  const kind = localKinds.find((each) => each === params.get('jenis')) ?? 'rt'
  return { kind, parent: params.get('di') }
}

export default function AddPlaceScreen({ place }: ScreenProps) {
  const all = useRows<LocalPlace>(localCollection)
  const [id] = useState(newId)
  const [{ kind, parent }] = useState(wished)
  const back = `/d/${place}/wilayah`
  const form = useCommandForm({
    ...{ place, screen: 'places.add', record: `${kind} ${parent ?? ''}`, says: [placesTexts] },
    start: () => draftOf(kind, undefined, parent),
    input: (draft) => inputOf(id, draft),
    rules: (input) => toMend(input, whyNotAdd(all, input, place)),
    give: (phone, input, taken) => phone.give(addLocalPlace, place, input, taken),
    saved: (input) => t('places.added', { title: localTitle(input, place) }),
    to: back,
  })
  return (
    <Page title={t('places.add')} width="narrow" back={{ href: back, label: t('places.title') }}>
      <CommandForm form={form} submit={t('places.save')} cancel={back}>
        <RadioCards
          {...form.field('kind', t('places.field.kind'))}
          onChange={(next) => form.set({ kind: next as LocalKind, parent: null })}
          choices={localKinds.map((each) => ({
            value: each,
            label: t(`places.kind.${each}`),
            hint: t(`places.kind-hint.${each}`),
          }))}
          columns={2}
        />
        <LocalPlaceFields form={form} />
      </CommandForm>
    </Page>
  )
}
