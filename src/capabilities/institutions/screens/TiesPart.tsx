// With whom an institution is tied, and by what.
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import type { Institution } from '../institution.ts'
import { bondText, flowText, type Tie, tieInstitutions, type Way, wayText } from '../tie.ts'
import { institutionIn, tiesOf } from '../view.ts'
import { TieForm } from './TieForm.tsx'
import { fiveText, may, say, t } from './words.ts'

const seenFrom = (tie: Tie, id: string): Way =>
  tie.from === id || tie.way === 'both' ? tie.way : tie.way === 'gives' ? 'takes' : 'gives'

export function TiesPart({ place, row }: { place: string; row: Institution }) {
  const view = usePlaceView()
  const ties = tiesOf(view, row.id)
  const keeps = may(useRoles(place), tieInstitutions) && row.state === 'active'
  const other = (tie: Tie) =>
    tie.to === null
      ? tie.outside
      : (institutionIn(view, tie.from === row.id ? tie.to : tie.from)?.name ?? '–')
  const columns = [
    { key: 'with', header: t('lembaga.tie-with'), cell: other },
    {
      key: 'flows',
      header: t('lembaga.tie-flows'),
      cell: (each: Tie) => each.flows.map((flow) => say(flowText(flow))).join(', '),
    },
    { key: 'way', header: t('lembaga.tie-way'), cell: (each: Tie) => say(wayText(seenFrom(each, row.id))) },
    { key: 'bond', header: t('lembaga.tie-bond'), cell: (each: Tie) => say(bondText(each.bond)) },
    { key: 'strength', header: t('lembaga.tie-strength'), cell: (each: Tie) => fiveText(each.strength) },
  ]
  const action = {
    key: 'action',
    header: t('lembaga.action'),
    action: true,
    cell: (each: Tie) => (
      <DialogButton
        dialog={(close) => <TieForm {...{ place, institution: row, row: each }} onClose={close} />}
      >
        {t('lembaga.change')}
      </DialogButton>
    ),
  }
  return (
    <Section
      title={t('lembaga.ties')}
      actions={
        keeps && (
          <DialogButton
            icon="plus"
            dialog={(close) => <TieForm {...{ place, institution: row }} onClose={close} />}
          >
            {t('lembaga.tie-add')}
          </DialogButton>
        )
      }
    >
      {ties.length === 0 ? (
        <p className="rb-hint">{t('lembaga.ties-none')}</p>
      ) : (
        <DataTable<Tie>
          captionHidden
          {...{ caption: t('lembaga.ties'), rows: ties, rowKey: ({ id }) => id }}
          columns={keeps ? [...columns, action] : columns}
        />
      )}
    </Section>
  )
}
