// A signature of a closing on paper: typed for who has no account, and checked by somebody of another role.
import { handsIn } from '../../../kernel/paper.ts'
import type { Role } from '../../../kernel/role.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { PaperButton } from '../../../platform/browser/paper/PaperButton.tsx'
import { PaperState } from '../../../platform/browser/paper/PaperState.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { openSignOffs, pledged } from '../chain.ts'
import { type SignOff, signRoles } from '../definition.ts'
import { whyNotNext } from '../rules.ts'
import { signedSince } from '../signing/rules.ts'
import { checkSignature, signOnPaper } from '../signing/signing.ts'
import { programmesTexts } from '../texts.ts'
import { t } from './all-words.ts'
import type { StageProps } from './stage-asked.ts'
import { officeText, words } from './words.tsx'

export function PaperSignature(props: StageProps) {
  const { place, enrolment, programme, stage, facts } = props
  const roles = useRoles(place)
  const given = enrolment.stages[stage.id]?.signOffs ?? []
  const { account } = usePhone().open
  const may =
    roles.some((role) => signOnPaper.roles.includes(role)) && !pledged(stage, given).includes(account.id)
  const open = openSignOffs(stage, given).filter(
    ({ as }) => may && whyNotNext(programme, stage, facts, enrolment, as).length === 0,
  )
  const papers = given.flatMap(({ as, paper, office }) => (paper ? [{ as, paper, office }] : []))
  if (open.length === 0 && papers.length === 0) return null
  const record = `${enrolment.id} ${stage.id}`
  return (
    <Section title={t('stage.paper')} subtitle={t('stage.paper-why')}>
      {papers.map(({ as, paper, office }) => (
        <PaperState
          key={as}
          {...{ place, paper, record, screen: `programmes.check-${as}` }}
          {...(office && { office: officeText(programme, office) })}
          involved={handsIn(given)}
          command={checkSignature}
          input={(check) => ({
            ...{ enrolment: enrolment.id, stage: stage.id, as, ...check },
            ...(office && check.agrees && { office }),
          })}
        />
      ))}
      {open.map((signOff) => (
        <Typing key={signOff.as} {...props} signOff={signOff} alone={open.length === 1} />
      ))}
    </Section>
  )
}

function Typing({
  place,
  enrolment,
  programme,
  stage,
  facts,
  signOff,
  alone,
}: StageProps & { signOff: SignOff; alone: boolean }) {
  const { as } = signOff
  const offices = signRoles(signOff).map((role) => ({ value: role, label: officeText(programme, role) }))
  return (
    <>
      {!alone && <p>{words(signOff.title)}</p>}
      <PaperButton
        {...{ place, record: `${enrolment.id} ${stage.id}`, screen: `programmes.paper-${as}` }}
        {...{ says: [programmesTexts], offices, since: signedSince(stage, facts, enrolment) }}
        command={signOnPaper}
        input={(paper, office) => ({
          ...{ enrolment: enrolment.id, stage: stage.id, as, note: '', paper, office: office as Role },
        })}
      >
        <p>
          <strong>
            {stage.number} {words(stage.title)}: {words(signOff.title)}
          </strong>
        </p>
      </PaperButton>
    </>
  )
}
