// What programmes brings to the lists of a village: signatures that are asked for, and the days the plan sets.
import { type Dated, mayCheck, type Teller, type Waiting } from '../../kernel/entries.ts'
import { handsIn } from '../../kernel/paper.ts'
import { filled, type Text } from '../../kernel/text.ts'
import type { View } from '../../kernel/view.ts'
import { nextSignOff } from './chain.ts'
import type { Programme, Stage, Words } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { checkArchive } from './era/archive.ts'
import { firmSteps, plannedDates } from './lateness.ts'
import { actualsOf, ownFacts } from './progress.ts'
import { whyNotSign } from './rules.ts'
import { checkSignature } from './signing/signing.ts'

/** With the site it is about: two sites of one village stand at the same stage. */
function named(row: EnrolmentRow, { number, title }: { number: string; title: Words }, text: Text): Text {
  const site = row.subject?.name ? ` · ${row.subject.name}` : ''
  return [
    filled(text, { what: `${number} ${title.id}${site}` })[0],
    filled(text, { what: `${number} ${title.en}${site}` })[1],
  ]
}
const plannedEnd: Text = ['Rencana selesai: {what}', 'Planned to end: {what}']
const estimatedEnd: Text = ['Perkiraan selesai: {what}', 'Estimated to end: {what}']
const pathOf = (row: EnrolmentRow, stage: Stage) => `tahap/${row.id}/${stage.id}`

const enrolledIn = (view: View) =>
  view.all<EnrolmentRow>('programmes.enrolment').flatMap((row) => {
    const programme = view.get<Programme>('programmes.programme', row.programme)
    return programme ? [{ row, programme }] : []
  })

/** A stage that somebody has begun to sign waits for whoever comes next in its chain and may sign it now. */
const signs: Teller<Waiting> = (view, asker) =>
  enrolledIn(view).flatMap(({ row, programme }) =>
    programme.stages.flatMap((stage): Waiting[] => {
      const given = row.stages[stage.id]?.signOffs ?? []
      const last = given.at(-1)
      const next = nextSignOff(stage, given, asker.roles)
      if (!last || !next) return []
      const facts = { ...asker.factsOf(row.id), ...ownFacts(programme, row) }
      const sign = { ...asker, as: next.as }
      if (whyNotSign(programme, stage, facts, row, sign).length > 0) return []
      const title = named(row, stage, ['Tanda tangani tahap {what}', 'Sign stage {what}'])
      return [{ id: `${row.id} ${stage.id}`, title, path: pathOf(row, stage), since: last.on, late: false }]
    }),
  )

/** A signature on paper that somebody else typed. */
const checks: Teller<Waiting> = (view, asker) =>
  enrolledIn(view).flatMap(({ row, programme }) =>
    programme.stages.flatMap((stage): Waiting[] => {
      const all = row.stages[stage.id]?.signOffs ?? []
      return all
        .filter((given) => mayCheck(asker, checkSignature, given, handsIn(all)))
        .map(({ as, on }) => ({
          ...{ id: `${row.id} ${stage.id} ${as}`, path: pathOf(row, stage), since: on, late: false },
          title: named(row, stage, [
            'Periksa tanda tangan di kertas, tahap {what}',
            'Check the signature on paper of stage {what}',
          ]),
        }))
    }),
  )

/** The closing of a stage that somebody else typed from an archive. */
const archives: Teller<Waiting> = (view, asker) =>
  enrolledIn(view).flatMap(({ row, programme }) =>
    programme.stages.flatMap((stage): Waiting[] => {
      const paper = row.stages[stage.id]?.archive
      if (!paper || !mayCheck(asker, checkArchive, { paper })) return []
      const title = named(row, stage, ['Periksa arsip, tahap {what}', 'Check the archive of stage {what}'])
      const about = { path: pathOf(row, stage), since: paper.on, late: false }
      return [{ id: `${row.id} ${stage.id} archive`, title, ...about }]
    }),
  )

export const waits: Teller<Waiting> = (view, asker) =>
  [signs, checks, archives].flatMap((each) => each(view, asker))

/** What has not ended and is planned to end; what is over its day stands under what is late. */
export const calendar: Teller<Dated> = (view, asker) =>
  enrolledIn(view).flatMap(({ row, programme }) => {
    if (row.status !== 'started' || row.startedOn === null) return []
    const planned = plannedDates(programme, row.startedOn, row)
    const actuals = actualsOf(programme, row, asker.factsOf(row.id))
    const firm = firmSteps(programme, row)
    return programme.stages.flatMap((stage) =>
      stage.steps.flatMap((step): Dated[] => {
        const on = planned[step.id]?.to
        const { ended, held } = actuals[step.id] ?? {}
        if (on === undefined || on < asker.today || ended || held) return []
        const title = named(
          row,
          step,
          firm.has(step.id) || row.customary?.[step.id] ? plannedEnd : estimatedEnd,
        )
        return [{ id: `${row.id} ${step.id}`, title, path: pathOf(row, stage), on, at: null }]
      }),
    )
  })
