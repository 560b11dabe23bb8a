// Where the choices of each select come from: a list of the form, a file, or the answers of a repeat.
import type { ItemSet } from './form.ts'
import type { Lists } from './lists.ts'
import { type Compiler, filterOf, type Logic } from './logic.ts'
import { pathBetween } from './references.ts'
import type { SurveyNode } from './tree.ts'

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
  const target = scope.find(node.type?.list ?? '', node.row.at('type'), report)
  if (!target) return null
  const repeat = target.repeat
  if (!repeat || target.kind !== 'question') {
    report.fault('choices-not-repeated', node.row.at('type'), `\${${target.name}}`)
    return null
  }
  const inner = target.path.slice(repeat.path.length + 1)
  const columns = new Set(repeat.children.map((child) => child.name))
  const filter = filterOf(node, logic, columns, compiler, { items: repeat })
  const rules = [`./${inner} != ''`, ...sameAround(node, repeat), ...(filter ? [`(${filter})`] : [])]
  const nodeset = `${pathBetween(node, repeat, false)}[${rules.join(' and ')}]`
  return { nodeset, value: inner, label: inner, list: target.path, choices: '' }
}

function listSet(node: SurveyNode, logic: Logic, lists: Lists, compiler: Compiler): ItemSet | null {
  const name = node.type?.list ?? ''
  let list = lists.get(name)
  const place = node.row.at('type')
  if (!list) {
    const slips = [...lists.keys()].filter((each) => each.toLowerCase() === name.toLowerCase())
    list = slips.length === 1 ? lists.get(slips[0] ?? '') : undefined
    if (list) compiler.report.warn('list-forgiven', place, name, { name: list.name })
  }
  if (!list) {
    const near = compiler.report.suggest(name, lists.keys())
    compiler.report.fault('list-unknown', place, name, near)
    return null
  }
  list.used = true
  const filter = filterOf(node, logic, new Set([...list.columns, 'name', 'label']), compiler, {
    list: list.name,
  })
  const nodeset = `instance('${list.name}')/root/item${filter ? `[${filter}]` : ''}`
  return { nodeset, value: 'name', label: 'label', list: list.name, choices: list.name }
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
