// A screen about one record: shows it once it is on this phone, and says why it is not where it is not.
import { type FunctionComponent, useRef } from 'react'
import type { Role } from '../../kernel/role.ts'
import { fill, type Text } from '../../kernel/text.ts'
import type { ScreenProps } from './capability.ts'
import { useRow, useRows, useStanding } from './hooks.tsx'
import { language, translate } from './language.ts'
import { momentText } from './moment.ts'
import { useRoles } from './place-context.tsx'
import { type Missing, whyMissing, whyNoList } from './record-state.ts'
import { recordTexts } from './record-texts.ts'
import { f } from './texts.ts'
import { LinkButton } from './ui/action/LinkButton.tsx'
import { EmptyState } from './ui/feedback/EmptyState.tsx'
import { Loading } from './ui/feedback/Loading.tsx'
import type { IconName } from './ui/Icon.tsx'
import { Page, type PageProps } from './ui/page/Page.tsx'

const t = translate(recordTexts)

/** One kind of record, as its screens know it; declared once beside them. */
export type RecordKind<Row> = {
  collection: string
  /** What people call one of them: "rembug", "meeting". */
  called: Text
  icon: IconName
  /** The list it stands in, below /d/:place, and what that list is called. */
  list: (params: ScreenProps['params']) => string
  listCalled: Text
  readers: readonly Role[]
  /** Its name in the address; `id` where nothing is said. */
  param?: string
  /** Whether such a row can be shown here at all. */
  fits?: (row: Row) => boolean
}

export type RecordProps<Row> = ScreenProps & { row: Row }

/** The screen of a record. It is drawn anew for another one, so that nothing of the former stays. */
export function recordScreen<Row>(
  kind: RecordKind<Row>,
  Shown: FunctionComponent<RecordProps<Row>>,
): FunctionComponent<ScreenProps> {
  return function RecordScreen(props) {
    const id = props.params[kind.param ?? 'id'] ?? ''
    const row = useRow<Row>(kind.collection, id)
    const { missing, when } = useMissing(props.place, kind.readers)
    const last = useRef<{ id: string; row: Row } | null>(null)
    if (row) last.current = { id, row }
    // While the village is read anew its rows are gone for a moment; what somebody is writing about one is not closed for that.
    const known = row ?? (missing === 'loading' && last.current?.id === id ? last.current.row : undefined)
    if (known && (kind.fits?.(known) ?? true)) return <Shown key={id} {...props} row={known} />
    return <NotHere kind={kind} missing={missing} when={when} {...props} />
  }
}

/** The same where the screen makes a new one too: then there is no id in the address, and no row. */
export function recordOrNewScreen<Row>(
  kind: RecordKind<Row>,
  Shown: FunctionComponent<ScreenProps & { row: Row | undefined }>,
): FunctionComponent<ScreenProps> {
  const Known = recordScreen(kind, Shown)
  return function RecordOrNewScreen(props) {
    return props.params[kind.param ?? 'id'] ? <Known {...props} /> : <Shown {...props} row={undefined} />
  }
}

/** A list of records: which rows it is about, who may read them, and the title of its page. */
export type ListKind = Pick<RecordKind<never>, 'collection' | 'icon' | 'readers'> & { title: Text }
const list = ['daftar', 'list'] as const

/** The screen of a list. Where it has no row it says that there is none only if that is known. */
export function listScreen(
  { collection, icon, readers, title }: ListKind,
  Shown: FunctionComponent<ScreenProps>,
): FunctionComponent<ScreenProps> {
  return function ListScreen(props) {
    const roles = useRoles(props.place)
    const mayRead = readers.some((role) => roles.includes(role))
    const missing = whyNoList(useStanding(props.place), mayRead)
    const rows = useRows(collection)
    if (missing === null || rows.length > 0) return <Shown {...props} />
    const page = {
      title: fill(title, language()),
      back: { href: `/d/${props.place}`, label: f('frame.home') },
    }
    return <Instead missing={missing} what={fill(list, language())} page={page} icon={icon} to={page.back} />
  }
}

const why = {
  none: 'none-why',
  'not-in-copy': 'not-in-copy-why',
  forbidden: 'forbidden-why',
  offline: 'offline-why',
} as const
const icons: Readonly<Record<Exclude<Missing, 'loading'>, IconName | null>> = {
  none: null,
  'not-in-copy': 'cloud-off',
  forbidden: 'lock',
  offline: 'cloud-off',
}

/** Why a record that only these roles may read would not be here, and of when the copy of the place is. */
function useMissing(place: string, readers: readonly Role[]): { missing: Missing; when: string } {
  const standing = useStanding(place)
  const roles = useRoles(place)
  const mayRead = readers.some((role) => roles.includes(role))
  return { missing: whyMissing(standing, mayRead), when: momentText(standing.pin?.syncedAt ?? null, place) }
}

type NotHereProps<Row> = ScreenProps & { kind: RecordKind<Row>; missing: Missing; when: string }

/** The sentence for each. */
function NotHere<Row>({ kind, missing, when, place, params }: NotHereProps<Row>) {
  const what = fill(kind.called, language())
  const href = [`/d/${place}`, kind.list(params)].filter(Boolean).join('/')
  const back = { href, label: fill(kind.listCalled, language()) }
  const page = { title: what.charAt(0).toUpperCase() + what.slice(1), back }
  const to = missing === 'none' ? back : { href: `/d/${place}`, label: f('frame.home') }
  return <Instead {...{ missing, what, when, page, to }} icon={kind.icon} />
}

type InsteadProps = {
  missing: Missing
  what: string
  /** Of when the copy is. */
  when?: string
  page: Pick<PageProps, 'title' | 'back'>
  icon: IconName
  /** Where to go on from here. */
  to: { href: string; label: string }
}

function Instead({ missing, what, when = '', page, icon, to }: InsteadProps) {
  const title = t(missing, { what })
  if (missing === 'loading')
    return (
      <Page {...page}>
        <Loading label={title} />
      </Page>
    )
  return (
    <Page {...page}>
      <EmptyState
        icon={icons[missing] ?? icon}
        level={2}
        title={title}
        actions={
          <LinkButton href={to.href} variant="primary">
            {to.label}
          </LinkButton>
        }
      >
        {t(why[missing], { when })}
      </EmptyState>
    </Page>
  )
}
