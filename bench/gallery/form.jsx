import { useState } from 'react'
import { Button } from '../../src/platform/browser/ui/action/Button.tsx'
import { RefusalList } from '../../src/platform/browser/ui/feedback/RefusalList.tsx'
import { StatusBadge } from '../../src/platform/browser/ui/feedback/StatusBadge.tsx'
import { CheckCards } from '../../src/platform/browser/ui/form/CheckCards.tsx'
import { CheckField } from '../../src/platform/browser/ui/form/CheckField.tsx'
import { DateField } from '../../src/platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../src/platform/browser/ui/form/ErrorSummary.tsx'
import { FileField } from '../../src/platform/browser/ui/form/FileField.tsx'
import { Form, FormActions, FormRow } from '../../src/platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../src/platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../src/platform/browser/ui/form/RadioCards.tsx'
import { SelectField } from '../../src/platform/browser/ui/form/SelectField.tsx'
import { Stepper } from '../../src/platform/browser/ui/form/Stepper.tsx'
import { TextArea } from '../../src/platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../src/platform/browser/ui/form/TextField.tsx'
import { TimeField } from '../../src/platform/browser/ui/form/TimeField.tsx'
import { Page } from '../../src/platform/browser/ui/page/Page.tsx'
import { Section } from '../../src/platform/browser/ui/page/Section.tsx'

export function MeetingForm() {
  const [men, setMen] = useState(23)
  const [women, setWomen] = useState(11)
  const [cost, setCost] = useState('1500000')
  const [day, setDay] = useState('2026-03-17')
  const [time, setTime] = useState('19:30')
  const [place, setPlace] = useState('Balai RW 05 Tegal Panggung')
  const [base, setBase] = useState('')
  const [notes, setNotes] = useState('')
  const [decision, setDecision] = useState('siap')
  const [who, setWho] = useState(['tokoh'])
  const [agreed, setAgreed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const faults = attempt
    ? [
        { field: 'base', message: 'Pilih basis tempat rapat diadakan.' },
        { field: 'women', message: 'Utusan perempuan kurang dari 30% dari yang hadir.' },
        { field: 'agreed', message: 'Daftar hadir harus sudah ditandatangani.' },
      ]
    : []
  const say = (field) => faults.find((fault) => fault.field === field)?.message
  return (
    <Page
      width="narrow"
      title="Catat rapat warga"
      subtitle="Isi seperti di buku notulen. Kertasnya tetap bukti; fotonya menyusul."
      crumbs={{
        label: 'Jalur',
        items: [
          { label: 'Beranda', href: '/' },
          { label: 'Rapat', href: '/rapat' },
          { label: 'Catat rapat warga' },
        ],
      }}
      badge={<StatusBadge status="draft" label="Draf, tersimpan di ponsel ini" />}
    >
      <ErrorSummary title="Ada 3 hal yang perlu diperbaiki" faults={faults} attempt={attempt} />
      <Form onSubmit={() => setAttempt(attempt + 1)}>
        <Section title="Kapan dan di mana">
          <FormRow>
            <DateField
              name="day"
              label="Hari rapat"
              value={day}
              onChange={setDay}
              inWords={day && 'Selasa, 17 Maret 2026'}
            />
            <TimeField name="time" label="Jam mulai" value={time} onChange={setTime} zone="WIB" />
          </FormRow>
          <TextField
            name="place"
            label="Tempat"
            hint="Nama balai, masjid, sekolah atau rumah warga."
            value={place}
            onChange={setPlace}
          />
          <SelectField
            name="base"
            label="Basis"
            value={base}
            onChange={setBase}
            emptyLabel="Pilih satu"
            error={say('base')}
            options={[
              { value: '1', label: 'RW 05, RT 17–20' },
              { value: '2', label: 'Kelompok Dasawisma Melati, RT 18 RW 05 Kelurahan Tegal Panggung' },
            ]}
          />
        </Section>
        <Section title="Yang hadir" subtitle="Hitung kepala, bukan undangan.">
          <Stepper
            name="men"
            label="Laki-laki"
            value={men}
            onChange={setMen}
            less="Kurangi laki-laki"
            more="Tambah laki-laki"
          />
          <Stepper
            name="women"
            label="Perempuan"
            value={women}
            onChange={setWomen}
            less="Kurangi perempuan"
            more="Tambah perempuan"
            error={say('women')}
          />
          <CheckCards
            name="who"
            label="Unsur yang hadir"
            optional="boleh kosong"
            columns={2}
            values={who}
            onChange={setWho}
            choices={[
              { value: 'tokoh', label: 'Tokoh masyarakat', icon: 'people' },
              {
                value: 'miskin',
                label: 'Warga miskin',
                hint: 'Tidak dicetak di samping nama',
                icon: 'house',
              },
            ]}
          />
        </Section>
        <Section title="Keputusan">
          <RadioCards
            name="decision"
            label="Apa keputusan warga?"
            hint="Warga boleh memutuskan tidak."
            value={decision}
            onChange={setDecision}
            choices={[
              { value: 'siap', label: 'Siap melanjutkan', hint: 'Kelurahan ikut program' },
              { value: 'tunda', label: 'Menunda', hint: 'Rapat lagi pada hari lain' },
              { value: 'tidak', label: 'Tidak ikut', hint: 'Siklus ditutup dengan sah' },
            ]}
          />
          <NumberField
            name="cost"
            label="Biaya rapat"
            hint="Dari swadaya warga, rupiah bulat."
            prefix="Rp"
            value={cost}
            onChange={setCost}
          />
          <TextArea name="notes" label="Catatan" optional="boleh kosong" value={notes} onChange={setNotes} />
          <FileField
            name="photos"
            label="Foto daftar hadir"
            hint="Setiap lembar satu foto."
            camera
            addLabel="Ambil foto"
            removeLabel={(name) => `Hapus ${name}`}
            files={[
              {
                id: '1',
                name: 'daftar-hadir-1.jpg',
                detail: '412 kB · menunggu dikirim',
                thumbnail:
                  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"%3E%3Crect width="40" height="30" fill="%23cdbfa4"/%3E%3Cpath d="M8 4h24v24H8z" fill="%23fff"/%3E%3Cpath d="M11 8h18M11 12h18M11 16h18M11 20h18" stroke="%23889" stroke-width=".8"/%3E%3C/svg%3E',
              },
              {
                id: '2',
                name: 'daftar-hadir-halaman-dua-rw-05-tegal-panggung.jpg',
                detail: '388 kB · terkirim',
              },
            ]}
            onAdd={() => {}}
            onRemove={() => {}}
          />
          <CheckField
            name="agreed"
            label="Daftar hadir sudah ditandatangani semua yang hadir"
            error={say('agreed')}
            checked={agreed}
            onChange={setAgreed}
          />
        </Section>
        <RefusalList
          title="Belum bisa diserahkan"
          reasons={[
            {
              text: 'Kurang 6 orang untuk kuorum (40 dari 120 warga dewasa).',
              link: { href: '/kuorum', label: 'Lihat aturan kuorum' },
            },
            { text: 'Notulis belum dipilih.' },
          ]}
        />
        <FormActions>
          <Button type="submit" variant="primary" iconAfter="arrow-right">
            Periksa jawaban
          </Button>
          <Button>Simpan draf</Button>
          <Button variant="link">Batalkan</Button>
        </FormActions>
      </Form>
    </Page>
  )
}
