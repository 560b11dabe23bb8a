// What ODK's engine makes of compiled forms: the meaning, not the letters.
import { expect, test } from 'vitest'
import { answer, answerAt, opened, optionsAt } from './engine.testing.ts'

test('a province narrows the list of cities', async () => {
  const { root } = await opened(`
    | survey |
    | | type | name | label | choice_filter |
    | | select_one prov | prov | Provinsi | |
    | | select_one kota | kota | Kota | prov = \${prov} |
    | choices | list_name | name | label | prov |
    | | prov | jabar | Jawa Barat | |
    | | prov | jateng | Jawa Tengah | |
    | | kota | bandung | Bandung | jabar |
    | | kota | solo | Solo | jateng |`)
  expect(optionsAt(root, '/data/kota')).toEqual([])
  answer(root, '/data/prov', 'jateng')
  expect(optionsAt(root, '/data/kota')).toEqual(['solo'])
  answer(root, '/data/kota', 'solo')
  expect(answerAt(root, '/data/kota')).toBe('solo')
})
