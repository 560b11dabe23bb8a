// The lists of what imports left out, sealed on this device like a form that is still being written, and as a file.
import { translate } from '../../../platform/browser/language.ts'
import { dropDraft, keepDraft, readDraft } from '../../../platform/browser/local/drafts.ts'
import { formDraftId, formDraftKind } from '../../../platform/browser/local/left-drafts.ts'
import type { Unlocked } from '../../../platform/browser/sync/session.ts'
import { useDrafts } from '../../../platform/browser/use-drafts.ts'
import type { Column } from '../importing/columns.ts'
import type { LeftList, LeftRow } from '../importing/left-out.ts'
import { importTexts } from '../texts-import.ts'
import { download, type Sheet, workbook } from './files.ts'
import { sentence } from './import-files.ts'

const t = translate(importTexts)
const screen = 'people.left-out'
const none: readonly LeftList[] = []

export const columnWord = (column: Column) => t(`column.${column}`)
/** Headings that the file itself adds, in both languages: what comes back with it adds them once. */
export const ownTitles = (['import.what', 'import.row', 'column.mark', 'left.taken-what'] as const).flatMap(
  (key) => [...importTexts[key]],
)

const idOf = (place: string) => formDraftId(screen, place)

const read = async (open: Unlocked, place: string): Promise<readonly LeftList[]> =>
  (await readDraft<null, readonly LeftList[]>(open, idOf(place)))?.body ?? none

/** Changes the lists of a place, one tab after the other; without any, nothing is kept. */
export async function changeLeft(
  open: Unlocked,
  place: string,
  edit: (lists: readonly LeftList[]) => readonly LeftList[],
): Promise<void> {
  await navigator.locks.request(`${open.store.name}-${screen}-${place}`, async () => {
    const before = await read(open, place)
    const body = edit(before)
    if (body.length > 0)
      await keepDraft(open, { id: idOf(place), place, kind: formDraftKind(screen), head: null, body })
    else if (before.length > 0) await dropDraft(open, idOf(place))
  })
}

/** What waits here; null until it was read. */
export const useLeft = (place: string): readonly LeftList[] | null => useDrafts(place, read, null)

/** The rows as they stood in their file, each with what is wrong about it, and its mark: what was left out apart from what only wants a look. */
export function leftSheets({ titles, rows }: LeftList): Sheet[] {
  const line = (row: LeftRow) => [
    [...row.errors, ...row.warnings].map(sentence).join(' '),
    row.where,
    row.mark,
    ...titles.map((_, at) => row.cells[at] ?? null),
  ]
  const sheet = (name: string, what: string, of: readonly LeftRow[]) => ({
    name,
    head: [what, t('import.row'), columnWord('mark'), ...titles],
    rows: of.map(line),
    widths: [60, 8, 14],
  })
  const out = rows.filter(({ person }) => person === null)
  const taken = rows.filter(({ person }) => person !== null)
  return [
    ...(out.length > 0 ? [sheet(t('left.sheet-out'), t('import.what'), out)] : []),
    ...(taken.length > 0 ? [sheet(t('left.sheet-taken'), t('left.taken-what'), taken)] : []),
  ]
}

export const downloadLeft = async (list: LeftList): Promise<void> =>
  download(await workbook(leftSheets(list)), `${t('left.file-name')}.xlsx`)
