// The papers one by one: ?what=minutes&size=f4, and on the screen as they lie on the desk.
import '../../src/platform/browser/ui/theme.css'
import '../../src/platform/browser/ui/page/page.css'
import { createRoot } from 'react-dom/client'
import { LetterPaper } from '../../src/capabilities/letters/print/LetterPaper.tsx'
import { PaperDesk } from '../../src/capabilities/letters/print/PaperDesk.tsx'
import type { PaperSize } from '../../src/capabilities/letters/print/paper.tsx'
import { AttendancePaper } from '../../src/capabilities/meetings/print/AttendancePaper.tsx'
import { InvitationPaper } from '../../src/capabilities/meetings/print/InvitationPaper.tsx'
import { MinutesPaper } from '../../src/capabilities/meetings/print/MinutesPaper.tsx'
import { head, letter, meeting, people, setting, signatories17 } from './people.ts'

const wish = new URLSearchParams(location.search)
const size = (wish.get('size') ?? 'f4') as PaperSize
const about = { meeting, setting, head, size }
const number = '000.1.5/011/TGP/X/2012'
const empty = {
  ...meeting,
  closing: null,
  minutes: '',
  decision: null,
  decisions: [],
  chair: '',
  notulis: '',
}
const many = { ...letter, body: { ...letter.body, signatories: signatories17 } }

const papers: Record<string, () => React.ReactNode> = {
  minutes: () => <MinutesPaper {...about} number={number} />,
  'minutes-17': () => <MinutesPaper {...about} number={number} witnesses={signatories17} />,
  'minutes-blank': () => <MinutesPaper {...about} meeting={empty} head={undefined} number={null} />,
  attendance: () => <AttendancePaper {...about} attendance={people(60)} />,
  'attendance-7': () => <AttendancePaper {...about} attendance={people(7)} />,
  'attendance-blank': () => <AttendancePaper {...about} attendance={null} lines={30} />,
  invitation: () => (
    <InvitationPaper {...about} number={number} date="2012-10-10" perPage={1} names={['', 'Ketua RW 03']} />
  ),
  'invitation-2': () => (
    <InvitationPaper
      {...about}
      number={number}
      date="2012-10-10"
      perPage={2}
      names={['', 'Raden Mas Haryo Kusumo Widagdo Prawirodirjo Hadiningrat', 'Wagiyem']}
    />
  ),
  letter: () => <LetterPaper letter={letter} head={head} fallback={setting.village} size={size} />,
  'letter-17': () => <LetterPaper letter={many} head={head} fallback={setting.village} size={size} />,
  'letter-cancelled': () => (
    <LetterPaper
      letter={{ ...letter, state: 'cancelled' }}
      head={head}
      fallback={setting.village}
      size={size}
    />
  ),
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <main className="rb-main">
      <div className="rb-page">
        <PaperDesk>{papers[wish.get('what') ?? 'minutes']?.()}</PaperDesk>
      </div>
    </main>,
  )
