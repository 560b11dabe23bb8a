// A map on paper: F4 or A3, with what a map sheet states (Satu Data Indonesia): legend, scale, north, makers, day, datum, source.
import '../maps.css'
import './map-paper.css'
import { useMemo, useState } from 'react'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Switch } from '../../../platform/browser/ui/page/Switch.tsx'
import { type Feature, isRestricted } from '../feature.ts'
import type { MapRow } from '../map.ts'
import { homeReaders } from '../roles.ts'
import { useFeatures, useGround } from '../screens/use-maps.ts'
import { mapPath, mapRecord, t } from '../words.browser.ts'
import { MapPaper, type PaperSize } from './MapPaper.tsx'

const isPaper = (value: string): value is PaperSize => value === 'f4' || value === 'a3'

function Printing({ place, row: map }: RecordProps<MapRow>) {
  const all = useFeatures(map.id)
  const { title: village } = usePlaceName(place)
  const roles = useRoles(place)
  const [size, setSize] = useState<PaperSize>('a3')
  const [homes, setHomes] = useState(false)
  const { base } = useGround(map)
  // A photograph of a map drawn by hand shows whatever was drawn on it.
  const mayTell = base?.kind === 'photo' || all.some(({ layer }) => isRestricted(layer))
  const seesHomes = homeReaders.some((role) => roles.includes(role)) && mayTell
  const features = useMemo(
    () => all.filter(({ layer }: Feature) => homes || !isRestricted(layer)),
    [all, homes],
  )
  return (
    <Page
      title={t('print.title')}
      subtitle={map.title}
      back={{ href: mapPath(place, map.id), label: t('maps.go-back') }}
      width="wide"
    >
      <Stack>
        <div data-print="hide">
          <Stack>
            {!map.closed && <Notice tone="warn">{t('print.not-closed')}</Notice>}
            <Cluster justify="between">
              <Switch
                name="paper"
                label={t('print.size')}
                value={size}
                options={[
                  { value: 'a3', label: 'A3' },
                  { value: 'f4', label: 'F4' },
                ]}
                onChange={(next) => isPaper(next) && setSize(next)}
              />
              <Button variant="primary" icon="printer" onClick={() => window.print()}>
                {t('print.print')}
              </Button>
            </Cluster>
            {seesHomes && (
              <CheckField
                name="homes"
                label={t('print.homes')}
                hint={t('print.homes-why')}
                checked={homes}
                onChange={setHomes}
              />
            )}
          </Stack>
        </div>
        <MapPaper {...{ map, features, village, size, homes }} />
      </Stack>
    </Page>
  )
}

export default recordScreen(mapRecord, Printing)
