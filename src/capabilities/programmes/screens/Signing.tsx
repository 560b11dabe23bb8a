// The closing of a stage: who signs it and who did, what stands against the next signature, and that signature itself.

import { awaitsCheck, isSigned, wordsAt } from '../../../kernel/paper.ts'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { AppointedLine } from '../../../platform/browser/paper/AppointedLine.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { CheckAnswers } from '../../../platform/browser/ui/form/CheckAnswers.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type GivenSignOff, holdsUp, nextSignOff } from '../chain.ts'
import { type SignOff, type Stage, signRoles } from '../definition.ts'
import { sign } from '../enrolment.ts'
import { gateStates } from '../gates.ts'
import { provenGates } from '../proof/proven.ts'
import { isRefused, whyNotSign } from '../rules.ts'
import { isArchive } from '../status.ts'
import { t } from './all-words.ts'
import { n } from './number-words.ts'
import { asked, comesFirst, type StageProps, said } from './stage-asked.ts'
import { dayText, doubts, words } from './words.tsx'

const unsignedText = (stage: Stage, wanted: SignOff): string =>
  holdsUp(stage, wanted) ? t('stage.not-signed') : t('stage.not-confirmed', { title: words(wanted.title) })

function signTask(stage: Stage, wanted: SignOff, found: GivenSignOff | undefined): Task {
  const done = found && isSigned(found) ? found : undefined
  const doubt = wanted.evidence && doubts[wanted.evidence]
  const open = awaitsCheck(found) ? t('stage.on-paper') : unsignedText(stage, wanted)
  return {
    id: wanted.as,
    title: words(wanted.title),
    status: done ? 'done' : awaitsCheck(found) ? 'next' : 'later',
    statusLabel: done ? signedText(done) : open,
    ...(doubt ? { doubt: n(doubt) } : {}),
    ...(done && (done.appointed || done.sameDevice)
      ? { facts: [{ label: t('stage.appointed'), value: <AppointedLine {...done} /> }] }
      : {}),
  }
}

/** Who signed is known once the server has answered. */
const signedText = ({ on, by }: GivenSignOff) =>
  by ? t('stage.signed', { on: dayText(on), by }) : t('stage.signed-here', { on: dayText(on) })

/** The signature that whoever looks at it may give next, with every reason why not yet; null: none of theirs. */
function useNext({ place, enrolment, programme, stage, facts }: StageProps) {
  const roles = useRoles(place)
  const { account } = usePhone().open
  const next = nextSignOff(stage, enrolment.stages[stage.id]?.signOffs ?? [], roles)
  if (!next || !signRoles(next).some((role) => roles.includes(role)) || isRefused(stage, facts)) return null
  const { as } = next
  const refusals = whyNotSign(programme, stage, facts, enrolment, {
    ...{ as, roles, account: account.id, words: wordsAt(account.holdings, place) },
  })
  return { as, refusals }
}

/** Folded while gates, or stages before it, still have to be met; what else stands against a signature is shown open. */
export function Signing(props: StageProps) {
  const { stage, enrolment } = props
  const next = useNext(props)
  const { signOffs: given = [], fromArchive } = enrolment.stages[stage.id] ?? {}
  if (isArchive(enrolment) || fromArchive) return null
  const tasks = stage.signOffs.map((wanted) =>
    signTask(
      stage,
      wanted,
      given.find(({ as }) => as === wanted.as),
    ),
  )
  const signed = tasks.filter(({ status }) => status === 'done').length
  const against = next?.refusals ?? []
  return (
    <>
      <Fold
        title={t('stage.sign-offs')}
        badge={<span>{t('stage.signed-of', { signed, total: tasks.length })}</span>}
        open={
          tasks.some(({ status }) => status === 'next') || (against.length > 0 && !against.some(comesFirst))
        }
      >
        <TaskList label={t('stage.sign-offs')} tasks={tasks} />
        <RefusalList title={t('stage.why-not')} reasons={said(against)} />
      </Fold>
      {next && against.length === 0 && <SignNext {...props} as={next.as} />}
    </>
  )
}

function SignNext({ as, ...props }: StageProps & { as: SignOff['as'] }) {
  const { enrolment, stage, facts } = props
  const gates = gateStates(stage, facts, provenGates(enrolment.stages[stage.id])).filter(
    ({ gate }) => gate.kind === 'rule',
  )
  const done = gates.filter(({ state }) => state === 'met').length
  return (
    <Section title={t(`stage.sign-${as}`)}>
      <DialogButton
        variant="primary"
        icon="pencil"
        dialog={(close) => (
          <AskDialog
            {...asked(props, `programmes.sign-${as}`)}
            command={sign}
            input={(note) => ({ enrolment: enrolment.id, stage: stage.id, as, note })}
            title={t('stage.sign-check')}
            name="note"
            label={t('stage.note')}
            optional
            most={1000}
            submit={t(`stage.sign-${as}`)}
            onClose={close}
          >
            <CheckAnswers
              answers={[
                { label: t('mine.stage'), value: `${stage.number} ${words(stage.title)}` },
                {
                  label: t('stage.decision-gates'),
                  value: t('home.gates', { done, total: gates.length }),
                },
              ]}
              changeLabel=""
            />
            <p>{t('stage.sign-final')}</p>
          </AskDialog>
        )}
      >
        {t(`stage.sign-${as}`)}
      </DialogButton>
    </Section>
  )
}
