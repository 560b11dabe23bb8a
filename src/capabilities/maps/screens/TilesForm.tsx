// A file of tiles that the village brings (PMTiles): its head is read before anything is kept.
import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import { type NewFile, prepareFile } from '../../../platform/browser/sync/uploads.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { type MapRow, tilesMost } from '../map.ts'
import { headBytes, readTilesHead, type TilesHead } from '../tiles.ts'
import { numberText, t } from '../words.browser.ts'
import { BaseFields } from './BaseFields.tsx'
import { useBaseForm } from './use-base-form.ts'

export function TilesForm({ place, map }: { place: string; map: MapRow }) {
  const [chosen, setChosen] = useState<{ file: NewFile; name: string; head: TilesHead } | null>(null)
  const [fault, setFault] = useState<string | undefined>()
  const kept = useBaseForm(place, map, { kind: 'tiles', rings: [], fixes: [] }, chosen?.file ?? null)
  const onFile = async (file: File | null) => {
    setChosen(null)
    setFault(undefined)
    if (!file) return true
    const head = readTilesHead(await file.slice(0, headBytes).arrayBuffer(), file.size)
    const most = t('base.tiles-large', { most: numberText(tilesMost / 1_000_000) })
    const why = 'fault' in head ? t(`base.${head.fault}`) : file.size > tilesMost ? most : undefined
    setFault(why)
    if (why || 'fault' in head) return false
    const bytes = new Blob([file], { type: 'application/octet-stream' })
    setChosen({ file: await prepareFile(newId(), bytes), name: file.name, head })
    return true
  }
  return (
    <BaseFields {...kept} chosen={chosen?.name ?? null} fault={fault} accept=".pmtiles" onFile={onFile}>
      {chosen && (
        <Notice tone="info">
          {t(`base.tiles-${chosen.head.kind}`, { from: chosen.head.zooms[0], to: chosen.head.zooms[1] })}
        </Notice>
      )}
    </BaseFields>
  )
}
