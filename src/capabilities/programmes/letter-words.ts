// What the texts of a letter kind may leave open: `{village}` is filled in when a letter is written.

/** Known of every letter. */
export const letterPlaceholders = ['village', 'programme'] as const
/** Known only where the kind names the meeting and the decision that the letter rests on. */
export const basisPlaceholders = ['meeting', 'held_on', 'attendance', 'decision', 'minutes'] as const

export type LetterWords = Record<(typeof letterPlaceholders)[number], string>
export type BasisWords = Record<(typeof basisPlaceholders)[number], string>

export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')
