// Language and appearance of this device: the two switches in every bar, before and after the gate.
import { useState } from 'react'
import { language, setLanguage } from './language.ts'
import { f } from './texts.ts'
import type { SwitchProps } from './ui/page/Switch.tsx'
import { applyScheme, readScheme, type Scheme } from './ui/scheme.ts'

export function usePreferences(): SwitchProps[] {
  const [scheme, setScheme] = useState<Scheme>(readScheme)
  return [
    {
      name: 'language',
      label: f('frame.language'),
      value: language(),
      options: [
        { value: 'id', label: 'Indonesia' },
        { value: 'en', label: 'English' },
      ],
      onChange: (value) => setLanguage(value === 'en' ? 'en' : 'id'),
    },
    {
      name: 'theme',
      label: f('frame.theme'),
      value: scheme,
      options: [
        { value: 'auto', label: f('frame.theme-auto') },
        { value: 'light', label: f('frame.theme-light') },
        { value: 'dark', label: f('frame.theme-dark') },
      ],
      onChange: (value) => {
        applyScheme(value as Scheme)
        setScheme(value as Scheme)
      },
    },
  ]
}
