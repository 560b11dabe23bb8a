import { JSDOM } from 'jsdom'
import { act, createElement } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { FileField } from './FileField.tsx'
import { Form } from './Form.tsx'

afterEach(() => vi.unstubAllGlobals())

/** A form whose button is pressed while its picture is still made ready; gives how often it was sent once that ended so. */
async function sentAfter(end: (work: PromiseWithResolvers<unknown>) => void): Promise<number> {
  const { window } = new JSDOM('<div id="root"></div>')
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', window.document)
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const { createRoot } = await import('react-dom/client')
  const work = Promise.withResolvers<unknown>()
  const submit = vi.fn()
  const field = createElement(FileField, {
    ...{ name: 'scan', label: 'Pindaian', addLabel: 'Ambil foto', removeLabel: (name: string) => name },
    ...{ files: [], onAdd: () => work.promise, onRemove: () => undefined },
  })
  const root = createRoot(window.document.getElementById('root') as HTMLElement)
  const form = createElement(Form, { onSubmit: submit, children: field })
  await act(async () => root.render(form))
  const tell = (name: string, type: string) =>
    act(async () => {
      const event = new window.Event(type, { bubbles: true, cancelable: true })
      window.document.querySelector(name)?.dispatchEvent(event)
    })
  await tell('input', 'change')
  await tell('form', 'submit')
  expect(submit).not.toHaveBeenCalled()
  await act(async () => end(work))
  await act(async () => root.unmount())
  return submit.mock.calls.length
}

test('what is sent while a picture is made ready goes once it is there', async () => {
  expect(await sentAfter((work) => work.resolve(true))).toBe(1)
})

test('and stays open where the picture cannot be taken, so that the reason is read', async () => {
  expect(await sentAfter((work) => work.resolve(false))).toBe(0)
})
