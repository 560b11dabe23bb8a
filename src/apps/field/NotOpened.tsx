// What stands where a screen could not be opened: why, what to do, and a way back. Each reason has words of its own.
import { useState } from 'react'
import { f } from '../../platform/browser/texts.ts'
import { Button } from '../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../platform/browser/ui/feedback/EmptyState.tsx'
import type { IconName } from '../../platform/browser/ui/Icon.tsx'
import { Page } from '../../platform/browser/ui/page/Page.tsx'
import { NotLoaded, type Why } from './loading.ts'
import { loadNewVersion } from './NewVersion.tsx'

const shown = {
  desk: ['cloud-off', 'frame.desk-part', 'frame.desk-part-why'],
  'no-signal': ['cloud-off', 'frame.no-signal', 'frame.no-signal-why'],
  server: ['alert', 'frame.server', 'frame.server-why'],
  gone: ['refresh', 'frame.gone', 'frame.gone-why'],
  broken: ['alert', 'frame.failed', 'frame.failed-why'],
} as const satisfies Record<Why | 'broken', readonly [IconName, ...Parameters<typeof f>[0][]]>

type Props = { error: unknown; back: string; again: () => void }

export function NotOpened({ error, back, again }: Props) {
  const unloaded = error instanceof NotLoaded ? error : null
  const why = unloaded?.why ?? 'broken'
  const [icon, title, sentence] = shown[why]
  const [busy, setBusy] = useState(false)
  const retry = () => (unloaded?.again ? again() : location.reload())
  const anew = () => {
    setBusy(true)
    void loadNewVersion()
  }
  return (
    <Page title={f(title)}>
      <EmptyState
        icon={icon}
        actions={
          <>
            <Button variant="primary" loading={busy} onClick={why === 'gone' ? anew : retry}>
              {f(why === 'gone' ? 'frame.load-anew' : 'frame.try-again')}
            </Button>
            <LinkButton href={back}>{f(back === '/' ? 'frame.back-home' : 'frame.back-place')}</LinkButton>
          </>
        }
      >
        {f(sentence)}
      </EmptyState>
    </Page>
  )
}
