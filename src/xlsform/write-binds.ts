// <bind> of every node: its type, its rules and its messages; and what is set when the form begins.
import type { Form } from './form.ts'
import type { Texts } from './itext.ts'
import { meantType } from './names.ts'
import { rangeOf } from './parameters.ts'
import { nodesOf, type SurveyNode } from './tree.ts'
import { attributesOf } from './write-attributes.ts'
import { inline } from './xml.ts'

type Bind = Record<string, string | undefined>

const types: Readonly<Record<string, string>> = {
  integer: 'int',
  decimal: 'decimal',
  rank: 'odk:rank',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  geopoint: 'geopoint',
  geotrace: 'geotrace',
  geoshape: 'geoshape',
  image: 'binary',
  audio: 'binary',
  video: 'binary',
  file: 'binary',
  barcode: 'barcode',
}

const preload = (type: string, kind: string, params: string): Bind => ({
  type,
  'jr:preload': kind,
  'jr:preloadParams': params,
})
const metadata: Readonly<Record<string, Bind>> = {
  start: preload('dateTime', 'timestamp', 'start'),
  end: preload('dateTime', 'timestamp', 'end'),
  today: preload('date', 'date', 'today'),
  deviceid: preload('string', 'property', 'deviceid'),
  username: preload('string', 'property', 'username'),
  phonenumber: preload('string', 'property', 'phonenumber'),
  email: preload('string', 'property', 'email'),
  simserial: preload('string', 'property', 'simserial'),
  subscriberid: preload('string', 'property', 'subscriberid'),
  audit: { type: 'binary' },
  'start-geopoint': { type: 'geopoint' },
  'background-geopoint': { type: 'geopoint' },
  'background-audio': { type: 'binary' },
}

function typeBind(form: Form, node: SurveyNode): Bind {
  const type = node.type
  if (!type) return {}
  if (type.metadata) return metadata[type.metadata] ?? { type: 'string' }
  const parameters = form.logic.get(node)?.parameters ?? new Map<string, string>()
  if (type.type === 'range') return { type: rangeOf(node, parameters, form.report).whole ? 'int' : 'decimal' }
  // A phone keeps no whole number above 2,147,483,647 and no nought before one: a NIK goes to it as the text that it is.
  const meant = meantType({ type: type.type, name: node.name, label: node.row.words('label') })
  const bind: Bind = { type: types[meant] ?? 'string' }
  if (type.type === 'note') bind.readonly = 'true()'
  return bind
}

/** Longest side of a photo where the form says none: a paper on it stays readable, and ODK Collect shrinks it before it is sent. */
const photoSide = '1600'

/** Parameters that belong on the bind. */
function parameterBind(form: Form, node: SurveyNode): Bind {
  const given = form.logic.get(node)?.parameters
  const bind: Bind = node.type?.type === 'image' ? { 'orx:max-pixels': photoSide } : {}
  if (!given || given.size === 0) return bind
  if (given.has('max-pixels')) bind['orx:max-pixels'] = given.get('max-pixels')
  if (given.has('quality') && node.type?.metadata === '') bind['odk:quality'] = given.get('quality')
  if (given.has('allow-mock-accuracy')) bind['odk:allow-mock-accuracy'] = given.get('allow-mock-accuracy')
  if (node.type?.metadata === 'audit') for (const [name, value] of given) bind[`odk:${name}`] = value
  return bind
}

function savedTo(form: Form, node: SurveyNode): string | undefined {
  for (const plan of form.entities) {
    for (const [property, saved] of plan.properties) if (saved === node) return property
  }
  return undefined
}

function bindOf(form: Form, node: SurveyNode, texts: Texts): string {
  const logic = form.logic.get(node)
  const { xpath } = logic ?? { xpath: {} as Record<string, string> }
  const calculated = logic && logic.triggers.length > 0 ? undefined : xpath.calculation
  const bind: Bind = {
    nodeset: node.path,
    ...typeBind(form, node),
    relevant: xpath.relevant,
    required: node.kind === 'question' ? xpath.required : undefined,
    'jr:requiredMsg': texts.message(node, 'required_message', 'jr:requiredMsg'),
    constraint: xpath.constraint,
    'jr:constraintMsg': texts.message(node, 'constraint_message', 'jr:constraintMsg'),
    calculate: calculated,
    'jr:noAppErrorString': node.row.text('no_app_error_string') || undefined,
    'entities:saveto': node.row.has('save_to') ? savedTo(form, node) : undefined,
    ...parameterBind(form, node),
    ...attributesOf(form, node, 'bind'),
  }
  if (xpath.read_only !== undefined && node.type?.type !== 'note') bind.readonly = xpath.read_only
  const says = Object.entries(bind).filter(([, value]) => value !== undefined).length > 1
  return says ? inline('bind', bind, '') : ''
}

function entityBinds(form: Form): string[] {
  return form.entities.flatMap((plan) => {
    const path = `${plan.container.path}/meta/entity`
    const names = [...new Set([...Object.keys(plan.calculations), '@id'])]
    return names.map((name) => {
      const calculate = plan.calculations[name]
      return inline('bind', { nodeset: `${path}/${name}`, type: 'string', readonly: 'true()', calculate }, '')
    })
  })
}

/** All binds in the order of the sheet, then those of the form's own data. */
export function binds(form: Form, texts: Texts): string[] {
  const meta = `${form.root.path}/meta`
  const named = form.instanceName
    ? [
        inline(
          'bind',
          {
            nodeset: `${meta}/instanceName`,
            type: 'string',
            readonly: 'true()',
            calculate: form.instanceName,
          },
          '',
        ),
      ]
    : []
  const nodes = [...nodesOf(form.root)].filter((node) => node.kind !== 'instance')
  return [
    ...nodes.map((node) => bindOf(form, node, texts)),
    inline(
      'bind',
      { nodeset: `${meta}/instanceID`, type: 'string', readonly: 'true()', 'jr:preload': 'uid' },
      '',
    ),
    ...named,
    ...entityBinds(form),
  ]
}

const begin = 'odk-instance-first-load'

/** Actions that only the form's own beginning sets off. */
function collected(form: Form, node: SurveyNode): string {
  if (node.type?.metadata === 'start-geopoint')
    return inline('odk:setgeopoint', { event: begin, ref: node.path }, '')
  if (node.type?.metadata !== 'background-audio') return ''
  const quality = form.logic.get(node)?.parameters.get('quality')
  return inline('odk:recordaudio', { event: 'odk-instance-load', ref: node.path, 'odk:quality': quality }, '')
}

/** What is worked out when a form begins: dynamic defaults, places, fresh ids of entities. In repeats also for each new one. */
export function beginnings(form: Form, repeat: SurveyNode | null): string[] {
  const event = repeat ? `${begin} odk-new-repeat` : begin
  const lines: string[] = []
  for (const node of nodesOf(repeat ?? form.root)) {
    if (node.repeat !== repeat) continue
    const value = form.logic.get(node)?.xpath.default
    if (value !== undefined) lines.push(inline('setvalue', { event, ref: node.path, value }, ''))
    if (!repeat) lines.push(collected(form, node))
  }
  for (const plan of form.entities) {
    const within = plan.container.kind === 'repeat' ? plan.container : plan.container.repeat
    if (!plan.freshId || within !== repeat) continue
    const ref = `${plan.container.path}/meta/entity/@id`
    lines.push(inline('setvalue', { event, ref, type: 'string', readonly: 'true()', value: 'uuid()' }, ''))
  }
  return lines
}
