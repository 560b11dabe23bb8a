// Finding a choice among thousands by a few letters.
import { type FormChoice, plainWords } from './nodes.ts'

export type Searchable<Of = FormChoice> = readonly { choice: Of; text: string }[]

/** Letters without accents and case, so that "Pôn" and "pon" are the same. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

export const searchable = (choices: readonly FormChoice[]): Searchable =>
  choices.map((choice) => ({ choice, text: plain(plainWords(choice.label) || choice.value) }))

/** Choices that hold every word; those that begin with what was typed come first, else in the order of the form. */
export function matches<Of>(list: Searchable<Of>, typed: string): Of[] {
  const wanted = plain(typed).trim()
  if (wanted === '') return list.map(({ choice }) => choice)
  const words = wanted.split(/\s+/)
  const found = list.filter(({ text }) => words.every((word) => text.includes(word)))
  const begins = found.filter(({ text }) => text.startsWith(wanted))
  return [...begins, ...found.filter(({ text }) => !text.startsWith(wanted))].map(({ choice }) => choice)
}
