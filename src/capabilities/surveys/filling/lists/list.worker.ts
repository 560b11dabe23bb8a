// Reads long lists and looks through them, away from the thread that draws.
import { type AskedLines, type FoundLines, LineIndex } from './line-index.ts'

export type ToLists =
  | { kind: 'list'; file: string; bytes: ArrayBuffer }
  | { kind: 'find'; id: number; file: string; asked: AskedLines }
export type FromLists = { id: number; found: FoundLines } | { id: number; failed: string }

const lists = new Map<string, LineIndex>()

function answer({ id, file, asked }: Extract<ToLists, { kind: 'find' }>): FromLists {
  const list = lists.get(file)
  return list ? { id, found: list.find(asked) } : { id, failed: `${file} was not read` }
}

addEventListener('message', ({ data }: MessageEvent<ToLists>) => {
  if (data.kind === 'list') lists.set(data.file, new LineIndex(new TextDecoder().decode(data.bytes)))
  else postMessage(answer(data))
})
