// What comes in, and what is decided about it: the words that taking in and storing share.
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Actor, Changes } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import type { Vault } from '../../../platform/server/vault.ts'
import type { Instance } from './instance.ts'
import type { KnownEdition, KnownSurvey } from './store-known.ts'

/** A file that came: `stored` when its bytes are synced to the disk, else it is announced and comes by itself. */
export type Arrived = {
  id: string
  name: string
  mediaType: string
  bytes: number
  /** Keyed by the vault. */
  sha256: string
  stored: boolean
}

export type Incoming = {
  instance: Instance
  xml: string
  /** Of its bytes, keyed by the vault: the same again is no new one. */
  digest: Buffer
  /** Key of the form version whose model read it. */
  form: string
  source: 'rembug' | 'openrosa'
  device: string
  /** Key of a registered device, whose right to send is asked once more under the lock. */
  registered: string | null
  actor: Actor
  /** A command names its submission and survey; the door of OpenRosa finds them. */
  submission: string | null
  survey: string | null
  household: string | null
  files: readonly Arrived[]
  changes: Changes
}

export type Outcome =
  | { status: 'new' | 'edited'; submission: string; survey: string; form: string; seq: number }
  /** The same bytes again; `seq` when files came with it that were missing. */
  | { status: 'again'; submission: string; survey: string; form: string; seq: number | null }
  | { status: 'refused'; refusals: readonly Refusal[] }

export type At = { tx: Tx; district: string; place: string; vault: Vault; now: Date; today: Day }

export type Decision =
  | { does: 'add'; item: Incoming; submission: string; survey: KnownSurvey }
  | { does: 'edit'; item: Incoming; before: KnownEdition; survey: KnownSurvey }
  | { does: 'again'; item: Incoming; before: KnownEdition; survey: KnownSurvey | undefined }
  | { does: 'refuse'; refusals: readonly Refusal[] }
