// /d/:place/lembaga/cetak: the profile of the institutions on paper: the Venn picture with its numbers, then each of them. Names of
// officers stay off it: it is for the wall.
import '../screens/pictures.css'
import { longDay, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { LogLine } from '../../../platform/browser/paper/LogLine.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { PrintSheet, SheetLines } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import { PrintBar, usePaperSize } from '../../letters/print/PrintBar.tsx'
import type { Institution } from '../institution.ts'
import { kindText, legalText, reachText, rhythmText } from '../kinds.ts'
import { pictureTexts } from '../picture-texts.ts'
import { institutionRecord } from '../records.browser.ts'
import { registerTexts } from '../screen-texts.ts'
import { VennFigure } from '../screens/VennFigure.tsx'
import { vennOf } from '../venn.ts'
import { activeIn, tiesIn } from '../view.ts'
import { headsOnWall } from '../wall.ts'

const t = translate(pictureTexts)
const r = translate(registerTexts)

function linesOf(row: Institution): (readonly [string, string])[] {
  const legal =
    row.legal === 'none' ? '' : [legalText(row.legal)[0], row.legalNote].filter(Boolean).join(', ')
  const all = [
    ['Jenis', kindText(row.kind)[0]],
    ['Jangkauan', reachText(row.reach)[0]],
    ['Anggota', headsOnWall(row)],
    ['Pertemuan', row.meets ? rhythmText(row.meets)[0] : ''],
    ['Dasar hukum', legal],
    ['Layanan', row.services],
    ['Aset', row.assets],
    ['Potensi', row.potentials],
    ['Kendala', row.constraints],
  ] as const
  return all.filter(([, value]) => value !== '')
}

function ProfileScreen({ place }: ScreenProps) {
  const [size, setSize] = usePaperSize()
  const view = usePlaceView()
  const village = usePlaceName(place).title
  const active = activeIn(view)
  const venn = vennOf(active, tiesIn(view))
  const seat = new Map(venn.circles.map(({ id }, n) => [id, n]))
  const order = [...active].sort((a, b) => (seat.get(a.id) ?? 999) - (seat.get(b.id) ?? 999))
  return (
    <Page
      title={t('paper.profile')}
      back={{ href: `/d/${place}/lembaga`, label: r('lembaga.back') }}
      width="wide"
    >
      {active.length === 0 ? (
        <EmptyState icon="house" level={2} title={r('lembaga.empty')} />
      ) : (
        <PrintBar size={size} onSize={setSize}>
          <PrintSheet paper={size} look="plain" title={`Profil lembaga ${village}`}>
            <p>{`Keadaan ${longDay(today(zoneOf(place)), 'id')}, ${active.length} lembaga aktif.`}</p>
            {venn.circles.length > 0 && (
              <>
                <VennFigure venn={venn} />
                <p>
                  Makin besar lingkarannya, makin penting bagi warga miskin; makin dekat ke tengah, makin
                  dekat dengan mereka.
                </p>
              </>
            )}
            {order.map((row, n) => (
              <section key={row.id}>
                <h2>{`${n + 1}. ${row.name}`}</h2>
                <SheetLines lines={linesOf(row)} />
              </section>
            ))}
            <LogLine />
          </PrintSheet>
        </PrintBar>
      )}
    </Page>
  )
}

export default listScreen({ ...institutionRecord, title: pictureTexts['paper.profile'] }, ProfileScreen)
