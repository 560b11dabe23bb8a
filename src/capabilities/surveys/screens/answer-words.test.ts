// Answers as a reviewer reads them.
import { describe, expect, test } from 'vitest'
import type { Question } from '../../../xlsform/model.ts'
import { answerText, labelIn, plainPath, type Speaking, spokenFor } from './answer-words.ts'

const speaking: Speaking = {
  ...{ language: 'id', spoken: 'Bahasa Indonesia (id)', yes: 'Ya' },
  accuracy: (metres) => `± ${metres} m`,
  points: (count) => `${count} titik`,
}
const question = (type: Question['type'], list: string | null = null) => ({ type, list }) as Question
const model = {
  lists: {
    roofs: [
      {
        name: 'zinc',
        label: { 'Bahasa Indonesia (id)': 'Seng', 'English (en)': 'Zinc' },
        media: {},
        extra: {},
      },
    ],
  },
}
const told = (value: unknown, type: Question['type'], list: string | null = null) =>
  answerText(value, question(type, list), model, speaking)

describe('an answer in words', () => {
  test('a choice is said by its label, one that the list lost by its name', () => {
    expect(told('zinc', 'select_one', 'roofs')).toBe('Seng')
    expect(told(['zinc', 'straw'], 'select_multiple', 'roofs')).toBe('Seng, straw')
  })
  test('numbers, days, points and ticks are written as people write them', () => {
    expect(told(1500000, 'integer')).toBe('1.500.000')
    expect(told(12.5, 'decimal')).toBe('12,5')
    expect(told('1987-03-09', 'date')).toBe('9 Maret 1987')
    expect(told({ lat: -7.79, lon: 110.37, alt: 110, acc: 4.2 }, 'geopoint')).toBe(
      '-7.79000, 110.37000 (± 5 m)',
    )
    expect(
      told(
        [
          { lat: 1, lon: 2 },
          { lat: 1, lon: 3 },
        ],
        'geotrace',
      ),
    ).toBe('2 titik')
    expect(told(true, 'acknowledge')).toBe('Ya')
  })
  test('no answer says nothing, and a card number keeps every digit', () => {
    expect(told(null, 'text')).toBe('')
    expect(told(undefined, 'integer')).toBe('')
    expect(told('3471040101800000', 'text')).toBe('3471040101800000')
  })
  test('the form speaks the language of the screen when it can', () => {
    const languages = ['English (en)', 'Bahasa Indonesia (id)']
    expect(spokenFor({ languages, defaultLanguage: 'English (en)' }, 'id')).toBe('Bahasa Indonesia (id)')
    expect(spokenFor({ languages: ['Jawa'], defaultLanguage: 'Jawa' }, 'id')).toBe('Jawa')
    expect(labelIn({ Jawa: 'Asma' }, 'English (en)')).toBe('Asma')
  })
  test('a doubt about the second member finds its question', () => {
    expect(plainPath('/data/member[2]/age', '/data')).toBe('member/age')
    expect(plainPath('member[2]/age', '/data')).toBe('member/age')
  })
})
