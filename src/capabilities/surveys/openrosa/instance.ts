// What a submission says: its XML read once, into answers by their types. Open and personal answers part here.
// Shape: ODK XForms 1.0.0, OpenRosa metadata, ODK entities 2024.1 and 2025.1.
import type { FormModel, Question } from '../../../xlsform/model.ts'
import type { TakenEntity } from '../registry/entities.ts'
import type { Doubt } from '../submission.ts'
import { type Outline, outlineOf, type Spec } from './spec.ts'
import { type GeoPoint, meaning, point, type Value } from './values.ts'
import { attribute, child, type Element, parseXml, refusedXml, xmlText } from './xml-tree.ts'

/** Answers by path relative to the root, or to the repeat they stand in; a repeat is an array of such objects. */
export type Answers = { [path: string]: Value | readonly Answers[] }

export type Instance = {
  formId: string
  version: string
  /** meta/instanceID, "uuid:…", at most 249 characters. */
  instance: string
  /** meta/deprecatedID: the edition that this one takes the place of. */
  deprecated: string | null
  /** meta/instanceName, or ''. */
  name: string
  open: Answers
  /** Aligned with `open`; holds also what could not be read as its type, as it was written. */
  personal: Answers
  /** The first point of the form: latitude, longitude. */
  point: readonly [number, number] | null
  /** Names of the files that the answers speak of. */
  files: string[]
  entities: TakenEntity[]
  startedAt: Date | null
  endedAt: Date | null
  doubts: Doubt[]
}

const doubtsMost = 100
/** Members of one repeat that count: more than any household, group or list of a village has. The original keeps all. */
export const membersMost = 1000
/** Words of one answer whose list is a file, or open; of a list that the form has there are as many as its choices. */
export const wordsMost = 500
const instanceMost = 249
/** Names that phones give their files; what is longer, or cannot be written, is waited for by nobody. */
const fileName = /^[^\p{Cc}]{1,200}$/u
const namesMost = 200
const fileTypes: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file'])

type Scope = { open: Answers; personal: Answers; texts: Map<string, string>; around: Scope | null }

class Reading {
  readonly files = new Set<string>()
  readonly entities: TakenEntity[] = []
  readonly doubts: Doubt[] = []
  point: GeoPoint | null = null
  startedAt: Date | null = null
  endedAt: Date | null = null
  readonly #outline: Outline
  constructor(outline: Outline) {
    this.#outline = outline
  }

  doubt(path: string, code: string): void {
    if (this.doubts.length < doubtsMost) this.doubts.push({ path, code })
  }

  walk(element: Element, spec: Spec, scope: Scope): void {
    for (const node of element.children) {
      const next = spec.children.get(node.name)
      if (node.name === 'meta') this.#meta(node, `${spec.path}/meta`, next, scope)
      else if (!next) this.doubt(`${spec.path}/${node.name}`, 'surveys.doubt-unknown-question')
      else if (next.question) this.#answer(node, next, next.question, scope)
      else if (next.repeat) this.#repeat(node, next, scope)
      else this.walk(node, next, scope)
    }
  }

  #repeat(node: Element, spec: Spec, scope: Scope): void {
    // The pattern from which a phone makes new ones is no answer.
    if (attribute(node, 'template') !== undefined) return
    const inside: Scope = { open: {}, personal: {}, texts: new Map(), around: scope }
    const members = (side: 'open' | 'personal') => (scope[side][spec.key] as Answers[] | undefined) ?? []
    if (members('open').length >= membersMost) {
      this.doubt(spec.path, 'surveys.doubt-too-many')
      return
    }
    for (const side of ['open', 'personal'] as const) {
      const before = members(side)
      before.push(inside[side])
      scope[side][spec.key] = before
    }
    this.walk(node, spec, inside)
  }

  #answer(node: Element, spec: Spec, question: Question, scope: Scope): void {
    const { text } = node
    if (this.#outline.entities.size > 0) scope.texts.set(spec.path, text)
    if (text === '') return
    const { value: said, doubt } = meaning(question.type, text)
    if (doubt) this.doubt(spec.path, doubt)
    if (said === undefined) {
      // As it was written, where nobody takes it for a number or a day.
      if (doubt) scope.personal[spec.key] = text
      return
    }
    const value = this.#bounded(said, spec)
    if (spec.choices && !isAmong(spec.choices, said)) this.doubt(spec.path, 'surveys.doubt-choice')
    const side = question.privacy === 'open' ? scope.open : scope.personal
    side[spec.key] = value
    this.#notice(question, value)
  }

  /** Each word once, and no more than can be chosen: a table counts every one of them. */
  #bounded(value: Value, { path, choices }: Spec): Value {
    if (!isWords(value)) return value
    const once = [...new Set(value)]
    const most = choices?.size ?? wordsMost
    if (once.length < value.length || once.length > most) this.doubt(path, 'surveys.doubt-too-many')
    return once.slice(0, most)
  }

  #file(path: string, name: string): void {
    if (fileName.test(name) && this.files.size < namesMost) this.files.add(name)
    else this.doubt(path, 'surveys.doubt-file-name')
  }

  #notice(question: Question, value: Value): void {
    const { type, metadata, path } = question
    if (fileTypes.has(type) || metadata === 'audit') this.#file(path, String(value))
    else if (type === 'geopoint') this.point ??= value as GeoPoint
    else if (metadata === 'start') this.startedAt = instant(value)
    else if (metadata === 'end') this.endedAt = instant(value)
    else if (metadata === 'start-geopoint') this.point ??= point(String(value))
  }

  #meta(node: Element, path: string, spec: Spec | undefined, scope: Scope): void {
    for (const said of node.children) {
      const known = spec?.children.get(said.name)
      if (said.name === 'entity') this.#entity(said, `${path}/entity`, scope)
      else if (known?.question) this.#answer(said, known, known.question, scope)
      else if (said.name === 'audit' && said.text.trim() !== '') this.#file(`${path}/audit`, said.text.trim())
    }
  }

  #entity(node: Element, path: string, scope: Scope): void {
    const rule = this.#outline.entities.get(path)
    const yes = (name: string) => ['1', 'true', 'true()'].includes(attribute(node, name) ?? '')
    const action = yes('update') ? 'update' : yes('create') ? 'create' : null
    const id = (attribute(node, 'id') ?? '').replace(/^uuid:/, '')
    if (!rule || !action) return
    const whole = (name: string) =>
      /^\d{1,9}$/.test(attribute(node, name) ?? '') ? Number(attribute(node, name)) : null
    this.entities.push({
      dataset: attribute(node, 'dataset') ?? rule.dataset,
      id,
      action,
      label: child(node, 'label')?.text.trim() ?? '',
      baseVersion: whole('baseVersion'),
      trunkVersion: whole('trunkVersion'),
      branchId: attribute(node, 'branchId') || null,
      values: Object.fromEntries(
        Object.entries(rule.properties).flatMap(([name, from]) => {
          const text = textAt(scope, from)
          return text === undefined ? [] : [[name, text]]
        }),
      ),
    })
  }
}

/** What was written there, '' when it was emptied, undefined when the question was not asked. */
function textAt(scope: Scope | null, path: string): string | undefined {
  for (let at = scope; at; at = at.around) {
    const text = at.texts.get(path)
    if (text !== undefined) return text
  }
  return undefined
}

const isWords = (value: Value): value is readonly string[] =>
  Array.isArray(value) && typeof value[0] === 'string'

function isAmong(choices: ReadonlySet<string>, value: Value): boolean {
  return Array.isArray(value)
    ? value.every((each) => choices.has(each as string))
    : choices.has(String(value))
}

function instant(value: Value): Date | null {
  const at = new Date(String(value))
  const year = at.getUTCFullYear()
  return year >= 1900 && year <= 2200 ? at : null
}

/** Which form and version an instance is of, before its model is known. */
export function formOf(root: Element): { formId: string; version: string } {
  return { formId: attribute(root, 'id') ?? '', version: attribute(root, 'version') ?? '' }
}

/** Reads a tree by a form's model; refuses what `readInstance` refuses after the XML itself. */
export function readTree(root: Element, model: FormModel): Instance {
  const outline = outlineOf(model)
  const { formId, version } = formOf(root)
  if (root.name !== outline.rootName || formId !== model.formId)
    throw refusedXml('xml-other-form', { form: formId })
  if (version !== model.version) throw refusedXml('unknown-version', { version })
  const meta = child(root, 'meta')
  const metaText = (name: string) => (meta && child(meta, name)?.text.trim()) || ''
  const instance = metaText('instanceID')
  if (instance === '') throw refusedXml('no-instance-id')
  if (instance.length > instanceMost) throw refusedXml('xml-malformed')
  const reading = new Reading(outline)
  const scope: Scope = { open: {}, personal: {}, texts: new Map(), around: null }
  reading.walk(root, outline.root, scope)
  const { files, entities, startedAt, endedAt, doubts } = reading
  return {
    ...{ formId, version, instance, entities, startedAt, endedAt, doubts },
    deprecated: metaText('deprecatedID') || null,
    name: metaText('instanceName').slice(0, 500),
    open: scope.open,
    personal: scope.personal,
    point: reading.point && [reading.point.lat, reading.point.lon],
    files: [...files],
  }
}

/**
 * Reads a submission. Refuses XML with a document type, deeper than 30, larger than `xmlMost`, cut off, of another form or
 * version, or without an instanceID. All else that is odd becomes a doubt.
 */
export function readInstance(xml: string | Uint8Array, model: FormModel): Instance {
  return readTree(parseXml(xmlText(xml)), model)
}
