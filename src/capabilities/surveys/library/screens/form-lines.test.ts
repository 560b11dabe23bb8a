// Which forms a village is offered for a survey.
import { describe, expect, test } from 'vitest'
import type { FormLine } from '../form.ts'
import { asksHouseholds, choosable, missingFiles, newestOf, versionsOf } from './form-lines.ts'

const line = (id: string, given: Partial<FormLine> = {}): FormLine => ({
  ...{ id, formId: id, version: '1', title: id, place: '34.71.04.1002', shipped: false, retired: false },
  ...{ about: {}, used: false, fileName: 'a.xlsx', hasWorkbook: true, languages: [''], warnings: 0 },
  ...{ files: [], createdAt: '2012-11-22T00:00:00Z' },
  ...given,
})
const own = line('own')
const bkkbn = line('bkkbn', { place: 'ID', shipped: true, about: { kinds: ['poor_families'] } })

describe('forms to choose from', () => {
  test('for a survey of a kind those that were declared for it, for the village’s own survey all, what it brought first', () => {
    expect(choosable([own, bkkbn], 'poor_families')).toEqual([bkkbn])
    expect(choosable([own, bkkbn], null)).toEqual([own, bkkbn])
  })

  test('only the newest version is offered, and 10 is newer than 9', () => {
    const versions = ['9', '10', '2'].map((version) => line(`v${version}`, { formId: 'one', version }))
    expect(newestOf(versions).map((each) => each.version)).toEqual(['10'])
    expect(versionsOf(versions, versions[0] as FormLine).map((each) => each.version)).toEqual([
      '10',
      '9',
      '2',
    ])
  })

  test('a retired form gives way to an older one that still holds, and one that lacks a file waits', () => {
    const older = line('a', { formId: 'one' })
    const retired = line('b', { formId: 'one', version: '2', retired: true })
    const lacking = line('c', { files: [{ name: 'desa.csv', there: false, registry: false }] })
    expect(choosable([older, retired, lacking], null)).toEqual([older])
    expect(missingFiles(lacking)).toEqual(['desa.csv'])
  })

  test('what the registry fills is not missing, and tells that households are asked', () => {
    const household = line('h', { files: [{ name: 'keluarga.csv', there: false, registry: true }] })
    expect(missingFiles(household)).toEqual([])
    expect(asksHouseholds(household)).toBe(true)
    expect(asksHouseholds(own)).toBe(false)
  })
})
