// For tests: the shipped definitions, and facts as a capability would tell them.
import { fileURLToPath } from 'node:url'
import type { Facts } from '../../kernel/facts.ts'
import { type Programme, type Stage, stageOf } from './definition.ts'
import { loadProgrammes } from './reading/load.ts'
import type { EnrolmentState, StageState } from './rules.ts'

export const shippedFolder = fileURLToPath(new URL('../../../programmes', import.meta.url))
export const shipped = loadProgrammes(shippedFolder)

export function shippedProgramme(id: string): Programme {
  const found = shipped.programmes.find((each) => each.id === id)
  if (!found) throw new Error(`${id} did not load`)
  return found
}

/** The same programme as if every duration of it had a source, so that all its dates count. */
export const sourced = (programme: Programme): Programme => ({
  ...programme,
  stages: programme.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({ ...step, duration: { ...step.duration, evidence: 'V' as const } })),
  })),
})

export function stageIn(programme: Programme, id: string): Stage {
  const found = stageOf(programme, id)
  if (!found) throw new Error(`${programme.id} has no stage ${id}`)
  return found
}

/** Facts from plain values, all of one made-up record. */
export function told(values: Record<string, boolean | number | string>): Facts {
  const records = [{ collection: 'meetings', id: '0190a000-0000-7000-8000-000000000001' }]
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, records }]))
}

/** Everything that lets stage 1 of P2KP close. */
export const readyVillage = {
  'meeting.rkm.held': true,
  'meeting.rkm.decision': 'siap',
  'meeting.rkm.attendees.poor': 14,
  'letter.assistance_request.sent': true,
  'letter.assistance_request.signed_by_all': true,
  'volunteers.registered': 21,
  'team.reflection.formed': true,
  'team.reflection.members': 9,
  'training.basic.days_held': 3,
  'training.basic.trained_volunteers': 18,
}

export const closedStage = (on: string): StageState => ({
  status: 'closed',
  fromArchive: false,
  startedOn: null,
  closedOn: on,
  signOffs: [],
})

export const running = (stages: EnrolmentState['stages'] = {}): EnrolmentState => ({
  status: 'started',
  startedOn: null,
  stages,
})

/** How a test takes a programme up for its village, whatever its era. */
export const takenUp = {
  ...{ subject: null, archive: false, afterEra: true, category: null },
  eligibility: {},
}
