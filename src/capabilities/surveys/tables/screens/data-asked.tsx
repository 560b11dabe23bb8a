// Screens that ask the server: what was answered, or kindly why not.
import { useCallback, useEffect, useState } from 'react'
import { ask, Offline, Problem } from '../../../../platform/browser/api.ts'
import { say, translate } from '../../../../platform/browser/language.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { surveysTexts } from '../../texts.ts'
import { dataTexts } from './data-texts.ts'

const d = translate(dataTexts)
type Params = Readonly<Record<string, string | number | undefined>>

export type Asked<T> = {
  data: T | undefined
  /** Why there is none; the older data stays while new data is asked for. */
  fault: 'offline' | { message: string } | undefined
  busy: boolean
  again: () => void
}

const faultOf = (error: unknown): Asked<unknown>['fault'] => {
  if (error instanceof Offline) return 'offline'
  if (error instanceof Problem)
    return {
      message: say(
        { code: error.code, message: error.message, facts: error.errors[0]?.facts ?? {} },
        surveysTexts,
      ),
    }
  return { message: String(error) }
}

/** Asks a query, and again when its parameters change; `null` asks nothing yet. */
export function useAsked<T>(name: string, params: Params | null): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({
    data: undefined,
    fault: undefined,
    busy: true,
  })
  const [times, setTimes] = useState(0)
  const key = params && JSON.stringify(params)
  useEffect(() => {
    if (key === null) return
    const stop = new AbortController()
    setState((before) => ({ ...before, busy: true }))
    ask<T>(name, JSON.parse(key) as Record<string, string | number>, stop.signal).then(
      (data) => setState({ data, fault: undefined, busy: false }),
      (error: unknown) => {
        if (!stop.signal.aborted) setState({ data: undefined, fault: faultOf(error), busy: false })
      },
    )
    return () => stop.abort()
  }, [name, key, times])
  return { ...state, again: useCallback(() => setTimes((n) => n + 1), []) }
}

type FaultProps = { fault: NonNullable<Asked<unknown>['fault']>; again: () => void }

export function AskedFault({ fault, again }: FaultProps) {
  if (fault === 'offline')
    return (
      <EmptyState
        icon="cloud-off"
        title={d('data.offline')}
        actions={
          <Button icon="refresh" onClick={again}>
            {d('data.again')}
          </Button>
        }
      >
        {d('data.offline-why')}
      </EmptyState>
    )
  return (
    <Notice
      tone="refused"
      title={d('data.refused')}
      announce="alert"
      action={
        <Button icon="refresh" onClick={again}>
          {d('data.again')}
        </Button>
      }
    >
      {fault.message}
    </Notice>
  )
}

/** What stands while the answer comes, or instead of it. */
export function AskedRest({
  asked,
  shape = 'rows',
}: {
  asked: Asked<unknown>
  shape?: 'rows' | 'cards' | 'lines'
}) {
  if (asked.fault) return <AskedFault fault={asked.fault} again={asked.again} />
  return <Loading label={d('data.loading')} shape={shape} />
}
