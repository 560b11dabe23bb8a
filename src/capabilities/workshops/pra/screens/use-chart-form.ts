// The one editor of charts, whatever their kind: a draft of all they say, its reasons, and the command that it comes to.
import { useMemo, useState } from 'react'
import { today } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { zoneOf } from '../../../../kernel/place-code.ts'
import { type AnyForm, useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { usePhone } from '../../../../platform/browser/hooks.tsx'
import { fileMost, type NewFile, prepareFile } from '../../../../platform/browser/sync/uploads.ts'
import type { Meeting } from '../../../meetings/meeting.ts'
import { workshopsTexts } from '../../texts.ts'
import {
  type Chart,
  type ChartKind,
  changeChart,
  type StartChart,
  startChart,
  type Told,
  type Value,
} from '../chart.ts'
import type { Grid } from '../grid-rules.ts'
import { changesBetween, whyNotChangeChart, whyNotStartChart, without } from '../rules.ts'
import { t } from './words.ts'

/** All that a chart says while it is written: texts as they are typed. */
export type ChartDraft = { told: Told; base: Told }
/** The chart as it stands in the draft, and how a place of it is told anew. */
export type Telling = { grid: Grid; tell: (at: string, value: Value) => void; put: (told: Told) => void }
type Photo = { file: NewFile; name: string; url: string }
type MediaType = NonNullable<StartChart['photo']>['mediaType']
const shown: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

export function usePhoto() {
  const [photo, setPhoto] = useState<Photo | null>(null)
  const [bad, setBad] = useState(false)
  const add = async ([first]: File[]) => {
    if (!first) return true
    const file = await prepareFile(newId(), first).catch(() => null)
    const fits = file !== null && shown.includes(file.mediaType) && file.bytes <= fileMost
    setBad(!fits)
    setPhoto(fits ? { file, name: first.name, url: URL.createObjectURL(file.blob) } : null)
    return fits
  }
  const file = photo?.file
  const told: StartChart['photo'] = file
    ? { id: file.id, bytes: file.bytes, sha256: file.sha256, mediaType: file.mediaType as MediaType }
    : null
  return { photo, bad, add, remove: () => setPhoto(null), told, files: file ? [file] : [] }
}
export type PhotoForm = ReturnType<typeof usePhoto>

/** As it is kept: without blanks around texts, and without lines that nobody named and nothing stands in. */
function clean(told: Told): Told {
  const blank = Object.keys(told).filter(
    (at) =>
      /^(row|column)\./.test(at) && String(told[at]).trim() === '' && !isUsed(told, at.split('.')[1] ?? ''),
  )
  const kept = blank.reduce((left, at) => without(left, at.split('.')[1] ?? ''), told)
  return Object.fromEntries(
    Object.entries(kept)
      .map(([at, value]) => [at, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => value !== ''),
  )
}
const isUsed = (told: Told, id: string) =>
  Object.keys(told).some((at) => at.startsWith('cell.') && at.split('.').includes(id))

/** Heads are fields of their own; the grid is told in one piece. */
const heads = new Set(['title', 'on', 'facilitator', 'women', 'men', 'rows', 'columns', 'cells', 'note'])
const fieldOf = (path: string) => {
  const [first = ''] = path.split('.')
  return heads.has(first) ? first : 'cells'
}

function useFrame(place: string) {
  const photo = usePhoto()
  const now = today(zoneOf(place))
  return { photo, now, frame: { place, says: [workshopsTexts], saved: t('chart.saved'), fieldOf } }
}

export function useNewChart(place: string, meeting: Meeting, kind: ChartKind) {
  const { photo, now, frame } = useFrame(place)
  const { name } = usePhone().open.account
  const id = useMemo(newId, [])
  const form = useCommandForm({
    ...{ ...frame, screen: 'workshops.start-chart', record: `${meeting.id} ${kind}`, command: startChart },
    start: (): ChartDraft => ({
      told: { on: meeting.date < now ? meeting.date : now, facilitator: name, consensus: 'yes' },
      base: {},
    }),
    input: ({ told }) => ({
      ...{ id, meeting: meeting.id, kind, photo: photo.told },
      told: Object.entries(clean(told)).map(([at, to]) => ({ at, to })),
    }),
    rules: (input) => whyNotStartChart(input, now),
    give: (phone, input, taken) => phone.give(startChart, place, input, { ...taken, files: photo.files }),
    to: `/d/${place}/bagan/${id}`,
  })
  return { form, photo, kind }
}

export function useChangedChart(place: string, row: Chart) {
  const { photo, now, frame } = useFrame(place)
  const form = useCommandForm({
    ...{ ...frame, screen: 'workshops.change-chart', record: row.id, command: changeChart },
    start: (): ChartDraft => ({ told: row.told, base: row.told }),
    input: ({ told, base }) => ({
      ...{ chart: row.id, photo: photo.told },
      changes: changesBetween(base, clean(told)),
    }),
    rules: (input) => whyNotChangeChart(row, input, now),
    give: (phone, input, taken) => phone.give(changeChart, place, input, { ...taken, files: photo.files }),
    to: `/d/${place}/bagan/${row.id}`,
  })
  /** Of two words for one place: mine goes on top of theirs, or theirs stands. */
  const choose = (at: string, mine: boolean) => {
    const { told, base } = form.draft
    const theirs = row.told[at]
    const with_ = (from: Told, value: Value | undefined): Told => {
      const { [at]: _, ...rest } = from
      return value === undefined || value === null ? rest : { ...rest, [at]: value }
    }
    form.put({ told: mine ? told : with_(told, theirs), base: with_(base, theirs) })
  }
  return { form, photo, kind: row.kind, choose }
}
/** What the editor needs of it, whichever command it makes. */
export type ChartForm = AnyForm & { draft: ChartDraft; put: (draft: ChartDraft) => void }
