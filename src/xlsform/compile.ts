// XLSForm → XForm: a workbook goes in; the XForm and its model come out, or every mistake with its place and mend.

import { checkCycles } from './cycles.ts'
import { checkDefault } from './defaults.ts'
import { entitiesOf } from './entities.ts'
import { expand } from './expand.ts'
import { asText, compileExpression } from './expressions.ts'
import { newReport, type Report } from './faults/faults.ts'
import type { Form, ItemSet } from './form.ts'
import { addFile, Instances } from './instances.ts'
import { knownOf } from './known.ts'
import { languagesOf } from './languages.ts'
import { fileOf, indexedOf, inlineMost, setBeside } from './lists/beside.ts'
import { besideSetOf, itemSetOf } from './lists/item-sets.ts'
import { addLists, type Lists } from './lists/lists.ts'
import { type Compiler, type Logic, logicOf } from './logic.ts'
import type { Fault, FormModel } from './model.ts'
import { modelOf } from './model-of.ts'
import { isNumberOfSomebody, meantType } from './names.ts'
import { checkPassed, leaveOutUnfit } from './passed.ts'
import { privacyOf } from './privacy.ts'
import { Scope } from './references.ts'
import { type CompileOptions, type Settings, settingsOf } from './settings.ts'
import { type Tables, tablesOf } from './sheets.ts'
import { nodesOf, type SurveyNode, treeOf } from './tree.ts'
import { limits, type Workbook } from './workbook.ts'
import { writeXForm } from './write-xform.ts'

export type MadeFile = { name: string; text: string }
export type Compilation =
  /** `made`: the files that became of long lists. */
  | { ok: true; xform: string; model: FormModel; made: readonly MadeFile[]; warnings: Fault[] }
  | { ok: false; faults: Fault[]; warnings: Fault[] }

function listsOf(tables: Tables, settings: Settings, report: Report): Lists {
  const lists: Lists = new Map()
  for (const kind of ['choices', 'external_choices'] as const) {
    const table = tables[kind]
    if (table) addLists(lists, table, settings.allowChoiceDuplicates, report)
  }
  return lists
}

/** Files are known before any expression is read, because an expression may read them by instance('id'). */
function filesOf(root: SurveyNode, datasets: readonly string[], instances: Instances, report: Report): void {
  for (const node of nodesOf(root)) {
    if (node.type?.from === 'file') addFile(node, instances, report)
    if (node.kind !== 'instance') continue
    const kind = node.format === 'csv' ? 'file-csv' : 'file'
    instances.add(
      node.name,
      `jr://${kind}/${node.name}.${node.format}`,
      `${node.name}.${node.format}`,
      node,
      'name',
    )
  }
  for (const dataset of datasets) if (dataset !== '') instances.csv(dataset)
}

/** Rules of single rows that need more than the row: what is missing or cannot go together. */
function checkRow(node: SurveyNode, logic: Logic, report: Report): void {
  const { row } = node
  const type = node.type?.type
  if (type === 'calculate' && !row.has('calculation') && !row.has('default')) {
    report.fault('calculation-missing', row.at('calculation'), node.name)
  }
  if (node.kind !== 'question' && logic.xpath.required !== undefined) {
    report.warn('section-required', row.at('required'), node.name)
  }
  if (node.kind !== 'question' && node.kind !== 'instance' && node.children.length === 0) {
    report.warn('section-empty', row.at('type'), node.name)
  }
  if (row.has('repeat_count') && node.kind !== 'repeat')
    report.warn('count-without-repeat', row.at('repeat_count'), node.name)
  if (/\bsearch\s*\(/.test(node.appearance))
    report.warn('search-collect-only', row.at('appearance'), node.name)
  if (row.has('choice_filter') && !node.type?.list && !logic.parameters.has('reference-geometry'))
    report.warn('filter-without-list', row.at('choice_filter'), node.name)
  checkNumber(node, report)
  checkLabel(node, report)
}

function checkNumber({ type, name, row }: SurveyNode, report: Report): void {
  const label = row.words('label')
  if (type?.type !== 'integer' && type?.type !== 'decimal') return
  if (meantType({ type: type.type, name, label }) === 'text')
    report.warn('number-as-text', row.at('type'), name)
  else if (isNumberOfSomebody(name, label)) report.warn('number-of-somebody', row.at('type'), name)
}

function checkTrigger({ type, row, name }: SurveyNode, logic: Logic, report: Report): void {
  if (type?.metadata === 'background-geopoint' && logic.triggers.length === 0)
    report.fault('trigger-missing', row.at('trigger'), name)
}

function checkLabel(node: SurveyNode, report: Report): void {
  const silent = ['calculate', 'hidden', 'metadata'].includes(node.type?.type ?? '')
  if (node.kind !== 'question' || silent || node.row.has('calculation') || node.row.has('trigger')) return
  const shown = ['label', 'hint', 'image', 'big-image', 'audio', 'video'].some(
    (key) => Object.keys(node.row.words(key)).length > 0,
  )
  if (!shown) report.warn('label-missing', node.row.at('label'), node.name)
}

function unusedLists(lists: Lists, report: Report): void {
  for (const list of lists.values()) {
    if (!list.used)
      report.warn('list-unused', { sheet: list.sheet, row: list.row, column: 'list_name' }, list.name)
  }
}

function formOf(tables: Tables, settings: Settings, listsAbove: number, report: Report): Form | null {
  const table = tables.survey
  if (!table) return null
  checkPassed(tables, settings, report)
  const languages = languagesOf(tables, settings, report)
  const lists = listsOf(tables, settings, report)
  const root = treeOf(table, settings.root, report)
  leaveOutUnfit(root, report)
  expand(root, languages, lists, report)
  const instances = new Instances(lists, report)
  const updated = (tables.entities?.rows ?? [])
    .filter((row) => row.has('entity_id'))
    .map((row) => row.text('dataset'))
  filesOf(root, updated, instances, report)
  const scope = new Scope(root)
  setBeside(lists, { root, scope, languages, report }, listsAbove)
  const compiler: Compiler = {
    scope,
    known: knownOf(root, lists, instances, languages, settings),
    report,
  }
  const logic = new Map<SurveyNode, Logic>()
  const itemSets = new Map<SurveyNode, ItemSet>()
  for (const node of nodesOf(root)) {
    const own = logicOf(node, compiler)
    logic.set(node, own)
    const set = (node.type?.list ? itemSetOf : besideSetOf)(node, own, lists, compiler)
    if (set) itemSets.set(node, set)
    checkRow(node, own, report)
    checkTrigger(node, own, report)
    checkDefault(node, own, lists, report)
  }
  const entities = entitiesOf(tables.entities, compiler, instances)
  const instanceName = nameOf(settings, root, compiler)
  unusedLists(lists, report)
  checkCycles(root, logic, report)
  return {
    settings,
    languages,
    root,
    lists,
    scope: compiler.scope,
    known: compiler.known,
    report,
    logic,
    itemSets,
    // Texts are read when they are written, and may still ask for what was last sent.
    get instances() {
      return [...instances.found.values()]
    },
    entities,
    instanceName,
  }
}

function nameOf(settings: Settings, root: SurveyNode, compiler: Compiler): string {
  if (settings.instanceName === '' || !settings.row) return ''
  const { scope, known, report } = compiler
  const where = { context: root, place: settings.row.at('instance_name') }
  const text = asText(settings.instanceName, where.place, report)
  return compileExpression(text, where, scope, known, report)?.xpath ?? ''
}

/**
 * Compiles an XLSForm to an ODK XForm 1.0.0. It never throws: whatever the workbook holds, mistakes come back as faults
 * with sheet, row (as Excel counts) and column; what was forgiven or looks unwise comes back as warnings.
 */
export function compile(workbook: Workbook, options: CompileOptions = {}): Compilation {
  const report = newReport()
  const tables = tablesOf(workbook, report)
  const settings = settingsOf(tables.settings, options, report)
  const form = formOf(tables, settings, options.listsAbove ?? inlineMost, report)
  const { faults, warnings } = report
  if (!form) return { ok: false, faults, warnings }
  const { xform, media } = writeXForm(form)
  // Nobody reads on behind so many faults.
  const privacies = faults.length < limits.faults ? privacyOf(form, report) : new Map()
  if (faults.length > 0) return { ok: false, faults, warnings }
  const made = [...form.lists.values()].flatMap((list) =>
    list.file === '' ? [] : [{ name: list.file, text: fileOf(list, form.languages) }],
  )
  const model = modelOf(form, privacies, media, indexedOf(form, xform, report))
  return { ok: true, xform, model, made, warnings }
}
