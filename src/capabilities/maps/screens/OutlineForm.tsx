// The outline of the village out of a GeoJSON file: read on this phone, shown before it is saved.
import { useMemo, useState } from 'react'
import { type GeoPoint, swapped } from '../../../kernel/geometry.ts'
import { SketchMap } from '../../../platform/browser/sketch/SketchMap.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import type { MapRow } from '../map.ts'
import { type Outline, outlineFileMost, readOutline } from '../outline.ts'
import { numberText, t } from '../words.browser.ts'
import { BaseFields } from './BaseFields.tsx'
import { useBaseForm } from './use-base-form.ts'

const plain = ([a, b]: GeoPoint): [number, number] => [a, b]
const none: Outline['rings'] = []

export function OutlineForm({ place, map }: { place: string; map: MapRow }) {
  const [file, setFile] = useState<string | null>(null)
  const [outline, setOutline] = useState<Outline | null>(null)
  const [fault, setFault] = useState<string | undefined>()
  const [turned, setTurned] = useState(false)
  // As the file has them, until the person agrees that they are exchanged: the rule says what is wrong meanwhile.
  const rings = useMemo(() => {
    const read = outline?.rings ?? none
    return outline?.swapped && !turned ? read.map((ring) => ring.map(swapped)) : read
  }, [outline, turned])
  const brought = { kind: 'outline' as const, rings: rings.map((ring) => ring.map(plain)), fixes: [] }
  const kept = useBaseForm(place, map, brought, null)
  const onFile = async (chosen: File | null) => {
    setFile(chosen?.name ?? null)
    setTurned(false)
    const read =
      chosen &&
      (chosen.size > outlineFileMost ? { fault: 'not-json' as const } : readOutline(await chosen.text()))
    setOutline(read && 'rings' in read ? read : null)
    setFault(read && 'fault' in read ? t(`base.${read.fault}`) : undefined)
    return !(read && 'fault' in read)
  }
  const layers = useMemo(
    () => [
      {
        look: 'outline',
        marks: rings.map((points, i) => ({ id: String(i), shape: 'area' as const, points })),
      },
    ],
    [rings],
  )
  return (
    <BaseFields
      {...kept}
      chosen={file}
      fault={fault}
      accept=".geojson,.json,application/geo+json"
      onFile={onFile}
    >
      {outline?.swapped && (
        <Notice tone="warn" title={t('base.swapped')}>
          <CheckField
            name="turned"
            label={t('base.turn')}
            hint={t('base.turn-why')}
            checked={turned}
            onChange={setTurned}
          />
        </Notice>
      )}
      {outline && outline.had > outline.kept && (
        <Notice tone="info">
          {t('base.thinned', {
            ...{ had: numberText(outline.had), kept: numberText(outline.kept) },
            metres: numberText(Math.max(1, outline.metres)),
          })}
        </Notice>
      )}
      {outline && (!outline.swapped || turned) && (
        <SketchMap label={t('base.outline')} layers={layers} tall={0.6} />
      )}
    </BaseFields>
  )
}
