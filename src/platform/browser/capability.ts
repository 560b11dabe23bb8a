// What a capability brings to the field app, in two pieces. The manifest is loaded with the app and holds only where things are; the
// part holds what its commands do and is loaded when one of them is made or waits. Lists of manifests live only in apps/.
import type { ComponentType } from 'react'
import type { Dated, Figure, Teller, Waiting } from '../../kernel/entries.ts'
import type { FactGiver } from '../../kernel/facts.ts'
import type { Role } from '../../kernel/role.ts'
import type { Text } from '../../kernel/text.ts'
import type { Applies } from './local/view.ts'

export type ScreenProps = { place: string; params: Readonly<Record<string, string>> }

export type Screen = {
  /** Below /d/:place for a screen about a place (`meetings/:id`), from the root for others (`/akun`). */
  path: string
  about: 'place' | 'account' | 'anybody'
  /** For an office: kept on a device when it is first opened there with signal. All others are kept when the app is installed. */
  desk?: true
  load: () => Promise<{ default: ComponentType<ScreenProps> }>
}

/** An entry in the menu of a place. */
/** `also`: paths of its own beside it, on which it is shown as the one where one is. */
export type PlaceTab = {
  path: string
  also?: readonly string[]
  label: Text
  icon: string
  order: number
  roles: readonly Role[]
}

/** A page about an area above villages, whose code follows its path; the query it shows, and who may ask that: a test holds both. */
export type AreaPage = { path: string; label: Text; icon: string; asks: string; roles: readonly Role[] }

/** Lists that belong to no capability (kernel/entries.ts). Each is fetched when it is shown, so it costs the first load its name. */
export type Entries = {
  waits?: () => Promise<{ waits: Teller<Waiting> }>
  calendar?: () => Promise<{ calendar: Teller<Dated> }>
  report?: () => Promise<{ report: Teller<Figure> }>
}

/**
 * Where a gate's link leads: a path below the place; the commands that are given there, each of which carries the gate on; and who
 * may give one of them. A test holds the roles to those of the commands.
 */
export type GateLink = { path: string; does: readonly string[]; roles: readonly Role[] }

export type Manifest = Entries & {
  /** Its folder, and the first word of its commands and collections. */
  name: string
  /** Missing where the capability has no commands. */
  part?: () => Promise<{ part: Part }>
  screens: readonly Screen[]
  tabs?: readonly PlaceTab[]
  areas?: readonly AreaPage[]
  /** By what a gate's link says: `meetings/new`. */
  links?: Readonly<Record<string, GateLink>>
}

/** What a form is about: the collection, and whether it can still be given for this row. A draft of one that cannot is swept. */
export type FormAbout = { of: string; fits: (row: never) => boolean }

export type Part = {
  applies?: Applies
  /** The facts it gives to gates, counted anew over the local copy while commands of it wait. */
  facts?: FactGiver
  /** Forms about a record that can end, by the name of their drafts. */
  forms?: Readonly<Record<string, FormAbout>>
  /** A command's name as people say it, for the outbox screen. */
  titles: Readonly<Record<string, Text>>
}
