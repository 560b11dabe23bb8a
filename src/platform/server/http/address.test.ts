import { expect, test } from 'vitest'
import { countedAddress } from './address.ts'

test('a household counts as one address, however its address is spelled', () => {
  const spelled = ['2001:db8:0:1::5', '2001:0DB8:0000:0001:9:8:7:6', '2001:db8::1:0:0:0:9%eth0']
  expect(new Set(spelled.map(countedAddress))).toEqual(new Set(['2001:db8:0:1']))
  expect(countedAddress('2001:db8:0:2::5')).toBe('2001:db8:0:2')
  expect(countedAddress('::1')).toBe('0:0:0:0')
})

test('an old address counts whole, also where a server writes it in the new way', () => {
  expect(['203.0.113.9', '::ffff:203.0.113.9', '::FFFF:203.0.113.9'].map(countedAddress)).toEqual([
    ...['203.0.113.9', '203.0.113.9', '203.0.113.9'],
  ])
})
