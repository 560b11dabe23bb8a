import { Buffer } from 'node:buffer'
import { afterEach, describe, expect, test } from 'vitest'
import { bareMessage, faultFields } from './faults.ts'
import { journal, lineForEyes, openJournal } from './journal.ts'

const lines: string[] = []
const to = { write: (line: string) => void lines.push(line) }
afterEach(() => void lines.splice(0))
const begin = (level: 'info' | 'warn' = 'info') => openJournal({ level, form: 'json', addresses: false }, to)

/** A value that somebody typed, as it turns up in the messages of others. */
const typed = 'Siti Aminah 3471054501900001'

describe('the journal', () => {
  test('is one line of JSON an event, whatever stands in its values', () => {
    begin()
    journal.info('request', { route: '/api/x', said: 'one\ntwo\u001b[31m\u2028three' })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.match(/\n/g)).toHaveLength(1)
    expect(JSON.parse(lines[0] as string)).toMatchObject({ level: 'info', event: 'request', route: '/api/x' })
  })

  test('for eyes neither breaks a line nor repaints the terminal', () => {
    begin()
    journal.warn('x', { said: 'one\ntwo\u001b[31m\u009b2Jthree' })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not come out
    expect(lineForEyes(lines[0] as string)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
  })

  test('is quiet below its level', () => {
    begin('warn')
    journal.info('request')
    expect(journal.telling).toBe(false)
    expect(lines).toEqual([])
  })
})

describe('an error in the journal', () => {
  const errors: [string, () => unknown][] = [
    ['a parser that repeats what it read', () => JSON.parse(`{"name": ${typed}`)],
    ['a parser of an address', () => decodeURIComponent(`%${typed}`)],
    ['an error of the database', () => pgError(`invalid input syntax for type uuid: "${typed}"`, '22P02')],
    [
      'an error of the database without a code of its own',
      () => fail(new Error(`Key (nik)=(${typed}) exists`)),
    ],
    ['an encoding that somebody named', () => Buffer.from('x').toString(typed as 'utf8')],
    ['a cause below the error', () => fail(new Error('outside', { cause: pgError(typed, '23505') }))],
    ['an error thrown as a text', () => fail(typed)],
  ]
  test.each(errors)('%s: nothing that was typed is written, the place in the code is', (_name, work) => {
    let caught: unknown
    try {
      const made = work()
      if (made instanceof Error) caught = made
    } catch (error) {
      caught = error
    }
    expect(caught).toBeDefined()
    begin()
    journal.error('failed', caught)
    expect(lines).toHaveLength(1)
    for (const word of ['Siti', 'Aminah', '3471054501900001']) expect(lines[0]).not.toContain(word)
  })

  test('keeps what helps to mend it: kind, code, table, place in the code', () => {
    const error = Object.assign(pgError(typed, '23505'), { table: 'person', constraint: 'person_by_nik' })
    const told = faultFields(error)
    expect(told).toMatchObject({ code: '23505', table: 'person', constraint: 'person_by_nik' })
    expect(told.frames?.[0]).toContain('journal.test.ts')
    expect(faultFields(new TypeError('x is not a function')).message).toBe('x is not a function')
  })

  test('a message ends where it begins to quote or to name, and loses long numbers', () => {
    expect(bareMessage('no place 34.71.05.1001 here')).toBe('no place 34.71.05.# here')
    expect(bareMessage('a "b" c "d" e')).toBe('a …')
    expect(bareMessage('Invalid time zone specified: Siti')).toBe('Invalid time zone specified…')
    expect(bareMessage('open "quote to the end')).toBe('open …')
    expect(bareMessage('Key (nik)=(3471) already')).toBe('Key …')
  })
})

function fail(error: unknown): never {
  throw error
}

function pgError(message: string, code: string): Error {
  return Object.assign(new Error(message), { code, detail: `Failing row contains (${typed})` })
}
