// Aspirations, each with its group, its part of the village and its theme; the mistaken ones are taken back.
import './workshops.css'
import { useState } from 'react'
import { fill } from '../../../kernel/text.ts'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useRow } from '../../../platform/browser/hooks.tsx'
import { language } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useLocalPlaceTitle } from '../../places/door.browser.tsx'
import { type Aspiration, type AspirationGroup, groupTitles, withdrawAspiration } from '../aspiration.ts'
import { whyNotWithdraw } from '../rules.ts'
import { type Theme, themeCollection } from '../session.ts'
import { workshopsTexts } from '../texts.ts'
import { may, t } from '../words.browser.ts'

export const groupTitle = (group: AspirationGroup): string => fill(groupTitles[group], language())

function Line({ place, row }: { place: string; row: Aspiration }) {
  const [asking, setAsking] = useState(false)
  const theme = useRow<Theme>(themeCollection, row.theme ?? undefined)?.title
  const part = useLocalPlaceTitle(row.localPlace)
  const mayTakeBack = may(useRoles(place), withdrawAspiration)
  return (
    <li>
      <p>{row.text}</p>
      <small>{[groupTitle(row.group), part, theme].filter(Boolean).join(' · ')}</small>{' '}
      {mayTakeBack && (
        <Button variant="link" onClick={() => setAsking(true)}>
          {t('route.withdraw')}
        </Button>
      )}
      {asking && (
        <AskDialog
          {...{ place, command: withdrawAspiration, says: [workshopsTexts], name: 'reason', most: 300 }}
          screen="workshops.withdraw-aspiration"
          record={row.id}
          title={t('route.withdraw')}
          label={t('route.reason')}
          submit={t('route.withdraw')}
          danger
          input={(reason) => ({ aspiration: row.id, reason })}
          rules={() => whyNotWithdraw(row, 'aspiration')}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}

export function AspirationList({ place, rows }: { place: string; rows: readonly Aspiration[] }) {
  return (
    <ul className="ws-notes" aria-label={t('aspirations.title')}>
      {rows.map((row) => (
        <Line key={row.id} {...{ place, row }} />
      ))}
    </ul>
  )
}
