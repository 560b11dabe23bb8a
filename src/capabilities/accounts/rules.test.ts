import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covers } from '../../kernel/place-code.ts'
import { type AgencyKind, type Holding, type Role, roles } from '../../kernel/role.ts'
import { mayBeOfAgency } from './agency-rules.ts'
import { type Attempts, afterFailure, limits, waitSeconds } from './attempt.ts'
import { codeDigest, newCode, plainCode, showCode } from './code.ts'
import { costFor, fieldCost, testCost } from './hashing.ts'
import { isCommon, isUserName, normalPhone, whyNotPassword } from './password.ts'
import { isWeakPin } from './pin.ts'
import { whoMayHelp, whoMayInvite } from './roles.ts'
import {
  heldAt,
  mayGive,
  secondFactorState,
  twoFactorRoles,
  whyNotEnd,
  whyNotGive,
  whyNotHandOver,
  whyNotManage,
} from './rules.ts'

const village = '34.71.04.1001'
const at = (role: Role, place: string): Holding[] => [{ role, place }]

describe('who may invite whom', () => {
  it('a facilitator builds up the village and never an officer', () => {
    expect(mayGive(at('facilitator', village), village)).toEqual([
      'volunteer',
      'teller',
      'facilitator',
      'board-member',
      'board-secretary',
      'unit-manager',
      'group-officer',
    ])
    for (const role of [
      'village-head',
      'admin',
      'city-officer',
      'district-officer',
      'auditor',
      'national-officer',
    ] as const)
      expect(whyNotGive(at('facilitator', village), role, village, null)).not.toEqual([])
  })

  it('nobody but the nation and an administrator makes their own equal above the village', () => {
    for (const role of twoFactorRoles.filter((each) => each !== 'admin' && each !== 'national-officer'))
      expect(whoMayInvite[role] ?? [], role).not.toContain(role)
    expect(whoMayInvite['national-officer']).not.toContain('admin')
  })

  it('a role is given only where it is held: no village head of a province, no admin of a village', () => {
    expect(whyNotGive(at('admin', 'ID'), 'village-head', '34', null)).toMatchObject([
      { code: 'accounts.role-not-at-this-level' },
    ])
    expect(whyNotGive(at('admin', 'ID'), 'admin', village, null)).toMatchObject([
      { code: 'accounts.role-not-at-this-level' },
    ])
  })

  it('no chain of invitations climbs: what one may give never reaches above oneself', () => {
    const climb = (from: Role): Set<Role> => {
      const reached = new Set<Role>([from])
      for (const role of reached) for (const next of whoMayInvite[role] ?? []) reached.add(next)
      return reached
    }
    for (const from of ['facilitator', 'village-head', 'board-secretary', 'district-officer'] as const)
      for (const above of twoFactorRoles)
        if (above !== from) expect([...climb(from)], from).not.toContain(above)
    expect([...climb('city-officer')]).not.toContain('province-officer')
    expect([...climb('city-officer')]).not.toContain('admin')
  })

  it('whoever may help may also invite, and a facilitator cannot become the village head who acknowledges', () => {
    for (const [role, helped] of Object.entries(whoMayHelp))
      for (const each of helped) expect(whoMayInvite[role as Role]).toContain(each)
    expect(whoMayHelp.facilitator).not.toContain('village-head')
    expect(whoMayHelp['city-officer']).not.toContain('auditor')
  })
})

const kinds = ['social-agency', 'planning-agency'] as const
const agencyOf = (kind: AgencyKind) => ({ id: kind, kind, name: kind })
const aPlace = fc.constantFrom(
  'ID',
  '34',
  '34.7',
  '34.71',
  '34.71.04',
  village,
  '34.71.04.1002',
  '34.72',
  '34.72.01.1001',
)
const aHolding: fc.Arbitrary<Holding> = fc
  .record({ role: fc.constantFrom(...roles), place: aPlace, kind: fc.constantFrom(null, ...kinds) })
  .map(({ kind, ...held }) => ({ ...held, agency: kind && agencyOf(kind) }))

/** What a role lets its holder see, independent of the rules: every village at or below its place, with the programmes of its task. */
const seenBy = ({ place, agency }: Holding): string[] =>
  ['34.71.04.1001', '34.71.04.1002', '34.71.05.1001', '34.72.01.1001', '35.01.01.1001']
    .filter((each) => covers(place, each))
    .flatMap((each) =>
      [null, ...kinds].flatMap((kind) =>
        !agency || kind === null || kind === agency.kind ? [`${each} ${kind}`] : [],
      ),
    )
const sees = (actor: readonly Holding[], target: Holding) => {
  const seen = new Set(actor.flatMap(seenBy))
  return seenBy(target).every((each) => seen.has(each))
}

describe('who has power over whom', () => {
  it('for every role, level and agency: whoever gives, ends, resets, closes or hands on reaches all of it already', () => {
    let given = 0
    fc.assert(
      fc.property(fc.array(aHolding, { minLength: 1, maxLength: 3 }), aHolding, (actor, target) => {
        const named = target.agency ? { ...target.agency, place: 'ID', until: null } : null
        const handed = { from: 'a', to: 'b', leaves: false }
        const yes = [
          whyNotGive(actor, target.role, target.place, named),
          whyNotEnd(actor, target, false),
          whyNotManage(whoMayHelp, actor, [target], 'ID'),
          whyNotManage(whoMayInvite, actor, [target], 'ID'),
          ...(target.role === 'facilitator'
            ? [whyNotHandOver({ account: 'c', holdings: actor }, target, handed, target.place)]
            : []),
        ].filter((refusals) => refusals.length === 0)
        given += yes.length
        if (yes.length > 0) expect(sees(actor, target)).toBe(true)
        const bound = actor.every(({ agency }) => agency)
        if (bound) expect(mayGive(actor, target.place).every(mayBeOfAgency)).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(given).toBeGreaterThan(100)
  })

  it('nobody hands a village of another to himself', () => {
    const officer = { account: 'c', holdings: at('city-officer', '34.71') }
    const [giving] = at('facilitator', village)
    const handed = { from: 'a', to: 'c', leaves: true }
    expect(whyNotHandOver(officer, giving, handed, village)).toMatchObject([
      { code: 'accounts.not-to-yourself', field: 'to' },
    ])
  })
})

describe('who may act on a whole account', () => {
  it('only somebody who is above every single role of the person, wherever it is held', () => {
    fc.assert(
      fc.property(
        fc.array(aHolding, { maxLength: 4 }),
        fc.array(aHolding, { minLength: 1, maxLength: 4 }),
        aPlace,
        (actor, target, place) => {
          const allowed = whyNotManage(whoMayHelp, actor, target, place).length === 0
          const above = target.every((held) =>
            actor.some(
              (own) =>
                covers(own.place, held.place) &&
                whoMayHelp[own.role]?.includes(held.role) &&
                (!own.agency || own.agency.kind === held.agency?.kind),
            ),
          )
          expect(allowed).toBe(above && target.some((held) => covers(place, held.place)))
        },
      ),
    )
  })

  it('34.7 is not above 34.71: whole segments only', () => {
    const officer: Holding[] = [{ role: 'city-officer', place: '34.7' }]
    expect(whyNotManage(whoMayHelp, officer, [{ role: 'volunteer', place: village }], '34.7')).not.toEqual([])
  })
})

describe('the second factor of officers', () => {
  const began = new Date('2012-11-01T00:00:00Z')
  const held = [{ role: 'city-officer' as const, place: '34.71', since: began }]
  it('is owed seven days after the role began, and not before', () => {
    expect(secondFactorState(false, held, null, new Date('2012-11-07T23:59:59Z'))).toMatchObject({
      required: true,
      overdue: false,
    })
    expect(secondFactorState(false, held, null, new Date('2012-11-08T00:00:00Z'))).toMatchObject({
      overdue: true,
    })
    expect(secondFactorState(true, held, null, new Date('2013-01-01T00:00:00Z'))).toMatchObject({
      overdue: false,
      dueAt: null,
    })
  })
  it('is owed by nobody who works in one village', () => {
    for (const role of roles.filter(
      (each) => heldAt[each].includes('village') && !twoFactorRoles.includes(each),
    ))
      expect(
        secondFactorState(false, [{ role, place: village, since: began }], null, new Date()).required,
      ).toBe(false)
  })
})

describe('passwords', () => {
  it.each([
    'rahasia123',
    'Indonesia1945',
    'bismillah2026',
    'bismillah',
    '1234567890',
    '0987654321',
    'aaaaaaaaaaaa',
    'qwertyuiop',
    'password123!',
    'sayangsayang',
    'PNPM-2012-PNPM',
    '17081945170845',
    '081234567890',
    '3471040101900001',
    'abababababab',
    'Rembug 2026!!',
  ])('%s is refused', (password) => {
    expect(whyNotPassword(password)).not.toEqual([])
  })
  it.each([goodOne(), 'sawah biru tiga kambing', 'Pak RT suka jagung', 'xK9#mQ2$vL7p'])(
    '%s will do',
    (password) => {
      expect(whyNotPassword(password, { user: 'siti.aminah' })).toEqual([])
    },
  )
  it('may not hold the user name or the phone number', () => {
    expect(whyNotPassword('kebun-SITI.aminah-9', { user: 'siti.aminah' })).toMatchObject([
      { code: 'accounts.password-has-name' },
    ])
    expect(whyNotPassword('kebun-81234567890-ok', { phone: '+6281234567890' })).toMatchObject([
      { code: 'accounts.password-has-name' },
    ])
  })
  it('counts letters, not bytes, and never crashes', () => {
    expect(whyNotPassword('😀😀😀😀😀😀😀😀😀')).toMatchObject([{ code: 'accounts.password-short' }])
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void isCommon(text)))
  })
  it('the cheap hash is for tests only', () => {
    expect(costFor('test')).toBe(testCost)
    for (const name of [undefined, '', 'production', 'development', 'TEST'])
      expect(costFor(name)).toBe(fieldCost)
  })
})

function goodOne() {
  return 'kerbau-hujan-27-lesung'
}

describe('names and numbers', () => {
  it.each(['siti', 'a.b', 'pak-rt_04', 'x9y'])('%s is a user name', (name) =>
    expect(isUserName(name)).toBe(true),
  )
  it.each([
    'ab',
    'Siti',
    'sіti' /* Cyrillic і */,
    'siti ',
    '.siti',
    'siti.',
    '0812345678',
    'siti@x',
    'ﬁkri',
    'a'.repeat(33),
    '',
  ])('%s is none', (name) => expect(isUserName(name)).toBe(false))
  it('a phone number has one form', () => {
    for (const typed of ['081234567890', '+62 812 3456 7890', '62812-3456-7890', '(0812) 3456.7890'])
      expect(normalPhone(typed)).toBe('+6281234567890')
    for (const typed of ['12345', '+14155550100', '0000000000', 'siti', '0812345678901234', ''])
      expect(normalPhone(typed)).toBeNull()
  })
})

describe('a PIN', () => {
  it.each(['000000', '123456', '654321', '121212', '112112', '123123', '111222', '789012'])(
    '%s is refused',
    (pin) => expect(isWeakPin(pin)).toBe(true),
  )
  it.each(['428519', '739264', '190845', '645172'])('%s will do', (pin) => expect(isWeakPin(pin)).toBe(false))
})

describe('codes read aloud', () => {
  it('survive dashes, lower case and mistaken letters', async () => {
    const code = newCode(16)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(plainCode(showCode(code).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(code)
    expect(await codeDigest(` ${showCode(code)} `)).toBe(await codeDigest(code))
  })
})

describe('wrong tries', () => {
  it('slow down more and more, never longer than a quarter of an hour, and are forgotten', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(limits)),
        fc.integer({ min: 1, max: 80 }),
        (limit, tries) => {
          let state: Attempts | null = null
          let now = new Date('2012-11-21T00:00:00Z')
          let longest = 0
          for (let n = 1; n <= tries; n++) {
            state = afterFailure(state, limit, now)
            const wait = waitSeconds(state, now)
            expect(wait).toBeLessThanOrEqual(Math.min(900, limit.capSeconds))
            expect(wait).toBeGreaterThanOrEqual(longest)
            if (n <= limit.free) expect(wait).toBe(0)
            longest = wait
            now = new Date(now.getTime() + wait * 1000)
          }
          const later = new Date(now.getTime() + (limit.forgetSeconds + 1) * 1000)
          expect(afterFailure(state, limit, later).failures).toBe(1)
        },
      ),
    )
  })
  it('of strangers hold a name up for a minute at most', () =>
    expect(limits.name.capSeconds).toBeLessThanOrEqual(60))
})
