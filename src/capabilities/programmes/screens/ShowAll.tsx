// The first few of a list at home, and the rest when asked for.
import { useState } from 'react'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { t } from './all-words.ts'

export function useFirst<T>(list: readonly T[], first = 6) {
  const [all, setAll] = useState(false)
  const cut = !all && list.length > first
  return { shown: cut ? list.slice(0, first) : list, more: cut ? () => setAll(true) : null }
}

export function ShowAll({ count, more }: { count: number; more: (() => void) | null }) {
  return more && <Button onClick={more}>{t('home.show-all', { count })}</Button>
}
