import { expect, test } from 'vitest'
import { PagedList } from './paged-list.ts'

type Villages = { names: string[]; next: string | null }
const join = (before: Villages, page: Villages): Villages => ({
  ...page,
  names: [...before.names, ...page.names],
})

/** A server that answers when it is told to, page by page; `asked` says after what. */
function server(pages: readonly Villages[]) {
  const asked: (string | undefined)[] = []
  const waiting: ((broken?: boolean) => void)[] = []
  const list = new PagedList<Villages>((after) => {
    asked.push(after)
    const page = pages.find((_, at) => (pages[at - 1]?.next ?? undefined) === after) as Villages
    return new Promise((done, fail) => waiting.push((broken) => (broken ? fail('no line') : done(page))))
  }, join)
  const answer = async (broken?: boolean) => {
    waiting.shift()?.(broken)
    await new Promise((done) => setTimeout(done))
  }
  return { list, asked, answer }
}

const two: readonly Villages[] = [
  { names: ['Air Dingin', 'Batu Belah'], next: 'Batu Belah' },
  { names: ['Cikoneng'], next: null },
]

test('pages come one after the other, and after the last none is asked for', async () => {
  const { list, asked, answer } = server(two)
  void list.more()
  expect(list.state()).toEqual({ all: null, fault: null, busy: true })
  await answer()
  void list.more()
  await answer()
  expect(list.state().all).toEqual({ names: ['Air Dingin', 'Batu Belah', 'Cikoneng'], next: null })
  await list.more()
  expect(asked).toEqual([undefined, 'Batu Belah'])
})

test('two taps on "more" ask once and add once', async () => {
  const { list, asked, answer } = server(two)
  void list.more()
  await answer()
  void list.more()
  void list.more()
  await answer()
  await answer()
  expect(list.state().all?.names).toEqual(['Air Dingin', 'Batu Belah', 'Cikoneng'])
  expect(asked).toHaveLength(2)
})

test('a page that does not come leaves what is shown, and the next tap asks for it again', async () => {
  const { list, asked, answer } = server(two)
  void list.more()
  await answer()
  void list.more()
  await answer(true)
  expect(list.state()).toMatchObject({ all: { names: ['Air Dingin', 'Batu Belah'] }, fault: 'no line' })
  void list.more()
  await answer()
  expect(list.state()).toMatchObject({
    all: { names: ['Air Dingin', 'Batu Belah', 'Cikoneng'] },
    fault: null,
  })
  expect(asked).toEqual([undefined, 'Batu Belah', 'Batu Belah'])
})
