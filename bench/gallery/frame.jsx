import '../../src/platform/browser/ui/theme.css'
import { useState } from 'react'
import { Announcer } from '../../src/platform/browser/ui/feedback/Announcer.tsx'
import { Shell } from '../../src/platform/browser/ui/page/Shell.tsx'
import { applyScheme, readScheme } from '../../src/platform/browser/ui/scheme.ts'

export const longPlace = 'Kelurahan Tegal Panggung, Kecamatan Danurejan, Kota Yogyakarta'
export const longName = 'Hj. Raden Ayu Siti Nurhalimah Kusumaningtyas Prawirodirdjo, S.Pd.'

/** @type {import('../../src/platform/browser/ui/page/Navigation.tsx').NavItem[]} */
const items = [
  { href: '/', label: 'Beranda', icon: 'home' },
  { href: '/formulir', label: 'Rapat', icon: 'people', count: { value: 2, label: 'menunggu' } },
  { href: '/meja', label: 'Usulan', icon: 'tasks' },
  { href: '/keadaan', label: 'Keuangan', icon: 'money' },
  { href: '/ikon', label: 'Peta dan data', icon: 'pin' },
  { href: '/kertas', label: 'Cetak', icon: 'printer' },
  { href: '/pin', label: 'Pengaduan', icon: 'megaphone' },
]

/** @type {Record<string, import('../../src/platform/browser/ui/page/Shell.tsx').SyncShown>} */
const syncs = {
  online: { state: 'online', label: 'Tersambung', unsent: 0, unsentLabel: '', onOpen() {} },
  offline: { state: 'offline', label: 'Luring', unsent: 3, unsentLabel: '3 belum terkirim', onOpen() {} },
  waiting: {
    state: 'waiting',
    label: 'Belum terkirim',
    unsent: 12,
    unsentLabel: '12 belum terkirim',
    onOpen() {},
  },
  refused: {
    state: 'refused',
    label: 'Perlu perbaikan',
    unsent: 1,
    unsentLabel: '1 belum terkirim',
    onOpen() {},
  },
}

/** The shell with sample words round a page. @param {{ sync?: string, children: import('react').ReactNode }} props */
export function Frame({ sync = 'online', children }) {
  const [language, setLanguage] = useState('id')
  const [scheme, setScheme] = useState(readScheme)
  return (
    <Announcer closeLabel="Tutup">
      <Shell
        product="Rembug"
        homeHref="/"
        place={{ name: longPlace, detail: 'PNPM Mandiri Perkotaan 2026', href: '/' }}
        sync={syncs[sync]}
        navigation={{ label: 'Bagian', items, moreLabel: 'Lainnya' }}
        switches={[
          {
            name: 'language',
            label: 'Bahasa',
            options: [
              { value: 'id', label: 'Indonesia' },
              { value: 'en', label: 'English' },
            ],
            value: language,
            onChange: setLanguage,
          },
          {
            name: 'scheme',
            label: 'Tampilan',
            options: [
              { value: 'auto', label: 'Otomatis' },
              { value: 'light', label: 'Terang' },
              { value: 'dark', label: 'Gelap' },
            ],
            value: scheme,
            onChange: (value) => {
              applyScheme(/** @type {import('../../src/platform/browser/ui/scheme.ts').Scheme} */ (value))
              setScheme(/** @type {import('../../src/platform/browser/ui/scheme.ts').Scheme} */ (value))
            },
          },
        ]}
        account={{
          label: 'Akun dan tampilan',
          name: longName,
          role: 'Fasilitator kelurahan',
          items: [
            { label: 'Kunci ponsel ini', icon: 'lock', onSelect() {} },
            { label: 'Simpan cadangan', icon: 'download', href: '/cadangan' },
            { label: 'Keluar', icon: 'logout', onSelect() {} },
          ],
        }}
        skipLabel="Langsung ke isi"
      >
        {children}
      </Shell>
    </Announcer>
  )
}
