// The hamlets, RW, RT and settlements a screen shows, as the rows of a spreadsheet.
import type { ExportTable } from '../../../platform/browser/export-xlsx.ts'
import { translate } from '../../../platform/browser/language.ts'
import type { LocalPlace } from '../local-place.ts'
import { placesTexts } from '../texts.ts'
import { localLine, localTitle, type TreeRow } from '../tree.ts'

const t = translate(placesTexts)

export const tableOf = (
  shown: readonly TreeRow[],
  all: readonly LocalPlace[],
  village: string,
): ExportTable => ({
  head: [
    t('places.export.kind'),
    t('places.export.name'),
    t('places.export.line'),
    t('places.fact.households'),
    t('places.closed'),
  ],
  rows: shown.map(({ place }) => [
    t(`places.kind.${place.kind}`),
    localTitle(place, village),
    localLine(place, all, village),
    place.households?.toString(),
    place.closedOn,
  ]),
})
