import { Button } from '../../src/platform/browser/ui/action/Button.tsx'
import { Mark } from '../../src/platform/browser/ui/Mark.tsx'
import { Page } from '../../src/platform/browser/ui/page/Page.tsx'
import { Letterhead, PrintSheet, SheetLines } from '../../src/platform/browser/ui/print/PrintSheet.tsx'
import { QrCode } from '../../src/platform/browser/ui/print/QrCode.tsx'
import { SignatureGrid } from '../../src/platform/browser/ui/print/SignatureGrid.tsx'
import { longName } from './frame.jsx'

const elected = Array.from({ length: 26 }, (_, index) => ({
  number: index + 1,
  name:
    index === 3
      ? longName
      : ['Sutarjo', 'Hj. Marsiyem', 'Muhammad Arifin', 'Wagiyem', 'Ust. Abdul Karim bin Salim'][index % 5],
  sex: index % 2 ? 'P' : 'L',
  base: `RT ${String(17 + (index % 4))} / RW 05`,
  votes: 412 - index * 13,
}))

export function Paper() {
  return (
    <Page
      title="Berita acara"
      back={{ href: '/', label: 'Kembali' }}
      actions={
        <Button variant="primary" icon="printer" onClick={() => window.print()}>
          Cetak
        </Button>
      }
    >
      <PrintSheet
        title="Berita Acara Pemilihan Anggota BKM"
        number="Nomor: 140/012/BKM-TP/III/2026"
        letterhead={
          <Letterhead
            logo={<Mark size={80} />}
            upper={['Badan Keswadayaan Masyarakat']}
            name="BKM Tegal Panggung Sejahtera"
            address="Jl. Juminahan No. 24, Kelurahan Tegal Panggung, Kecamatan Danurejan, Kota Yogyakarta 55212"
          />
        }
      >
        <p>
          Pada hari ini Selasa tanggal tujuh belas bulan Maret tahun dua ribu dua puluh enam (17-03-2026),
          bertempat di Balai RW 05 Kelurahan Tegal Panggung, telah diadakan rapat pemilihan anggota Badan
          Keswadayaan Masyarakat dengan keterangan sebagai berikut.
        </p>
        <SheetLines
          lines={[
            ['Waktu', '19.30–22.10 WIB'],
            ['Dasar', 'Anggaran Dasar BKM pasal 9; Pedoman Teknis PNPM Mandiri Perkotaan'],
            ['Hadir', '42 utusan (31 laki-laki, 11 perempuan), daftar hadir terlampir'],
          ]}
        />
        <p>Rapat memutuskan:</p>
        <ol>
          <li>
            Menetapkan tiga belas anggota BKM masa bakti 2026–2029 menurut jumlah suara terbanyak, sebagaimana
            tabel di bawah ini.
          </li>
          <li>
            Menugaskan panitia menyerahkan berita acara ini kepada Lurah paling lambat tujuh hari sesudah
            rapat.
          </li>
        </ol>
        <table>
          <caption>Hasil penghitungan suara</caption>
          <thead>
            <tr>
              <th scope="col">No</th>
              <th scope="col">Nama</th>
              <th scope="col">L/P</th>
              <th scope="col">Basis</th>
              <th scope="col">Suara</th>
            </tr>
          </thead>
          <tbody>
            {elected.map((person) => (
              <tr key={person.number}>
                <td className="rb-num">{person.number}</td>
                <td>{person.name}</td>
                <td>{person.sex}</td>
                <td>{person.base}</td>
                <td className="rb-num">{person.votes}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          Demikian berita acara ini dibuat dengan sebenarnya untuk dapat dipergunakan sebagaimana mestinya.
        </p>
        <SignatureGrid
          placeAndDay="Yogyakarta, 17 Maret 2026"
          signatures={[
            { capacity: 'Ketua Rapat', name: longName },
            { capacity: 'Notulis', name: 'Muhammad Arifin' },
            { capacity: 'Wakil tokoh perempuan' },
            { capacity: 'Wakil warga' },
            {
              capacity: 'Mengetahui, Lurah Tegal Panggung',
              name: 'Drs. Bambang Sulistyo',
              number: 'NIP 19750412 199803 1 004',
              wide: true,
              seal: <QrCode value="https://contoh.desa.id/ba/1" label="Pemeriksaan berita acara" size={72} />,
            },
          ]}
        />
      </PrintSheet>
    </Page>
  )
}
