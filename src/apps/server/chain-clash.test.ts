// What is wrong with the house itself is never told a phone as its own mistake: the command waits, and is sent again.
import { expect, test } from 'vitest'
import { planMeeting } from '../../capabilities/meetings/commands.ts'
import { plan } from '../../capabilities/meetings/meetings.testing.ts'
import { meetingsServer } from '../../capabilities/meetings/server.ts'
import { peopleServer } from '../../capabilities/people/server.ts'
import { placesWithoutNation } from '../../capabilities/places/regions.testing.ts'
import { programmesServer } from '../../capabilities/programmes/server.ts'
import { newId } from '../../kernel/id.ts'
import { isChainClash } from '../../platform/server/intake-faults.ts'
import { testHouse } from './village.testing.ts'

test('a command that meets a number of the chain which is taken is answered 503, and goes in once that is mended', async () => {
  const house = await testHouse([placesWithoutNation, programmesServer, peopleServer, meetingsServer])
  try {
    const village = house.village()
    const facilitator = village.as('facilitator')
    expect((await facilitator.give(planMeeting, plan({ title: 'Rembug awal' }))).status).toBe(200)
    const { pool } = house.database
    // As after a node was lost in the middle: the head stands where it stood before.
    const kept = await pool.query('delete from platform.head where village_code = $1 returning *', [
      village.place,
    ])
    const id = newId()
    const second = plan({ title: 'Rembug lanjutan' })
    const sent = await facilitator.give(planMeeting, second, { id })
    expect([sent.status, sent.body.errors?.map(({ code }) => code)]).toEqual([503, ['platform.unavailable']])
    const head = kept.rows[0] as Record<string, unknown>
    await pool.query(
      'insert into platform.head (district_code, village_code, seq, hash) values ($1, $2, $3, $4)',
      [...[head.district_code, head.village_code, head.seq, head.hash]],
    )
    expect((await facilitator.give(planMeeting, second, { id })).status).toBe(200)
  } finally {
    await house.close()
  }
})

test('the keys of the chain are known by name, also with the number of a shard; those of records are not among them', () => {
  const clash = (message: string) => isChainClash({ code: '23505', message: `duplicate key … "${message}"` })
  expect(isChainClash({ code: '23505', constraint: 'log_pkey', message: '' })).toBe(true)
  expect(['log_once_102013', 'head_pkey_102077', 'feed_pkey'].map(clash)).toEqual([true, true, true])
  expect(['meeting_by_code_102020', 'attempt_log_pkey2', 'enrolment_pkey'].map(clash)).toEqual([
    false,
    false,
    false,
  ])
  expect(isChainClash({ code: '23503', constraint: 'log_pkey' })).toBe(false)
})
