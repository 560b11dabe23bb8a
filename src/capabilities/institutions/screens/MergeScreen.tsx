// /d/:place/lembaga/:id/gabung: two records of one institution become one; this one stays.
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { type Institution, mergeInstitutions } from '../institution.ts'
import { kindText } from '../kinds.ts'
import { alike } from '../likeness.ts'
import { institutionRecord } from '../records.browser.ts'
import { whyNotMerge } from '../rules.ts'
import { institutionsTexts } from '../texts.ts'
import { officersOf, registerIn, tiesOf } from '../view.ts'
import { membersText, numberText, say, t } from './words.ts'

function Merge({ place, row }: RecordProps<Institution>) {
  const view = usePlaceView()
  const others = registerIn(view).filter(({ id }) => id !== row.id)
  const likely = new Set(alike(row, others).map(({ id }) => id))
  const base = `/d/${place}/lembaga/${row.id}`
  const form = useCommandForm({
    ...{ place, screen: 'institutions.merge', record: row.id, says: [institutionsTexts] },
    ...{ command: mergeInstitutions, saved: t('lembaga.saved'), to: base },
    start: () => ({ drop: likely.size === 1 ? ([...likely][0] ?? '') : '' }),
    input: ({ drop }) => ({
      ...{ keep: row.id, drop, keepBasedOn: row.version },
      dropBasedOn: others.find(({ id }) => id === drop)?.version ?? 0,
    }),
    rules: (input) => (input.drop ? whyNotMerge(view, input) : []),
  })
  const drop = others.find(({ id }) => id === form.draft.drop)
  const labelOf = (each: Institution) =>
    likely.has(each.id) ? `${each.name} (${t('lembaga.merge-likely')})` : each.name
  return (
    <Page
      title={t('lembaga.merge-title')}
      subtitle={row.name}
      back={{ href: base, label: t('lembaga.one-back') }}
      width="narrow"
    >
      <p>{t('lembaga.merge-why')}</p>
      <CommandForm form={form} submit={t('lembaga.merge-do')} cancel={base}>
        <SelectField
          {...form.field('drop', t('lembaga.merge-other'))}
          emptyLabel={t('lembaga.choose')}
          options={[...others]
            .sort((a, b) => Number(likely.has(b.id)) - Number(likely.has(a.id)))
            .map((each) => ({ value: each.id, label: labelOf(each) }))}
        />
        {drop && (
          <Section title={drop.name}>
            <FactGrid
              facts={[
                { label: t('lembaga.kind'), value: say(kindText(drop.kind)) },
                { label: t('lembaga.members'), value: membersText(drop) || '–' },
                { label: t('lembaga.officers'), value: numberText(officersOf(view, drop.id).length) },
                { label: t('lembaga.ties'), value: numberText(tiesOf(view, drop.id).length) },
              ]}
            />
          </Section>
        )}
      </CommandForm>
    </Page>
  )
}

export default recordScreen(institutionRecord, Merge)
