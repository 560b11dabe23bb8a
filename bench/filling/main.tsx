// The filling of forms over a real phone: its store, its seal, its outbox and its replay; only the server is not there.
import '../../src/platform/browser/ui/theme.css'
import '../../src/platform/browser/ui/page/page.css'
import { createRoot } from 'react-dom/client'
import { Link, Route, Switch } from 'wouter'
import { householdCollection } from '../../src/capabilities/people/household.ts'
import { personCollection } from '../../src/capabilities/people/person.ts'
import { PrepareFilling } from '../../src/capabilities/surveys/filling/PrepareFilling.tsx'
import FillScreen from '../../src/capabilities/surveys/filling/screens/FillScreen.tsx'
import { formCollection } from '../../src/capabilities/surveys/library/form.ts'
import { part as surveysPart } from '../../src/capabilities/surveys/part.ts'
import { submissionCollection } from '../../src/capabilities/surveys/submission.ts'
import { surveyCollection } from '../../src/capabilities/surveys/survey.ts'
import { PhoneProvider, PlaceScope } from '../../src/platform/browser/hooks.tsx'
import { readFiles } from '../../src/platform/browser/local/rows.ts'
import { Parts } from '../../src/platform/browser/parts.ts'
import { readOutbox } from '../../src/platform/browser/sync/outbox.ts'
import { Phone } from '../../src/platform/browser/sync/phone.ts'
import { choosePin, hasPin, unlockWithPin } from '../../src/platform/browser/sync/session.ts'
import { Announcer } from '../../src/platform/browser/ui/feedback/Announcer.tsx'
import { Shell } from '../../src/platform/browser/ui/page/Shell.tsx'
import { applyScheme, readScheme } from '../../src/platform/browser/ui/scheme.ts'
import { compile } from '../../src/xlsform/compile.ts'
import type { Workbook } from '../../src/xlsform/workbook.ts'
import { cascade } from './cascade.ts'
import { allTypes, long, manyChoices } from './forms.ts'

applyScheme(readScheme())
const place = '34.71.04.1001'
const account = {
  id: '0192f0a0-0000-7000-8000-000000000001',
  name: 'Sri Rejeki',
  user: 'sri',
  holdings: [{ role: 'volunteer' as const, place }],
}
const id = (n: number) => `0192f0a0-0000-7000-8000-${String(n).padStart(12, '0')}`

const workbooks: Record<string, () => Workbook> = {
  all: () => allTypes,
  long: () => long(250),
  choices: () => manyChoices(10_000),
  cascade: () => cascade(),
  district: () => cascade(0.05),
}

/** The files of the form, as the server would give them while there is a line. */
const lists = new Map<string, string>()
const away = new URLSearchParams(location.search).has('away')
const fetched = globalThis.fetch
globalThis.fetch = async (address, init) => {
  const name = /\/files\/([^?]+)/.exec(String(address))?.[1]
  const text = away ? undefined : lists.get(name ?? '')
  return text === undefined ? fetched(address, init) : new Response(text)
}

function formRow(name: string) {
  const made = compile((workbooks[name] ?? workbooks.all)?.() as Workbook)
  if (!made.ok) throw new Error(JSON.stringify(made.faults, null, 2))
  const { xform, model } = made
  for (const { name: file, text } of made.made) lists.set(file, text)
  const files = [...lists].map(([file, text]) => ({
    ...{ name: file, bytes: text.length, md5: name, mediaType: 'text/csv' },
  }))
  return {
    ...{
      id: id(100),
      formId: model.formId,
      version: model.version,
      title: model.title,
      place,
      shipped: false,
    },
    ...{ retired: false, about: {}, warnings: made.warnings, xform, model, files },
  }
}

const names = ['Budi Santoso', 'Siti Aminah', 'Wagiman', 'Sulastri', 'Ngatiyem', 'Bambang Sutejo']
const people = names.flatMap((name, n) => [
  {
    collection: householdCollection,
    id: id(200 + n),
    value: {
      id: id(200 + n),
      kk: null,
      localPlace: null,
      address: null,
      head: id(300 + n),
      poor: false,
      poorSource: null,
      membersTold: 3,
      version: 1,
    },
  },
  {
    collection: personCollection,
    id: id(300 + n),
    value: {
      id: id(300 + n),
      name,
      sex: 'male',
      birthYear: 1970,
      localPlace: null,
      household: id(200 + n),
      relation: 'head',
      poor: false,
      poorSource: null,
      elements: [],
      nik: null,
      noNik: null,
      doubts: [],
      known: [],
      state: 'here',
      stateOn: null,
      mergedInto: null,
      version: 1,
    },
  },
])

/** Here the part of surveys is there from the start; in the app it comes with the screen. */
const parts = new Parts([{ name: 'surveys', screens: [], part: async () => ({ part: surveysPart }) }])

async function openPhone(): Promise<Phone> {
  if (!(await hasPin(account.id))) return new Phone((await choosePin(account, '246813')).unlocked, parts)
  const opened = await unlockWithPin(account.id, '246813')
  if ('wrong' in opened) throw new Error('the PIN of the stage changed')
  return new Phone(opened.unlocked, parts)
}

const wish = new URLSearchParams(location.search).get('form') ?? sessionStorage.getItem('form') ?? 'all'
sessionStorage.setItem('form', wish)
const form = formRow(wish)
const survey = {
  ...{
    id: id(1),
    enrolment: null,
    kind: null,
    title: 'Survei keluarga 2026',
    form: form.id,
    formId: form.formId,
  },
  ...{
    versions: [form.id],
    population: 'households',
    localPlaces: [],
    target: null,
    state: 'open',
    openedOn: '2026-11-01',
  },
  ...{ closed: null, criteria: null, result: null, reopened: [], version: 1 },
  counts: { received: 0, hasIssues: 0, edited: 0, approved: 0, rejected: 0, households: 0 },
}
const phone = await openPhone()
await phone.refresh()
const view = await phone.view(place)
view.takeFromServer([
  ...people,
  { collection: formCollection, id: form.id, value: form },
  { collection: surveyCollection, id: survey.id, value: survey },
])
await phone.refresh()
Object.assign(globalThis, {
  stage: {
    phone,
    view,
    id,
    /** A submission comes back from review. */
    giveBack: async (value: object & { id: string }) => {
      view.takeFromServer([{ collection: submissionCollection, id: value.id, value }])
      await phone.refresh()
    },
    drafts: () => phone.open.store.drafts.count(),
    outbox: async () => Promise.all((await readOutbox(phone.open)).map((entry) => phone.envelope(entry))),
    files: () => readFiles(phone.open),
  },
})

const prepared = new URLSearchParams(location.search).has('ready')

function Home() {
  return (
    <ul>
      {prepared && <PrepareFilling form={form.id} />}
      <li>
        <Link href={`/d/${place}/survei/${survey.id}/isi`}>Isi</Link>
      </li>
    </ul>
  )
}

const items = [
  { href: `/d/${place}`, label: 'Beranda', icon: 'home' as const },
  { href: `/d/${place}/survei`, label: 'Survei', icon: 'tasks' as const },
]
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <Announcer closeLabel="Tutup">
      <PhoneProvider value={phone}>
        <Shell
          product="Rembug"
          homeHref="/"
          place={{ name: 'Tegalpanggung', detail: 'Danurejan' }}
          navigation={{ label: 'Menu', items, moreLabel: 'Lainnya' }}
          switches={[]}
          account={{ label: 'Akun', name: 'Sri Rejeki', items: [] }}
          skipLabel="Ke isi"
        >
          <PlaceScope place={place} loading={null}>
            <Switch>
              <Route path="/d/:place/survei/:id/isi">
                {(params) => <FillScreen key="new" place={place} params={params as Record<string, string>} />}
              </Route>
              <Route path="/d/:place/survei/:id/isi/:submission">
                {(params) => (
                  <FillScreen
                    key={params.submission}
                    place={place}
                    params={params as Record<string, string>}
                  />
                )}
              </Route>
              <Route>
                <Home />
              </Route>
            </Switch>
          </PlaceScope>
        </Shell>
      </PhoneProvider>
    </Announcer>,
  )
