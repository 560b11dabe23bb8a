// Taking a file from the server while saying how far it has come; it is saved only when it came whole.
import { call, reach, throwNo } from '../../../../platform/browser/api.ts'
import { saveBlob } from '../../../../platform/browser/export-xlsx.ts'
import type { Progress } from '../kinds.ts'

export type Taking = { rows: number; share: number; bytes: number; total: number | null }

async function answered({ url, asked, signal }: Wish): Promise<Response> {
  const response = await reach(url, { method: 'POST', body: asked, signal })
  await throwNo(response)
  return response
}

const nameIn = (response: Response): string =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'survei'

/** `asked`: what the file is to hold, in the body. */
export type Wish = {
  url: string
  asked: Record<string, string>
  progressUrl: string
  signal: AbortSignal
  onProgress: (taking: Taking) => void
}

/** Gives the name and size of the file that was saved. Throws when it broke off or was cancelled. */
export async function takeFile(wish: Wish): Promise<{ name: string; bytes: number }> {
  const { progressUrl, signal, onProgress } = wish
  const response = await answered(wish)
  const rows = response.headers.get('x-rembug-rows')
  const taking: Taking = { rows: 0, share: 0, bytes: 0, total: rows === null ? null : Number(rows) }
  let over = false
  const watch = setInterval(() => {
    call<Progress>('GET', progressUrl, undefined, signal).then(
      (progress) => {
        // An answer on its way when the file has come would say for ever that the file is being made.
        if (!over) onProgress(Object.assign(taking, { rows: progress.rows, share: progress.share }))
      },
      () => undefined, // the bytes still say that it goes on
    )
  }, 700)
  try {
    const parts: Uint8Array<ArrayBuffer>[] = []
    const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader()
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      parts.push(step.value)
      taking.bytes += step.value.length
      onProgress({ ...taking })
    }
    const name = nameIn(response)
    saveBlob(new Blob(parts, { type: response.headers.get('content-type') ?? '' }), name)
    return { name, bytes: taking.bytes }
  } finally {
    over = true
    clearInterval(watch)
  }
}
