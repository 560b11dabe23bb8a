// What earlier imports left out, until it is mended: each row with its reasons, as a file to mend it in, and the record of who was
// taken in without a part.
import { Link } from 'wouter'
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { momentText } from '../../../platform/browser/moment.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type Column, DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import { type LeftList, type LeftRow, without } from '../importing/left-out.ts'
import { importTexts } from '../texts-import.ts'
import { sentence } from './import-files.ts'
import { changeLeft, downloadLeft, useLeft } from './left-out.ts'

const t = translate(importTexts)
const shownMost = 20

export function LeftOut({ place }: { place: string }) {
  const lists = useLeft(place)
  if (!lists?.length) return null
  return (
    <Section title={t('left.title')} subtitle={t('left.why')}>
      {[...lists].reverse().map((list, at) => (
        <OneList key={list.id} place={place} list={list} open={at === 0} />
      ))}
    </Section>
  )
}

/** The newest is open. */
function OneList({ place, list, open: unfolded }: { place: string; list: LeftList; open: boolean }) {
  const { open } = usePhone()
  const { give, giving } = useGiving()
  const drop = (marks: readonly string[], saved: string) =>
    give(() => changeLeft(open, place, (lists) => without(lists, new Set(marks))), { saved })
  const out = list.rows.filter(({ person }) => person === null).length
  const taken = list.rows.length - out
  // What is not in yet comes first.
  const rows = [...list.rows].sort((a, b) => Number(a.person !== null) - Number(b.person !== null))
  return (
    <Stack>
      <strong>{t('left.list', { file: list.file, at: momentText(list.at, place) })}</strong>
      <Cluster>
        {out > 0 && <StatusBadge status="refused" label={t('left.out', { count: out })} />}
        {taken > 0 && <StatusBadge status="unverified" label={t('left.taken', { count: taken })} />}
      </Cluster>
      {taken > 0 && <p className="rb-hint">{t('left.taken-why')}</p>}
      <Cluster>
        <Button icon="download" loading={giving} onClick={() => void give(() => downloadLeft(list))}>
          {t('left.download')}
        </Button>
        <DialogButton
          dialog={(close) => (
            <ConfirmDialog
              open
              danger
              title={t('left.drop-sure')}
              confirmLabel={t('left.drop')}
              cancelLabel={t('import.cancel')}
              onCancel={close}
              onConfirm={() =>
                void drop(
                  list.rows.map(({ mark }) => mark),
                  t('left.dropped'),
                ).then(close)
              }
            >
              {t('left.drop-why', { count: list.rows.length })}
            </ConfirmDialog>
          )}
        >
          {t('left.drop')}
        </DialogButton>
      </Cluster>
      <Fold title={t('left.rows')} tone="plain" open={unfolded}>
        <DataTable
          caption={t('import.what')}
          captionHidden
          columns={columnsOf(place, (mark) => void drop([mark], t('left.settled')))}
          rows={rows.slice(0, shownMost)}
          rowKey={({ mark }) => mark}
        />
        {list.rows.length > shownMost && <p>{t('import.first', { count: shownMost })}</p>}
      </Fold>
    </Stack>
  )
}

const columnsOf = (place: string, onSettled: (mark: string) => void): Column<LeftRow>[] => [
  {
    key: 'name',
    header: t('import.name'),
    cell: ({ name, person }) => (person ? <Link href={`/d/${place}/warga/${person}`}>{name}</Link> : name),
  },
  { key: 'row', header: t('import.row'), cell: ({ where }) => where || t('left.by-server') },
  {
    key: 'what',
    header: t('import.what'),
    sentences: true,
    cell: ({ errors, warnings }) => (
      <Stack gap={2}>
        {[...errors, ...warnings].map((reason) => (
          <span key={`${reason.code} ${reason.field}`}>{sentence(reason)}</span>
        ))}
      </Stack>
    ),
  },
  {
    key: 'settled',
    header: t('left.settle'),
    action: true,
    cell: ({ name, mark }) => (
      <Button aria-label={t('left.settle-of', { name })} onClick={() => onSettled(mark)}>
        {t('left.settle')}
      </Button>
    ),
  },
]
