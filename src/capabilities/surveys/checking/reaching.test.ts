import { expect, test } from 'vitest'
import { reached } from './reaching.ts'

const said = <T>(value: T): PromiseSettledResult<T> => ({ status: 'fulfilled', value })
const failed = (reason: Error): PromiseSettledResult<never> => ({ status: 'rejected', reason })
const away = failed(Object.assign(new Error('lost'), { code: '08006' }))
const fault = failed(Object.assign(new Error('no such column'), { code: '42703' }))

test('while one server of a cluster is lost, what waits at the others is counted', () => {
  expect(reached([said(3), away, said(4)])).toEqual([3, 4])
  expect(reached([said(3)])).toEqual([3])
})

test('where no server answers, or one answers with a fault, nobody is told that nothing waits', () => {
  expect(() => reached([away, away])).toThrow('lost')
  expect(() => reached([said(3), fault])).toThrow('no such column')
  expect(() => reached([away, fault])).toThrow('no such column')
})
