// The list as a file: what stands on the screen, with the NIK masked.
import type { View } from '../../../kernel/view.ts'
import { translate } from '../../../platform/browser/language.ts'
import { word } from '../hooks.browser.ts'
import { homeOf, isPoor, placeOf } from '../looking.ts'
import { type PersonRow, personCollection } from '../person.ts'
import { importTexts } from '../texts-import.ts'
import { screenTexts } from '../texts-screens.ts'
import { download, workbook } from './files.ts'

const t = translate(screenTexts)
const c = translate(importTexts)

type Around = { view: View; lineOf: (id: string | null) => string | null }

function rowOf(person: PersonRow, { view, lineOf }: Around): (string | null)[] {
  const home = homeOf(view, person)
  const head = home?.head ? view.get<PersonRow>(personCollection, home.head) : undefined
  return [
    person.name,
    person.nik,
    word('sex', person.sex),
    person.birthYear === null ? null : String(person.birthYear),
    lineOf(placeOf(view, person)),
    head?.name ?? null,
    person.relation && word('relation', person.relation),
    isPoor(view, person) ? t('list.poor') : null,
    person.elements.map((element) => word('element', element)).join(', '),
    word('state', person.state),
  ]
}

export async function exportPeople(people: readonly PersonRow[], around: Around): Promise<void> {
  const head = [
    c('column.name'),
    c('column.nik'),
    c('column.sex'),
    t('field.birthYear'),
    t('list.rt'),
    t('list.head'),
    c('column.relation'),
    c('column.poor'),
    t('list.element'),
    t('person.state'),
  ]
  const rows = people.map((person) => rowOf(person, around))
  const widths = [30, 22, 12, 12, 30, 30, 24, 10, 30, 16]
  download(await workbook([{ name: t('list.title'), head, rows, widths }]), `${t('export.file')}.xlsx`)
}
