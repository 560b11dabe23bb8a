// How the village calls itself: its word for desa, the spelling of its name.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, useRow } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { nameVillage, type VillageWords, villageCollection, villageWordsId } from '../local-place.ts'
import { kindTitle, type VillageKind, villageKindOf, villageKinds } from '../names.ts'
import { whyNotName } from '../rules.ts'
import { placesTexts } from '../texts.ts'
import { useFaults } from './use-faults.ts'

const t = translate(placesTexts)

export default function VillageWordsScreen({ place }: ScreenProps) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const national = usePlaceName(place)
  const current = useRow<VillageWords>(villageCollection, villageWordsId)
  const [version] = useState(current?.version ?? 0)
  const [kind, setKind] = useState<string>(current?.kind ?? '')
  const [name, setName] = useState(current?.name ?? '')
  const input = { basedOn: version, kind: (kind || null) as VillageKind | null, name: name.trim() || null }
  const faults = useFaults(whyNotName(current, input, place))
  const back = `/d/${place}/wilayah`
  const isKelurahan = place[9] === '1'
  const usual = kindTitle(villageKindOf(place))
  const send = async () => {
    if (!faults.try()) return
    await phone.give(nameVillage, place, input)
    announce(t('places.words-saved'))
    go(back)
  }
  return (
    <Page
      title={t('places.words-change')}
      subtitle={t('places.words-why', { title: national.title })}
      width="narrow"
      back={{ href: back, label: t('places.title') }}
    >
      <Form onSubmit={() => void send()}>
        <ErrorSummary title={t('places.mend')} faults={faults.faults} attempt={faults.attempt} />
        {!isKelurahan && (
          <SelectField
            name="kind"
            label={t('places.fact.kind')}
            value={kind}
            emptyLabel={t('places.words-usual', { kind: usual })}
            onChange={setKind}
            options={villageKinds
              .filter((each) => each !== 'kelurahan')
              .map((each) => ({ value: each, label: kindTitle(each) }))}
            error={faults.errorOf('kind')}
          />
        )}
        <TextField
          name="name"
          label={t('places.words-name')}
          hint={t('places.words-name-hint')}
          optional={t('places.optional')}
          maxLength={80}
          value={name}
          onChange={setName}
          error={faults.errorOf('name')}
        />
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
