// What an OData 4.0 client is told of a survey (OASIS OData 4.01 minimal conformance, with ODK Central's names): metadata,
// one entity set for the submissions and one for each repeat, and the rows themselves. Pure.
import type { AnswerType } from '../../../xlsform/model.ts'
import type { Column, Table } from '../tables/columns.ts'
import { geometryOf, isGeometry, isPoint } from './geometry.ts'
import type { Line } from './layout.ts'
import { answerOf, textOf } from './layout.ts'
import { escapeXml } from './sheet-xml.ts'

/** 'Submissions', 'Submissions.member', 'Submissions.member.work'. */
export const setOf = (table: Pick<Table, 'path'>): string =>
  table.path === '' ? 'Submissions' : `Submissions.${table.path.replaceAll('/', '.')}`

/** OData names are identifiers: what XML allows and they do not becomes an underscore, as in ODK Central. */
export const identifier = (name: string): string => {
  const plain = name.replace(/[^\p{L}\p{N}_]/gu, '_')
  return /^\p{N}/u.test(plain) ? `_${plain}` : plain
}

const edm: Partial<Record<AnswerType, string>> = {
  integer: 'Edm.Int64',
  decimal: 'Edm.Decimal',
  range: 'Edm.Decimal',
  date: 'Edm.Date',
  dateTime: 'Edm.DateTimeOffset',
  geopoint: 'Edm.GeographyPoint',
  geotrace: 'Edm.GeographyLineString',
  geoshape: 'Edm.GeographyPolygon',
}

export type Field = { steps: readonly string[]; column: Column }

/** The columns that may be seen, each with the names of the groups around it. */
export function fieldsOf(table: Table, personal: boolean): Field[] {
  return table.columns
    .filter((column) => personal || column.privacy === 'open')
    .map((column) => ({ steps: column.key.split('/').map(identifier), column }))
}

type Node = { fields: Map<string, string>; groups: Map<string, Node> }
const node = (): Node => ({ fields: new Map(), groups: new Map() })

function treeOf(fields: readonly Field[]): Node {
  const root = node()
  for (const { steps, column } of fields) {
    let at = root
    for (const step of steps.slice(0, -1)) {
      const next = at.groups.get(step) ?? node()
      at.groups.set(step, next)
      at = next
    }
    at.fields.set(steps.at(-1) ?? '', edm[column.type] ?? 'Edm.String')
  }
  return root
}

const property = (name: string, type: string) =>
  `<Property Name="${escapeXml(name)}" Type="${escapeXml(type)}"/>`

function bodyOf(at: Node, name: string, space: string): string {
  return [
    ...[...at.groups.keys()].map((group) => property(group, `${space}.${name}.${group}`)),
    ...[...at.fields].map(([field, type]) => property(field, type)),
  ].join('')
}

function complexTypes(at: Node, name: string, space: string): string[] {
  return [...at.groups].flatMap(([group, inner]) => [
    `<ComplexType Name="${escapeXml(`${name}.${group}`)}">${bodyOf(inner, `${name}.${group}`, space)}</ComplexType>`,
    ...complexTypes(inner, `${name}.${group}`, space),
  ])
}

const states =
  '<EnumType Name="reviewState"><Member Name="hasIssues"/><Member Name="edited"/><Member Name="rejected"/><Member Name="approved"/></EnumType>'
const system = `<ComplexType Name="metadata">${[
  ['submissionDate', 'Edm.DateTimeOffset'],
  ['submitterId', 'Edm.String'],
  ['attachmentsMissing', 'Edm.Int64'],
  ['reviewState', 'org.opendatakit.submission.reviewState'],
  ['deviceId', 'Edm.String'],
  ['formVersion', 'Edm.String'],
]
  .map(([name = '', type = '']) => property(name, type))
  .join('')}</ComplexType>`

/** The name of the property that leads from a row to the members of a repeat. */
export const navigationOf = (table: Pick<Table, 'key'>): string =>
  identifier(table.key.split('/').at(-1) ?? '')

function entityType(tables: readonly Table[], table: Table, personal: boolean, space: string): string {
  const name = setOf(table)
  const tree = treeOf(fieldsOf(table, personal))
  const inner = tables.filter((each) => each.parent === table.path)
  const own =
    table.path === ''
      ? property('__system', 'org.opendatakit.submission.metadata')
      : property('__Submissions-id', 'Edm.String')
  const ways = inner.map(
    (each) =>
      `<NavigationProperty Name="${escapeXml(navigationOf(each))}" Type="Collection(${escapeXml(`${space}.${setOf(each)}`)})" ContainsTarget="true"/>`,
  )
  return `<EntityType Name="${escapeXml(name)}"><Key><PropertyRef Name="__id"/></Key>${property('__id', 'Edm.String')}${own}${bodyOf(tree, name, space)}${ways.join('')}</EntityType>${complexTypes(tree, name, space).join('')}`
}

/** The EDMX document. */
export function metadataOf(tables: readonly Table[], formId: string, personal: boolean): string {
  const space = `org.opendatakit.user.${identifier(formId)}`
  const sets = tables
    .map(
      (table) =>
        `<EntitySet Name="${escapeXml(setOf(table))}" EntityType="${escapeXml(`${space}.${setOf(table)}`)}"/>`,
    )
    .join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="org.opendatakit.submission">${system}${states}</Schema><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${escapeXml(space)}">${tables
    .map((table) => entityType(tables, table, personal, space))
    .join(
      '',
    )}<EntityContainer Name="${escapeXml(identifier(formId))}">${sets}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`
}

function jsonOf(column: Column, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (isGeometry(column.type)) {
    const geometry = geometryOf(column.type, value)
    return isPoint(value) && geometry
      ? { ...geometry, properties: { accuracy: value.acc ?? null } }
      : geometry
  }
  return typeof value === 'number' ? value : textOf(value)
}

const reviewStates = {
  received: null,
  'has-issues': 'hasIssues',
  edited: 'edited',
  approved: 'approved',
  rejected: 'rejected',
}

export type Rendering = {
  tables: readonly Table[]
  fields: ReadonlyMap<string, readonly Field[]>
  /** Names of the wanted properties, groups by their first name; null for all. */
  select: ReadonlySet<string> | null
  expand: boolean
  village: boolean
  versions: ReadonlyMap<string, string>
}

function systemOf({ row }: Line, { village, versions }: Rendering) {
  return {
    submissionDate: row.submittedAt.toISOString(),
    submitterId: village ? row.by : null,
    attachmentsMissing: row.missing,
    reviewState: reviewStates[row.state],
    deviceId: village ? row.device : null,
    formVersion: versions.get(row.form) ?? null,
  }
}

function wanted(select: Rendering['select'], steps: readonly string[]): boolean {
  if (!select) return true
  return steps.some((_, at) => select.has(steps.slice(0, at + 1).join('/')))
}

/** Nothing but its own: names come from forms, and a group may be called "constructor" or "__proto__". */
const bareObject = (entries: readonly [string, unknown][] = []): Record<string, unknown> =>
  Object.assign(Object.create(null), Object.fromEntries(entries))

/** The object of the innermost group, made where it is not there yet. */
function within(entity: Record<string, unknown>, groups: readonly string[]): Record<string, unknown> {
  let at = entity
  for (const group of groups) {
    at[group] ??= bareObject()
    at = at[group] as Record<string, unknown>
  }
  return at
}

/** An entity as JSON, without its members. */
export function entityOf(table: Table, line: Line, rendering: Rendering): Record<string, unknown> {
  const { select } = rendering
  const around: [string, unknown] =
    table.path === '' ? ['__system', systemOf(line, rendering)] : ['__Submissions-id', `uuid:${line.row.id}`]
  const marks: [string, unknown][] = [['__id', line.key], around]
  const entity = bareObject(marks.filter(([name]) => !select || select.has(name)))
  for (const { steps, column } of rendering.fields.get(table.path) ?? []) {
    if (!wanted(select, steps)) continue
    const value = jsonOf(column, answerOf(line, column.key))
    within(entity, steps.slice(0, -1))[steps.at(-1) ?? ''] = value
  }
  return entity
}
