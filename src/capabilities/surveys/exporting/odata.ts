// What an OData 4.0 client is told of a survey (OASIS OData 4.01 minimal conformance, with ODK Central's names): metadata,
// one entity set for the submissions and one for each repeat, and the rows themselves. Pure.
import type { AnswerType } from '../../../xlsform/model.ts'
import type { Column, Table } from '../tables/columns.ts'
import { fits, isOf } from './fitting.ts'
import { geometryOf, isGeometry, isPoint } from './geometry.ts'
import type { Line } from './layout.ts'
import { answerOf, reckoned, textOf } from './layout.ts'
import { fresh } from './names.ts'
import type { Select } from './odata-asking.ts'
import { beforeKey, identifier, namesOf, numberKey, unread } from './odata-names.ts'
import { escapeXml } from './sheet-xml.ts'

const edm: Partial<Record<AnswerType, string>> = {
  integer: 'Edm.Int64',
  // As they are stored. An Edm.Decimal has a scale, and Excel cuts off what goes beyond the one that is not said: all of it.
  decimal: 'Edm.Double',
  range: 'Edm.Double',
  date: 'Edm.Date',
  dateTime: 'Edm.DateTimeOffset',
  geopoint: 'Edm.GeographyPoint',
  geotrace: 'Edm.GeographyLineString',
  geoshape: 'Edm.GeographyPolygon',
}

/** A property, with the names of the groups around it. */
export type Field = {
  steps: readonly string[]
  type: string
  of: (line: Line, rendering: Rendering) => unknown
}

/** The columns that may be seen; what older versions answered otherwise has a property of its own beside. */
export function fieldsOf(tables: readonly Table[], table: Table, personal: boolean): Field[] {
  const steps = namesOf(tables).steps.get(table.path)
  const typed = table.columns.filter(({ type }) => edm[type])
  const answers = table.columns
    .filter((column) => personal || column.privacy === 'open')
    .flatMap((column): Field[] => [
      {
        steps: steps?.get(column.key) ?? [],
        type: edm[column.type] ?? 'Edm.String',
        of: (line, { versions }) => {
          const value = answerOf(line, column.key)
          const version = versions.get(line.row.form)
          return column.was?.some((was) => isOf(was, column, value, version)) ? null : jsonOf(column, value)
        },
      },
      // A form reckons texts; where one is a number, as in the other files, it can be summed here.
      ...(column.type === 'calculate'
        ? [
            {
              steps: steps?.get(numberKey(column)) ?? [],
              type: 'Edm.Double',
              of: (line: Line) => {
                const value = reckoned(answerOf(line, column.key))
                return typeof value === 'number' ? value : null
              },
            },
          ]
        : []),
      ...(column.was ?? []).map((was) => ({
        steps: steps?.get(beforeKey(column, was)) ?? [],
        type: 'Edm.String',
        of: (line: Line, { versions }: Rendering) => {
          const value = answerOf(line, column.key)
          return isOf(was, column, value, versions.get(line.row.form)) ? textOf(value) : null
        },
      })),
    ])
  // What a phone wrote that is no number or day lies with the personal answers, as it was written.
  return personal && typed.length > 0
    ? [
        ...answers,
        { steps: [unread], type: 'Edm.String', of: (line, { versions }) => unreadOf(typed, line, versions) },
      ]
    : answers
}

/** Answers that no property of their type can hold: 'kode: 0012'. */
function unreadOf(typed: readonly Column[], line: Line, versions: Rendering['versions']): string | null {
  const version = versions.get(line.row.form)
  const told = typed.flatMap((column) => {
    const value = answerOf(line, column.key)
    const read =
      value == null ||
      fits(column.type, value) ||
      column.was?.some((was) => isOf(was, column, value, version))
    return read ? [] : [`${column.key}: ${textOf(value)}`]
  })
  return told.join('; ') || null
}

type Node = { type: string; fields: Map<string, string>; groups: Map<string, Node> }

function treeOf(fields: readonly Field[], type: string, types: Set<string>): Node {
  const node = (own: string): Node => ({ type: own, fields: new Map(), groups: new Map() })
  const root = node(type)
  for (const { steps, type } of fields) {
    let at = root
    for (const step of steps.slice(0, -1)) {
      const next = at.groups.get(step) ?? node(fresh(types, `${at.type}.${step}`, 400, (n) => `_${n}`))
      at.groups.set(step, next)
      at = next
    }
    at.fields.set(steps.at(-1) ?? '', type)
  }
  return root
}

const property = (name: string, type: string) =>
  `<Property Name="${escapeXml(name)}" Type="${escapeXml(type)}"/>`

const bodyOf = (at: Node, space: string): string =>
  [
    ...[...at.groups].map(([group, { type }]) => property(group, `${space}.${type}`)),
    ...[...at.fields].map(([field, type]) => property(field, type)),
  ].join('')

const complexTypes = (at: Node, space: string): string[] =>
  [...at.groups.values()].flatMap((inner) => [
    `<ComplexType Name="${escapeXml(inner.type)}">${bodyOf(inner, space)}</ComplexType>`,
    ...complexTypes(inner, space),
  ])

const states =
  '<EnumType Name="reviewState"><Member Name="hasIssues"/><Member Name="edited"/><Member Name="rejected"/><Member Name="approved"/></EnumType>'
const systemTypes = [
  ['submissionDate', 'Edm.DateTimeOffset'],
  ['submitterId', 'Edm.String'],
  ['attachmentsMissing', 'Edm.Int64'],
  ['reviewState', 'org.opendatakit.submission.reviewState'],
  ['deviceId', 'Edm.String'],
  ['formVersion', 'Edm.String'],
] as const
const systemFields = systemTypes.map(([name]) => `__system/${name}`)
/** What `askingOf` understands in a filter. */
const filtered: ReadonlySet<string> = new Set(['__system/submissionDate', '__system/reviewState'])
const system = `<ComplexType Name="metadata">${systemTypes.map(([name, type]) => property(name, type)).join('')}</ComplexType>`

function entityType(tables: readonly Table[], table: Table, tree: Node, space: string): string {
  const { sets, ways } = namesOf(tables)
  const own =
    table.path === ''
      ? property('__system', 'org.opendatakit.submission.metadata')
      : property('__Submissions-id', 'Edm.String')
  const inner = tables
    .filter((each) => each.parent === table.path)
    .map(
      ({ path }) =>
        `<NavigationProperty Name="${escapeXml(ways.get(path) ?? '')}" Type="Collection(${escapeXml(`${space}.${sets.get(path)}`)})" ContainsTarget="true"/>`,
    )
  return `<EntityType Name="${escapeXml(tree.type)}"><Key><PropertyRef Name="__id"/></Key>${property('__id', 'Edm.String')}${own}${bodyOf(tree, space)}${inner.join('')}</EntityType>${complexTypes(tree, space).join('')}`
}

const term = (name: string, said: string, inner = ''): string =>
  `<Annotation Term="Org.OData.Capabilities.V1.${name}" ${said}${inner ? `>${inner}</Annotation>` : '/>'}`
const record = (name: string, values: string): string =>
  `<Annotation Term="Org.OData.Capabilities.V1.${name}"><Record>${values}</Record></Annotation>`
const flag = (name: string, value: boolean): string => `<PropertyValue Property="${name}" Bool="${value}"/>`

/** What may be asked of a set (Org.OData.Capabilities.V1): what may not, Power Query does by itself instead of asking. */
function limitsOf(tables: readonly Table[], table: Table, personal: boolean): string {
  const own = fieldsOf(tables, table, personal).map(({ steps }) => steps.join('/'))
  const closed = ['__id', ...systemFields.filter((name) => !filtered.has(name)), ...own]
  const paths = closed.map((path) => `<PropertyPath>${escapeXml(path)}</PropertyPath>`).join('')
  const filters =
    table.path === ''
      ? `${flag('Filterable', true)}<PropertyValue Property="NonFilterableProperties"><Collection>${paths}</Collection></PropertyValue>`
      : flag('Filterable', false)
  return [
    term('ConformanceLevel', 'EnumMember="Org.OData.Capabilities.V1.ConformanceLevelType/Minimal"'),
    record('CountRestrictions', flag('Countable', true)),
    record('FilterRestrictions', filters),
    record('SortRestrictions', flag('Sortable', false)),
    record('SearchRestrictions', flag('Searchable', false)),
    record('ExpandRestrictions', flag('Expandable', true)),
  ].join('')
}

/** The EDMX document. */
export function metadataOf(tables: readonly Table[], formId: string, personal: boolean): string {
  const space = `org.opendatakit.user.${identifier(formId)}`
  const { sets } = namesOf(tables)
  const types = new Set([...sets.values()].map((each) => each.toLowerCase()))
  const entities = tables.map((table) => {
    const tree = treeOf(fieldsOf(tables, table, personal), sets.get(table.path) ?? '', types)
    return entityType(tables, table, tree, space)
  })
  const said = tables.map((table) => {
    const set = sets.get(table.path) ?? ''
    return `<EntitySet Name="${escapeXml(set)}" EntityType="${escapeXml(`${space}.${set}`)}">${limitsOf(tables, table, personal)}</EntitySet>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="org.opendatakit.submission">${system}${states}</Schema><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${escapeXml(space)}">${entities.join('')}<EntityContainer Name="${escapeXml(identifier(formId))}">${term('BatchSupported', 'Bool="false"')}${said.join('')}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`
}

/** As the metadata says its type; null for what is stored and is not of it. */
function jsonOf(column: Column, value: unknown): unknown {
  if (value === undefined || value === null || !fits(column.type, value)) return null
  if (isGeometry(column.type)) {
    const geometry = geometryOf(column.type, value)
    return isPoint(value) && geometry
      ? { ...geometry, properties: { accuracy: value.acc ?? null } }
      : geometry
  }
  return typeof value === 'number' && edm[column.type] ? value : textOf(value)
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
  select: Select
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
  for (const { steps, of } of rendering.fields.get(table.path) ?? []) {
    if (!wanted(select, steps)) continue
    within(entity, steps.slice(0, -1))[steps.at(-1) ?? ''] = of(line, rendering)
  }
  return entity
}
