// The frame before anybody is in: the bar with language and appearance, and one narrow column.
import './accounts.css'
import type { ReactNode } from 'react'
import { usePreferences } from '../../../platform/browser/preferences.ts'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Shell } from '../../../platform/browser/ui/page/Shell.tsx'
import { g } from '../words.browser.ts'

export type GateFrameProps = {
  title: string
  subtitle?: ReactNode
  back?: { href: string; label: string } | undefined
  children: ReactNode
}

export function GateFrame({ title, subtitle, back, children }: GateFrameProps) {
  const switches = usePreferences()
  return (
    <Shell
      product={g('accounts.product')}
      homeHref="/"
      switches={switches}
      account={{ label: g('accounts.settings'), items: [] }}
      skipLabel={g('accounts.skip')}
    >
      <div className="ac-gate">
        {/* A new title is a new page: the focus moves to it. */}
        <Page key={title} title={title} subtitle={subtitle} back={back} width="narrow">
          {children}
        </Page>
      </div>
    </Shell>
  )
}
