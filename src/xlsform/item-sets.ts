// Where the choices of each select come from: a list of the form, a file, or the answers of a repeat.
import type { Report } from './faults/faults.ts'
import type { Instance, ItemSet } from './form.ts'
import type { Lists } from './lists.ts'
import { type Compiler, filterOf, type Logic } from './logic.ts'
import { pathBetween } from './references.ts'
import type { SurveyNode } from './tree.ts'

/** Lists and files by id; one id cannot be two things. */
export class Instances {
  readonly found = new Map<string, Instance>()
  readonly #lists: Lists
  readonly #report: Report

  constructor(lists: Lists, report: Report) {
    this.#lists = lists
    this.#report = report
  }

  add(id: string, src: string, file: string, node: SurveyNode, key: string): void {
    const had = this.found.get(id)
    if (this.#lists.has(id) || (had && had.src !== src)) {
      this.#report.fault('instance-twice', node.row.at(key), id, { other: had?.file ?? id })
    }
    this.found.set(id, { id, src, file })
  }

  /** A CSV that pulldata or an entity reads; nothing to do where it is there already. */
  csv(id: string): void {
    if (!this.found.has(id)) this.found.set(id, { id, src: `jr://file-csv/${id}.csv`, file: `${id}.csv` })
  }

  use(id: string): boolean {
    const list = this.#lists.get(id)
    if (list) list.used = true
    return list !== undefined || this.found.has(id)
  }

  ids(): string[] {
    return [...this.#lists.keys(), ...this.found.keys()]
  }
}

const defaults: Readonly<Record<string, readonly [string, string]>> = {
  csv: ['name', 'label'],
  xml: ['name', 'label'],
  geojson: ['id', 'title'],
}

/** 'desa.csv' → its id and address. Fault: an extension that no client reads. */
export function addFile(node: SurveyNode, instances: Instances, report: Report): void {
  const file = node.type?.list ?? ''
  const match = /^([^/\\]+)\.(csv|xml|geojson)$/i.exec(file)
  if (!match) {
    report.fault('file-extension', node.row.at('type'), file)
    return
  }
  const kind = match[2]?.toLowerCase() === 'csv' ? 'file-csv' : 'file'
  instances.add(match[1] ?? '', `jr://${kind}/${file}`, file, node, 'type')
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
  const filter = filterOf(node, logic, null, compiler)
  const nodeset = `${pathBetween(node, repeat, false)}[./${inner} != ''${filter ? ` and (${filter})` : ''}]`
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
  const filter = filterOf(node, logic, new Set([...list.columns, 'name', 'label']), compiler)
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
