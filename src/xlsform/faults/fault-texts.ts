// What each mistake means and how to mend it, in Indonesian and English. Words in {braces} are the fault's facts, and
// {found}, {row}, {column} its place; a sentence after || is only said when its facts are there.

import type { Fault } from '../model.ts'
import { expressionTexts } from './fault-expression-texts.ts'
import { listTexts } from './fault-list-texts.ts'
import { sheetTexts } from './fault-sheet-texts.ts'
import { surveyTexts } from './fault-survey-texts.ts'

export type Tongue = 'id' | 'en'

const all: Readonly<Record<string, readonly [string, string]>> = {
  ...sheetTexts,
  ...surveyTexts,
  ...listTexts,
  ...expressionTexts,
}

/** Every code with a sentence; a test holds them against the codes that the compiler can give. */
export const faultCodes: readonly string[] = Object.keys(all)

function fill(sentence: string, facts: Readonly<Record<string, string | number | null>>): string | null {
  let complete = true
  const text = sentence.replace(/(?<!\$)\{([a-z]+)\}/gi, (_, name: string) => {
    const value = facts[name]
    if (value === undefined || value === null || value === '') complete = false
    return String(value ?? '')
  })
  return complete ? text : null
}

/** The place of a fault, as people find it in Excel: 'survey, baris 12, kolom relevant'. */
export function faultPlace(fault: Fault, tongue: Tongue): string {
  const [row, column] = tongue === 'id' ? ['baris', 'kolom'] : ['row', 'column']
  const parts = [
    fault.sheet,
    fault.row === null ? '' : `${row} ${fault.row}`,
    fault.column === null ? '' : `${column} ${fault.column}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** One sentence on what is wrong and one on the mend; a code without a sentence says itself. */
export function faultSentence(fault: Fault, tongue: Tongue): string {
  const pair = Object.hasOwn(all, fault.code) ? all[fault.code] : undefined
  if (!pair) return `${fault.code}: ${fault.found}`
  const facts = {
    ...fault.facts,
    found: fault.found,
    row: fault.row,
    column: fault.column,
    sheet: fault.sheet,
  }
  const [first = '', ...rest] = pair[tongue === 'id' ? 0 : 1].split('||').map((part) => part.trim())
  const always = fill(first, facts) ?? first.replace(/\s*[“"]?\{[a-z]+\}[”"]?/gi, '')
  return [always, ...rest.map((part) => fill(part, facts))]
    .filter((part) => part !== null && part !== '')
    .join(' ')
}
