// A screen about one record: shows it once it is on this phone, and says why it is not where it is not.
import type { FunctionComponent } from 'react'
import type { Role } from '../../kernel/role.ts'
import { fill, type Text } from '../../kernel/text.ts'
import type { ScreenProps } from './capability.ts'
import { usePhoneState, useRow } from './hooks.tsx'
import { language, translate } from './language.ts'
import { useRoles } from './place-context.tsx'
import { type Missing, whyMissing } from './record-state.ts'
import { recordTexts } from './record-texts.ts'
import { f } from './texts.ts'
import { LinkButton } from './ui/action/LinkButton.tsx'
import { EmptyState } from './ui/feedback/EmptyState.tsx'
import { Loading } from './ui/feedback/Loading.tsx'
import type { IconName } from './ui/Icon.tsx'
import { Page } from './ui/page/Page.tsx'

const t = translate(recordTexts)

/** One kind of record, as its screens know it; declared once beside them. */
export type RecordKind<Row> = {
  collection: string
  /** What people call one of them: "rapat", "meeting". */
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
    if (row && (kind.fits?.(row) ?? true)) return <Shown key={id} {...props} row={row} />
    return <NotHere kind={kind} {...props} />
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

const why = { none: 'none-why', forbidden: 'forbidden-why', offline: 'offline-why' } as const
const icons: Readonly<Record<Exclude<Missing, 'loading'>, IconName | null>> = {
  none: null,
  forbidden: 'lock',
  offline: 'cloud-off',
}

/** The four sentences. */
export function NotHere({ kind, place, params }: ScreenProps & { kind: Omit<RecordKind<never>, 'fits'> }) {
  const { pins, line, syncing } = usePhoneState()
  const roles = useRoles(place)
  const mayRead = kind.readers.some((role) => roles.includes(role))
  const missing = whyMissing({ pin: pins.find((pin) => pin.place === place), line, syncing }, mayRead)
  const what = fill(kind.called, language())
  const title = fill(recordTexts[missing], language(), { what })
  const href = [`/d/${place}`, kind.list(params)].filter(Boolean).join('/')
  const list = fill(kind.listCalled, language())
  const page = { title: what.charAt(0).toUpperCase() + what.slice(1), back: { href, label: list } }
  if (missing === 'loading')
    return (
      <Page {...page}>
        <Loading label={title} />
      </Page>
    )
  return (
    <Page {...page}>
      <EmptyState
        icon={icons[missing] ?? kind.icon}
        level={2}
        title={title}
        actions={
          <LinkButton href={missing === 'none' ? href : `/d/${place}`} variant="primary">
            {missing === 'none' ? list : f('frame.home')}
          </LinkButton>
        }
      >
        {t(why[missing])}
      </EmptyState>
    </Page>
  )
}
