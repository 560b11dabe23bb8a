import { useState } from 'react'
import { LinkButton } from '../../src/platform/browser/ui/action/LinkButton.tsx'
import { StatusBadge } from '../../src/platform/browser/ui/feedback/StatusBadge.tsx'
import { SearchField } from '../../src/platform/browser/ui/form/SearchField.tsx'
import { Page } from '../../src/platform/browser/ui/page/Page.tsx'
import { Section } from '../../src/platform/browser/ui/page/Section.tsx'
import { DataTable } from '../../src/platform/browser/ui/records/DataTable.tsx'
import { FactGrid } from '../../src/platform/browser/ui/records/FactGrid.tsx'
import { ListDetail } from '../../src/platform/browser/ui/records/ListDetail.tsx'
import { longName } from './frame.jsx'

const money = new Intl.NumberFormat('id-ID')
/** @type {{ id: string, name: string, group: string, status: import('../../src/platform/browser/ui/feedback/status.ts').Status, word: string, cost: number, share: number }[]} */
const rows = [
  {
    id: '1',
    name: 'Perbaikan saluran air limbah RW 05 sepanjang 240 meter',
    group: 'KSM Guyub Rukun',
    status: 'done',
    word: 'Diverifikasi',
    cost: 84500000,
    share: 12750000,
  },
  {
    id: '2',
    name: 'Jalan paving RT 17',
    group: 'KSM Melati',
    status: 'late',
    word: 'Terlambat 12 hari',
    cost: 46200000,
    share: 8100000,
  },
  {
    id: '3',
    name: 'Rehab 4 rumah tidak layak huni',
    group: 'KSM Sido Makmur',
    status: 'refused',
    word: 'Perlu perbaikan',
    cost: 120000000,
    share: 15000000,
  },
  {
    id: '4',
    name: 'Pelatihan menjahit',
    group: 'KSM Kartini Tegal Panggung Mandiri Sejahtera',
    status: 'draft',
    word: 'Draf',
    cost: 9750000,
    share: 0,
  },
]

/** @param {{ open?: boolean }} props */
export function Desk({ open }) {
  const [sort, setSort] = useState(
    /** @type {import('../../src/platform/browser/ui/records/DataTable.tsx').Sorting} */ ({
      key: 'cost',
      direction: 'descending',
    }),
  )
  const [query, setQuery] = useState('')
  const sum = (key) => money.format(rows.reduce((total, row) => total + row[key], 0))
  return (
    <Page
      width="wide"
      title="Usulan kegiatan"
      subtitle="4 usulan, 1 perlu perbaikan"
      actions={
        <LinkButton href="/unduh" icon="download">
          Unduh XLSX
        </LinkButton>
      }
    >
      <DataTable
        caption="Semua usulan 2026"
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/meja/${row.id}`}
        sort={sort}
        onSort={setSort}
        columns={[
          { key: 'name', header: 'Kegiatan', cell: (row) => row.name, sortable: true, total: 'Jumlah' },
          { key: 'group', header: 'Kelompok', cell: (row) => row.group },
          {
            key: 'status',
            header: 'Keadaan',
            cell: (row) => <StatusBadge status={row.status} label={row.word} />,
          },
          {
            key: 'cost',
            header: 'BLM (Rp)',
            cell: (row) => money.format(row.cost),
            number: true,
            sortable: true,
            total: sum('cost'),
          },
          {
            key: 'share',
            header: 'Swadaya (Rp)',
            cell: (row) => money.format(row.share),
            number: true,
            sortable: true,
            total: sum('share'),
          },
        ]}
      />
      <ListDetail
        label="Usulan"
        back={{ href: '/meja', label: 'Semua usulan' }}
        openId={open ? '2' : undefined}
        tools={
          <SearchField
            name="cari"
            label="Cari usulan"
            value={query}
            onChange={setQuery}
            clearLabel="Kosongkan"
          />
        }
        items={rows.map((row) => ({
          id: row.id,
          href: `/meja/${row.id}`,
          title: row.name,
          detail: row.group,
          badge: <StatusBadge status={row.status} label={row.word} />,
        }))}
        placeholder={<p className="rb-soft">Pilih satu usulan untuk melihat isinya.</p>}
        detail={
          <Section
            title="Jalan paving RT 17"
            actions={<StatusBadge status="late" label="Terlambat 12 hari" />}
          >
            <FactGrid
              facts={[
                { label: 'Kelompok', value: 'KSM Melati' },
                { label: 'BLM', value: 'Rp46.200.000' },
                { label: 'Swadaya', value: 'Rp8.100.000' },
                { label: 'Penanggung jawab', value: longName },
              ]}
            />
          </Section>
        }
      />
    </Page>
  )
}
