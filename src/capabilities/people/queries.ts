// What may be asked about people: one sealed value at a time, and counts.
import { Refused, refuse, refuseField } from '../../kernel/refusal.ts'
import { worksInVillage } from '../../kernel/role.ts'
import { answer } from '../../platform/server/capability.ts'
import { smallestFigure } from '../../platform/server/installation.ts'
import { journal } from '../../platform/server/running/journal.ts'
import type { Vault } from '../../platform/server/vault.ts'
import {
  type Counts,
  countPeople,
  type Move,
  type RevealField,
  revealFields,
  revealPerson,
} from './asking.ts'
import { ageBands, bandOf, type Cell, type SaidCell, saidAbove } from './counting.ts'
import type { HouseholdSecret } from './household.ts'
import type { PersonSecret } from './person.ts'
import { alarms, secondsToReveal } from './reveal-rules.ts'
import { type At, type Counted, moveStore, personStore } from './store.ts'
import { householdStore } from './store-household.ts'
import { raiseAlarm, revealsLately } from './store-reveals.ts'

type Looking = At & { vault: Vault }
const unknown = () => new Refused([refuseField('subject', 'people.not-on-record')])

async function revealed(at: Looking, subject: string, field: RevealField): Promise<unknown> {
  const { vault, tx, district, place } = at
  const owner = { district, place, subject }
  if (field === 'kk') {
    const household = (await householdStore(at).stored([subject])).get(subject)
    if (!household) throw unknown()
    return (await vault.open<HouseholdSecret>(tx, owner, household.sealed))?.kk ?? null
  }
  const person = (await personStore(at).stored([subject])).get(subject)
  if (!person) throw unknown()
  if (field === 'moves') return movesOf(at, subject)
  const secret = person.sealed ? await vault.open<PersonSecret>(tx, owner, person.sealed) : null
  return secret?.[field] ?? null
}

async function movesOf(at: Looking, subject: string): Promise<Move[]> {
  const { vault, tx, district, place } = at
  const moves: Move[] = []
  for (const { kind, day, sealed } of await moveStore(at).of(subject)) {
    const opened = await vault.open<{ reason: string }>(tx, { district, place, subject }, sealed)
    moves.push({ kind, day, reason: opened?.reason ?? '' })
  }
  return moves
}

/** Slows down whoever opens one after the other, and tells of it. */
async function pace(at: Looking, account: string): Promise<void> {
  const { count, since } = await revealsLately(at, account)
  const seconds = secondsToReveal(count, since)
  if (seconds > 0)
    throw Object.assign(new Refused([refuse('people.reveals-wait', { seconds })]), { statusCode: 429 })
  if (!alarms(count + 1)) return
  journal.warn('many-reveals', { account, place: at.place, count: count + 1 })
  await raiseAlarm(at, account, count + 1)
}

const reveal = answer(revealPerson, async ({ input, roles, viewed, actor, ...at }) => {
  const { subject, field, purpose } = input
  if (!revealFields[field].some((role) => roles.includes(role)))
    throw new Refused([refuseField('field', 'people.may-not-see')])
  if (actor) await pace(at, actor.account)
  const value = await revealed(at, subject, field)
  viewed(`reveal:${field}:${purpose}`, [subject])
  return { field, value }
})

function grouped(counted: readonly Counted[], keyOf: (of: Counted) => string | null): Cell[] {
  const sums = new Map<string | null, number>()
  for (const each of counted) sums.set(keyOf(each), (sums.get(keyOf(each)) ?? 0) + each.count)
  return [...sums]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => String(a.key).localeCompare(String(b.key)))
}

const exact = (cells: readonly Cell[]): SaidCell[] =>
  cells.map(({ key, count }) => ({ key, count: String(count) }))

const counts = answer(countPeople, async ({ roles, today, ...at }): Promise<Counts> => {
  const counted = await personStore(at).forCounting()
  const byBand = grouped(counted, ({ birthYear }) => bandOf(birthYear, today))
  const lists = {
    bySex: grouped(counted, ({ sex }) => sex),
    byAge: ageBands.map((band) => ({ key: band, count: byBand.find(({ key }) => key === band)?.count ?? 0 })),
    byPoverty: grouped(counted, ({ poor }) => (poor ? 'poor' : 'not-poor')),
  }
  const residents = counted.reduce((sum, { count }) => sum + count, 0)
  const totals = { residents, ...(await personStore(at).households()) }
  // Who works in the village has the list itself. Above it an RT is told of by nobody: a few dozen families who know each other.
  const here = worksInVillage(roles)
  const told = here
    ? {
        total: (of: keyof typeof totals) => String(totals[of]),
        list: (of: keyof typeof lists) => exact(lists[of]),
      }
    : saidAbove(totals, lists, smallestFigure())
  return {
    ...{ residents: told.total('residents'), households: told.total('households') },
    ...{ poorHouseholds: told.total('poorHouseholds'), bySex: told.list('bySex'), byAge: told.list('byAge') },
    byPoverty: told.list('byPoverty'),
    byLocalPlace: here ? exact(grouped(counted, ({ localPlace }) => localPlace)) : [],
  }
})

export const peopleQueries = [reveal, counts]
