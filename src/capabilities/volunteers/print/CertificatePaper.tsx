// A certificate of training on paper. Paper is always Indonesian, whatever the language of the screen.
import { longDay } from '../../../kernel/day.ts'
import { namedTogether, spelled } from '../../../kernel/spelled.ts'
import { LogLine } from '../../../platform/browser/paper/LogLine.tsx'
import { Letterhead as Kop, PrintSheet } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import { SignatureGrid } from '../../../platform/browser/ui/print/SignatureGrid.tsx'
import type { Letterhead } from '../../letters/letterhead.ts'
import type { Programme } from '../../programmes/definition.ts'
import type { Certificate } from '../certificate.ts'
import type { Volunteer } from '../volunteer.ts'

export type CertificatePaperProps = {
  certificate: Certificate
  volunteer: Volunteer
  programme: Programme | null
  head: Letterhead | undefined
  /** "Kelurahan Tegalpanggung": where no letterhead says it. */
  village: string
  size: 'f4' | 'a4'
}

const daysText = (days: readonly string[]): string => namedTogether(days.map((each) => longDay(each, 'id')))

export function CertificatePaper(props: CertificatePaperProps) {
  const { certificate, volunteer, programme, head, village, size } = props
  const { number, kind, days, on } = certificate
  const training = programme?.kinds.trainings.find((each) => each.id === kind)?.title.id ?? kind
  const address = [head?.address, head?.contact].filter(Boolean).join(', ')
  const logo = head?.logo ? <img src={head.logo} alt="" /> : undefined
  return (
    <div lang="id">
      <PrintSheet
        paper={size}
        landscape
        title="Sertifikat"
        number={number ? `Nomor: ${number}` : 'Nomor: (menunggu nomor)'}
        letterhead={
          <Kop
            upper={head?.upper ?? []}
            name={head?.name ?? village}
            address={address || undefined}
            logo={logo}
          />
        }
      >
        <div className="volunteers-certificate">
          <p>diberikan kepada</p>
          <p className="volunteers-certificate-name">{volunteer.name}</p>
          <p>sebagai relawan warga {village},</p>
          <p>
            yang telah mengikuti seluruh hari <strong>{training}</strong>
            <br />
            {programme && (
              <>
                dalam {programme.title.id}
                <br />
              </>
            )}
            selama {days.length} ({spelled(days.length)}) hari, pada {daysText(days)}.
          </p>
        </div>
        <SignatureGrid
          placeAndDay={[head?.city, longDay(on, 'id')].filter(Boolean).join(', ')}
          signatures={[
            { capacity: 'Fasilitator' },
            {
              capacity: head?.headTitle ?? 'Lurah/Kepala Desa',
              name: head?.headName || undefined,
              number: head?.headNumber || undefined,
            },
          ]}
        />
        <LogLine />
      </PrintSheet>
    </div>
  )
}
