// The institutions a screen shows, as the rows of a spreadsheet. Its headings are those that an import knows again.
import type { View } from '../../../kernel/view.ts'
import type { ExportTable } from '../../../platform/browser/export-xlsx.ts'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localLine } from '../../places/tree.ts'
import type { Institution } from '../institution.ts'
import { kindText, legalText, reachText, rhythmText } from '../kinds.ts'
import { say, t } from './words.ts'

export const tableOf = (view: View, rows: readonly Institution[]): ExportTable => {
  const places = view.all<LocalPlace>(localCollection)
  const placeText = (id: string) => {
    const found = places.find((each) => each.id === id)
    return found ? localLine(found, places, view.place) : ''
  }
  return {
    head: [
      ...[
        t('lembaga.name'),
        t('lembaga.other-names'),
        t('lembaga.kind'),
        t('lembaga.reach'),
        t('lembaga.places'),
      ],
      ...[t('lembaga.since'), t('lembaga.legal'), t('lembaga.legal-note'), t('lembaga.meets')],
      ...[t('lembaga.women'), t('lembaga.men'), t('lembaga.poor')],
      ...[t('lembaga.services'), t('lembaga.assets'), t('lembaga.potentials'), t('lembaga.constraints')],
      ...[t('lembaga.importance'), t('lembaga.closeness'), t('lembaga.ended')],
    ],
    rows: rows.map((each) => [
      ...[each.name, each.otherNames.join('; '), say(kindText(each.kind)), say(reachText(each.reach))],
      each.localPlaces.map(placeText).join('; '),
      ...[each.since?.toString(), say(legalText(each.legal)), each.legalNote],
      each.meets && say(rhythmText(each.meets)),
      ...[each.women, each.men, each.poor].map((n) => n?.toString()),
      ...[each.services, each.assets, each.potentials, each.constraints],
      ...[each.importance?.toString(), each.closeness?.toString(), each.ended?.on],
    ]),
  }
}
