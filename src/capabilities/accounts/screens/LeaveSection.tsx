// Signing out; and taking one's copy off a device, once everything has been sent.
import { useState } from 'react'
import { call, Offline, Unavailable } from '../../../platform/browser/api.ts'
import { usePhone, usePhoneState } from '../../../platform/browser/hooks.tsx'
import { forgetAccount } from '../../../platform/browser/local/known-accounts.ts'
import { endSessionThings } from '../../../platform/browser/local/things.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { d } from '../desk-words.browser.ts'
import { useSending } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'

export function LeaveSection() {
  const phone = usePhone()
  const { entries, waitingFiles } = usePhoneState()
  const [asking, setAsking] = useState(false)
  const sending = useSending()
  const unsent = entries.filter((entry) => entry.status !== 'sent').length + waitingFiles
  const leave = () =>
    sending.run(async () => {
      await call('DELETE', '/api/session')
      await endSessionThings(phone.open)
      location.assign('/')
    })
  const wipe = () =>
    sending.run(async () => {
      setAsking(false)
      // Without a line the session goes by itself later; the copy can go now.
      await call('DELETE', '/api/session').catch((error: unknown) => {
        if (!(error instanceof Offline || error instanceof Unavailable)) throw error
      })
      const { account, store } = phone.open
      forgetAccount(account.id)
      phone.close()
      await store.delete()
      location.assign('/')
    })
  return (
    <Section title={d('accounts.leaving')} subtitle={d('accounts.sign-out-why')}>
      <Stack>
        <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
        <Button icon="logout" loading={sending.busy} onClick={leave}>
          {d('accounts.sign-out')}
        </Button>
        {unsent > 0 ? (
          <Notice
            tone="info"
            action={
              <LinkButton href="/kotak-keluar" icon="outbox">
                {d('accounts.outbox')}
              </LinkButton>
            }
          >
            {d('accounts.wipe-unsent', { count: unsent })}
          </Notice>
        ) : (
          <Button variant="danger" icon="trash" onClick={() => setAsking(true)}>
            {d('accounts.wipe')}
          </Button>
        )}
      </Stack>
      <ConfirmDialog
        open={asking}
        title={d('accounts.wipe-title')}
        confirmLabel={d('accounts.wipe')}
        cancelLabel={g('accounts.cancel')}
        danger
        onConfirm={wipe}
        onCancel={() => setAsking(false)}
      >
        {d('accounts.wipe-why')}
      </ConfirmDialog>
    </Section>
  )
}
