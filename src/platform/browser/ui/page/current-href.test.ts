import { expect, test } from 'vitest'
import { currentHref } from './Navigation.tsx'

const items = [
  { href: '/d/1' },
  { href: '/d/1/fgd', also: ['/d/1/peringkat', '/d/1/bagan'] },
  { href: '/d/1/peta' },
]

test('where one is told by the longest address, and a record that is reached from a tab stands under it', () => {
  expect(currentHref(items, '/d/1')).toBe('/d/1')
  expect(currentHref(items, '/d/1/fgd/7/alur')).toBe('/d/1/fgd')
  expect(currentHref(items, '/d/1/peringkat/7')).toBe('/d/1/fgd')
  expect(currentHref(items, '/d/1/petak')).toBe('/d/1')
  expect(currentHref(items, '/masuk')).toBeUndefined()
})
