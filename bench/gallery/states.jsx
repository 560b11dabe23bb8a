import { useState } from 'react'
import { Button } from '../../src/platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../src/platform/browser/ui/action/IconButton.tsx'
import { LinkButton } from '../../src/platform/browser/ui/action/LinkButton.tsx'
import { Menu } from '../../src/platform/browser/ui/action/Menu.tsx'
import { useAnnounce } from '../../src/platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../src/platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../src/platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../src/platform/browser/ui/feedback/Notice.tsx'
import { ProgressBar } from '../../src/platform/browser/ui/feedback/ProgressBar.tsx'
import { RefusalList } from '../../src/platform/browser/ui/feedback/RefusalList.tsx'
import { StatusBadge } from '../../src/platform/browser/ui/feedback/StatusBadge.tsx'
import { CheckAnswers } from '../../src/platform/browser/ui/form/CheckAnswers.tsx'
import { SearchField } from '../../src/platform/browser/ui/form/SearchField.tsx'
import { ConfirmDialog } from '../../src/platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Cluster } from '../../src/platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../src/platform/browser/ui/page/Page.tsx'
import { Section } from '../../src/platform/browser/ui/page/Section.tsx'
import { Stack } from '../../src/platform/browser/ui/page/Stack.tsx'
import { Tabs } from '../../src/platform/browser/ui/page/Tabs.tsx'
import { QrCode } from '../../src/platform/browser/ui/print/QrCode.tsx'
import { FactGrid } from '../../src/platform/browser/ui/records/FactGrid.tsx'
import { MaskedNumber } from '../../src/platform/browser/ui/records/MaskedNumber.tsx'
import { PersonLine } from '../../src/platform/browser/ui/records/PersonLine.tsx'
import { longName } from './frame.jsx'

/** @type {[import('../../src/platform/browser/ui/feedback/status.ts').Status, string][]} */
const words = [
  ['done', 'Selesai'],
  ['running', 'Sedang berjalan'],
  ['next', 'Berikutnya'],
  ['later', 'Nanti'],
  ['blocked', 'Terhalang'],
  ['late', 'Terlambat 12 hari'],
  ['unavailable', 'Belum tersedia'],
  ['advice', 'Saran'],
  ['draft', 'Draf'],
  ['waiting', 'Menunggu dikirim'],
  ['refused', 'Perlu perbaikan'],
  ['unverified', 'Perlu verifikasi'],
  ['archive', 'Dari arsip'],
  ['declined', 'Warga memutuskan tidak'],
]

/** @param {{ dialog?: boolean, toast?: boolean }} props */
export function States({ dialog }) {
  const [open, setOpen] = useState(Boolean(dialog))
  const [query, setQuery] = useState('Sutarjo')
  const announce = useAnnounce()
  return (
    <Page
      title="Keadaan"
      back={{ href: '/', label: 'Kembali ke beranda' }}
      subtitle="Kata, gambar dan warna selalu bersama."
    >
      <Tabs
        label="Bagian kelompok"
        tabs={[
          { href: '/keadaan', label: 'Ringkasan', current: true },
          { href: '/anggota', label: 'Anggota', count: 12, current: false },
          { href: '/pinjaman', label: 'Kartu pinjaman', count: 3, current: false },
          { href: '/laporan', label: 'Pertanggungjawaban', current: false },
        ]}
      />
      <Section title="Status">
        <Cluster gap={2}>
          {words.map(([status, label]) => (
            <StatusBadge key={status} status={status} label={label} />
          ))}
        </Cluster>
      </Section>
      <Section title="Tombol">
        <Cluster>
          <Button variant="primary" icon="check">
            Serahkan berita acara
          </Button>
          <Button icon="printer">Cetak</Button>
          <Button variant="danger" icon="trash">
            Hapus draf
          </Button>
          <Button variant="link">Lihat riwayat</Button>
          <Button variant="primary" loading>
            Menyimpan
          </Button>
          <Button disabled>Belum bisa ditutup</Button>
          <IconButton icon="refresh" label="Muat ulang" />
          <Menu
            align="start"
            trigger={<>Tindakan lain</>}
            items={[
              {
                label: 'Unduh XLSX',
                icon: 'download',
                onSelect: () => announce('Berkas sudah disimpan di ponsel ini.'),
              },
              { label: 'Bagikan', icon: 'share', href: '/bagikan' },
              { label: 'Batalkan rapat', icon: 'x', danger: true, onSelect: () => setOpen(true) },
            ]}
          />
        </Cluster>
      </Section>
      <Stack gap={3}>
        <Notice tone="info" title="Tahap ini dibuka lagi pada 12 Maret 2026">
          Alasan: daftar hadir RW 07 belum lengkap.
        </Notice>
        <Notice
          tone="warn"
          title="Terlambat 12 hari"
          action={<Button variant="link">Lihat kegiatan yang ikut bergeser</Button>}
        >
          Tiga kegiatan berikutnya ikut bergeser.
        </Notice>
        <Notice tone="offline" title="Tidak ada sinyal">
          Semua tetap tersimpan di ponsel ini.
        </Notice>
        <Notice tone="done" title="Berita acara diserahkan" />
        <Notice tone="advice">Rapat malam biasanya dihadiri lebih banyak perempuan.</Notice>
        <RefusalList
          tone="refused"
          title="Pencairan termin II ditolak peladen"
          reasons={[
            {
              text: 'Saldo BKU tidak sama dengan saldo bank: selisih Rp150.000.',
              link: { href: '/bku', label: 'Buka BKU Maret' },
            },
            { text: 'LPJ termin I belum diverifikasi.' },
          ]}
        />
      </Stack>
      <Section
        title="Kelompok Swadaya Melati"
        subtitle="KSM ekonomi · 12 anggota"
        actions={<StatusBadge status="unverified" label="Perlu verifikasi" />}
      >
        <FactGrid
          facts={[
            { label: 'Ketua', value: longName, href: '/ketua' },
            { label: 'Pinjaman berjalan', value: 'Rp24.000.000', note: 'dua puluh empat juta rupiah' },
            { label: 'Angsuran ke', value: '4 dari 10' },
            {
              label: 'NIK',
              value: (
                <MaskedNumber
                  masked="347104••••••0000"
                  onReveal={() => '3471041203850000'}
                  showLabel="Tampilkan"
                  hideLabel="Tutup"
                />
              ),
            },
          ]}
        />
        <ProgressBar
          label="Pinjaman kembali"
          value={9600000}
          max={24000000}
          text="Rp9.600.000 dari Rp24.000.000"
          tone="done"
        />
        <ProgressBar label="Rumah tersurvei" value={34} max={60} text="34 dari 60 rumah" />
      </Section>
      <Section title="Orang">
        <SearchField name="q" label="Cari nama" value={query} onChange={setQuery} clearLabel="Kosongkan" />
        <div>
          <PersonLine
            name={longName}
            detail="Ketua · RT 17 / RW 05 · perempuan"
            href="/o"
            badges={<StatusBadge status="done" label="Hadir" />}
          />
          <PersonLine
            name="Sutarjo"
            detail="Anggota · RT 18 / RW 05 · laki-laki"
            href="/p"
            badges={<StatusBadge status="waiting" label="Menunggu dikirim" />}
          />
        </div>
      </Section>
      <Section title="Periksa jawaban">
        <CheckAnswers
          changeLabel="Ubah"
          answers={[
            { label: 'Hari', value: 'Selasa, 17 Maret 2026, 19.30 WIB', change: { href: '/formulir' } },
            { label: 'Tempat', value: 'Balai RW 05 Tegal Panggung', change: { href: '/formulir' } },
            { label: 'Hadir', value: '34 orang (23 L, 11 P)', change: { onChange() {} } },
            { label: 'Nomor', value: 'Draf; nomor diberikan saat terkirim' },
          ]}
        />
        <Cluster>
          <Button variant="primary" onClick={() => setOpen(true)}>
            Serahkan
          </Button>
        </Cluster>
      </Section>
      <Section title="Belum ada pinjaman" tone="plain">
        <EmptyState
          icon="money"
          title="Belum ada pinjaman bergulir"
          steps={[
            'Bentuk KSM dengan paling sedikit 5 anggota.',
            'Tulis usulan bersama UPK.',
            'Serahkan untuk diperiksa.',
          ]}
          actions={
            <LinkButton href="/usulan" variant="primary" icon="plus">
              Tulis usulan pertama
            </LinkButton>
          }
        />
      </Section>
      <Section title="Memuat">
        <Loading label="Memuat daftar usulan" />
        <Loading label="Memuat kartu" shape="cards" count={1} />
      </Section>
      <Section title="Bukti di papan pengumuman">
        <QrCode
          value="https://contoh.desa.id/ba/140-012-BKM-III-2026"
          label="Alamat berita acara 140/012"
          caption="Pindai untuk memeriksa"
        />
      </Section>
      <ConfirmDialog
        open={open}
        title="Serahkan berita acara ini?"
        confirmLabel="Ya, serahkan"
        cancelLabel="Belum"
        onConfirm={() => {
          setOpen(false)
          announce('Berita acara diserahkan. Menunggu dikirim.')
        }}
        onCancel={() => setOpen(false)}
      >
        <p>
          Sesudah diserahkan, isinya tidak bisa diubah lagi. Perbaikan dilakukan dengan berita acara baru yang
          menyebut alasannya.
        </p>
      </ConfirmDialog>
    </Page>
  )
}
