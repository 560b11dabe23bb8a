// What is copied into Excel or Power BI, shown once, and the three steps there.
import { useState } from 'react'
import { translate } from '../../../../platform/browser/language.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { RefusalList } from '../../../../platform/browser/ui/feedback/RefusalList.tsx'
import { ConfirmDialog } from '../../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import type { Fresh } from '../../screens/use-fresh.ts'
import type { Sent } from '../../screens/use-sent.ts'
import { tokenUser } from '../token.ts'
import { connectTexts } from './connect-texts.ts'

const c = translate(connectTexts)

type Props = { place: string; survey: string; fresh: Fresh; sent: Sent; onClose: () => void }

function Copied({ what, value }: { what: string; value: string }) {
  const announce = useAnnounce()
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => announce(c('connect.copied', { what })),
      (error: unknown) => console.error('could not copy', error),
    )
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <code>{value}</code>
        <Button aria-label={c('connect.copy-of', { what })} onClick={() => void copy()}>
          {c('connect.copy')}
        </Button>
      </dd>
    </div>
  )
}

function Ways() {
  return (
    <div className="sv-ways">
      {(['excel', 'bi'] as const).map((way) => (
        <div key={way}>
          <h3>{c(`connect.${way}`)}</h3>
          <ol>
            <li>{c(`connect.${way}-1`)}</li>
            <li>{c(`connect.${way}-2`)}</li>
            <li>{c(`connect.${way}-3`)}</li>
          </ol>
        </div>
      ))}
    </div>
  )
}

export function Secret({ place, survey, fresh, sent, onClose }: Props) {
  const [sure, setSure] = useState(false)
  const close = <Button onClick={onClose}>{c('connect.cancel')}</Button>
  if (sent.state === 'refused')
    return (
      <Section title={fresh.name} actions={close}>
        <RefusalList
          title={c('connect.refused')}
          tone="refused"
          announce
          reasons={sent.reasons.map((text) => ({ text }))}
        />
      </Section>
    )
  if (sent.state === 'queued' || sent.state === 'held')
    return (
      <Section title={fresh.name}>
        <Notice tone="offline" announce="status">
          {c('connect.waiting')}
        </Notice>
      </Section>
    )
  return (
    <Section title={c('connect.once')} subtitle={c('connect.once-why', { name: fresh.name })}>
      <dl className="sv-copy">
        <Copied
          what={c('connect.address')}
          value={`${location.origin}/api/surveys/${place}/${survey}/odata`}
        />
        <Copied what={c('connect.user')} value={tokenUser} />
        <Copied what={c('connect.password')} value={fresh.secret} />
      </dl>
      <Ways />
      <div>
        <Button variant="primary" onClick={() => setSure(true)}>
          {c('connect.finish')}
        </Button>
      </div>
      <ConfirmDialog
        open={sure}
        title={c('connect.finish')}
        confirmLabel={c('connect.finish')}
        cancelLabel={c('connect.cancel')}
        onCancel={() => setSure(false)}
        onConfirm={onClose}
      >
        <p>{c('connect.finish-sure')}</p>
      </ConfirmDialog>
    </Section>
  )
}
