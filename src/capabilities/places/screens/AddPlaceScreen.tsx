// Adds one hamlet, RW, RT or settlement.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, useRows } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
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
import { useFaults } from './use-faults.ts'

const t = translate(placesTexts)

/** `?jenis=rt&di=<id>` opens it for an RT below that place. */
function wished(): { kind: LocalKind; parent: string | null } {
  const params = new URLSearchParams(location.search)
  const kind = localKinds.find((each) => each === params.get('jenis')) ?? 'rt'
  return { kind, parent: params.get('di') }
}

export default function AddPlaceScreen({ place }: ScreenProps) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const all = useRows<LocalPlace>(localCollection)
  const [id] = useState(newId)
  const [draft, setDraft] = useState(() => {
    const { kind, parent } = wished()
    return draftOf(kind, undefined, parent)
  })
  const input = inputOf(id, draft)
  const faults = useFaults(toMend(input, whyNotAdd(all, input, place)))
  const back = `/d/${place}/wilayah`
  const send = async () => {
    if (!faults.try()) return
    await phone.give(addLocalPlace, place, input)
    announce(t('places.added', { title: localTitle(input, place) }))
    go(back)
  }
  return (
    <Page title={t('places.add')} width="narrow" back={{ href: back, label: t('places.title') }}>
      <Form onSubmit={() => void send()}>
        <ErrorSummary title={t('places.mend')} faults={faults.faults} attempt={faults.attempt} />
        <RadioCards
          name="kind"
          label={t('places.field.kind')}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind: kind as LocalKind, parent: null })}
          choices={localKinds.map((kind) => ({
            value: kind,
            label: t(`places.kind.${kind}`),
            hint: t(`places.kind-hint.${kind}`),
          }))}
          columns={2}
        />
        <LocalPlaceFields draft={draft} onChange={setDraft} errorOf={faults.errorOf} />
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
