// Lists of the form and files beside it, by the id under which expressions read them.
import type { Report } from './faults/faults.ts'
import type { Lists } from './lists/lists.ts'
import type { SurveyNode } from './tree.ts'

/** A list or file that the form reads by instance('id'). */
export type Instance = { id: string; src: string; file: string }

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

  /** A CSV that pulldata or an entity reads; nothing to do where it is there already, or is a list of the form. */
  csv(id: string): void {
    if (!this.use(id)) this.found.set(id, { id, src: `jr://file-csv/${id}.csv`, file: `${id}.csv` })
  }

  /** What was last sent of this form from this device; each client keeps it itself, so it is no file of the form. */
  lastSaved(): void {
    this.found.set('__last-saved', { id: '__last-saved', src: 'jr://instance/last-saved', file: '' })
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
