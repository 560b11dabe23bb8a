// A workshop on a sheet for the wall: what was asked and answered, and what was agreed.
import { fullDay, longDay } from '../../../kernel/day.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { LogLine } from '../../../platform/browser/paper/LogLine.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { PrintSheet } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import type { Meeting } from '../../meetings/meeting.ts'
import { routeOf } from '../route.ts'
import { notesOf } from '../rules.ts'
import { t, workshopRecord } from '../words.browser.ts'

function Sheet({ place, meeting }: { place: string; meeting: Meeting }) {
  const view = usePlaceView()
  const { title } = usePlaceName(place)
  const { questions } = routeOf(view, meeting, (words) => words.id)
  const notes = notesOf(view, meeting.id).filter(({ withdrawn }) => !withdrawn)
  return (
    <div lang="id">
      <PrintSheet look="plain" title={meeting.title} number={`${fullDay(meeting.date, 'id')} · ${title}`}>
        {questions.map(({ id, text }, n) => (
          <section key={id}>
            <h2>
              {n + 1}. {text}
            </h2>
            <ul>
              {notes
                .filter((note) => note.question === id)
                .map((note) => (
                  <li key={note.id}>{note.text}</li>
                ))}
            </ul>
          </section>
        ))}
        {meeting.state === 'closed' && meeting.decisions.length > 0 && (
          <table>
            <caption>Yang disepakati dan rencana tindak lanjut</caption>
            <thead>
              <tr>
                <th>No.</th>
                <th>Apa</th>
                <th>Siapa</th>
                <th>Paling lambat</th>
              </tr>
            </thead>
            <tbody>
              {meeting.decisions.map(({ id, number, text, responsible, due }) => (
                <tr key={id}>
                  <td className="rb-num">{number}</td>
                  <td>{text}</td>
                  <td>{responsible || '–'}</td>
                  <td>{due ? longDay(due, 'id') : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <LogLine />
      </PrintSheet>
    </div>
  )
}

function SessionPaper({ place, row: meeting }: RecordProps<Meeting>) {
  return (
    <Page
      title={t('sheet.title')}
      width="wide"
      back={{ href: `/d/${place}/fgd/${meeting.id}`, label: meeting.title }}
    >
      <Stack>
        <div data-print="hide">
          <Button variant="primary" icon="printer" onClick={() => window.print()}>
            {t('sheet.print')}
          </Button>
        </div>
        <Sheet {...{ place, meeting }} />
      </Stack>
    </Page>
  )
}

export default recordScreen(workshopRecord, SessionPaper)
