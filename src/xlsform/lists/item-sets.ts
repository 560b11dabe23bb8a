// Where the choices of each select come from: a list of the form, a file, or the answers of a repeat.
import type { Place, Report } from '../faults/faults.ts'
import type { ItemSet } from '../form.ts'
import { type Compiler, filterOf, type Logic } from '../logic.ts'
import { onScale } from '../parameters.ts'
import { pathBetween } from '../references.ts'
import type { SurveyNode } from '../tree.ts'
import { type ChoiceList, checkSpaces, type Lists, listNamed } from './lists.ts'

const defaults: Readonly<Record<string, readonly [string, string]>> = {
  csv: ['name', 'label'],
  xml: ['name', 'label'],
  geojson: ['id', 'title'],
}

function fileSet(node: SurveyNode, logic: Logic, compiler: Compiler): ItemSet {
  const file = node.type?.list ?? ''
  const dot = file.lastIndexOf('.')
  const [value, label] = defaults[file.slice(dot + 1).toLowerCase()] ?? ['name', 'label']
  const filter = filterOf(node, logic, null, compiler)
  const nodeset = `instance('${file.slice(0, dot)}')/root/item${filter ? `[${filter}]` : ''}`
  const given = logic.parameters
  return {
    nodeset,
    value: given.get('value') ?? value,
    label: given.get('label') ?? label,
    list: file,
    choices: '',
  }
}

/** The engine looks through all lines of a repeat, wherever the question stands: those of the same line around are meant. */
function sameAround(node: SurveyNode, items: SurveyNode): string[] {
  const up = (from: SurveyNode, to: SurveyNode) =>
    Array(from.depth - to.depth)
      .fill('..')
      .join('/')
  const around: SurveyNode[] = []
  for (let each = items.repeat; each; each = each.repeat) around.push(each)
  const shared = around.filter((each) => node.path.startsWith(`${each.path}/`))
  return shared.map((each) => `position(${up(items, each)}) = position(current()/${up(node, each)})`)
}

function repeatSet(node: SurveyNode, logic: Logic, compiler: Compiler): ItemSet | null {
  const { scope, report } = compiler
  const place = node.row.at('type')
  const target = scope.find(node.type?.list ?? '', place, report)
  return target && linesSet(node, target, place, logic, compiler)
}

/** What was answered to a question in the lines of its repeat. */
function linesSet(
  node: SurveyNode,
  target: SurveyNode,
  place: Place,
  logic: Logic,
  compiler: Compiler,
): ItemSet | null {
  const { repeat } = target
  if (!repeat || target.kind !== 'question') {
    compiler.report.fault('choices-not-repeated', place, `\${${target.name}}`)
    return null
  }
  const inner = target.path.slice(repeat.path.length + 1)
  const columns = new Set(repeat.children.map((child) => child.name))
  const filter = filterOf(node, logic, columns, compiler, { items: repeat })
  const rules = [`./${inner} != ''`, ...sameAround(node, repeat), ...(filter ? [`(${filter})`] : [])]
  const nodeset = `${pathBetween(node, repeat, false)}[${rules.join(' and ')}]`
  return { nodeset, value: inner, label: inner, list: target.path, choices: '' }
}

/** The list called so; a slip in capitals is forgiven with a warning. */
function listCalled(
  name: string,
  place: Place,
  lists: Lists,
  report: Report,
  external = false,
): ChoiceList | null {
  const list = listNamed(lists, name, external)
  if (list && list.called !== name) report.warn('list-forgiven', place, name, { name: list.called })
  return list ?? null
}

function setOf(list: ChoiceList, node: SurveyNode, logic: Logic, compiler: Compiler): ItemSet {
  list.used = true
  const columns = new Set([...list.columns, 'name', 'label'])
  const filter = filterOf(node, logic, columns, compiler, { list: list.name })
  const nodeset = `instance('${list.name}')/root/item${filter ? `[${filter}]` : ''}`
  return { nodeset, value: 'name', label: 'label', list: list.name, choices: list.name }
}

function listSet(node: SurveyNode, logic: Logic, lists: Lists, compiler: Compiler): ItemSet | null {
  const { list: name = '', type, from } = node.type ?? {}
  const place = node.row.at('type')
  const list = listCalled(name, place, lists, compiler.report, from === 'external')
  if (list && (type === 'select_multiple' || type === 'rank')) checkSpaces(list, compiler.report)
  if (list) return setOf(list, node, logic, compiler)
  const near = compiler.report.suggest(name, lists.keys())
  compiler.report.fault('list-unknown', place, name, near)
  return null
}

/** The labels of a scale: a list whose names are places on it. */
function tickSet(
  node: SurveyNode,
  name: string,
  logic: Logic,
  lists: Lists,
  compiler: Compiler,
): ItemSet | null {
  const { report } = compiler
  const place = node.row.at('parameters')
  const list = listCalled(name, place, lists, report)
  if (!list) {
    report.fault('parameter-list', place, name, {
      name: 'tick_labelset',
      ...report.suggest(name, lists.keys()),
    })
    return null
  }
  const [start, end, step] = (['start', 'end', 'step'] as const).map((key) =>
    Number(logic.parameters.get(key) ?? { start: 1, end: 10, step: 1 }[key]),
  ) as [number, number, number]
  for (const choice of list.choices) {
    if (onScale(Number(choice.name), start, end, step)) continue
    report.fault('range-labels', choice.row.at('name'), choice.name, { list: list.name, start, end })
  }
  return setOf(list, node, logic, compiler)
}

/** What is drawn on the map beside a geometry: a list, a file, or what was drawn in the lines of a repeat. */
function geometrySet(node: SurveyNode, name: string, logic: Logic, lists: Lists, compiler: Compiler) {
  const { report, scope, known } = compiler
  const place = node.row.at('parameters')
  const written = /^\$\{([^{}]+)\}$/.exec(name)?.[1]?.trim()
  if (written !== undefined) {
    const target = scope.find(written, place, report)
    const shapes = target?.children.find((child) => child.type?.type.startsWith('geo'))
    return target
      ? linesSet(node, target.kind === 'repeat' ? (shapes ?? target) : target, place, logic, compiler)
      : null
  }
  const list = listCalled(name, place, lists, report)
  if (list) return setOf(list, node, logic, compiler)
  const id = name.replace(/\.(csv|geojson|xml)$/i, '')
  if (!known.instance(id)) {
    const near = report.suggest(id, known.instances())
    report.fault('parameter-list', place, name, { name: 'reference-geometry', ...near })
    return null
  }
  const filter = filterOf(node, logic, null, compiler)
  const nodeset = `instance('${id}')/root/item${filter ? `[${filter}]` : ''}`
  return { nodeset, value: 'name', label: 'label', list: name, choices: '' }
}

/** A list beside a question that is no select: the labels of a scale, or what a map shows. */
export function besideSetOf(
  node: SurveyNode,
  logic: Logic,
  lists: Lists,
  compiler: Compiler,
): ItemSet | null {
  const ticks = logic.parameters.get('tick_labelset')
  if (ticks !== undefined) return tickSet(node, ticks, logic, lists, compiler)
  const geometry = logic.parameters.get('reference-geometry')
  return geometry === undefined ? null : geometrySet(node, geometry, logic, lists, compiler)
}

/** The item set of a select, with its order mixed where the form asks for that; null after a fault. */
export function itemSetOf(node: SurveyNode, logic: Logic, lists: Lists, compiler: Compiler): ItemSet | null {
  const from = node.type?.from
  const sets = from === 'file' ? fileSet(node, logic, compiler) : null
  const set =
    sets ?? (from === 'repeat' ? repeatSet(node, logic, compiler) : listSet(node, logic, lists, compiler))
  if (!set || logic.parameters.get('randomize') !== 'true') return set
  return { ...set, nodeset: `randomize(${set.nodeset}${logic.seed ? `, ${logic.seed}` : ''})` }
}
