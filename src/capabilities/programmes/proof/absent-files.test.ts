// A document that somebody attached on a phone, and that never came to the server, opens no gate.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../../apps/server/village.testing.ts'
import { fileCollection } from '../../../kernel/facts.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { fill } from '../../../kernel/text.ts'
import { type ExpectedFile, expectFiles, markStored } from '../../../platform/server/files.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { enrolled, surveysHouse } from '../../surveys/surveys.testing.ts'
import { tellFacts } from '../door.ts'
import { sign } from '../enrolment.ts'
import { ruleTexts } from '../rule-texts.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
  house.changedBehindLog = true
})
afterAll(() => house.close())

test('a gate that rests on a file is met when the file, or one like it, has come, and says until then what is away', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const enrolment = await enrolled(village)
  const [first, second] = [newId(), newId()]
  const [place, district] = [village.place, districtOf(village.place)]
  const scan = (id: string): ExpectedFile => ({
    ...{ id, kind: 'document', mediaType: 'image/jpeg', bytes: 1000, sha256: '0'.repeat(64) },
  })
  await inPlace(house.db, place, nobody, async (tx) => {
    const at = { tx, place, district, actor: facilitator.actor, now: new Date() }
    await expectFiles(at, { collection: 'meetings.meeting', id: newId() }, [scan(first), scan(second)])
    const records = [{ collection: fileCollection, id: first, or: [second] }]
    await tellFacts({ ...at, changes: { touch: () => undefined } }, 'meetings', enrolment, {
      'meeting.rkm.held': { value: true, records },
    })
  })
  const refusals = async () => {
    const given = await facilitator.give(sign, { enrolment, stage: 'readiness', as: 'submitted', note: '' })
    return (given.body.errors ?? []) as unknown as {
      code: string
      facts: { labelId: string; labelEn: string }
    }[]
  }
  const away = async () => (await refusals()).filter(({ code }) => code === 'programmes.gate-not-arrived')
  const [all, before] = [await refusals(), await away()]
  expect(before).toHaveLength(1)
  // Whoever reads it knows for which condition to look on which phone.
  const said = fill(ruleTexts['programmes.gate-not-arrived'], 'id', before[0]?.facts)
  expect(said).toContain('belum sampai di server: RKM sudah diselenggarakan.')
  await inPlace(house.db, place, nobody, (tx) => markStored(tx, district, place, second, new Date()))
  expect(await away()).toEqual([])
  // The gate itself is met then; the others still are not.
  expect(await refusals()).toHaveLength(all.length - 1)
})
