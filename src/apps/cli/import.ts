// `rembug import`: takes a programme definition in, through the same door and the same rules as an officer's screen.
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { importDefinition } from '../../capabilities/programmes/enrolment.ts'
import { programmesServer } from '../../capabilities/programmes/server.ts'
import { newId } from '../../kernel/id.ts'
import { isPlaceCode, nation } from '../../kernel/place-code.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Actor } from '../../platform/server/capability.ts'
import { Intake } from '../../platform/server/intake.ts'
import { nobody } from '../../platform/server/transaction.ts'
import type { House } from '../server/open.ts'
import { type Ask, both, type Link, Said, type Typed, type Verb } from './verb.ts'

const device = 'command-line'

/** The operator at the server is nobody's account: the log shows the all-zero id and this device. */
const operator: Actor = {
  account: nobody,
  name: 'Operator',
  holdings: [{ role: 'admin', place: nation }],
  session: device,
  device,
}

async function run(house: House, ask: Ask, link: Link): Promise<number> {
  const { db, vault } = house.services
  const outcome = await new Intake(db, vault, programmesServer.commands ?? []).take(operator, {
    id: newId(),
    name: importDefinition.name,
    version: importDefinition.version,
    place: String(ask.place),
    at: new Date().toISOString(),
    device,
    input: { file: String(ask.file), text: String(ask.text) },
  })
  if (!('seq' in outcome)) throw new Refused(outcome.refusals)
  const { id, version } = outcome.answer as { id: string; version: number }
  link.say(both(`Naskah program ${id} versi ${version} berlaku di ${ask.place} dan di bawahnya`, 'imported'))
  return 0
}

async function prepare(typed: Typed) {
  const { programme, place = nation } = typed.options
  if (typeof programme !== 'string' || typed.positionals.length > 0)
    throw new Said(`rembug import ${importVerb.usage}`)
  if (!isPlaceCode(String(place))) throw new Said(`Bukan kode wilayah / not a place code: ${place}`)
  if (!existsSync(programme)) throw new Said(`Tidak ada / no such file: ${programme}`)
  const text = readFileSync(programme, 'utf8')
  return { ask: { file: basename(programme), text, place: String(place) } }
}

export const importVerb: Verb = {
  usage: '--programme FILE.yaml [--place CODE]',
  summary: both(
    'Mengimpor naskah program (YAML) untuk suatu wilayah; baku: seluruh negeri (ID)',
    'imports a programme definition (YAML) for a place; by default the nation (ID)',
  ),
  options: { programme: { type: 'string' }, place: { type: 'string' } },
  prepare,
  run,
}
