// The whole of one submission, asked of the server: its personal answers are on no reviewer's phone.
import { useCallback, useEffect, useState } from 'react'
import { ask, Offline, Problem } from '../../../../platform/browser/api.ts'
import { usePhoneState } from '../../../../platform/browser/hooks.tsx'
import { type SubmissionDetail, submissionDetail } from '../questions.ts'

export type Detail = {
  told: SubmissionDetail | null
  state: 'loading' | 'told' | 'offline' | 'refused'
  /** The server's words, when it refused. */
  why: string
  reload: () => void
}

/** `version` is that of the row: when it moves, the answer is asked for anew. */
export function useDetail(place: string, submission: string, version: number): Detail {
  const { line } = usePhoneState()
  const [told, setTold] = useState<SubmissionDetail | null>(null)
  const [state, setState] = useState<Detail['state']>('loading')
  const [why, setWhy] = useState('')
  const [times, setTimes] = useState(0)
  useEffect(() => {
    const abort = new AbortController()
    ask<SubmissionDetail>(submissionDetail.name, { place, submission }, abort.signal).then(
      (answer) => {
        setTold(answer)
        setState('told')
      },
      (error: unknown) => {
        if (abort.signal.aborted) return
        if (error instanceof Problem) {
          setWhy(error.errors[0]?.message ?? error.message)
          return setState('refused')
        }
        if (!(error instanceof Offline)) console.error(error)
        setState('offline')
      },
    )
    return () => abort.abort()
  }, [place, submission, version, line, times])
  const reload = useCallback(() => {
    setState('loading')
    setTimes((now) => now + 1)
  }, [])
  return { told, state, why, reload }
}
