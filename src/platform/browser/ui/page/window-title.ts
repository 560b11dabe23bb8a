// Browsers keep the titles of windows, and show them to whoever holds the phone, without our PIN (decision 33). So no screen writes one:
// it says which part of the app this is, in the words of the menu, and never what a record says.
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { currentHref } from './Navigation.tsx'

type Entry = { label: string; href?: string | undefined }

export function windowTitle(product: string, menu: readonly Entry[], location: string): string {
  const linked = menu.flatMap(({ label, href }) => (href && href !== '/' ? [{ label, href }] : []))
  const here = currentHref(linked, location)
  const label = linked.find(({ href }) => href === here)?.label
  return label ? `${label} · ${product}` : product
}

export function useWindowTitle(product: string, menu: readonly Entry[]): void {
  const [location] = useLocation()
  const title = windowTitle(product, menu, location)
  useEffect(() => {
    document.title = title
  }, [title])
}
