// How maps are said on their screens, and the record they are about.
import type { Command } from '../../kernel/command.ts'
import { type Day, longDay, today } from '../../kernel/day.ts'
import { areaOf, lengthOf } from '../../kernel/geometry.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Role } from '../../kernel/role.ts'
import type { View } from '../../kernel/view.ts'
import { language, translate } from '../../platform/browser/language.ts'
import type { RecordKind } from '../../platform/browser/RecordPage.tsx'
import { metresText } from '../../platform/browser/sketch/ground.tsx'
import type { MarkLayer } from '../../platform/browser/sketch/Marks.tsx'
import type { Words } from '../programmes/definition.ts'
import { enrolledIn } from '../programmes/serving.ts'
import { mapsBaseTexts } from './base-texts.ts'
import { type Feature, layers } from './feature.ts'
import { type MapRow, mapCollection, mapReaders } from './map.ts'
import { mapsScreenTexts } from './screen-texts.ts'
import { mapsSheetTexts } from './sheet-texts.ts'
import { mapsTexts } from './texts.ts'

export const t = translate({ ...mapsScreenTexts, ...mapsSheetTexts, ...mapsBaseTexts })
export const says = [mapsTexts]
export const words = (text: Words): string => text[language()]
export const dayText = (day: Day): string => longDay(day, language())
export const todayAt = (place: string): Day => today(zoneOf(place))
export const numberText = (n: number, digits = 0) =>
  n.toLocaleString(language() === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: digits })
export const may = (roles: readonly Role[], command: Pick<Command<never>, 'roles'>): boolean =>
  roles.some((role) => command.roles.includes(role))

export const mapPath = (place: string, id: string, more = '') => `/d/${place}/peta/${id}${more && `/${more}`}`

export const mapRecord: RecordKind<MapRow> = {
  ...{ collection: mapCollection, called: ['peta', 'map'], icon: 'pin', readers: mapReaders },
  ...{ list: () => 'peta', listCalled: mapsScreenTexts['maps.title'] },
}

/** What the programme calls this kind of map. */
export function kindTitle(view: View, map: Pick<MapRow, 'enrolment' | 'kind'>): string {
  const kinds = enrolledIn(view, map.enrolment)?.programme.kinds.maps ?? []
  const found = kinds.find((each) => each.id === map.kind)
  return found ? words(found.title) : map.kind
}

export const layersOf = (
  features: readonly Pick<Feature, 'id' | 'layer' | 'shape' | 'spots'>[],
): MarkLayer[] =>
  layers
    .map((look) => ({
      look,
      marks: features
        .filter(({ layer }) => layer === look)
        .map(({ id, shape, spots }) => ({ id, shape, points: spots })),
    }))
    // Areas and lines lie under dots.
    .filter(({ marks }) => marks.length > 0)
    .reverse()

/** Square metres, or hectares from one on. */
export const areaText = (square: number): string =>
  square >= 10_000
    ? t('map.hectares', { count: numberText(square / 10_000, 2) })
    : t('map.square-metres', { count: numberText(square) })

/** How long or how large what was drawn is; nothing for a point. */
export function measureText({ shape, spots }: Pick<Feature, 'shape' | 'spots'>): string {
  if (shape === 'line') return metresText(lengthOf(spots, false))
  return shape === 'area' ? areaText(areaOf(spots)) : ''
}

export const featureName = ({ name, layer }: Pick<Feature, 'name' | 'layer'>): string =>
  name || t(`layer.${layer}`)
