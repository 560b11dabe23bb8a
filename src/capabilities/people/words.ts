// The closed lists of this capability, as code words; their sentences are in texts.ts.

/** Why a person's NIK is not on record: BELUM_REKAM, TIDAK_DIKETAHUI, BAYI, TIDAK_DITUNJUKKAN. */
export const noNikReasons = ['not-recorded', 'unknown', 'baby', 'not-shown'] as const
export type NoNik = (typeof noNikReasons)[number]

/** Hubungan dengan kepala keluarga, as on the family card. */
export const relations = [
  'head',
  'spouse',
  'child',
  'child-in-law',
  'grandchild',
  'parent',
  'parent-in-law',
  'relative',
  'helper',
  'other',
] as const
export type Relation = (typeof relations)[number]

/** Who says that somebody is poor; without a source nobody is marked poor. */
export const poorSources = [
  'self-mapping',
  'community-criteria',
  'dtsen',
  'bps',
  'bkkbn',
  'letter',
  'unverified',
] as const
export type PoorSource = (typeof poorSources)[number]

/** Disability as in UU 8/2016 article 4, the senses apart. Of the specific kind: it never leaves the vault unasked. */
export const disabilities = ['physical', 'intellectual', 'mental', 'sight', 'hearing', 'speech'] as const
export type Disability = (typeof disabilities)[number]

/** Elements of the community (unsur) that programmes commonly ask for. A programme may name others. */
export const commonElements = [
  'rt',
  'rw',
  'hamlet',
  'village_government',
  'women',
  'youth',
  'elders',
  'disabled',
  'religious',
  'customary',
  'health_cadre',
  'education',
  'business',
  'farmers',
] as const

export const elementPattern = /^[a-z][a-z0-9_]{0,59}$/

export type Sex = 'female' | 'male'
/** here: lives in the village; gone are those who moved out or died; merged: a duplicate, see `mergedInto`. */
export type PersonState = 'here' | 'moved-out' | 'died' | 'merged'

/** What does not agree between a NIK and the person. It warns and never blocks: a NIK stays though data are mended. */
export type Doubt = 'birth' | 'sex' | 'region'
