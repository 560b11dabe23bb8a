// A signature of a closing on paper: typed for who has no account, and checked by somebody of another role.
import type { Facts } from '../../../kernel/facts.ts'
import { PaperButton } from '../../../platform/browser/paper/PaperButton.tsx'
import { PaperState } from '../../../platform/browser/paper/PaperState.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Programme, Stage } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { nextSignOff, whyNotNext } from '../rules.ts'
import { checkSignature, signedSince, signOnPaper } from '../signing.ts'
import { programmesTexts } from '../texts.ts'
import { t, words } from './words.tsx'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme; stage: Stage; facts: Facts }

export function PaperSignature({ place, enrolment, programme, stage, facts }: Props) {
  const roles = useRoles(place)
  const given = enrolment.stages[stage.id]?.signOffs ?? []
  const next = nextSignOff(stage, given)
  const open = next && whyNotNext(programme, stage, facts, enrolment, next.as).length === 0 ? next : undefined
  const may = open && roles.some((role) => signOnPaper.roles.includes(role))
  const papers = given.flatMap(({ as, paper }) => (paper ? [{ as, paper }] : []))
  if (!may && papers.length === 0) return null
  const about = { enrolment: enrolment.id, stage: stage.id }
  const record = `${enrolment.id} ${stage.id}`
  return (
    <Section title={t('stage.paper')} subtitle={t('stage.paper-why')}>
      {papers.map(({ as, paper }) => (
        <PaperState
          key={as}
          {...{ place, paper, record, screen: `programmes.check-${as}` }}
          command={checkSignature}
          input={(check) => ({ ...about, as, ...check })}
        />
      ))}
      {may && (
        <PaperButton
          {...{ place, record, screen: `programmes.paper-${open.as}`, says: [programmesTexts] }}
          command={signOnPaper}
          since={signedSince(stage, enrolment)}
          input={(paper) => ({ ...about, as: open.as, note: '', paper })}
        >
          <p>
            <strong>
              {stage.number} {words(stage.title)}: {words(open.title)}
            </strong>
          </p>
        </PaperButton>
      )}
    </Section>
  )
}
