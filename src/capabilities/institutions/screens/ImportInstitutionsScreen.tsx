// /d/:place/lembaga/impor: a list of institutions from Excel or CSV: read first, row by row; what is chosen goes into the outbox.
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { ExportButton } from '../../../platform/browser/ExportButton.tsx'
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { say as sayRefusal } from '../../../platform/browser/language.ts'
import { readList, UnreadableFile } from '../../../platform/browser/lists/read-list.ts'
import type { ListSheet } from '../../../platform/browser/lists/sheets.ts'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { findHeader } from '../importing/columns.ts'
import { type ImportPlan, type PlannedRow, planImport } from '../importing/plan.ts'
import { mostAtOnce, registerInstitutions } from '../institution.ts'
import { kindText } from '../kinds.ts'
import { institutionRecord } from '../records.browser.ts'
import { registerTexts } from '../screen-texts.ts'
import { institutionsTexts } from '../texts.ts'
import { tableOf } from './export.ts'
import { membersText, say, t, todayAt } from './words.ts'

type Opened = { name: string; sheets: readonly ListSheet[]; sheet: number }

/** The sheet in sight whose headings name the most columns. */
function likelySheet(sheets: readonly ListSheet[]): number {
  const known = sheets.map(({ hidden, rows }) => (hidden ? -1 : (findHeader(rows)?.at.size ?? 0)))
  return Math.max(0, known.indexOf(Math.max(...known)))
}

async function open(file: File): Promise<Opened> {
  const sheets = await readList(file, {
    bytesMost: 10_000_000,
    isHeading: (cells) => findHeader([cells]) !== null,
    sentence: (why) => `institutions.import-${why}`,
  })
  return { name: file.name, sheets, sheet: likelySheet(sheets) }
}

const hintOf = ({ row, entry, alike }: PlannedRow) =>
  [
    t('import.row', { row }),
    alike.length > 0 && t('import.alike', { names: alike.slice(0, 2).join('; ') }),
    say(kindText(entry.kind)),
    membersText(entry),
  ]
    .filter(Boolean)
    .join(' · ')

const words: Readonly<Record<string, keyof typeof registerTexts>> = {
  ...{ otherNames: 'lembaga.other-names', places: 'lembaga.places', localPlaces: 'lembaga.places' },
  ...{ since: 'lembaga.since', legalNote: 'lembaga.legal-note', women: 'lembaga.women', men: 'lembaga.men' },
  ...{ poor: 'lembaga.poor', services: 'lembaga.services', assets: 'lembaga.assets' },
  ...{ potentials: 'lembaga.potentials', constraints: 'lembaga.constraints' },
  ...{ importance: 'lembaga.importance', closeness: 'lembaga.closeness' },
}
/** A column as the screen calls it. */
const wordOf = (field = '') => say(registerTexts[words[field] ?? 'lembaga.name'])

function Wrong({ rows }: { rows: readonly PlannedRow[] }) {
  const reasons = rows.flatMap(({ row, entry, refusals }) =>
    refusals.map((refusal) => ({
      text: `${t('import.row', { row })}, ${entry.name}. ${wordOf(refusal.field)}: ${sayRefusal(refusal, institutionsTexts)}`,
    })),
  )
  return rows.length === 0 ? null : (
    <RefusalList title={t('import.wrong', { count: rows.length })} reasons={reasons.slice(0, 50)} />
  )
}

function Choosing({ place, plan }: { place: string; plan: ImportPlan }) {
  const { give, giving } = useGiving()
  const [, go] = useLocation()
  const fine = plan.rows.filter(({ refusals }) => refusals.length === 0)
  const [chosen, setChosen] = useState(
    fine.filter(({ alike }) => alike.length === 0).map(({ entry }) => entry.id),
  )
  const save = async () => {
    const taken = fine.filter(({ entry }) => chosen.includes(entry.id))
    // Who ticks one that is like another has been told of it.
    const institutions = taken.map(({ entry }) => ({ ...entry, different: true }))
    const done = await give(
      async (phone) => {
        for (let at = 0; at < institutions.length; at += mostAtOnce)
          await phone.give(registerInstitutions, place, {
            institutions: institutions.slice(at, at + mostAtOnce),
          })
      },
      { saved: t('lembaga.saved') },
    )
    if (done) go(`/d/${place}/lembaga`)
  }
  return (
    <>
      {plan.ignored.length > 0 && (
        <p className="rb-hint">{t('import.ignored', { names: plan.ignored.join(', ') })}</p>
      )}
      {plan.left > 0 && <Notice tone="warn">{t('import.left', { count: plan.left })}</Notice>}
      <Wrong rows={plan.rows.filter(({ refusals }) => refusals.length > 0)} />
      {fine.length === 0 ? (
        <Notice tone="info">{t('import.none')}</Notice>
      ) : (
        <CheckCards
          name="rows"
          label={t('import.rows')}
          values={chosen}
          onChange={setChosen}
          choices={fine.map((row) => ({ value: row.entry.id, label: row.entry.name, hint: hintOf(row) }))}
        />
      )}
      {chosen.length > 0 && (
        <Cluster>
          <Button variant="primary" loading={giving} onClick={() => void save()}>
            {t('import.take', { count: chosen.length })}
          </Button>
        </Cluster>
      )}
    </>
  )
}

function Judged({ place, opened, onSheet }: { place: string; opened: Opened; onSheet: (n: number) => void }) {
  const view = usePlaceView()
  // Judged against the village as it stood when the file was read: the ids made here must not change after.
  const [village] = useState(view)
  const { sheets, sheet } = opened
  const plan = useMemo(
    () => planImport(sheets[sheet]?.rows ?? [], village, todayAt(place)),
    [sheets, sheet, village, place],
  )
  return (
    <Section title={opened.name}>
      {sheets.length > 1 && (
        <SelectField
          name="sheet"
          label={t('import.sheet')}
          value={String(sheet)}
          onChange={(value) => onSheet(Number(value))}
          options={sheets.map(({ name }, n) => ({ value: String(n), label: name }))}
        />
      )}
      {plan ? (
        <Choosing key={sheet} place={place} plan={plan} />
      ) : (
        <Notice tone="refused">{t('institutions.import-no-headings')}</Notice>
      )}
    </Section>
  )
}

function ImportScreen({ place }: ScreenProps) {
  const [opened, setOpened] = useState<Opened | 'reading' | null>(null)
  const [fault, setFault] = useState<string | undefined>()
  const view = usePlaceView()
  const read = async (file: File | undefined) => {
    if (!file) return
    setOpened('reading')
    setFault(undefined)
    try {
      setOpened(await open(file))
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      setOpened(null)
      setFault(sayRefusal({ code: error.message }, institutionsTexts))
    }
  }
  return (
    <Page
      title={t('import.title')}
      subtitle={t('import.intro')}
      back={{ href: `/d/${place}/lembaga`, label: t('lembaga.back') }}
      width="narrow"
    >
      <Stack>
        {opened === null && (
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
              onAdd={([file]) => read(file)}
              onRemove={() => undefined}
              addLabel={t('import.choose')}
              removeLabel={(name) => name}
            />
            <Cluster>
              <ExportButton name={t('import.template')} table={() => tableOf(view, [])} />
            </Cluster>
          </Section>
        )}
        {opened === 'reading' && <Loading label={t('import.reading')} />}
        {opened !== null && opened !== 'reading' && (
          <>
            <Judged place={place} opened={opened} onSheet={(sheet) => setOpened({ ...opened, sheet })} />
            <Cluster>
              <Button onClick={() => setOpened(null)}>{t('import.again')}</Button>
            </Cluster>
          </>
        )}
      </Stack>
    </Page>
  )
}

export default listScreen({ ...institutionRecord, title: registerTexts['import.title'] }, ImportScreen)
