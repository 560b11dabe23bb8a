// /d/:place/lembaga/:id: one institution, with its officers and ties.
import { Redirect } from 'wouter'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localLine } from '../../places/tree.ts'
import {
  changeInstitution,
  endInstitution,
  type Institution,
  institutionCollection,
  mergeInstitutions,
} from '../institution.ts'
import { kindText, legalText, reachText, rhythmText } from '../kinds.ts'
import { institutionRecord } from '../records.browser.ts'
import { whyNotEnd } from '../rules.ts'
import { institutionsTexts } from '../texts.ts'
import { registerIn } from '../view.ts'
import { OfficersPart } from './OfficersPart.tsx'
import { TiesPart } from './TiesPart.tsx'
import { dayText, fiveText, may, membersText, say, t, todayAt } from './words.ts'

type Props = { place: string; row: Institution }

function useProfile(place: string, row: Institution) {
  const places = useRows<LocalPlace>(localCollection)
  const where = row.localPlaces.flatMap((id) => {
    const found = places.find((each) => each.id === id)
    return found ? [localLine(found, places, place)] : []
  })
  const legal = [say(legalText(row.legal)), row.legalNote].filter(Boolean).join(', ')
  return [
    ['lembaga.other-names', row.otherNames.join('; ')],
    ['lembaga.reach', where.length > 0 ? where.join('; ') : say(reachText(row.reach))],
    ['lembaga.members', membersText(row)],
    ['lembaga.meets', row.meets ? say(rhythmText(row.meets)) : ''],
    ['lembaga.since', row.since?.toString() ?? ''],
    ['lembaga.legal', row.legal === 'none' && row.legalNote === '' ? '' : legal],
    ['lembaga.services', row.services],
    ['lembaga.assets', row.assets],
    ['lembaga.importance', row.importance === null ? '' : fiveText(row.importance)],
    ['lembaga.closeness', row.closeness === null ? '' : fiveText(row.closeness)],
    ['lembaga.potentials', row.potentials],
    ['lembaga.constraints', row.constraints],
  ] as const
}

function Profile({ place, row }: Props) {
  const roles = useRoles(place)
  const facts = useProfile(place, row).filter(([, value]) => value !== '')
  const change = may(roles, changeInstitution) && row.state === 'active' && (
    <LinkButton href={`/d/${place}/lembaga/${row.id}/ubah`} icon="pencil">
      {t('lembaga.change')}
    </LinkButton>
  )
  return (
    <Section title={t('lembaga.profile')} actions={change}>
      <FactGrid
        facts={[
          { label: t('lembaga.kind'), value: say(kindText(row.kind)) },
          ...facts.map(([label, value]) => ({ label: t(label), value })),
          ...(row.ended
            ? [{ label: t('lembaga.ended-on', { on: dayText(row.ended.on) }), value: row.ended.reason }]
            : []),
        ]}
      />
    </Section>
  )
}

function End({ place, row }: Props) {
  const view = usePlaceView()
  return (
    <DialogButton
      variant="danger"
      dialog={(close) => (
        <AskDialog
          {...{ place, screen: 'institutions.end', record: row.id, says: [institutionsTexts] }}
          command={endInstitution}
          input={(reason, on) => ({ institution: row.id, on, reason })}
          rules={(input) => (input.on ? whyNotEnd(view, input, todayAt(place)) : [])}
          title={t('lembaga.end')}
          on={{ label: t('lembaga.end-on'), max: todayAt(place) }}
          name="reason"
          label={t('lembaga.reason')}
          most={300}
          submit={t('lembaga.end')}
          saved={t('lembaga.saved')}
          danger
          onClose={close}
        >
          <p>{t('lembaga.end-why')}</p>
        </AskDialog>
      )}
    >
      {t('lembaga.end')}
    </DialogButton>
  )
}

function Pending({ id }: { id: string }) {
  const pending = usePlaceView().pending(institutionCollection, id)
  return pending === undefined || pending === 'sent' ? null : (
    <StatusBadge status={pending === 'refused' ? 'refused' : 'waiting'} label={t('lembaga.pending')} />
  )
}

function One({ place, row }: RecordProps<Institution>) {
  const roles = useRoles(place)
  const others = registerIn(usePlaceView()).length > 1
  if (row.mergedInto) return <Redirect to={`/d/${place}/lembaga/${row.mergedInto}`} replace />
  const active = row.state === 'active'
  return (
    <Page
      title={row.name}
      subtitle={say(kindText(row.kind))}
      back={{ href: `/d/${place}/lembaga`, label: t('lembaga.back') }}
      badge={
        <Cluster>
          <StatusBadge
            status={active ? 'done' : 'archive'}
            label={t(active ? 'lembaga.active' : 'lembaga.ended')}
          />
          <Pending id={row.id} />
        </Cluster>
      }
    >
      <Stack>
        <Profile place={place} row={row} />
        <OfficersPart place={place} row={row} />
        <TiesPart place={place} row={row} />
        {active && may(roles, endInstitution) && (
          <Cluster>
            {others && may(roles, mergeInstitutions) && (
              <LinkButton href={`/d/${place}/lembaga/${row.id}/gabung`}>{t('lembaga.merge')}</LinkButton>
            )}
            <End place={place} row={row} />
          </Cluster>
        )}
      </Stack>
    </Page>
  )
}

export default recordScreen(institutionRecord, One)
