// What an officer may do with an enrolment as a whole: move it to a newer version of its definition, on
// purpose and with a reason, or stop one that was made by mistake.
import { useState } from 'react'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Programme } from '../definition.ts'
import { type DefinitionEntry, type EnrolmentRow, move, stop } from '../enrolment.ts'
import { useDefinitions } from './use-definitions.ts'
import { t } from './words.tsx'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme }
type Asked = { what: 'move' | 'stop'; to?: DefinitionEntry }

export default function EnrolmentDesk({ place, enrolment, programme }: Props) {
  const may = useRoles(place).some((role) => move.roles.includes(role))
  const runs = enrolment.status === 'started' || enrolment.status === 'draft'
  if (!may || !runs) return null
  return <Desk place={place} enrolment={enrolment} programme={programme} />
}

function Desk({ place, enrolment, programme }: Props) {
  const phone = usePhone()
  const announce = useAnnounce()
  const { entries } = useDefinitions(place)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const others = (entries ?? []).filter(
    (entry) => entry.id === programme.id && entry.key !== enrolment.programme,
  )
  const confirm = async () => {
    setTried(true)
    if (reason.trim() === '' || !asked) return
    const to = asked.to?.key
    if (asked.what === 'move' && to)
      await phone.give(move, place, { enrolment: enrolment.id, programme: to, reason: reason.trim() })
    if (asked.what === 'stop')
      await phone.give(stop, place, { enrolment: enrolment.id, reason: reason.trim() })
    setAsked(null)
    announce(t('stage.saved'))
  }
  const ask = (next: Asked) => {
    setReason('')
    setTried(false)
    setAsked(next)
  }
  const title =
    asked?.what === 'move' ? t('desk.move-to', { version: asked.to?.version ?? '' }) : t('desk.stop')
  return (
    <Section
      title={t('desk.title')}
      subtitle={t('desk.on-version', { version: programme.version })}
      tone="plain"
    >
      <Cluster>
        {others.map((entry) => (
          <Button key={entry.key} icon="refresh" onClick={() => ask({ what: 'move', to: entry })}>
            {t('desk.move-to', { version: entry.version })}
          </Button>
        ))}
        <Button variant="danger" icon="x-circle" onClick={() => ask({ what: 'stop' })}>
          {t('desk.stop')}
        </Button>
      </Cluster>
      <ConfirmDialog
        open={asked !== null}
        danger={asked?.what === 'stop'}
        title={title}
        confirmLabel={title}
        cancelLabel={t('stage.cancel')}
        onCancel={() => setAsked(null)}
        onConfirm={() => void confirm()}
      >
        <p>{asked?.what === 'move' ? t('desk.move-why') : t('desk.stop-why')}</p>
        <TextArea
          name="desk-reason"
          label={t('desk.reason')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={tried && reason.trim() === '' ? t('desk.reason-needed') : undefined}
        />
      </ConfirmDialog>
    </Section>
  )
}
