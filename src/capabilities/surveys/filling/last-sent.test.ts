// What was last sent fills in the next form of its kind, and nobody else's, nor after signing out.
import { expect, test } from 'vitest'
import { newDevice, openCopy } from '../../../platform/browser/local/device.testing.ts'
import { endSessionThings } from '../../../platform/browser/local/things.ts'
import { keepLastSent, lastSent, readsLastSent } from './last-sent.ts'

const [here, there] = ['34.71.04.1001', '34.71.04.1002']
const xform = '<instance id="__last-saved" src="jr://instance/last-saved"/>'
const form = { formId: 'rumah', xform }

test('it is kept for its village and its form, sealed, until its sender signs out', async () => {
  newDevice()
  const open = await openCopy()
  await keepLastSent(open, here, form, '<data><rt>03</rt></data>')
  expect(await lastSent(open, here, form)).toBe('<data><rt>03</rt></data>')
  expect(await lastSent(open, there, form)).toBeUndefined()
  expect(await lastSent(open, here, { ...form, formId: 'lain' })).toBeUndefined()
  expect(JSON.stringify(await open.store.meta.toArray())).not.toMatch(/rumah|1001|<rt>/)
  await endSessionThings(open)
  expect(await lastSent(open, here, form)).toBeUndefined()
})

test('of a form that does not read it nothing is kept', async () => {
  newDevice()
  const open = await openCopy()
  await keepLastSent(open, here, { formId: 'rumah', xform: '<instance/>' }, '<data/>')
  expect(await lastSent(open, here, form)).toBeUndefined()
  expect(readsLastSent(xform)).toContain('src="jr://file/last-saved.xml"')
})
