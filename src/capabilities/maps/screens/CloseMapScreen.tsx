// A map is closed as drawn, by those who made it.
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { closeMap, type MapRow } from '../map.ts'
import { whyNotClose } from '../rules.ts'
import { dayText, mapPath, mapRecord, says, t, todayAt } from '../words.browser.ts'
import { useFeatures } from './use-maps.ts'

function Closing({ place, row: map }: RecordProps<MapRow>) {
  const features = useFeatures(map.id)
  const base = mapPath(place, map.id)
  const form = useCommandForm({
    ...{ place, screen: 'maps.close', record: map.id, says, command: closeMap },
    start: () => ({
      makers: [...new Set(features.map((each) => each.byName).filter(Boolean))].join('\n'),
      on: todayAt(place),
    }),
    input: ({ makers, on }) => ({
      ...{ id: map.id, basedOn: map.version, on },
      makers: makers
        .split('\n')
        .map((each) => each.trim())
        .filter(Boolean),
    }),
    rules: (input) => {
      const there = features.map(({ layer }) => layer)
      return input.on ? whyNotClose(map, input, there, todayAt(place)) : []
    },
    fieldOf: (path) => path.replace(/^makers\..*/, 'makers'),
    saved: t('close.saved'),
    to: base,
  })
  return (
    <Page
      title={t('close.title')}
      subtitle={map.title}
      back={{ href: base, label: t('maps.go-back') }}
      width="narrow"
    >
      <p>{t('close.why')}</p>
      <CommandForm form={form} submit={t('close.save')} cancel={base}>
        <TextArea
          {...form.field('makers', t('close.makers'))}
          hint={t('close.makers-hint')}
          rows={5}
          maxLength={2500}
        />
        <DateField
          {...form.field('on', t('close.on'))}
          max={todayAt(place)}
          inWords={form.draft.on ? dayText(form.draft.on) : undefined}
        />
      </CommandForm>
    </Page>
  )
}

export default recordScreen(mapRecord, Closing)
