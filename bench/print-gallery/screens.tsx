// The screens of letters and of a meeting's papers over a phone in memory: the real local copy, the real replay.
import '../../src/platform/browser/ui/theme.css'
import '../../src/platform/browser/ui/page/page.css'
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import { lettersApplies } from '../../src/capabilities/letters/apply.ts'
import { lettersEvidence } from '../../src/capabilities/letters/evidence.ts'
import LetterheadScreen from '../../src/capabilities/letters/screens/LetterheadScreen.tsx'
import LetterScreen from '../../src/capabilities/letters/screens/LetterScreen.tsx'
import NewLetterScreen from '../../src/capabilities/letters/screens/NewLetterScreen.tsx'
import RegisterScreen from '../../src/capabilities/letters/screens/RegisterScreen.tsx'
import PrintMeetingScreen from '../../src/capabilities/meetings/print/PrintMeetingScreen.tsx'
import { newId } from '../../src/kernel/id.ts'
import { PhoneProvider, PlaceScope } from '../../src/platform/browser/hooks.tsx'
import { keepSmall } from '../../src/platform/browser/local/small-things.ts'
import { PlaceView } from '../../src/platform/browser/local/view.ts'
import { noServices, PlaceServicesProvider } from '../../src/platform/browser/place-context.tsx'
import { Announcer } from '../../src/platform/browser/ui/feedback/Announcer.tsx'
import { head, letter, meeting, people } from './people.ts'

const place = '34.71.04.1001'
keepSmall('rembug-place-names', {
  [place]: { title: 'Kelurahan Tegal Panggung', line: 'Kemantren Danurejan, Kota Yogyakarta' },
})

const wish = new URLSearchParams(location.search)
const year = new Date().getFullYear()
const words = (id: string) => ({ id, en: id })
const enrolment = newId()
const account = newId()
const block = newId()
const held = { ...meeting, enrolment, date: `${year}-01-05` }
const programme = {
  key: 'p',
  title: words('P2KP'),
  elements: [
    { id: 'rt_heads', title: words('Ketua RT') },
    { id: 'poor_residents', title: words('Warga miskin') },
    { id: 'community_leaders', title: words('Tokoh masyarakat') },
  ],
  kinds: {
    meetings: [
      {
        id: 'rkm',
        title: words('Rembug Kesiapan Masyarakat'),
        decision: {
          question: words('Apakah warga siap melaksanakan P2KP?'),
          options: [
            { id: 'siap', title: words('warga siap melaksanakan P2KP') },
            { id: 'menolak', title: words('warga menolak') },
          ],
        },
      },
    ],
    trainings: [],
    letters: [
      {
        id: 'assistance_request',
        title: words('Surat permintaan bantuan teknik'),
        to: words('KMW dan Bappekot'),
        signatories: [
          words('Perangkat kelurahan/desa'),
          words('Wakil warga miskin'),
          words('Tokoh masyarakat'),
        ],
      },
    ],
  },
}
const rows = [
  ...(wish.has('bare') ? [] : [{ collection: 'letters.letterhead', id: head.id, value: head }]),
  {
    collection: 'letters.block',
    id: block,
    value: {
      id: block,
      device: 'd-1',
      account,
      office: 'village',
      series: 'village',
      year,
      first: 11,
      last: 20,
    },
  },
  {
    collection: 'letters.letter',
    id: letter.id,
    value: {
      ...letter,
      year,
      date: `${year}-01-04`,
      text: `400.10.2/012/TGP/I/${year}`,
      letterhead: head.id,
    },
  },
  {
    collection: 'programmes.enrolment',
    id: enrolment,
    value: { id: enrolment, programme: 'p', status: 'started' },
  },
  { collection: 'programmes.programme', id: 'p', value: programme },
  { collection: 'meetings.meeting', id: 'm', value: held },
  ...people(60).map((value) => ({ collection: 'meetings.attendance', id: value.id, value })),
]

const view = new PlaceView(place)
view.takeFromServer(rows)
const meta = new Map<string, unknown>(
  wish.has('fresh') ? [] : [[`letters-stock:${place}`, { marks: { [block]: 12 }, asked: {} }]],
)
const given: { envelope: never; status: 'queued'; n: number }[] = []
const listeners = new Set<() => void>()
let state = { line: 'online', syncing: false, entries: [], waitingFiles: 0, pins: [], version: 0 }
const refresh = async () => {
  view.replay(given, (name) => lettersApplies[name])
  state = { ...state, version: state.version + 1 }
  for (const listener of listeners) listener()
}
await refresh()
const phone = {
  open: {
    account: {
      id: account,
      name: 'Sri Rejeki',
      user: 'sri',
      holdings: [{ role: wish.get('role') ?? 'facilitator', place }],
    },
    device: 'd-1',
    store: {
      meta: {
        get: async (key: string) => ({ key, value: meta.get(key) }),
        put: async (row: { key: string; value: unknown }) => meta.set(row.key, row.value),
      },
    },
  },
  state: () => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  view: async () => view,
  refresh,
  give: async (command: { name: string }, at: string, input: unknown) => {
    given.push({
      envelope: { id: newId(), name: command.name, place: at, input } as never,
      status: 'queued',
      n: given.length,
    })
    await refresh()
  },
}
Object.assign(globalThis, { given })

const facts = () => ({
  'meeting.rkm.decision': { value: 'siap', records: [{ collection: 'meetings.meeting', id: 'm' }] },
  'meeting.rkm.decided_on': { value: held.date, records: [] },
  'meeting.rkm.attendees.women': { value: 40, records: [] },
  'meeting.rkm.attendees.men': { value: 20, records: [] },
  'meeting.rkm.attendees.poor': { value: 15, records: [] },
})

const screens = {
  '/d/:place/surat': RegisterScreen,
  '/d/:place/surat/kop': LetterheadScreen,
  '/d/:place/surat/baru': NewLetterScreen,
  '/d/:place/surat/:id': LetterScreen,
  '/d/:place/rembug/:id/cetak/:what': PrintMeetingScreen,
}

const root = document.getElementById('root')
history.replaceState(null, '', wish.get('at') ?? `/d/${place}/surat`)
if (root)
  createRoot(root).render(
    <Announcer closeLabel="Tutup">
      <PhoneProvider value={phone as never}>
        <PlaceServicesProvider
          value={{
            ...noServices,
            factsOf: (at, id) => ({ ...facts(), ...lettersEvidence(at, id) }),
          }}
        >
          <PlaceScope place={place} loading={null}>
            <main className="rb-main">
              <Switch>
                {Object.entries(screens).map(([path, View]) => (
                  <Route key={path} path={path}>
                    {(params) => <View place={place} params={params as Record<string, string>} />}
                  </Route>
                ))}
              </Switch>
            </main>
          </PlaceScope>
        </PlaceServicesProvider>
      </PhoneProvider>
    </Announcer>,
  )
