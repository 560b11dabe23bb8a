// How the village calls itself: its word for desa, the spelling of its name.

import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRow } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { nameVillage, type VillageWords, villageCollection, villageWordsId } from '../local-place.ts'
import { kindTitle, type VillageKind, villageKindOf, villageKinds } from '../names.ts'
import { whyNotName } from '../rules.ts'
import { placesTexts } from '../texts.ts'

const t = translate(placesTexts)

export default function VillageWordsScreen({ place }: ScreenProps) {
  const national = usePlaceName(place)
  const current = useRow<VillageWords>(villageCollection, villageWordsId)
  const back = `/d/${place}/wilayah`
  const isKelurahan = place[9] === '1'
  const usual = kindTitle(villageKindOf(place))
  const form = useCommandForm({
    ...{ place, screen: 'places.name-village', says: [placesTexts], command: nameVillage },
    start: () => ({
      basedOn: current?.version ?? 0,
      kind: (current?.kind ?? '') as string,
      name: current?.name ?? '',
    }),
    input: ({ basedOn, kind, name }) => ({
      basedOn,
      kind: (kind || null) as VillageKind | null,
      name: name.trim() || null,
    }),
    rules: (input) => whyNotName(current, input, place),
    saved: t('places.words-saved'),
    to: back,
  })
  return (
    <Page
      title={t('places.words-change')}
      subtitle={t('places.words-why', { title: national.title })}
      width="narrow"
      back={{ href: back, label: t('places.title') }}
    >
      <CommandForm form={form} submit={t('places.save')} cancel={back}>
        {!isKelurahan && (
          <SelectField
            {...form.field('kind', t('places.fact.kind'))}
            emptyLabel={t('places.words-usual', { kind: usual })}
            options={villageKinds
              .filter((each) => each !== 'kelurahan')
              .map((each) => ({ value: each, label: kindTitle(each) }))}
          />
        )}
        <TextField
          {...form.field('name', t('places.words-name'))}
          hint={t('places.words-name-hint')}
          optional={t('places.optional')}
          maxLength={80}
        />
      </CommandForm>
    </Page>
  )
}
