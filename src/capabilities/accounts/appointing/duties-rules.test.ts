// Nobody comes to control others alone. Played through with the rules themselves: one person, as many accounts as they like to
// make, and every way in which a role is given, confirmed, reset, ended and given back, until nothing new comes of it.
import { describe, expect, test } from 'vitest'
import { covers, levelOf } from '../../../kernel/place-code.ts'
import {
  controllingRoles,
  type Holding,
  isControlling,
  type Role,
  roles,
  type Vouch,
} from '../../../kernel/role.ts'
import { controls, whoMayHelp } from '../roles.ts'
import {
  countsAtOnce,
  heldAt,
  isFromAbove,
  reaches,
  whyNotConfirm,
  whyNotEnd,
  whyNotGive,
  whyNotManage,
} from '../rules.ts'

const places = ['ID', '34', '34.71', '34.71.04', '34.71.04.1001', '34.71.04.1002', '34.72']
/** Every role at every place it is held at. */
const everywhere: Holding[] = roles.flatMap((role) =>
  places.filter((place) => heldAt[role].includes(levelOf(place))).map((place) => ({ role, place })),
)

type Account = { id: string; held: Holding; grantedBy: string | null }
const key = ({ role, place, vouch }: Holding) => `${role} ${place} ${vouch === null ? '' : 'yes'}`

/** Who gave an account a controlling role, and who gave one to them. Each is held by one role here. */
function lineOf(all: ReadonlyMap<string, Account>, id: string): string[] {
  const line: string[] = []
  for (let at = all.get(id); at?.grantedBy && isControlling(at.held.role); at = all.get(at.grantedBy))
    line.push(at.grantedBy)
  return line
}

const stands = (all: ReadonlyMap<string, Account>, actor: Account, other: Account): boolean =>
  whyNotConfirm(
    { account: actor.id, holdings: [actor.held] },
    { ...other.held, account: other.id, grantedBy: other.grantedBy, doubtedBy: null },
    lineOf(all, actor.id),
  ).length === 0

/** New accounts for all that one may give: up to three of each, so that one can stand for another. */
function appoint(all: Map<string, Account>, giver: Account): void {
  for (const target of everywhere) {
    const alike = [...all.values()].filter(
      ({ held }) => held.role === target.role && held.place === target.place,
    )
    if (alike.length >= 3 || alike.some(({ grantedBy }) => grantedBy === giver.id)) continue
    if (whyNotGive([giver.held], target.role, target.place, null).length > 0) continue
    const vouch: Vouch = countsAtOnce([giver.held], target, false) ? { by: giver.id } : null
    const id = `puppet ${all.size}`
    all.set(id, { id, held: { ...target, vouch }, grantedBy: giver.id })
  }
}

/** What one person has, after all that one of their accounts may do for another, over and over until nothing new comes of it. */
function closure(start: Holding): Account[] {
  const all = new Map<string, Account>([
    ['me', { id: 'me', held: { ...start, vouch: { by: 'somebody' } }, grantedBy: null }],
  ])
  for (let before = ''; before !== [...all.values()].map(({ held }) => key(held)).join(); ) {
    before = [...all.values()].map(({ held }) => key(held)).join()
    for (const giver of [...all.values()]) appoint(all, giver)
    const waiting = [...all.values()].filter(({ held }) => held.vouch === null)
    for (const other of waiting) {
      const by = [...all.values()].find((actor) => stands(all, actor, other))
      if (by) other.held.vouch = { by: by.id }
    }
  }
  return [...all.values()]
}

const controlled = (all: readonly Account[]) =>
  all.flatMap(({ id, held }) => (id !== 'me' && isControlling(held.role) && held.vouch ? [key(held)] : []))

describe('with any number of accounts of their own', () => {
  test.each(everywhere.map((start) => [key({ ...start, vouch: null }).trim(), start] as const))(
    '%s comes to no second role that controls anybody',
    (_, start) => {
      expect(controlled(closure(start))).toEqual([])
    },
  )

  test('and the play finds a way where there is one: a second officer, who comes from somebody else', () => {
    const officer = (role: Role, place: string) => ({ role, place, vouch: { by: 'x' } })
    const head = { role: 'village-head', place: '34.71.04.1001', vouch: null } as const
    const all = (friendBy: string) =>
      new Map<string, Account>([
        ['me', { id: 'me', held: officer('city-officer', '34.71'), grantedBy: null }],
        ['friend', { id: 'friend', held: officer('district-officer', '34.71.04'), grantedBy: friendBy }],
        ['head', { id: 'head', held: head, grantedBy: 'me' }],
      ])
    const confirms = (village: Map<string, Account>, id: string) =>
      stands(village, village.get(id) as Account, village.get('head') as Account)
    expect([confirms(all('me'), 'friend'), confirms(all('other'), 'friend')]).toEqual([false, true])
    expect(confirms(all('other'), 'me')).toBe(false)
  })
})

describe('over every role that acts, role that is given and place', () => {
  const pairs = everywhere.flatMap((own) => everywhere.map((target) => [own, target] as const))
  const may = {
    offer: (own: Holding, target: Holding) => whyNotGive([own], target.role, target.place, null).length === 0,
    confirm: (own: Holding, target: Holding) =>
      whyNotConfirm(
        { account: 'officer', holdings: [own] },
        { ...target, account: 'holder', grantedBy: 'first', doubtedBy: null },
        [],
      ).length === 0,
    end: (own: Holding, target: Holding) => whyNotEnd([own], target, false).length === 0,
    reset: (own: Holding, target: Holding) => whyNotManage(whoMayHelp, [own], [target], 'ID').length === 0,
  }
  const count = (what: keyof typeof may) => pairs.filter(([own, target]) => may[what](own, target)).length

  test('who may is neither nobody nor everybody', () => {
    for (const what of Object.keys(may) as (keyof typeof may)[])
      expect([what, count(what) > 50, count(what) < pairs.length / 3]).toEqual([what, true, true])
  })

  test('a controlling role is offered and confirmed only from above its place, at the nation only by its own', () => {
    for (const [own, target] of pairs) {
      if (!isControlling(target.role) || !(may.offer(own, target) || may.confirm(own, target))) continue
      expect(controls[target.role].by).toContain(own.role)
      expect(covers(own.place, target.place)).toBe(true)
      if (own.place === target.place) expect(own.place).toBe('ID')
      if (target.role === 'auditor') expect(['ID', '34']).toContain(own.place)
    }
  })

  test('what nobody has confirmed gives no power at all, and neither does what was suspended or only offered', () => {
    for (const [own, target] of pairs) {
      const unconfirmed = { ...own, vouch: null }
      if (!isControlling(own.role)) continue
      expect(reaches(whoMayHelp, [unconfirmed], target) || isFromAbove([unconfirmed], target)).toBe(false)
      expect(may.offer(unconfirmed, target) || may.confirm(unconfirmed, target)).toBe(false)
    }
  })

  test('every role can be offered, every one that controls be confirmed, by somebody else than who offered it', () => {
    for (const target of everywhere) {
      const able = everywhere.filter((own) => may.offer(own, target))
      expect([key(target), able.length > 0]).toEqual([key(target), true])
      if (isControlling(target.role)) expect(everywhere.some((own) => may.confirm(own, target))).toBe(true)
    }
  })

  test('no officer who controls is suspended, ended or reset by whom they control', () => {
    for (const [own, target] of pairs)
      if (isControlling(target.role) && (may.end(own, target) || may.reset(own, target)))
        expect(isControlling(own.role)).toBe(true)
  })
})

test('every controlling role says over what, by whom and after which source, and nobody appoints whom they are watched by', () => {
  for (const role of controllingRoles) {
    const { over, by, source } = controls[role]
    expect([over, source].every((text) => text.length > 20)).toBe(true)
    for (const giver of by) expect(controllingRoles as readonly Role[]).toContain(giver)
  }
  const auditor = { role: 'auditor', place: '34.71' } as const
  expect(isFromAbove([{ role: 'city-officer', place: '34.71' }], auditor)).toBe(false)
  expect(isFromAbove([{ role: 'admin', place: '34.71' }], { ...auditor, place: '34.71.04' })).toBe(false)
  expect(isFromAbove([{ role: 'province-officer', place: '34' }], auditor)).toBe(true)
  expect(isFromAbove([{ role: 'province-officer', place: '34' }], { ...auditor, place: '34' })).toBe(false)
})
