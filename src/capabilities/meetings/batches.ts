// A training is given in batches (angkatan) by the number of participants.

/** How many batches: participants / largest batch, rounded up. Refuses nothing; both are at least 1. */
export const batchCount = (participants: number, perBatch: number): number =>
  Math.ceil(participants / perBatch)

/** How many people in each batch: as even as can be, the first ones larger by at most one. */
export function batchSizes(participants: number, perBatch: number): number[] {
  const batches = batchCount(participants, perBatch)
  const each = Math.floor(participants / batches)
  const more = participants % batches
  return Array.from({ length: batches }, (_, i) => each + (i < more ? 1 : 0))
}
