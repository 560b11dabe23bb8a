// The same place of a chart, filled otherwise on two devices: both words stand here, and a person chooses.
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import type { Told, ToldChange } from '../chart.ts'
import type { Grid } from '../grid-rules.ts'
import { placeName, t, valueName } from './words.ts'

type Props = {
  grid: Grid
  clashes: readonly ToldChange[]
  theirs: Told
  onChoose: (at: string, mine: boolean) => void
}

export function Clashes({ grid, clashes, theirs, onChoose }: Props) {
  if (clashes.length === 0) return null
  return (
    <Notice tone="warn" title={t('chart.clash')}>
      <Stack gap={3}>
        {clashes.map(({ at, to }) => (
          <div key={at}>
            <strong>{placeName(grid, at)}</strong>
            <Cluster>
              <Button onClick={() => onChoose(at, true)}>
                {t('chart.mine', { value: valueName(grid, to) })}
              </Button>
              <Button onClick={() => onChoose(at, false)}>
                {t('chart.theirs', { value: valueName(grid, theirs[at] ?? null) })}
              </Button>
            </Cluster>
          </div>
        ))}
      </Stack>
    </Notice>
  )
}
