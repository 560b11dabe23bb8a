// What is said of a feature is changed: its name, its note, its RT, its layer. Where somebody else changed the same meanwhile, it
// says so field by field.
import { useState } from 'react'
import { AskDialog, CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { ofChanges, useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import {
  type ChangeFeature,
  changeFeature,
  type Feature,
  isRestricted,
  type Layer,
  layers,
  removeFeature,
  shapesOf,
} from '../feature.ts'
import { whyNotChangeFeature, whyNotOnIt } from '../rules.ts'
import { featureName, says, t } from '../words.browser.ts'
import { useLocalChoices } from './use-maps.ts'

type Draft = { layer: Layer; name: string; note: string; localPlace: string }

/** Only what differs goes along, so that two who change different things do not clash. */
function changesOf({ layer, name, note, localPlace }: Draft, feature: Feature): ChangeFeature['changes'] {
  const told = { layer, name: name.trim(), note: note.trim(), localPlace: localPlace || null }
  const differs = ([field, value]: [string, unknown]) => feature[field as keyof Feature] !== value
  return Object.fromEntries(Object.entries(told).filter(differs))
}

type Props = { place: string; feature: Feature; onClose: () => void }

function EditFeature({ place, feature, onClose }: Props) {
  const view = usePlaceView()
  const choices = useLocalChoices()
  const form = useCommandForm<Draft, ChangeFeature>({
    ...{ place, screen: 'maps.change-feature', record: feature.id, says, command: changeFeature },
    start: () => ({
      ...{ layer: feature.layer, name: feature.name, note: feature.note },
      localPlace: feature.localPlace ?? '',
    }),
    input: (draft) => ({ feature: feature.id, basedOn: feature.version, changes: changesOf(draft, feature) }),
    rules: (input) => whyNotChangeFeature(view, input),
    idle: ({ changes }) => Object.keys(changes).length === 0,
    fieldOf: ofChanges,
    saved: t('edit.saved'),
    done: onClose,
  })
  const { field } = form
  const fitting = layers.filter(
    (each) => isRestricted(each) === isRestricted(feature.layer) && shapesOf[each].includes(feature.shape),
  )
  return (
    <CommandDialog form={form} title={t('edit.title')} submit={t('edit.save')} onClose={onClose}>
      <TextField {...field('name', t('sketch.name'))} optional={t('sketch.optional')} maxLength={120} />
      {fitting.length > 1 && (
        <SelectField
          {...field('layer', t('sketch.layer'))}
          options={fitting.map((each) => ({ value: each, label: t(`layer.${each}`) }))}
        />
      )}
      {choices.length > 0 && (
        <SelectField
          {...field('localPlace', t('sketch.rt'))}
          optional={t('sketch.optional')}
          emptyLabel={t('sketch.no-rt')}
          options={choices}
        />
      )}
      <TextArea
        {...field('note', t('sketch.note'))}
        optional={t('sketch.optional')}
        rows={3}
        maxLength={1000}
      />
    </CommandDialog>
  )
}

/** What can be done with the feature that was chosen, while its map is drawn on. */
export function Mend({ place, feature, onDone }: { place: string; feature: Feature; onDone: () => void }) {
  const view = usePlaceView()
  const [asking, setAsking] = useState<'edit' | 'remove' | null>(null)
  const close = () => setAsking(null)
  return (
    <div className="mp-tools">
      <Button icon="pencil" onClick={() => setAsking('edit')}>
        {t('edit.title')}
      </Button>
      <Button icon="trash" variant="danger" onClick={() => setAsking('remove')}>
        {t('map.remove')}
      </Button>
      {asking === 'edit' && <EditFeature {...{ place, feature }} onClose={close} />}
      {asking === 'remove' && (
        <AskDialog
          {...{
            place,
            says,
            screen: 'maps.remove',
            record: feature.id,
            command: removeFeature,
            danger: true,
          }}
          title={t('map.remove-title', { name: featureName(feature) })}
          submit={t('map.remove')}
          saved={t('map.removed')}
          done={onDone}
          onClose={close}
          input={(reason) => ({ feature: feature.id, reason })}
          rules={({ feature: id }) => whyNotOnIt(view, id === feature.id ? feature : undefined, 'feature')}
          name="reason"
          label={t('map.reason')}
          most={300}
        />
      )}
    </div>
  )
}
