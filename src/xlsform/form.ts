// What the compiler knows of a form once its sheets are read; the writers of XForm and of the model read only this.
import type { Report } from './faults/faults.ts'
import type { Instance } from './instances.ts'
import type { Known } from './known.ts'
import type { Languages } from './languages.ts'
import type { Lists } from './lists/lists.ts'
import type { Logic } from './logic.ts'
import type { Scope } from './references.ts'
import type { Settings } from './settings.ts'
import type { Row } from './table.ts'
import type { SurveyNode } from './tree.ts'

/** Where the choices of a select come from. */
export type ItemSet = { nodeset: string; value: string; label: string; list: string; choices: string }
export type EntityPlan = {
  dataset: string
  row: Row
  /** The form or repeat (or group, of several) whose meta holds the entity. */
  container: SurveyNode
  creates: boolean
  updates: boolean
  /** XPath of attributes that are worked out: create, update, id, baseVersion, trunkVersion, branchId; and of the label. */
  calculations: Readonly<Record<string, string>>
  /** What its id is worked out from. */
  identified: readonly SurveyNode[]
  /** Whether a fresh id is set when the form (or the repeat) begins. */
  freshId: boolean
  /** Property -> question. */
  properties: Map<string, SurveyNode>
}
export type Form = {
  settings: Settings
  languages: Languages
  root: SurveyNode
  lists: Lists
  scope: Scope
  known: Known
  report: Report
  logic: ReadonlyMap<SurveyNode, Logic>
  itemSets: ReadonlyMap<SurveyNode, ItemSet>
  instances: readonly Instance[]
  entities: readonly EntityPlan[]
  instanceName: string
}
