// /d/:place/lembaga/fgd/:id/cetak: the sheet that hangs on the wall: institutions by criteria, the reasons below. In Indonesian.
import '../screens/pictures.css'
import { longDay } from '../../../kernel/day.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { LogLine } from '../../../platform/browser/paper/LogLine.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { PrintSheet, SheetLines } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import { PrintBar, usePaperSize } from '../../letters/print/PrintBar.tsx'
import { enrolledIn } from '../../programmes/serving.ts'
import { titleIn } from '../../programmes/status.ts'
import type { Assessment } from '../assessment.ts'
import { criteriaOf } from '../assessment-rules.ts'
import { pictureTexts } from '../picture-texts.ts'
import { assessmentRecord } from '../records.browser.ts'
import { type ScoredRow, scoredRows } from '../scoring.ts'
import { headsOnWall } from '../wall.ts'

const t = translate(pictureTexts)
type Criterion = { id: string; title: { id: string } }
type Props = { rows: readonly ScoredRow[]; criteria: readonly Criterion[] }
const said = (average: number | null) => (average === null ? '' : String(average).replace('.', ','))

function Matrix({ rows, criteria }: Props) {
  return (
    <table className="lb-scores">
      <thead>
        <tr>
          <th>No</th>
          <th>Lembaga</th>
          {criteria.map(({ id, title }) => (
            <th key={id}>{title.id}</th>
          ))}
          <th>Rata-rata</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ institution, of, average }, n) => (
          <tr key={institution.id}>
            <td>{n + 1}</td>
            <th scope="row">{institution.name}</th>
            {criteria.map(({ id }) => (
              <td key={id}>{of.get(id)?.score ?? ''}</td>
            ))}
            <td>{said(average)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Reasons({ rows, criteria }: Props) {
  return rows.map(({ institution, of }, n) => (
    <section key={institution.id}>
      <h2>{`${n + 1}. ${institution.name}`}</h2>
      <ul>
        {criteria.flatMap(({ id, title }) => {
          const score = of.get(id)
          return score ? [<li key={id}>{`${title.id} (${score.score}): ${score.reason}`}</li>] : []
        })}
      </ul>
    </section>
  ))
}

function outcomeLine({ outcome }: Assessment): string {
  if (!outcome) return 'Belum ditutup'
  const word = outcome.agreed ? 'Disepakati peserta' : 'Tidak disepakati peserta'
  return [`${word} pada ${longDay(outcome.on, 'id')}`, outcome.note].filter(Boolean).join('. ')
}

function Scores({ place, row }: RecordProps<Assessment>) {
  const [size, setSize] = usePaperSize()
  const view = usePlaceView()
  const village = usePlaceName(place).title
  const enrolled = enrolledIn(view, row.enrolment)
  const criteria = enrolled ? criteriaOf(enrolled.programme) : []
  const rows = scoredRows(view, row)
  return (
    <Page
      title={t('fgd.print')}
      subtitle={row.title}
      back={{ href: `/d/${place}/lembaga/fgd/${row.id}`, label: t('fgd.title') }}
      width="wide"
    >
      <PrintBar size={size} onSize={setSize}>
        <PrintSheet paper={size} landscape look="plain" title={row.title}>
          <SheetLines
            lines={[
              ['Desa/Kelurahan', village],
              ...(enrolled ? [['Program', titleIn(enrolled.programme, enrolled.row).id] as const] : []),
              ['Hari, tempat', [longDay(row.on, 'id'), row.where].filter(Boolean).join(', ')],
              ['Peserta', headsOnWall(row)],
              ['Hasil', outcomeLine(row)],
            ]}
          />
          <Matrix rows={rows} criteria={criteria} />
          <p>Nilai 1 sangat rendah sampai 5 sangat tinggi.</p>
          <Reasons rows={rows} criteria={criteria} />
          <LogLine />
        </PrintSheet>
      </PrintBar>
    </Page>
  )
}

export default recordScreen(assessmentRecord, Scores)
