// The network of this village, reckoned in a worker; null until it is, 'failed' where this device has none.
import { useEffect, useMemo, useState } from 'react'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import type { Network } from '../network.ts'
import { activeIn, tiesIn } from '../view.ts'

export function useNetwork(): Network | 'failed' | null {
  const view = usePlaceView()
  const version = view.version()
  const told = useMemo(
    () => ({ institutions: activeIn(view).map(({ id, name }) => ({ id, name })), ties: tiesIn(view) }),
    [view, version],
  )
  const [network, setNetwork] = useState<Network | 'failed' | null>(null)
  useEffect(() => {
    const worker = new Worker(new URL('../network.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<{ network: Network }>) => {
      setNetwork(data.network)
      worker.terminate()
    })
    worker.addEventListener('error', () => setNetwork('failed'))
    worker.postMessage({ id: 1, told })
    return () => worker.terminate()
  }, [told])
  return network
}
