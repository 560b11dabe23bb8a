// The frame before anybody is in: the bar with language and appearance, and one narrow column.
import './accounts.css'
import { type ReactNode, useState } from 'react'
import { language, setLanguage } from '../../../platform/browser/language.ts'
import { Page } from '../../../platform/browser/ui/Page.tsx'
import { Shell } from '../../../platform/browser/ui/Shell.tsx'
import type { SwitchProps } from '../../../platform/browser/ui/Switch.tsx'
import { applyScheme, readScheme, type Scheme } from '../../../platform/browser/ui/scheme.ts'
import { g } from '../words.browser.ts'

/** Language and appearance of this device. */
export function usePreferences(): SwitchProps[] {
  const [scheme, setScheme] = useState<Scheme>(readScheme)
  return [
    {
      name: 'language',
      label: g('accounts.language'),
      value: language(),
      options: [
        { value: 'id', label: 'Indonesia' },
        { value: 'en', label: 'English' },
      ],
      onChange: (value) => setLanguage(value === 'en' ? 'en' : 'id'),
    },
    {
      name: 'theme',
      label: g('accounts.theme'),
      value: scheme,
      options: [
        { value: 'auto', label: g('accounts.theme-auto') },
        { value: 'light', label: g('accounts.theme-light') },
        { value: 'dark', label: g('accounts.theme-dark') },
      ],
      onChange: (value) => {
        applyScheme(value as Scheme)
        setScheme(value as Scheme)
      },
    },
  ]
}

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
        <Page
          key={title}
          title={title}
          subtitle={subtitle}
          back={back}
          width="narrow"
          windowTitle={g('accounts.product')}
        >
          {children}
        </Page>
      </div>
    </Shell>
  )
}
