// A survey as a file: which kind, with or without personal data, and how far it has come.
import { useRef, useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import { Problem } from '../../../../platform/browser/api.ts'
import { bytesText } from '../../../../platform/browser/bytes.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { useOnline } from '../../../../platform/browser/hooks.tsx'
import { language, say, translate } from '../../../../platform/browser/language.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { ProgressBar } from '../../../../platform/browser/ui/feedback/ProgressBar.tsx'
import { CheckField } from '../../../../platform/browser/ui/form/CheckField.tsx'
import { RadioCards } from '../../../../platform/browser/ui/form/RadioCards.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { numberText, surveyPath } from '../../screens/words.ts'
import type { SurveyColumns } from '../../tables/questions.ts'
import { DataFrame, d, stateOptions, useColumns } from '../../tables/screens/DataFrame.tsx'
import { filtersIn, selectionParams, useAddress } from '../../tables/screens/data-address.ts'
import { surveysTexts } from '../../texts.ts'
import { connectTexts } from '../../tokens/screens/connect-texts.ts'
import { type ExportKind, exportKinds, personalKinds } from '../kinds.ts'
import { type Taking, takeFile, type Wish } from './ExportTake.ts'
import { exportTexts } from './export-texts.ts'

const e = translate(exportTexts)
const c = translate(connectTexts)

type Outcome =
  | { is: 'still' }
  | { is: 'running'; taking: Taking }
  | { is: 'done'; name: string; bytes: number }
  | { is: 'cancelled' }
  | { is: 'failed'; message: string }

const icons = { xlsx: 'tasks', csv: 'file', geojson: 'pin', media: 'camera', xml: 'archive' } as const
const order: readonly ExportKind[] = ['xlsx', 'csv', 'geojson', 'media', 'xml']

function useTaking() {
  const [outcome, setOutcome] = useState<Outcome>({ is: 'still' })
  const stop = useRef<AbortController | null>(null)
  const start = (wish: Pick<Wish, 'url' | 'asked' | 'progressUrl'>) => {
    const controller = new AbortController()
    stop.current = controller
    setOutcome({ is: 'running', taking: { rows: 0, share: 0, bytes: 0, total: null } })
    const onProgress = (taking: Taking) => setOutcome({ is: 'running', taking })
    takeFile({ ...wish, signal: controller.signal, onProgress }).then(
      ({ name, bytes }) => setOutcome({ is: 'done', name, bytes }),
      (error: unknown) => {
        if (controller.signal.aborted) return setOutcome({ is: 'cancelled' })
        const known = error instanceof Problem
        const message = known
          ? say({ code: error.code, message: error.message }, surveysTexts)
          : e('export.failed-what')
        setOutcome({ is: 'failed', message })
      },
    )
  }
  return { outcome, start, cancel: () => stop.current?.abort() }
}

function Going({ taking, cancel }: { taking: Taking; cancel: () => void }) {
  const size = bytesText(taking.bytes)
  const rows = numberText(taking.rows)
  const text =
    taking.total === null
      ? e('export.progress', { rows, size })
      : e('export.progress-of', { rows, total: numberText(taking.total), size })
  return (
    <>
      <ProgressBar label={e('export.running')} value={Math.round(taking.share * 100)} max={100} text={text} />
      <div>
        <Button icon="x" onClick={cancel}>
          {e('export.cancel')}
        </Button>
      </div>
    </>
  )
}

function Ended({ outcome }: { outcome: Outcome }) {
  if (outcome.is === 'done')
    return (
      <Notice tone="done" title={e('export.done')} announce="status">
        {e('export.done-what', { name: outcome.name, size: bytesText(outcome.bytes) })}
      </Notice>
    )
  if (outcome.is === 'cancelled')
    return (
      <Notice tone="info" title={e('export.cancelled')} announce="status">
        {e('export.cancelled-what')}
      </Notice>
    )
  if (outcome.is === 'failed')
    return (
      <Notice tone="refused" title={e('export.failed')} announce="alert">
        {outcome.message}
      </Notice>
    )
  return null
}

type Options = {
  kind: ExportKind
  personal: boolean
  words: 'names' | 'id' | 'en'
  split: boolean
  groups: boolean
  separator: 'comma' | 'semicolon'
}
type OptionProps = { options: Options; set: (changes: Partial<Options>) => void; mayPersonal: boolean }

function PersonalPart({ options, set, mayPersonal }: OptionProps) {
  if (!mayPersonal) return <Notice tone="info">{e('export.personal-never')}</Notice>
  if (personalKinds.includes(options.kind)) return <Notice tone="warn">{e('export.personal-always')}</Notice>
  return (
    <>
      <CheckField
        name="personal"
        label={e('export.personal')}
        hint={e('export.personal-why')}
        checked={options.personal}
        onChange={(personal) => set({ personal })}
      />
      {options.kind === 'geojson' && !options.personal && (
        <Notice tone="advice">{e('export.points-need')}</Notice>
      )}
    </>
  )
}

function ColumnPart({ options, set }: Omit<OptionProps, 'mayPersonal'>) {
  if (options.kind !== 'csv' && options.kind !== 'xlsx') return null
  return (
    <>
      {options.kind === 'csv' && (
        <SelectField
          name="separator"
          label={e('export.separator')}
          hint={e('export.digits-lost')}
          value={options.separator}
          onChange={(separator) => set({ separator: separator as Options['separator'] })}
          options={[
            { value: 'semicolon', label: e('export.semicolon') },
            { value: 'comma', label: e('export.comma') },
          ]}
        />
      )}
      <SelectField
        name="words"
        label={e('export.words')}
        value={options.words}
        onChange={(words) => set({ words: words as Options['words'] })}
        options={[
          { value: 'id', label: e('export.labels-id') },
          { value: 'en', label: e('export.labels-en') },
          { value: 'names', label: e('export.names') },
        ]}
      />
      <CheckField
        name="split"
        label={e('export.split')}
        checked={options.split}
        onChange={(split) => set({ split })}
      />
      <CheckField
        name="groups"
        label={e('export.groups')}
        checked={options.groups}
        onChange={(groups) => set({ groups })}
      />
    </>
  )
}

function askedOf(
  { words, groups, split, separator, personal, kind }: Options,
  selection: Record<string, string | undefined>,
  watch: string,
): Record<string, string> {
  const chosen = Object.entries(selection).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return {
    ...{ words, groups: groups ? 'yes' : 'no', separator, watch },
    ...(split ? { split: 'yes' } : {}),
    ...(personal || personalKinds.includes(kind) ? { personal: 'yes' } : {}),
    ...Object.fromEntries(chosen),
  }
}

function Files({ place, id, columns }: { place: string; id: string; columns: SurveyColumns }) {
  const { address, wishes, go } = useAddress()
  const { outcome, start, cancel } = useTaking()
  const [options, setOptions] = useState<Options>({
    ...{ kind: 'xlsx', personal: false, words: language(), split: false, groups: true },
    // Where a file is opened by a double click, the language of the office parts its columns.
    separator: language() === 'id' ? 'semicolon' : 'comma',
  })
  const set = (changes: Partial<Options>) => setOptions({ ...options, ...changes })
  const kinds = order.filter(
    (kind) => exportKinds.includes(kind) && (columns.mayPersonal || !personalKinds.includes(kind)),
  )
  const base = `/api/surveys/${place}/${id}`
  const others = filtersIn({ ...address, state: '' }, wishes)
  const run = () => {
    const watch = newId()
    const asked = askedOf(options, selectionParams(address), watch)
    start({ url: `${base}/export/${options.kind}`, asked, progressUrl: `${base}/progress/${watch}` })
  }
  const running = outcome.is === 'running'
  const online = useOnline()
  return (
    <div className="sv-take">
      <RadioCards
        name="kind"
        label={e('export.kind')}
        value={options.kind}
        onChange={(kind) => set({ kind: kind as ExportKind })}
        columns={2}
        choices={kinds.map((kind) => ({
          value: kind,
          label: e(`export.${kind}`),
          hint: e(`export.${kind}-why`),
          icon: icons[kind],
        }))}
      />
      <SelectField
        name="state"
        label={e('export.which')}
        value={address.state}
        onChange={(state) => go({ state })}
        emptyLabel={d('data.any-state')}
        options={stateOptions()}
      />
      {others > 0 && (
        <Notice
          tone="info"
          action={
            <Button variant="link" onClick={() => go({ state: '', rt: '', from: '', to: '', where: '' })}>
              {e('export.unfilter')}
            </Button>
          }
        >
          {e('export.filtered')}
        </Notice>
      )}
      <ColumnPart options={options} set={set} />
      <PersonalPart options={options} set={set} mayPersonal={columns.mayPersonal} />
      {!online && !running && <Notice tone="offline">{e('export.needs-signal')}</Notice>}
      {running ? (
        <Going taking={outcome.taking} cancel={cancel} />
      ) : (
        <div>
          <Button variant="primary" icon="download" onClick={run}>
            {e('export.start')}
          </Button>
        </div>
      )}
      <Ended outcome={outcome} />
      <Section title={c('connect.door')} subtitle={c('connect.door-why')} tone="plain" level={3}>
        <div>
          <LinkButton href={surveyPath(place, id, 'sambungan')} icon="key">
            {c('connect.title')}
          </LinkButton>
        </div>
      </Section>
    </div>
  )
}

export default function ExportScreen({ place, params }: ScreenProps) {
  const id = params.id ?? ''
  const asked = useColumns(place, id)
  const { filter } = useAddress()
  return (
    <DataFrame place={place} id={id} part="unduh" title={e('export.title')} filter={filter} asked={asked}>
      {(columns) => <Files place={place} id={id} columns={columns} />}
    </DataFrame>
  )
}
