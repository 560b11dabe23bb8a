// "Unduh XLSX" on every screen that lists things: it saves what the screen shows, filtered as it is shown; or, where the screen
// shows only a part, the whole list, page by page, with how far it is, and nothing at all where it breaks halfway.
import { useEffect, useRef, useState } from 'react'
import { faultOf } from './asking/fault.ts'
import { faultSentence } from './asking/fault-sentence.ts'
import { type ExportTable, saveBlob, xlsxOf } from './export-xlsx.ts'
import { f } from './texts.ts'
import { Button } from './ui/action/Button.tsx'
import { Notice } from './ui/feedback/Notice.tsx'
import { ProgressBar } from './ui/feedback/ProgressBar.tsx'
import { ListChanged, type Run } from './whole-list.ts'

type Props = { name: string; table: (run: Run) => ExportTable | Promise<ExportTable> }
/** `all`: 0 until a page of a list came. */
type State = { at: 'still' | 'busy' | 'failed'; done: number; all: number; why: string }
const still: State = { at: 'still', done: 0, all: 0, why: '' }

/** What is said of a list that did not come whole: why, and that no file was saved. */
function whyBroken(error: unknown): string {
  if (error instanceof ListChanged) return f('frame.export-changed')
  const fault = faultOf(error)
  return fault.kind === 'offline' ? f('frame.export-offline') : faultSentence(fault)
}

/** `name`: of the file, without its ending. `table` is asked for when the button is pressed. */
export function ExportButton({ name, table }: Props) {
  const [state, setState] = useState(still)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const run = async () => {
    const stop = new AbortController()
    running.current = stop
    setState({ ...still, at: 'busy' })
    const told = (done: number, all: number) =>
      setState((before) => (stop.signal.aborted ? before : { ...before, done, all }))
    try {
      const blob = await xlsxOf(await table({ signal: stop.signal, told }))
      if (stop.signal.aborted) return
      saveBlob(blob, `${name}.xlsx`)
      setState(still)
    } catch (error) {
      if (stop.signal.aborted) return
      console.error(error)
      setState((before) => ({ ...before, at: 'failed', why: before.all > 0 ? whyBroken(error) : '' }))
    }
  }
  const cancel = () => {
    running.current?.abort()
    setState(still)
  }
  const { at, done, all, why } = state
  const far = { done, all }
  return (
    <>
      <Button icon="download" loading={at === 'busy'} onClick={() => void run()}>
        {f('frame.export')}
      </Button>
      {at === 'busy' && all > 0 && (
        <>
          <ProgressBar
            label={f('frame.export-taking')}
            value={done}
            max={all}
            text={f('frame.export-part', far)}
          />
          <Button onClick={cancel}>{f('frame.export-cancel')}</Button>
        </>
      )}
      {at === 'failed' && (
        <Notice tone="refused">
          {all > 0 ? `${why} ${f('frame.export-broken', far)}` : f('frame.export-failed')}
        </Notice>
      )}
    </>
  )
}
