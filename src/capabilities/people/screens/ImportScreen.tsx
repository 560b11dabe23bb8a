// warga/impor: a list of people from a file. It is judged first, row by row; then it goes into the outbox in
// chunks, with or without a line.
import './people.css'
import { useMemo, useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { whyNotKept } from '../../../platform/browser/forms/kept.ts'
import { useOnline, usePhone, useRows } from '../../../platform/browser/hooks.tsx'
import { say, translate } from '../../../platform/browser/language.ts'
import { UnreadableFile } from '../../../platform/browser/lists/read-list.ts'
import type { ListSheet } from '../../../platform/browser/lists/sheets.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import type { Phone } from '../../../platform/browser/sync/phone.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { addLocalPlaces, mostAtOnce } from '../../places/local-place.ts'
import { useGround, useHouseholds, useLocalPlaces } from '../hooks.browser.ts'
import { registerMany } from '../household.ts'
import { findHeader } from '../importing/headings.ts'
import { afterImport, type LeftList, leftOf } from '../importing/left-out.ts'
import { type Plan, planImport } from '../importing/plan.ts'
import { alike, type Joined, joined, likelySheet } from '../importing/sheets.ts'
import { digitsOf } from '../nik.ts'
import { type PersonRow, personCollection } from '../person.ts'
import { peopleTexts } from '../texts.ts'
import { importTexts } from '../texts-import.ts'
import { readSheets } from './files.ts'
import { ImportDone, ImportPlan, ImportProgress, type Progress } from './ImportPlan.tsx'
import { downloadTemplate } from './import-files.ts'
import { LeftOut } from './LeftOut.tsx'
import { changeLeft, columnWord, ownTitles } from './left-out.ts'
import { findNumbers } from './numbers.ts'
import { RefusedChunks } from './RefusedChunks.tsx'
import { type Choice, type Choosing, SheetChoice } from './SheetChoice.tsx'

const t = translate(importTexts)

type Table = readonly (readonly unknown[])[]
type Owners = { nik: ReadonlyMap<string, string>; kk: ReadonlyMap<string, string>; asked: boolean }
type Opened = { name: string; sheets: readonly ListSheet[] }
/** `id` is by which what it leaves out is kept. */
type Read = Opened & Choice & Joined & { id: string; owners: Owners }
type Stage =
  | { at: 'choose'; fault?: string }
  | { at: 'reading' }
  | ({ at: 'judged' } & Read)
  | ({ at: 'saving' } & Progress)
  | { at: 'done'; count: number; left: number }

const nobody: Owners = { nik: new Map(), kk: new Map(), asked: false }

/** The whole numbers of a column, each once. */
function numbersIn(table: Table, column: 'nik' | 'kk'): string[] {
  const header = findHeader(table)
  const at = header?.at.get(column)
  if (at === undefined) return []
  const digits = table.map((cells) => (typeof cells[at] === 'string' ? digitsOf(cells[at]) : ''))
  return [...new Set(digits.filter((each) => /^\d{16}$/.test(each)))]
}

/** Which numbers stand on record; without a line nothing is known, and the server says so when it is sent. */
async function askOwners(phone: Phone, place: string, table: Table): Promise<Owners> {
  try {
    const nik = await findNumbers(phone, place, 'nik', numbersIn(table, 'nik'))
    return { nik, kk: await findNumbers(phone, place, 'kk', numbersIn(table, 'kk')), asked: true }
  } catch (error) {
    console.warn(error)
    return nobody
  }
}

/** A breath between two pieces of work, so that the screen can draw. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 0))

type Work = { persons: number; give: () => Promise<unknown> }

/** What is done one after the other: what is left out is kept first, then the new places are given, then people by the hundreds. */
function worksOf(phone: Phone, place: string, plan: Plan, left: LeftList | null): Work[] {
  const batch = newId()
  const works: Work[] = []
  if (left)
    works.push({
      persons: 0,
      give: () => changeLeft(phone.open, place, (lists) => afterImport(lists, plan, left)),
    })
  for (let from = 0; from < plan.newPlaces.length; from += mostAtOnce) {
    const places = plan.newPlaces.slice(from, from + mostAtOnce)
    works.push({ persons: 0, give: () => phone.give(addLocalPlaces, place, { places }) })
  }
  for (const chunk of plan.chunks)
    works.push({
      persons: chunk.persons.length,
      give: () => phone.give(registerMany, place, { batch, ...chunk }),
    })
  return works
}

export default function ImportScreen({ place }: ScreenProps) {
  const roles = useRoles(place)
  const may = registerMany.roles.some((role) => roles.includes(role as never))
  return (
    <Page
      title={t('import.title')}
      subtitle={t('import.subtitle')}
      back={{ href: `/d/${place}/warga`, label: t('import.to-list') }}
      actions={
        may && (
          <Button icon="download" onClick={() => void downloadTemplate()}>
            {t('import.template')}
          </Button>
        )
      }
    >
      {may ? <Importing place={place} /> : <Notice tone="refused">{t('import.nobody')}</Notice>}
    </Page>
  )
}

function usePlan(place: string, read: Read | null, mayAddPlaces: boolean): Plan | null {
  const persons = useRows<PersonRow>(personCollection)
  const households = useHouseholds()
  const { all: localPlaces } = useLocalPlaces()
  const { roles } = useGround()
  // Judged against the village as it stood when the file was read: the ids made here must not change after.
  const [village] = useState({ persons, households, localPlaces })
  return useMemo(() => {
    if (!read) return null
    const { owners, rows } = read
    return planImport(rows, {
      ...village,
      place,
      mayAddPlaces,
      today: today(zoneOf(place)),
      ground: { roles, synthetic: true, nikOwner: owners.nik, kkOwner: owners.kk },
    })
  }, [read, mayAddPlaces, village, place, roles])
}

/** What this import would leave out, as it is kept and as it is downloaded. */
function leftOfPlan(plan: Plan, { id, name, rows, where }: Read): LeftList | null {
  const header = findHeader(rows)
  const at = new Date().toISOString()
  return (
    header && leftOf(plan.rows, { id, file: name, at, table: rows, where, header }, columnWord, ownTitles)
  )
}

function Importing({ place }: { place: string }) {
  const [stage, setStage] = useState<Stage>({ at: 'choose' })
  const [round, setRound] = useState(0)
  const phone = usePhone()
  const online = useOnline()
  const judge = async ({ name, sheets }: Opened, { sheet, all }: Choice) => {
    setStage({ at: 'reading' })
    const chosen = all ? alike(sheets, sheet) : [sheet]
    const whole = joined(chosen.flatMap((index) => sheets[index] ?? []))
    const owners = online ? await askOwners(phone, place, whole.rows) : nobody
    setStage({ at: 'judged', id: newId(), name, sheets, sheet, all, ...whole, owners })
  }
  const read = async (file: File | undefined) => {
    if (!file) return
    setStage({ at: 'reading' })
    await breath()
    try {
      const sheets = await readSheets(file)
      await judge({ name: file.name, sheets }, { sheet: likelySheet(sheets), all: false })
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      setStage({ at: 'choose', fault: say({ code: error.message }, peopleTexts) })
    }
  }
  const save = async (works: readonly Work[], all: number, left: number, before = 0) => {
    let done = before
    for (const [at, { persons, give }] of works.entries()) {
      setStage({ at: 'saving', done, all })
      const why = await whyNotKept(give)
      // It goes on with the one that was not kept: what lies on the phone is not given twice.
      const again = () => void save(works.slice(at), all, left, done)
      if (why !== null) return setStage({ at: 'saving', done, all, stopped: { why, again } })
      done += persons
      await breath()
    }
    setStage({ at: 'done', count: all, left })
  }
  const again = () => {
    setStage({ at: 'choose' })
    setRound(round + 1)
  }
  return (
    <>
      <RefusedChunks place={place} />
      {stage.at === 'choose' && <Choose fault={stage.fault} onFile={(file) => void read(file)} />}
      {stage.at === 'reading' && <Loading label={t('import.reading')} shape="rows" />}
      {stage.at === 'judged' && (
        <Judged
          key={round}
          place={place}
          read={stage}
          onSheet={(choice) => void judge(stage, choice)}
          onSave={(plan, left) =>
            void save(worksOf(phone, place, plan, left), plan.good, left?.rows.length ?? 0)
          }
          onAgain={again}
        />
      )}
      {stage.at === 'saving' && <ImportProgress {...stage} />}
      {stage.at === 'done' && (
        <ImportDone place={place} count={stage.count} left={stage.left} onAgain={again} />
      )}
      <LeftOut place={place} />
    </>
  )
}

function Choose({ fault, onFile }: { fault: string | undefined; onFile: (file: File | undefined) => void }) {
  return (
    <Section>
      <FileField
        name="file"
        label={t('import.file')}
        hint={t('import.file-hint')}
        error={fault}
        icon="file"
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        multiple={false}
        files={[]}
        onAdd={(files) => onFile(files[0])}
        onRemove={() => undefined}
        addLabel={t('import.choose')}
        removeLabel={(name) => name}
      />
    </Section>
  )
}

type JudgedProps = Choosing & {
  place: string
  read: Read
  onSave: (plan: Plan, left: LeftList | null) => void
  onAgain: () => void
}

function Judged({ place, read, onSheet, onSave, onAgain }: JudgedProps) {
  const [mayAdd, setMayAdd] = useState(true)
  const plan = usePlan(place, read, mayAdd)
  const left = useMemo(() => plan && leftOfPlan(plan, read), [plan, read])
  if (!plan) return null
  return (
    <>
      <Section title={read.name}>
        <SheetChoice sheets={read.sheets} sheet={read.sheet} all={read.all} onSheet={onSheet} />
        {read.hiddenRows > 0 && (
          <Notice tone="warn">{t('import.hidden-rows', { count: read.hiddenRows })}</Notice>
        )}
        <CheckField name="add-places" label={t('import.add-places')} checked={mayAdd} onChange={setMayAdd} />
        <Notice tone={read.owners.asked ? 'done' : 'offline'}>
          {read.owners.asked ? t('import.checked-server') : t('import.not-checked-server')}
        </Notice>
      </Section>
      <ImportPlan
        plan={plan}
        where={read.where}
        left={left}
        onSave={() => onSave(plan, left)}
        onAgain={onAgain}
      />
    </>
  )
}
