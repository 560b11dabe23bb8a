// Every answer that says no has one shape: a code, a sentence in the reader's language, and one entry
// per reason with the field it concerns.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../../kernel/refusal.ts'
import { fill, type Language, type Texts } from '../../../kernel/text.ts'

export type Problem = {
  code: string
  message: string
  errors: { code: string; message: string; field?: string; facts?: Record<string, string | number> }[]
}

export type Sentences = (refusal: Refusal, language: Language) => string

/** Looks sentences up in the merged catalogue; a missing one falls back to its code, and a house test forbids that. */
export function sentencesFrom(catalogue: Texts): Sentences {
  return (refusal, language) => {
    const text = catalogue[refusal.code]
    return text ? fill(text, language, refusal.facts) : refusal.code
  }
}

/** Indonesian unless the reader's browser or switch says English. */
export function languageOf(request: FastifyRequest): Language {
  const wished = String(request.headers['accept-language'] ?? 'id').toLowerCase()
  return wished.startsWith('en') ? 'en' : 'id'
}

export function problem(refusals: readonly Refusal[], language: Language, sentence: Sentences): Problem {
  const errors = refusals.map((refusal) => ({ ...refusal, message: sentence(refusal, language) }))
  return { code: errors[0]?.code ?? 'platform.failed', message: errors[0]?.message ?? '', errors }
}

export function sendProblem(
  reply: FastifyReply,
  status: number,
  refusals: readonly Refusal[],
  sentence: Sentences,
) {
  return reply.status(status).send(problem(refusals, languageOf(reply.request), sentence))
}
