// The entities sheet (ODK entities 2024.1; in repeats and several at once 2025.1): what a submission makes of a list.

import { placesOf, type Wish } from './entity-places.ts'
import { asText, compileExpression } from './expressions.ts'
import type { Place, Report } from './faults/faults.ts'
import type { EntityPlan } from './form.ts'
import type { Instances } from './instances.ts'
import type { Compiler } from './logic.ts'
import { nameFault } from './names.ts'
import type { Row, Table } from './table.ts'
import { madeNode, nodesOf, type SurveyNode } from './tree.ts'
import { limits } from './workbook.ts'
import { readXPath } from './xpath/read.ts'

function datasetFault(name: string): string {
  if (name === '') return 'dataset-missing'
  if (name.startsWith('__')) return 'dataset-reserved'
  return name.includes('.') || nameFault(name, limits.nameLength) ? 'dataset-name' : ''
}

function repeatOf(row: Row, compiler: Compiler): SurveyNode | null | 'fault' {
  const text = row.text('repeat')
  if (text === '') return null
  const place = row.at('repeat')
  const name = /^\$\{([^{}]+)\}$/.exec(text)?.[1]?.trim()
  if (!name) {
    compiler.report.fault('entity-repeat-written', place, text)
    return 'fault'
  }
  const node = compiler.scope.find(name, place, compiler.report)
  if (!node) return 'fault'
  if (node.kind !== 'repeat') {
    compiler.report.fault('entity-repeat-kind', place, text)
    return 'fault'
  }
  return node
}

/** Faults about which columns are filled in together. */
function checkColumns(row: Row, compiler: Compiler): void {
  const [id, create, update] = [row.has('entity_id'), row.has('create_if'), row.has('update_if')]
  if (update && !id) compiler.report.fault('entity-id-missing', row.at('entity_id'))
  if (id && create && !update) compiler.report.fault('entity-update-missing', row.at('update_if'))
  if (!id && !row.has('label')) compiler.report.fault('entity-label-missing', row.at('label'))
}

class Calculations {
  readonly found: Record<string, string> = {}
  identified: readonly SurveyNode[] = []
  readonly #row: Row
  readonly #container: SurveyNode
  readonly #compiler: Compiler

  constructor(row: Row, container: SurveyNode, compiler: Compiler) {
    this.#row = row
    this.#container = container
    this.#compiler = compiler
  }

  /** Where the attribute or label stands, for paths: …/meta/entity/label. */
  #context(name: string): SurveyNode {
    const meta = madeNode(this.#container, 'meta', 'text', this.#row, {})
    return madeNode(madeNode(meta, 'entity', 'text', this.#row, {}), name, 'text', this.#row, {})
  }

  add(name: string, key: string, predicate = false): string {
    if (!this.#row.has(key)) return ''
    const place: Place = this.#row.at(key)
    const where = { context: this.#context(name), place, predicate }
    const { scope, known, report } = this.#compiler
    const written = this.#row.text(key)
    const text = key === 'label' ? asText(written, place, report) : written
    const compiled = compileExpression(text, where, scope, known, report)
    const xpath = compiled?.xpath ?? ''
    if (name === '@id') this.identified = compiled?.sources ?? []
    if (!predicate && xpath !== '') this.found[name] = xpath
    return xpath
  }
}

/** Functions that only sum up what stands in a repeat: they do not draw the entity into it. */
const summing = new Set([
  'count',
  'count-non-empty',
  'sum',
  'min',
  'max',
  'join',
  'position',
  'indexed-repeat',
])

/** Questions that an entity looks at. What cannot be read is told when it is compiled. */
function readBy(row: Row, { scope }: Compiler): SurveyNode[] {
  return ['label', 'entity_id', 'create_if', 'update_if'].flatMap((key) => {
    try {
      const { references } = readXPath(row.text(key))
      const read = references.filter(({ call }) => !summing.has(call))
      return read.flatMap(({ name }) => scope.called(name))
    } catch {
      return []
    }
  })
}

function wishOf(row: Row, compiler: Compiler): Wish | null {
  const dataset = row.text('dataset')
  const fault = datasetFault(dataset)
  if (fault) compiler.report.fault(fault, row.at('dataset'), dataset)
  checkColumns(row, compiler)
  const repeat = repeatOf(row, compiler)
  if (fault || repeat === 'fault') return null
  return { row, dataset, repeat, saved: new Map(), read: readBy(row, compiler) }
}

function planOf(
  { row, dataset, saved }: Wish,
  container: SurveyNode,
  compiler: Compiler,
  instances: Instances,
): EntityPlan {
  if (row.has('entity_id')) instances.csv(dataset)
  const calculations = new Calculations(row, container, compiler)
  calculations.add('@create', 'create_if')
  calculations.add('@update', 'update_if')
  calculations.add('@id', 'entity_id')
  calculations.add('label', 'label')
  const wanted = calculations.add('@baseVersion', 'entity_id', true)
  if (wanted !== '') {
    const item = `instance('${dataset}')/root/item[name=${wanted}]`
    calculations.found['@baseVersion'] = `${item}/__version`
    calculations.found['@trunkVersion'] = `${item}/__trunkVersion`
    calculations.found['@branchId'] = `${item}/__branchId`
  }
  return {
    dataset,
    row,
    container,
    creates: row.has('create_if') || (!row.has('update_if') && !row.has('entity_id')),
    updates: row.has('update_if') || row.has('entity_id'),
    calculations: calculations.found,
    identified: calculations.identified,
    freshId: row.has('create_if') || !row.has('entity_id'),
    properties: saved,
  }
}

/** The repeat that an entity is told to stand in, or that all it looks at stands in. */
const repeatFor = (wish: Wish): SurveyNode | null => wish.repeat ?? wish.read[0]?.repeat ?? null

/** The entity a save_to cell means: 'name', or 'list#name' when several lists are written. */
function wishFor(
  node: SurveyNode,
  text: string,
  wishes: readonly Wish[],
  compiler: Compiler,
): [Wish, string] | null {
  const place = node.row.at('save_to')
  if (wishes.length === 0 || node.kind !== 'question') {
    compiler.report.fault(wishes.length === 0 ? 'save-to-without-entity' : 'save-to-group', place, text)
    return null
  }
  const [first = '', second] = text.split('#').map((part) => part.trim())
  const property = second ?? first
  const candidates = second === undefined ? wishes : wishes.filter((wish) => wish.dataset === first)
  if (candidates.length === 1 && candidates[0]) return [candidates[0], property]
  const names = wishes.map((wish) => wish.dataset)
  if (candidates.length === 0) {
    const near = compiler.report.suggest(first, names)
    compiler.report.fault('save-to-list', place, text, {
      lists: names.join(', '),
      ...near,
    })
    return null
  }
  const here = candidates.filter((wish) => repeatFor(wish) === node.repeat)
  if (here.length === 1 && here[0]) return [here[0], property]
  compiler.report.fault('save-to-ambiguous', place, text, { lists: names.join(', ') })
  return null
}

function propertyFault(property: string): string {
  if (/^(name|label)$/i.test(property) || property.startsWith('__')) return 'save-to-reserved'
  return nameFault(property, limits.nameLength) ? 'save-to-name' : ''
}

function saveTo(node: SurveyNode, wishes: readonly Wish[], compiler: Compiler): void {
  const text = node.row.text('save_to')
  const place = node.row.at('save_to')
  const found = wishFor(node, text, wishes, compiler)
  if (!found) return
  const [wish, property] = found
  const fault = propertyFault(property)
  if (fault) {
    compiler.report.fault(fault, place, property)
    return
  }
  const taken = wish.saved.get(property)
  if (taken) compiler.report.fault('save-to-twice', place, property, { other: taken.row.row })
  wish.saved.set(property, node)
}

/** What each line of a repeat saves, the entity of each line holds; what the form saves, that of the form. */
function checkSaved({ container, properties }: EntityPlan, report: Report): void {
  const repeat = container.kind === 'repeat' ? container : container.repeat
  for (const node of properties.values()) {
    if (node.repeat === repeat) continue
    const facts = { repeat: repeat?.name ?? '' }
    report.fault('save-to-outside', node.row.at('save_to'), node.row.text('save_to'), facts)
  }
}

/** Reads the sheet and the save_to column; one place can hold only one entity. */
export function entitiesOf(table: Table | undefined, compiler: Compiler, instances: Instances): EntityPlan[] {
  const { scope, report } = compiler
  const wishes = (table?.rows ?? []).flatMap((row) => wishOf(row, compiler) ?? [])
  for (const node of nodesOf(scope.root)) {
    if (node.row.has('save_to') && (table === undefined || wishes.length > 0)) saveTo(node, wishes, compiler)
  }
  const places = placesOf(wishes, scope.root, report)
  // An entity without a place was refused; what it says is still compiled, so that all its faults are told at once.
  return wishes.map((wish) => {
    const plan = planOf(wish, places.get(wish) ?? wish.repeat ?? scope.root, compiler, instances)
    if (places.has(wish)) checkSaved(plan, report)
    return plan
  })
}
