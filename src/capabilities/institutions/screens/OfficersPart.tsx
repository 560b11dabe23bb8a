// Who leads an institution, and until when.
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import { PersonName } from '../../people/door.browser.tsx'
import type { Institution } from '../institution.ts'
import { appointOfficer, type Officer } from '../officer.ts'
import { officersOf } from '../view.ts'
import { OfficerForm } from './OfficerForm.tsx'
import { may, t, termText } from './words.ts'

/** By their own record where they have one, which knows of a new name. */
function Name({ row }: { row: Officer }) {
  const fallback = row.name || t('lembaga.nameless')
  return row.person ? <PersonName id={row.person} fallback={fallback} /> : fallback
}

export function OfficersPart({ place, row }: { place: string; row: Institution }) {
  const officers = officersOf(usePlaceView(), row.id)
  const keeps = may(useRoles(place), appointOfficer) && row.state === 'active'
  const columns = [
    { key: 'name', header: t('lembaga.officer-name'), cell: (each: Officer) => <Name row={each} /> },
    { key: 'post', header: t('lembaga.officer-post'), cell: (each: Officer) => each.post },
    { key: 'term', header: t('lembaga.term'), cell: (each: Officer) => termText(each) },
  ]
  const action = {
    key: 'action',
    header: t('lembaga.action'),
    action: true,
    cell: (each: Officer) => (
      <DialogButton
        dialog={(close) => <OfficerForm {...{ place, institution: row.id, row: each }} onClose={close} />}
      >
        {t('lembaga.change')}
      </DialogButton>
    ),
  }
  return (
    <Section
      title={t('lembaga.officers')}
      actions={
        keeps && (
          <DialogButton
            icon="plus"
            dialog={(close) => <OfficerForm {...{ place, institution: row.id }} onClose={close} />}
          >
            {t('lembaga.officer-add')}
          </DialogButton>
        )
      }
    >
      {officers.length === 0 ? (
        <p className="rb-hint">{t('lembaga.officers-none')}</p>
      ) : (
        <DataTable<Officer>
          captionHidden
          {...{ caption: t('lembaga.officers'), rows: officers, rowKey: ({ id }) => id }}
          columns={keeps ? [...columns, action] : columns}
        />
      )}
    </Section>
  )
}
