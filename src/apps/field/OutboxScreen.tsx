// The outbox: what is not sent yet, what was refused and why, how to mend it. Nothing goes silently.
import { useEffect, useState } from 'react'
import { ownZone, today } from '../../kernel/day.ts'
import { useGiving } from '../../platform/browser/forms/use-giving.ts'
import { usePhone, usePhoneState } from '../../platform/browser/hooks.tsx'
import type { OutboxEntry } from '../../platform/browser/local/device-store.ts'
import { sendable } from '../../platform/browser/sync/outbox.ts'
import { backupOutbox, restoreOutbox } from '../../platform/browser/sync/outbox-backup.ts'
import { f } from '../../platform/browser/texts.ts'
import { Button } from '../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../platform/browser/ui/feedback/Notice.tsx'
import { type Task, TaskList } from '../../platform/browser/ui/figures/TaskList.tsx'
import { Cluster } from '../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../platform/browser/ui/page/Section.tsx'
import { MendCard, titleOf, when } from './MendCard.tsx'

function Waiting({ entries, free }: { entries: readonly OutboxEntry[]; free: ReadonlySet<number> }) {
  const tasks = entries.map((entry): Task => {
    const held = entry.status === 'queued' && !free.has(entry.n)
    const status = entry.status === 'sent' ? 'done' : held ? 'blocked' : 'waiting'
    const label = entry.status === 'sent' ? f('outbox.sent') : held ? f('outbox.held') : f('outbox.queued')
    return {
      id: String(entry.n),
      title: titleOf(entry.name),
      status,
      statusLabel: label,
      why: f('outbox.made', { when: when(entry.madeAt) }),
    }
  })
  return <TaskList label={f('outbox.queued')} tasks={tasks} />
}

function Backup({ empty }: { empty: boolean }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const { give } = useGiving()
  const download = async () => {
    const url = URL.createObjectURL(await backupOutbox(phone.open))
    const link = document.createElement('a')
    link.href = url
    link.download = `rembug-kotak-keluar-${today(ownZone())}.json`
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }
  const restore = async (file: File | undefined) => {
    if (!file) return
    await give(async () => {
      const count = await restoreOutbox(phone.open, file)
      if (count === null) announce(f('outbox.restore-bad'), { tone: 'refused' })
      else announce(f('outbox.restored', { count }))
      await phone.refresh()
      void phone.sync()
    })
  }
  return (
    <Section title={f('outbox.backup')} subtitle={f('outbox.backup-why')} tone="plain">
      <Cluster>
        {!empty && (
          <Button icon="download" onClick={() => void download()}>
            {f('outbox.backup')}
          </Button>
        )}
        <label className="rb-button rb-button-quiet">
          <span>{f('outbox.restore')}</span>
          <input
            className="rb-hidden"
            type="file"
            accept="application/json"
            onChange={(event) => void restore(event.target.files?.[0])}
          />
        </label>
      </Cluster>
    </Section>
  )
}

function Places() {
  const phone = usePhone()
  const { give } = useGiving()
  const { pins } = usePhoneState()
  if (pins.length === 0) return null
  const tasks = pins.map(
    (pin): Task => ({
      id: pin.place,
      title: pin.name,
      status: pin.syncedAt ? 'done' : 'waiting',
      statusLabel: pin.syncedAt ? f('outbox.synced', { when: when(pin.syncedAt) }) : f('outbox.never'),
      href: `/d/${pin.place}`,
    }),
  )
  return (
    <Section title={f('outbox.places')}>
      <TaskList label={f('outbox.places')} tasks={tasks} />
      <Cluster>
        {pins.map((pin) => (
          <Button key={pin.place} variant="link" onClick={() => void give(() => phone.unpin(pin.place))}>
            {`${f('outbox.unpin')}: ${pin.name}`}
          </Button>
        ))}
      </Cluster>
    </Section>
  )
}

export default function OutboxScreen() {
  const phone = usePhone()
  const { entries, waitingFiles, syncing } = usePhoneState()
  const [kept, setKept] = useState(true)
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setKept)
  }, [])
  const refused = entries.filter((entry) => entry.status === 'refused')
  const rest = entries.filter((entry) => entry.status !== 'refused')
  const free = new Set(sendable(entries).map((entry) => entry.n))
  const empty = entries.length === 0 && waitingFiles === 0
  return (
    <Page
      title={f('outbox.title')}
      subtitle={f('outbox.subtitle')}
      actions={
        !empty && (
          <Button variant="primary" icon="refresh" loading={syncing} onClick={() => void phone.sync()}>
            {f('outbox.send-now')}
          </Button>
        )
      }
    >
      {!kept && !empty && <Notice tone="warn">{f('outbox.not-kept')}</Notice>}
      {empty && (
        <EmptyState icon="check-circle" title={f('outbox.empty')}>
          {f('outbox.empty-why')}
        </EmptyState>
      )}
      {refused.length > 0 && (
        <Section title={f('outbox.mend')} subtitle={f('outbox.mend-why')}>
          {refused.map((entry) => (
            <MendCard key={entry.n} entry={entry} />
          ))}
        </Section>
      )}
      {rest.length > 0 && (
        <Section title={f('outbox.queued')}>
          <Waiting entries={rest} free={free} />
        </Section>
      )}
      {waitingFiles > 0 && <Notice tone="info">{f('outbox.files', { count: waitingFiles })}</Notice>}
      <Places />
      <Backup empty={empty} />
    </Page>
  )
}
