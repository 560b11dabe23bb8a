// Above every paper: print it, on which paper, and two ways of looking at it.
import { type ReactNode, useState } from 'react'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useNarrow } from '../../../platform/browser/ui/narrow.ts'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Switch } from '../../../platform/browser/ui/page/Switch.tsx'
import { t } from '../screens/words.ts'
import { PaperDesk } from './PaperDesk.tsx'
import type { PaperSize } from './paper.tsx'

const sizeKey = 'rembug-paper'

export function usePaperSize(): [PaperSize, (size: PaperSize) => void] {
  const [size, setSize] = useState<PaperSize>(localStorage.getItem(sizeKey) === 'a4' ? 'a4' : 'f4')
  const choose = (next: PaperSize) => {
    localStorage.setItem(sizeKey, next)
    setSize(next)
  }
  return [size, choose]
}

export type PrintBarProps = {
  size: PaperSize
  onSize: (size: PaperSize) => void
  /** Further choices of this paper. */
  choices?: ReactNode
  /** Not the main thing on this screen. */
  quiet?: boolean
  children: ReactNode
}

export function PrintBar({ size, onSize, choices, quiet, children }: PrintBarProps) {
  const [other, setOther] = useState(false)
  const [way, back] = useNarrow()
    ? (['see-printed', 'see-reading'] as const)
    : (['see-large', 'see-whole'] as const)
  return (
    <div className="rb-stack rb-gap-4">
      <div data-print="hide" className="rb-stack rb-gap-4">
        {choices}
        <Cluster justify="between">
          <Cluster>
            <Switch
              name="paper"
              label={t('letters.paper')}
              value={size}
              options={[
                { value: 'f4', label: t('letters.paper-f4') },
                { value: 'a4', label: t('letters.paper-a4') },
              ]}
              onChange={(next) => onSize(next === 'a4' ? 'a4' : 'f4')}
            />
            <Button icon={other ? 'minus' : 'plus'} aria-pressed={other} onClick={() => setOther(!other)}>
              {t(`letters.${other ? back : way}`)}
            </Button>
          </Cluster>
          <Button variant={quiet ? 'quiet' : 'primary'} icon="printer" onClick={() => window.print()}>
            {t('letters.print')}
          </Button>
        </Cluster>
      </div>
      <PaperDesk other={other}>{children}</PaperDesk>
    </div>
  )
}
