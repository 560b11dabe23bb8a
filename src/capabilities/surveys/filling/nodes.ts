// The form as the XForms engine holds it while it is filled: just what our screens use of it, under our own names, so
// that plans and texts can be tested without the engine and a new version of it is met in one place.

/** A piece of a label, as the form's author marked it up. */
export type Markup =
  | { id: string; role: 'child'; value: string }
  | { id: string; role: 'parent'; elementName: string; children: readonly Markup[]; url?: string }
  | { id: string; role: 'line-break' }
  | { id: string; role: 'html'; unsafeHtml: string }

export type Words = {
  asString: string
  formatted: readonly Markup[]
  imageSource?: unknown
  audioSource?: unknown
  videoSource?: unknown
}

export type Violation = { condition: 'constraint' | 'required'; message: { asString: string } | null }

export type FormChoice = {
  value: string
  label: Words
  /** Columns of the choice beside name and label. */
  properties: readonly (readonly [string, string])[]
}

export type GeoPoint = {
  latitude: number
  longitude: number
  altitude: number | null
  accuracy: number | null
}

type Shared = {
  /** '/data/member[2]/name', with positions inside repeats. */
  reference: string
  readonly: boolean
  relevant: boolean
  required: boolean
  label: Words | null
  hint: Words | null
  /** What stands in the XML. */
  instanceValue?: string
}

type Base<Type extends string, State> = {
  nodeType: Type
  nodeId: string
  appearances: Readonly<Record<string, boolean>> | null
  currentState: Shared & State
  parent: unknown
}
type Value<Type extends string, State, Set> = Base<Type, State & { children: null }> & {
  valueType: string
  validationState: { violation: Violation | null }
  setValue: (value: Set) => unknown
}

export type InputNode = Value<'input', { value: unknown }, string | bigint | number | null> & {
  nodeOptions: {
    rows?: number | null
    accuracyThreshold?: number | null
    unacceptableAccuracyThreshold?: number | null
  } | null
}
export type NoteNode = Omit<Value<'note', { value: unknown }, never>, 'setValue'>
export type TriggerNode = Value<'trigger', { value: boolean }, boolean>
export type RangeNode = Value<'range', { value: bigint | number | null }, string | null> & {
  definition: { bounds: { start: bigint | number; end: bigint | number; step: bigint | number } }
}
export type SelectNode = Omit<
  Value<'select', { value: readonly string[]; valueOptions: readonly FormChoice[] }, never>,
  'setValue'
> & {
  selectType: 'select' | 'select1'
  getValueOption: (value: string) => FormChoice | null
  selectValues: (values: readonly string[]) => unknown
}
export type RankNode = Omit<
  Value<'rank', { value: readonly string[]; valueOptions: readonly FormChoice[] }, never>,
  'setValue'
> & { setValues: (values: readonly string[]) => unknown }
export type UploadNode = Value<'upload', { value: File | null; instanceValue: string }, File | null> & {
  nodeOptions: { media: { accept: string; type: string | null } }
  maxPixels: number | null
}
export type ModelNode = Omit<Value<'model-value', { value: unknown }, never>, 'setValue'>

interface Below {
  children: readonly FormNode[]
  hasRelevantBodyNodes?: boolean
}
export interface GroupNode extends Base<'group', Below> {}
export interface MemberNode extends Base<'repeat-instance', Below> {}
export type RepeatNode = Base<
  'repeat-range:uncontrolled' | 'repeat-range:controlled',
  { children: readonly MemberNode[]; hasRelevantBodyNodes?: boolean }
> & {
  addInstances?: (afterIndex?: number, count?: number) => unknown
  removeInstances?: (index: number, count?: number) => unknown
}

export type FormLanguage = { language: string; isDefault?: boolean }
export type RootNode = Base<
  'root',
  { children: readonly FormNode[]; activeLanguage: FormLanguage; hasRelevantBodyNodes?: boolean }
> & {
  languages: readonly FormLanguage[]
  setLanguage: (language: FormLanguage) => unknown
  validationState: {
    violations: readonly { nodeId: string; reference: string; violation: Violation }[]
  }
  instanceState: { instanceXML: string }
  prepareInstancePayload: () => Promise<{ status: string; data: readonly [FormData] }>
}

/** What a person answers, or reads as one. */
export type QuestionNode = InputNode | NoteNode | TriggerNode | RangeNode | SelectNode | RankNode | UploadNode
export type FormNode = QuestionNode | ModelNode | GroupNode | MemberNode | RepeatNode

const questionTypes: ReadonlySet<string> = new Set<QuestionNode['nodeType']>([
  'input',
  'note',
  'trigger',
  'range',
  'select',
  'rank',
  'upload',
])

export const isQuestion = (node: FormNode): node is QuestionNode => questionTypes.has(node.nodeType)
export const isRepeat = (node: FormNode): node is RepeatNode => node.nodeType.startsWith('repeat-range')
export const isGroup = (node: FormNode): node is GroupNode => node.nodeType === 'group'

export const has = (node: { appearances: Base<string, unknown>['appearances'] }, appearance: string) =>
  node.appearances?.[appearance] === true

/** What stands in the XML; '' when it is not answered. */
export function valueText(node: QuestionNode | ModelNode): string {
  const { currentState } = node
  if (currentState.instanceValue !== undefined) return currentState.instanceValue
  const { value } = currentState
  return value === null || value === undefined ? '' : String(value)
}

export const isAnswered = (node: QuestionNode): boolean => node.nodeType !== 'note' && valueText(node) !== ''

/** Words without their mark-up, where only plain text can stand. Cheap, because a list may hold thousands. */
export const plainWords = (words: Words | null): string =>
  (words?.asString ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/^#{1,6}\s+/, '')

export const labelOf = (node: { currentState: { label: Words | null } }): string =>
  plainWords(node.currentState.label)

/** The node of a reference, in a tree below `node`; undefined when it is not there (any more). */
export function nodeAt(node: FormNode | RootNode, reference: string): FormNode | undefined {
  for (const child of node.currentState.children ?? []) {
    const own = child.currentState.reference
    if (own === reference) return child
    const found = reference.startsWith(`${own}/`) || reference.startsWith(`${own}[`)
    const below = found ? nodeAt(child, reference) : undefined
    if (below) return below
  }
  return undefined
}
