// What people brings to the lists of a village: how many residents are on record.
import type { Figure, Teller } from '../../kernel/entries.ts'
import { filled } from '../../kernel/text.ts'
import { type HouseholdRow, householdCollection } from './household.ts'
import { type PersonRow, personCollection } from './person.ts'

export const report: Teller<Figure> = (view) => [
  {
    id: 'residents',
    label: ['Warga tercatat', 'Residents on record'],
    path: 'warga',
    value: view.all<PersonRow>(personCollection).filter(({ state }) => state === 'here').length,
    note: filled(['{homes} keluarga', '{homes} households'], {
      homes: view.all<HouseholdRow>(householdCollection).length,
    }),
  },
]
