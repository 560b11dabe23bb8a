// The three books side by side: what went out, what came in, what decides.
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import { t } from './words.ts'

const books = [
  ['surat', 'received.outgoing'],
  ['surat/masuk', 'received.incoming'],
  ['surat/dokumen', 'received.documents'],
] as const

export function Books({ place, here }: { place: string; here: (typeof books)[number][0] }) {
  return (
    <Tabs
      label={t('received.books')}
      tabs={books.map(([path, label]) => ({
        ...{ href: `/d/${place}/${path}`, label: t(label), current: path === here },
      }))}
    />
  )
}
