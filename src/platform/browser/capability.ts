// What a capability brings to the field app. Lists of capabilities live only in apps/.
import type { ComponentType } from 'react'
import type { FactGiver } from '../../kernel/facts.ts'
import type { Role } from '../../kernel/role.ts'
import type { Text } from '../../kernel/text.ts'
import type { Applies } from './local/view.ts'

export type ScreenProps = { place: string; params: Readonly<Record<string, string>> }

export type Screen = {
  /** Below /d/:place for a screen about a place (`meetings/:id`), from the root for others (`/akun`). */
  path: string
  about: 'place' | 'account' | 'anybody'
  load: () => Promise<{ default: ComponentType<ScreenProps> }>
}

/** An entry in the menu of a place. */
export type PlaceTab = { path: string; label: Text; icon: string; order: number; roles: readonly Role[] }

export type FieldCapability = {
  name: string
  applies?: Applies
  /** The facts it gives to gates, computed from the local copy. */
  facts?: FactGiver
  screens: readonly Screen[]
  tabs?: readonly PlaceTab[]
  /** A command's name as people say it, for the outbox screen. */
  commandTitles?: Readonly<Record<string, Text>>
}
