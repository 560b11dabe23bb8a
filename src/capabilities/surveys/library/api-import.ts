// Bringing a form: the workbook is compiled on the server, whatever the screen found before; then the files it asks for.
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type * as z from 'zod/mini'
import { type Refusal, Refused, refuse, refuseField, refuseIfAny } from '../../../kernel/refusal.ts'
import { type CommandPreparing, handle, handlePrepared } from '../../../platform/server/capability.ts'
import { looksLike } from '../../../platform/server/files.ts'
import { faultPlace, faultSentence } from '../../../xlsform/faults/fault-texts.ts'
import type { Fault } from '../../../xlsform/model.ts'
import { changesOf } from '../tables/changes.ts'
import { formAt } from './api-forms.ts'
import { type Compiled, compiledAway } from './compiling.ts'
import { addFormFile, formCollection, importForm, listMost } from './form.ts'
import { whyNotAddFile } from './form-rules.ts'
import { formStore, versionsOf } from './store-form.ts'

/** Nobody mends more in one sitting. */
const faultsMost = 50

function sentenceOf(fault: Fault, tongue: 'id' | 'en'): string {
  const where = faultPlace(fault, tongue)
  const sentence = faultSentence(fault, tongue)
  return where === '' ? sentence : `${where}: ${sentence}`
}

/** A fault of the compiler as a refusal: its place in the workbook, and its sentence in both languages. */
function refusalOf(fault: Fault): Refusal {
  const { code, sheet, row, column, found, facts } = fault
  const place = { sheet, row: row ?? '', column: column ?? '', found }
  const said = { saidId: sentenceOf(fault, 'id'), saidEn: sentenceOf(fault, 'en') }
  return refuse(`xlsform.${code}`, { ...facts, ...place, ...said }, 'workbook')
}

type Whole = Extract<Compiled, { ok: true }>

/** Version of a form that names none: the minute it came, as 202611221030. */
const versionOf = (now: Date) => now.toISOString().replace(/\D/g, '').slice(0, 12)

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  xml: 'text/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
}
const checked = ['image/png', 'image/jpeg', 'image/webp']

/** By its name, and where that can be told by its first bytes; null when no form can use it. */
function mediaTypeOf(name: string, bytes: Buffer): string | null {
  const type = mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? null
  const honest = type === null || !checked.includes(type) || looksLike(type, bytes.subarray(0, 16))
  return honest && bytes.length > 0 ? type : null
}

const unzip = promisify(gunzip)

/** A list that came packed as it was before; what unpacks to more than a list may be is empty, and no file then. */
async function unpacked(name: string, bytes: Buffer): Promise<Buffer> {
  const isPacked = /\.csv$/i.test(name) && bytes[0] === 0x1f && bytes[1] === 0x8b
  return isPacked ? unzip(bytes, { maxOutputLength: listMost }).catch(() => Buffer.alloc(0)) : bytes
}

const preparing: CommandPreparing<
  z.infer<typeof importForm.input>,
  { workbook: Buffer; compiled: Whole }
> = async (asked) => {
  const { input, actor, now } = asked
  const workbook = Buffer.from(input.workbook, 'base64')
  const whole = { bytes: workbook, name: input.fileName, version: versionOf(now) }
  const compiled = await compiledAway(actor.account, whole)
  if (!compiled) throw new Refused([refuseField('workbook', 'surveys.form-too-heavy')])
  if (!compiled.ok) throw new Refused(compiled.faults.slice(0, faultsMost).map(refusalOf))
  return { workbook, compiled }
}

export const importCommands = [
  handlePrepared(importForm, preparing, async ({ input, prepared, tx, place, actor, now, changes }) => {
    const { workbook } = prepared
    const { xform, model, made } = prepared.compiled
    const { formId, version } = model
    if (await formStore(tx).taken(place, formId, version))
      throw new Refused([refuseField('workbook', 'surveys.form-taken', { formId, version })])
    const changed = changesOf(model, await versionsOf(tx, place, formId))
    const warnings = [...changed, ...prepared.compiled.warnings]
    const form = {
      id: input.id,
      place,
      shipped: false,
      fileName: input.fileName,
      workbook,
      about: { kinds: input.kinds },
    }
    await formStore(tx).add({ ...form, xform, model, made, warnings }, actor.account, now)
    changes.keep(formCollection, input.id)
    return { formId, version, title: model.title, warnings: warnings.length, changed: changed.length }
  }),
  handle(addFormFile, async ({ input, tx, place, changes }) => {
    const { name } = input
    const form = await formAt(tx, place, input.form)
    const bytes = await unpacked(name, Buffer.from(input.bytes, 'base64'))
    const mediaType = mediaTypeOf(name, bytes)
    refuseIfAny(whyNotAddFile(form, place, name, mediaType))
    await formStore(tx).addFile(form.id, { name, mediaType: mediaType ?? '', bytes })
    changes.keep(formCollection, form.id)
  }),
]
