// The papers of a list: what hangs on the board, what each family is handed, the annex of the minutes, the criteria, and the
// list with names for the closed archive. Only the last two of the slips and the archive name anybody.
import './list-paper.css'
import { type Day, longDay } from '../../../../kernel/day.ts'
import { SheetLines } from '../../../../platform/browser/ui/print/PrintSheet.tsx'
import { SignatureGrid } from '../../../../platform/browser/ui/print/SignatureGrid.tsx'
import type { Letterhead } from '../../../letters/letterhead.ts'
import { DocumentTitle, Kop, type PaperSize, Sheet } from '../../../letters/print/paper.tsx'
import type { ListingRow, ObjectionRow } from '../../listing.ts'
import type { Agreement, SurveyRow } from '../../survey.ts'
import { type BoardGroup, familyNumber } from '../board-rules.ts'
import { adoptedOf, editionOf } from '../list-rules.ts'
import type { Line } from '../screens/use-list.ts'

export type PaperProps = {
  survey: SurveyRow
  listing: ListingRow
  head: Letterhead | undefined
  village: string
  size: PaperSize
  lineOf: (place: string | null) => string
}

const day = (on: Day) => longDay(on, 'id')
const Head = ({ head, village }: Pick<PaperProps, 'head' | 'village'>) => (
  <Kop head={head} fallback={village} />
)
const groupName = (group: BoardGroup, lineOf: PaperProps['lineOf']) =>
  group.places.map((place) => (place === null ? 'tanpa RT' : lineOf(place))).join('; ')

function Numbers({ groups, lineOf }: { groups: readonly BoardGroup[]; lineOf: PaperProps['lineOf'] }) {
  const none = groups.filter(({ numbers }) => numbers.length === 0)
  return (
    <>
      {groups
        .filter(({ numbers }) => numbers.length > 0)
        .map((group) => (
          <section key={groupName(group, lineOf)} className="lp-group">
            <h2>
              {groupName(group, lineOf)}: {group.numbers.length} keluarga
            </h2>
            <ul className="lp-numbers">
              {group.numbers.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </section>
        ))}
      {none.length > 0 && (
        <p>Tidak ada keluarga terdaftar: {none.map((each) => groupName(each, lineOf)).join('; ')}.</p>
      )}
    </>
  )
}

/** What hangs on the board. Nothing on it names anybody. */
export function BoardPaper(props: PaperProps & { groups: readonly BoardGroup[] }) {
  const { survey, listing, head, village, size, groups, lineOf } = props
  const { shown } = listing
  const total = groups.reduce((sum, each) => sum + each.numbers.length, 0)
  return (
    <Sheet size={size}>
      <Head {...{ head, village }} />
      <DocumentTitle lines={['Pengumuman usulan daftar keluarga', survey.title]} number={undefined} />
      <SheetLines
        lines={[
          ['Wilayah', village],
          ['Edisi', String(editionOf(listing))],
          ['Jumlah', `${total} keluarga`],
          ...(shown
            ? ([
                ['Diumumkan', day(shown.on)],
                ['Keberatan', `sampai akhir hari ${day(shown.until)}`],
              ] as const)
            : []),
        ]}
      />
      <p>
        Daftar ini memuat nomor keluarga, tanpa nama. Setiap keluarga di {village} memegang nomornya sendiri
        pada secarik kertas, terdaftar ataupun tidak. Cocokkan nomor Anda; nomor keluarga lain tidak perlu
        ditanyakan.
      </p>
      <Numbers groups={groups} lineOf={lineOf} />
      <p>
        Siapa pun warga boleh mengajukan keberatan: keluarga yang tidak seharusnya terdaftar, atau yang belum
        terdaftar. Sampaikan kepada fasilitator, relawan, atau sekretaris. Nama pengaju dirahasiakan, dan
        setiap keberatan dijawab dengan alasannya.
      </p>
    </Sheet>
  )
}

/** A slip for each family of the village, listed or not: so holding one says nothing. */
export function SlipPaper(props: PaperProps & { lines: readonly Line[] }) {
  const { survey, listing, village, size, lines, lineOf } = props
  return (
    <Sheet size={size} blank>
      <div className="lp-slips">
        {lines.map((line) => (
          <div key={line.household.id} className="lp-slip">
            <small>
              {village} · {survey.title}
            </small>
            <strong className="lp-slip-number">{familyNumber(listing.id, line.household.id)}</strong>
            <span>{line.name || 'Keluarga tanpa nama kepala'}</span>
            <small>
              {[lineOf(line.household.localPlace), line.household.address].filter(Boolean).join(', ')}
            </small>
            <small>
              Nomor ini milik keluarga Anda. Simpan sendiri. Cocokkan dengan daftar di papan pengumuman; bila
              Anda keberatan, sampaikan.
            </small>
          </div>
        ))}
      </div>
    </Sheet>
  )
}

type Agreed = { agreement: Agreement | null; meeting: string | undefined }

/** The annex of the berita acara: what was adopted, and how objections were answered, without a name. */
export function AnnexPaper(
  props: PaperProps & Agreed & { groups: readonly BoardGroup[]; objections: readonly ObjectionRow[] },
) {
  const { survey, listing, head, village, size, groups, lineOf, objections, agreement, meeting } = props
  const last = adoptedOf(listing)
  const shown = last?.shown ?? listing.shown
  const answered = objections.flatMap((each) => each.answers.at(-1) ?? [])
  const upheld = answered.filter((each) => each.upheld).length
  const despite = last?.despite ?? ''
  return (
    <Sheet size={size}>
      <Head {...{ head, village }} />
      <DocumentTitle
        lines={['Lampiran berita acara', 'Penetapan daftar keluarga', survey.title]}
        number={undefined}
      />
      <SheetLines
        lines={[
          ['Rembug', meeting ?? '................................'],
          ['Ditetapkan', agreement ? day(agreement.on) : '................................'],
          ['Edisi', String(last?.edition ?? editionOf(listing))],
          ['Jumlah', `${groups.reduce((sum, each) => sum + each.numbers.length, 0)} keluarga`],
          [
            'Diumumkan',
            shown
              ? `${day(shown.on)}, keberatan sampai ${day(shown.until)}`
              : 'tidak diumumkan sebelum ditetapkan',
          ],
          [
            'Keberatan',
            `${objections.length}, diterima ${upheld}, tidak diterima ${answered.length - upheld}, belum dijawab ${
              objections.length - answered.length
            }, terlambat ${objections.filter((each) => each.late).length}`,
          ],
          ...(despite ? ([['Catatan', `Ditetapkan meski belum semua selesai: ${despite}`]] as const) : []),
        ]}
      />
      <Numbers groups={groups} lineOf={lineOf} />
      <SignatureGrid
        placeAndDay={[head?.city, agreement ? day(agreement.on) : '....................']
          .filter(Boolean)
          .join(', ')}
        signatures={[
          { capacity: 'Pemimpin rembug' },
          { capacity: 'Notulis' },
          { capacity: 'Wakil warga' },
          {
            capacity: `Mengetahui, ${head?.headTitle ?? 'Lurah/Kepala Desa'}`,
            name: head?.headName || undefined,
            number: head?.headNumber || undefined,
          },
        ]}
      />
    </Sheet>
  )
}

export function CriteriaPaper(props: Omit<PaperProps, 'listing' | 'lineOf'> & Agreed) {
  const { survey, head, village, size, agreement, meeting } = props
  const points = agreement?.points ?? []
  const said = points.length > 0 ? points : [agreement?.note ?? ''].filter(Boolean)
  return (
    <Sheet size={size}>
      <Head {...{ head, village }} />
      <DocumentTitle lines={['Kriteria yang disepakati warga', survey.title]} number={undefined} />
      <SheetLines
        lines={[
          ['Wilayah', village],
          ['Disepakati', agreement ? day(agreement.on) : ''],
          ...(meeting ? ([['Di rembug', meeting]] as const) : []),
          ['Edisi', String((survey.criteriaBefore ?? []).length + 1)],
          ...(agreement?.measure ? ([['Menurut ukuran', `versi ${agreement.measure}`]] as const) : []),
        ]}
      />
      <ol>
        {said.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
      <SignatureGrid signatures={[{ capacity: 'Pemimpin rembug' }, { capacity: 'Notulis' }]} />
    </Sheet>
  )
}

/** With names: for the closed archive, and no board. */
export function ArchivePaper(props: PaperProps & { lines: readonly Line[]; said: (line: Line) => string }) {
  const { survey, listing, head, village, size, lines, lineOf, said } = props
  return (
    <Sheet size={size}>
      <p className="lp-secret">Arsip tertutup. Tidak untuk dipasang, difoto atau dibagikan (UU 27/2022).</p>
      <Head {...{ head, village }} />
      <DocumentTitle
        lines={['Daftar keluarga', survey.title, `Edisi ${editionOf(listing)}`]}
        number={undefined}
      />
      <table>
        <thead>
          <tr>
            <th>No.</th>
            <th>Nomor</th>
            <th>Kepala keluarga</th>
            <th>RT, alamat</th>
            <th>Dasar</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={line.household.id}>
              <td className="rb-num">{at + 1}</td>
              <td className="lp-mono">{familyNumber(listing.id, line.household.id)}</td>
              <td>{line.name || 'tanpa nama kepala'}</td>
              <td>
                {[lineOf(line.household.localPlace), line.household.address].filter(Boolean).join(', ')}
              </td>
              <td>{said(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
