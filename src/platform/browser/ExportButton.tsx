// "Unduh XLSX" on every screen that lists things: it saves what the screen shows, filtered as it is shown.
import { useState } from 'react'
import { type ExportTable, saveBlob, xlsxOf } from './export-xlsx.ts'
import { f } from './texts.ts'
import { Button } from './ui/action/Button.tsx'
import { Notice } from './ui/feedback/Notice.tsx'

type Props = { name: string; table: () => ExportTable | Promise<ExportTable> }

/** `name`: of the file, without its ending. `table` is asked for when the button is pressed. */
export function ExportButton({ name, table }: Props) {
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still')
  const run = () => {
    setState('busy')
    const save = async () => saveBlob(await xlsxOf(await table()), `${name}.xlsx`)
    save().then(
      () => setState('still'),
      (error: unknown) => {
        console.error(error)
        setState('failed')
      },
    )
  }
  return (
    <>
      <Button icon="download" loading={state === 'busy'} onClick={run}>
        {f('frame.export')}
      </Button>
      {state === 'failed' && <Notice tone="refused">{f('frame.export-failed')}</Notice>}
    </>
  )
}
