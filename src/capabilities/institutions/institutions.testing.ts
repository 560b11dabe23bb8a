// Institutions as tests speak of them: a kelurahan that has taken up P2KP.
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import { works } from './apply.ts'
import type { NewInstitution } from './institution.ts'
import type { TieInstitutions } from './tie.ts'

export const village = '34.71.04.1001'
export const today = daysFromToday(0)
export const doer = { by: '', on: today }

export const institution = (given: Partial<NewInstitution> = {}): NewInstitution => ({
  ...{
    id: newId(),
    name: 'Karang Taruna Bina Muda',
    otherNames: [],
    kind: 'youth',
    legal: 'none',
    legalNote: '',
  },
  ...{ reach: 'village', localPlaces: [], since: 1998, services: '', assets: '', meets: 'monthly' },
  ...{ women: 10, men: 12, poor: 5, potentials: '', constraints: '', importance: 4, closeness: 3 },
  ...{ origin: null, different: false },
  ...given,
})

export const tie = (
  from: string,
  to: string | null,
  given: Partial<TieInstitutions> = {},
): TieInstitutions => ({
  ...{
    id: newId(),
    from,
    to,
    outside: to === null ? 'Dinas Sosial' : '',
    flows: ['information'],
    strength: 3,
  },
  ...{ way: 'both', bond: 'bridging', note: '' },
  ...given,
})

/** Rows after work, as both sides keep them. */
export const after = (rows: readonly Change[], changes: readonly Change[]): Change[] => [...rows, ...changes]

/** A village with these institutions on its register. */
export function withInstitutions(...names: string[]) {
  const input = { institutions: names.map((name) => institution({ name })) }
  const rows = works.register(viewOf(village, []), input)
  return { ids: input.institutions.map(({ id }) => id), rows, view: viewOf(village, rows) }
}
