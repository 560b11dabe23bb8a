// What can be done with a map as a whole, the next step first.
import { useState } from 'react'
import { AskDialog, ConfirmCommand } from '../../../platform/browser/forms/CommandDialog.tsx'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Menu } from '../../../platform/browser/ui/action/Menu.tsx'
import { addFeatures } from '../feature.ts'
import { besides } from '../looking.ts'
import { agreeMap, joinMaps, type MapRow, reopenMap } from '../map.ts'
import { whyNotJoin, whyNotReopen } from '../rules.ts'
import { mapPath, may, says, t } from '../words.browser.ts'

function Reopen({ place, map, onClose }: { place: string; map: MapRow; onClose: () => void }) {
  return (
    <AskDialog
      {...{ place, says, screen: 'maps.reopen', record: map.id, command: reopenMap, danger: true, onClose }}
      title={t('map.reopen')}
      submit={t('map.reopen')}
      saved={t('map.reopened')}
      input={(reason) => ({ id: map.id, basedOn: map.version, reason })}
      rules={(input) => whyNotReopen(map, input)}
      name="reason"
      label={t('map.reason')}
      most={300}
    >
      <p>{t('map.reopen-why')}</p>
    </AskDialog>
  )
}

/** The next step stands open: drawing, then closing, then what residents say; the rest in the menu. */
export function MapActions({ place, map, empty }: { place: string; map: MapRow; empty: boolean }) {
  const roles = useRoles(place)
  const view = usePlaceView()
  const [asking, setAsking] = useState(false)
  const [joining, setJoining] = useState<MapRow | null>(null)
  const makes = may(roles, addFeatures)
  const open = map.state === 'open'
  const to = (step: string) => mapPath(place, map.id, step)
  const rest = [
    ...(makes && open && !empty
      ? [{ label: t('map.merge'), icon: 'tasks' as const, href: to('gabung') }]
      : []),
    ...(makes && open ? [{ label: t('map.base'), icon: 'file' as const, href: to('alas') }] : []),
    ...(makes && open
      ? besides(view, map).map((other) => ({
          ...{ label: t('map.join', { title: other.title }), icon: 'arrow-right' as const },
          onSelect: () => setJoining(other),
        }))
      : []),
    ...(makes && map.state === 'closed'
      ? [{ label: t('map.reopen'), icon: 'refresh' as const, onSelect: () => setAsking(true) }]
      : []),
  ]
  return (
    <>
      {makes && open && (
        <LinkButton href={to('gambar')} variant="primary" icon="pencil">
          {t('map.draw')}
        </LinkButton>
      )}
      {makes && open && !empty && (
        <LinkButton href={to('tutup')} icon="check">
          {t('map.close')}
        </LinkButton>
      )}
      {map.state === 'closed' && !map.agreed && may(roles, agreeMap) && (
        <LinkButton href={to('sepakat')} variant="primary" icon="check">
          {t('map.agree')}
        </LinkButton>
      )}
      {!empty && (
        <LinkButton href={to('cetak')} icon="printer">
          {t('map.print')}
        </LinkButton>
      )}
      {rest.length > 0 && <Menu trigger={t('map.more-actions')} items={rest} />}
      {joining && (
        <ConfirmCommand
          {...{ place, says, command: joinMaps }}
          title={t('map.join', { title: joining.title })}
          submit={t('map.join-now')}
          saved={t('map.joined')}
          onClose={() => setJoining(null)}
          input={{ id: map.id, basedOn: map.version, into: joining.id }}
          rules={(input) => whyNotJoin(view, input, 0)}
        >
          <p>{t('map.join-why')}</p>
        </ConfirmCommand>
      )}
      {asking && <Reopen {...{ place, map }} onClose={() => setAsking(false)} />}
    </>
  )
}
