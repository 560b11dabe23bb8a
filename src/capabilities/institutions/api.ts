// The commands of institutions, on the server: rules, then store, then feed and facts.
import { type Refusal, refuseIfAny } from '../../kernel/refusal.ts'
import { type Change, type View, viewOf } from '../../kernel/view.ts'
import { handle } from '../../platform/server/capability.ts'
import { agreeProfile } from './agreement.ts'
import { type Doer, works } from './apply.ts'
import {
  type Assessment,
  beginAssessment,
  changeAssessment,
  scoreInstitution,
  settleAssessment,
} from './assessment.ts'
import * as discussions from './assessment-rules.ts'
import {
  changeInstitution,
  endInstitution,
  type Institution,
  mergeInstitutions,
  registerInstitutions,
} from './institution.ts'
import { appointOfficer, changeOfficer, type Officer } from './officer.ts'
import * as rules from './rules.ts'
import { assessmentStore, institutionStore, officerStore, tieStore } from './store.ts'
import { changeTie, type Tie, tieInstitutions } from './tie.ts'
import * as ties from './tie-rules.ts'
import { type Besides, doerOf, settle, villageAt, type Work } from './work.ts'

type Step<Input> = {
  besides: Besides
  whyNot: (view: View) => Refusal[]
  step: (view: View, input: Input, doer: Doer) => Change[]
  /** Keeps rows that are new. */
  add?: (rows: readonly unknown[]) => Promise<void>
}

async function take<Input>(work: Work & { input: Input }, { besides, whyNot, step, add }: Step<Input>) {
  const before = await villageAt(work, besides)
  const view = viewOf(work.place, before)
  refuseIfAny(whyNot(view))
  const changes = step(view, work.input, doerOf(work))
  await add?.(changes.map(({ value }) => value))
  await settle(work, before, changes, { added: add !== undefined })
  return undefined
}

/** Of which programme a discussion is. */
const enrolmentOf = async (work: Work, id: string): Promise<string | undefined> =>
  (await assessmentStore(work).many([id]))[0]?.enrolment

export const institutionsCommands = [
  handle(registerInstitutions, (work) =>
    take(work, {
      besides: { localPlaces: true },
      whyNot: (view) => rules.whyNotRegister(view, work.input, work.today),
      step: works.register,
      add: (rows) => institutionStore(work).add(rows as Institution[]),
    }),
  ),
  handle(changeInstitution, (work) =>
    take(work, {
      besides: { localPlaces: true },
      whyNot: (view) => rules.whyNotChange(view, work.input, work.today),
      step: works.change,
    }),
  ),
  handle(endInstitution, (work) =>
    take(work, {
      besides: { ties: true },
      whyNot: (view) => rules.whyNotEnd(view, work.input, work.today),
      step: works.end,
    }),
  ),
  handle(mergeInstitutions, (work) =>
    take(work, {
      besides: { ties: true, officers: true },
      whyNot: (view) => rules.whyNotMerge(view, work.input),
      step: works.merge,
    }),
  ),
  handle(appointOfficer, (work) =>
    take(work, {
      besides: { officers: true, person: work.input.person },
      whyNot: (view) => rules.whyNotAppoint(view, work.input),
      step: works.appoint,
      add: ([row]) => officerStore(work).add(row as Officer),
    }),
  ),
  handle(changeOfficer, (work) =>
    take(work, {
      besides: { officers: true, person: work.input.person },
      whyNot: (view) => rules.whyNotChangeOfficer(view, work.input),
      step: works.changeOfficer,
    }),
  ),
  handle(tieInstitutions, (work) =>
    take(work, {
      besides: { ties: true },
      whyNot: (view) => ties.whyNotTie(view, work.input),
      step: works.tie,
      add: ([row]) => tieStore(work).add(row as Tie),
    }),
  ),
  handle(changeTie, (work) =>
    take(work, {
      besides: { ties: true },
      whyNot: (view) => ties.whyNotChangeTie(view, work.input, work.today),
      step: works.changeTie,
    }),
  ),
  handle(agreeProfile, (work) =>
    take(work, {
      besides: { enrolment: work.input.enrolment },
      whyNot: (view) => rules.whyNotAgree(view, work.input, work.today),
      step: works.agree,
    }),
  ),
  handle(beginAssessment, (work) =>
    take(work, {
      besides: { assessments: true, enrolment: work.input.enrolment },
      whyNot: (view) => discussions.whyNotBegin(view, work.input, work.today),
      step: works.begin,
      add: ([row]) => assessmentStore(work).add(row as Assessment),
    }),
  ),
  handle(changeAssessment, async (work) =>
    take(work, {
      besides: { assessments: true, enrolment: await enrolmentOf(work, work.input.id) },
      whyNot: (view) => discussions.whyNotChangeAssessment(view, work.input, work.today),
      step: works.changeAssessment,
    }),
  ),
  handle(scoreInstitution, async (work) =>
    take(work, {
      besides: { assessments: true, enrolment: await enrolmentOf(work, work.input.assessment) },
      whyNot: (view) => discussions.whyNotScore(view, work.input),
      step: works.score,
    }),
  ),
  handle(settleAssessment, async (work) =>
    take(work, {
      besides: { assessments: true, enrolment: await enrolmentOf(work, work.input.assessment) },
      whyNot: (view) => discussions.whyNotSettle(view, work.input, work.today),
      step: works.settle,
    }),
  ),
]
