// Reckons a network away from the thread that draws: a village of thousands of ties would hold it up.
import { networkOf } from './network.ts'

type Asked = { id: number; told: Parameters<typeof networkOf>[0] }

addEventListener('message', ({ data: { id, told } }: MessageEvent<Asked>) =>
  postMessage({ id, network: networkOf(told) }),
)
