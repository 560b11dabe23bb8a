// What came with submissions: the original XML of each edition, and files.
import { sql } from 'kysely'
import type { Vault } from '../../../platform/server/vault.ts'
import type { At } from './reading.ts'

export type Original = { submission: string; instance: string; seq: number; xml: string }
type Sealed = { submission: string; instance: string; seq: number; sealed: Buffer }

/** The editions of these submissions, opened, the oldest first. What was destroyed with its key is left out. */
export async function originalsOf(at: At, vault: Vault, submissions: readonly string[]): Promise<Original[]> {
  const { tx, district, place } = at
  const found =
    await sql<Sealed>`select submission_id as submission, instance, seq, xml as sealed from surveys.edition
    where district_code = ${district} and village_code = ${place} and submission_id = any(${[...submissions]}::uuid[])
    order by submission_id, seq, submitted_at`.execute(tx)
  const opened: Original[] = []
  // A submission may have several editions; each round opens one of each.
  for (let rest = found.rows; rest.length > 0; ) {
    const round = new Map<string, Sealed>()
    const later: Sealed[] = []
    for (const row of rest) {
      if (round.has(row.submission)) later.push(row)
      else round.set(row.submission, row)
    }
    const texts = await vault.openMany<string>(
      tx,
      district,
      place,
      new Map([...round].map(([submission, row]) => [submission, row.sealed])),
    )
    for (const [submission, { instance, seq }] of round) {
      const xml = texts.get(submission)
      if (xml !== undefined) opened.push({ submission, instance, seq, xml })
    }
    rest = later
  }
  return opened
}

export type Attached = { submission: string; name: string; file: string | null }

export async function attachedTo(at: At, submissions: readonly string[]): Promise<Attached[]> {
  const { tx, district, place } = at
  const found =
    await sql<Attached>`select submission_id as submission, name, file_id as file from surveys.attachment
    where district_code = ${district} and village_code = ${place} and submission_id = any(${[...submissions]}::uuid[])
    order by submission_id, name`.execute(tx)
  return found.rows
}
