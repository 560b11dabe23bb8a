// The sheet itself. The picture is drawn in pixels of the paper at 96 to the inch, so that its scale can be said as a number.
import { middleOf } from '../../../kernel/geometry.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { LogLine } from '../../../platform/browser/paper/LogLine.tsx'
import { MarkSample } from '../../../platform/browser/sketch/Marks.tsx'
import { type Named, SketchMap } from '../../../platform/browser/sketch/SketchMap.tsx'
import { PrintSheet, SheetLines } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import { type Feature, layers } from '../feature.ts'
import type { MapRow } from '../map.ts'
import { useBase } from '../screens/Base.tsx'
import { useGround } from '../screens/use-maps.ts'
import { dayText, kindTitle, layersOf, numberText, t } from '../words.browser.ts'

export type PaperSize = 'f4' | 'a3'
/** The picture within the margins, in pixels of 1/96 inch: A3 lying 381 x 172 mm, F4 lying 291 x 103 mm. */
const pictures = {
  a3: { width: 1440, height: 650 },
  f4: { width: 1100, height: 390 },
} as const
/** Metres of a pixel of paper. */
const pixel = 0.0254 / 96

type Props = { map: MapRow; features: readonly Feature[]; village: string; size: PaperSize; homes: boolean }

const namesOf = (features: readonly Feature[]): Named[] =>
  features.flatMap(({ name, spots }) => {
    const at = name ? middleOf(spots) : null
    return at ? [{ at, name }] : []
  })

/** Which layers stand on it, how each is drawn, and how many; in the order of the layers. */
function LegendOnPaper({ features }: { features: readonly Feature[] }) {
  const kinds = layers.flatMap((layer) =>
    [
      ...Map.groupBy(
        features.filter((each) => each.layer === layer),
        ({ shape }) => shape,
      ),
    ].map(([shape, some]) => ({ layer, shape, count: some.length })),
  )
  return (
    <ul className="mp-paper-legend" aria-label={t('print.legend')}>
      {kinds.map(({ layer, shape, count }) => (
        <li key={`${layer} ${shape}`}>
          <MarkSample look={layer} shape={shape} />
          {t(`layer.${layer}`)} ({numberText(count)})
        </li>
      ))}
    </ul>
  )
}

export function MapPaper({ map, features, village, size, homes }: Props) {
  const view = usePlaceView()
  const { base: own, rings } = useGround(map)
  const base = own?.kind === 'photo' && !homes ? null : own
  const drawn = layersOf(features)
  const picture = pictures[size]
  const under = useBase(base, rings)
  const makers = map.closed?.makers.join(', ') || '…………………………'
  const lines: [string, string][] = [
    [t('print.village'), village],
    [t('print.kind'), kindTitle(view, map)],
    [t('print.makers'), makers],
    [t('print.on'), map.closed ? dayText(map.closed.on) : t('print.draft')],
    [t('print.agreed'), map.agreed ? dayText(map.agreed.on) : t('print.not-agreed')],
  ]
  const more: [string, string][] = [
    [t('print.datum'), 'WGS84'],
    [t('print.base'), base ? `${base.name} (${base.source})` : t('print.no-base')],
    [t('print.source'), t('print.by-residents')],
    ...(homes ? ([[t('print.restricted'), t('print.restricted-why')]] as [string, string][]) : []),
  ]
  return (
    <div className={`mp-paper-${size}`}>
      <PrintSheet paper={size === 'f4' ? 'f4' : 'a3'} landscape look="plain" title={map.title}>
        <div className="mp-paper-picture">
          <SketchMap
            label={t('map.label', { title: map.title })}
            layers={drawn}
            around={rings.flat()}
            base={under}
            paper={picture}
            scaleSaid={(metres) =>
              t('print.scale', { scale: numberText(Math.round(metres / pixel / 100) * 100) })
            }
            names={namesOf(features)}
          />
        </div>
        <LegendOnPaper features={features} />
        <div className="mp-paper-facts">
          <SheetLines lines={lines} />
          <SheetLines lines={more} />
        </div>
        <LogLine />
      </PrintSheet>
    </div>
  )
}
