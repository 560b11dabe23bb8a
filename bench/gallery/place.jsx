import { Button } from '../../src/platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../src/platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../src/platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../src/platform/browser/ui/feedback/StatusBadge.tsx'
import { CycleTimeline } from '../../src/platform/browser/ui/figures/CycleTimeline.tsx'
import { KeyFigures } from '../../src/platform/browser/ui/figures/KeyFigures.tsx'
import { TaskList } from '../../src/platform/browser/ui/figures/TaskList.tsx'
import { Page } from '../../src/platform/browser/ui/page/Page.tsx'
import { Section } from '../../src/platform/browser/ui/page/Section.tsx'
import { longPlace } from './frame.jsx'

/** @type {import('../../src/platform/browser/ui/figures/CycleTimeline.tsx').CycleStage[]} */
const stages = [
  {
    id: '1',
    name: 'Rembug Kesiapan Masyarakat',
    status: 'done',
    statusLabel: 'Selesai',
    href: '/t1',
    plan: '5–19 Jan 2026',
    actual: '6–17 Jan 2026',
  },
  {
    id: '2',
    name: 'Refleksi Kemiskinan',
    status: 'done',
    statusLabel: 'Selesai',
    href: '/t2',
    plan: '20–31 Jan 2026',
    actual: '22 Jan–12 Feb 2026',
    late: 'Lambat 12 hari',
  },
  {
    id: '3',
    name: 'Pemetaan Swadaya',
    status: 'archive',
    statusLabel: 'Dari arsip',
    href: '/t3',
    plan: '2–28 Feb 2026',
    actual: '28 Feb 2026',
  },
  {
    id: '4',
    name: 'Pembentukan BKM/LKM',
    status: 'running',
    statusLabel: 'Sedang berjalan',
    current: true,
    href: '/t4',
    plan: '1–31 Mar 2026',
    late: 'Lambat 6 hari',
    progress: { done: 3, total: 5, text: '3 dari 5 syarat terpenuhi' },
  },
  {
    id: '5',
    name: 'Penyusunan PJM Pronangkis',
    status: 'later',
    statusLabel: 'Nanti',
    href: '/t5',
    plan: '1–30 Apr 2026',
    note: 'Bergeser 6 hari',
  },
  {
    id: '6',
    name: 'Pembentukan KSM',
    status: 'later',
    statusLabel: 'Nanti',
    href: '/t6',
    plan: '1–31 Mei 2026',
  },
  {
    id: '7',
    name: 'Pelaksanaan BLM',
    status: 'later',
    statusLabel: 'Nanti',
    href: '/t7',
    plan: 'Jun–Des 2026',
  },
]

/** @type {import('../../src/platform/browser/ui/figures/TaskList.tsx').Task[]} */
export const tasks = [
  {
    id: 'a',
    title: 'Semua basis sudah memilih utusannya',
    status: 'done',
    statusLabel: 'Terpenuhi',
    href: '/a',
    facts: [{ label: 'Basis', value: '14 dari 14' }],
    source: 'Pedoman PNPM Perkotaan 2012, hlm. 41',
  },
  {
    id: 'b',
    title: 'Rapat pemilihan tingkat kelurahan dicatat',
    status: 'next',
    statusLabel: 'Berikutnya',
    why: 'Belum ada rapat pemilihan yang dicatat.',
    action: { href: '/formulir', label: 'Catat rapat pemilihan' },
    source: 'AD BKM pasal 9',
  },
  {
    id: 'c',
    title: 'Anggota terpilih paling sedikit 9 orang, jumlah ganjil',
    status: 'blocked',
    statusLabel: 'Terhalang',
    why: 'Menunggu rapat pemilihan: jumlah anggota baru diketahui sesudahnya.',
    facts: [
      { label: 'Terpilih', value: '0' },
      { label: 'Diperlukan', value: '9–13' },
    ],
  },
  {
    id: 'd',
    title: 'Pengesahan oleh notaris',
    status: 'unverified',
    statusLabel: 'Perlu verifikasi',
    why: 'Belum ada sumber yang memastikan batas waktunya.',
  },
  {
    id: 'e',
    title: 'Peta basis tergambar',
    status: 'unavailable',
    statusLabel: 'Belum tersedia',
    source: 'Bagian peta belum ada di versi ini.',
  },
  {
    id: 'f',
    title: 'Utusan perempuan sebaiknya paling sedikit 30%',
    status: 'advice',
    statusLabel: 'Saran',
    facts: [{ label: 'Perempuan', value: '11 dari 42 (26%)' }],
  },
]

/** Where are we, what is missing, what do I do next. @param {{ offline?: boolean }} props */
export function Place({ offline }) {
  return (
    <Page
      title={longPlace}
      subtitle="Siklus 2026–2028 · difasilitasi oleh Tim 14 Danurejan"
      windowTitle="Rembug"
      actions={
        <LinkButton href="/formulir" variant="primary" icon="plus">
          Catat rapat
        </LinkButton>
      }
    >
      {offline && (
        <Notice
          tone="offline"
          title="Tidak ada sinyal. Semua tetap bisa dikerjakan."
          action={<Button variant="link">Lihat yang belum terkirim</Button>}
        >
          3 catatan tersimpan di ponsel ini dan akan dikirim begitu ada sinyal.
        </Notice>
      )}
      <Section title="Siklus" subtitle="Tahap 4 dari 7 · lambat 6 hari dari rencana">
        <CycleTimeline label="Tahap siklus" stages={stages} planLabel="Rencana" actualLabel="Nyata" />
      </Section>
      <Section
        title="Yang kurang untuk menutup tahap ini"
        actions={<StatusBadge status="blocked" label="Belum bisa ditutup" />}
      >
        <TaskList label="Syarat tahap" tasks={tasks} />
      </Section>
      <KeyFigures
        label="Angka pokok"
        figures={[
          { label: 'Kepala keluarga', value: '2.418', unit: 'KK', href: '/kk' },
          {
            label: 'KK miskin terverifikasi',
            value: '312',
            unit: 'KK',
            href: '/miskin',
            note: '12,9% dari semua KK',
          },
          { label: 'BLM disetujui', value: 'Rp1.250.000.000', href: '/blm' },
          {
            label: 'Swadaya terkumpul',
            value: 'Rp86.450.000',
            href: '/swadaya',
            note: <StatusBadge status="waiting" label="2 belum terkirim" />,
          },
        ]}
      />
    </Page>
  )
}
