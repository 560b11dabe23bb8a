// The chain of signatures that closes a stage: who comes next, what it waits for, and whose hands are in it already. Pure.
import type { Day } from '../../kernel/day.ts'
import { awaitsCheck, type Behind, handsIn, isSigned, type Paper } from '../../kernel/paper.ts'
import type { Role } from '../../kernel/role.ts'
import { type SignOff, type SignOffName, type Stage, signRoles } from './definition.ts'

/** With a paper: typed by somebody else; it counts once that was checked, and stands for an `office`. */
export type GivenSignOff = Behind & {
  as: SignOffName
  on: Day
  by?: string
  /** Whose account it is; on a phone empty until the server has answered. */
  account?: string
  office?: Role
  paper?: Paper
}
/** Whether a stage waits for this signature: nobody submits but who does it, and of the others only what was read in a source. */
export const holdsUp = (stage: Stage, signOff: SignOff): boolean =>
  signOff === stage.signOffs[0] || (signOff.evidence !== 'I' && signOff.evidence !== 'R')

/** The signature that closes a stage: the last it waits for, up to the one that says so. */
export function closingSignOff(stage: Stage): SignOff | undefined {
  const closes = stage.signOffs.findIndex((each) => each.closes)
  return stage.signOffs.slice(0, closes + 1).findLast((each) => holdsUp(stage, each))
}

/** The signatures that may be given now: those that count not yet, and wait for none of the chain before them. */
export function openSignOffs(stage: Stage, given: readonly GivenSignOff[]): SignOff[] {
  const missing = stage.signOffs.filter(
    (each) => !given.some((done) => done.as === each.as && isSigned(done)),
  )
  const held = missing.findIndex((each) => holdsUp(stage, each))
  return held < 0 ? missing : missing.slice(0, held + 1)
}

/** The one that comes next on a stage's closing, for these roles where they may give one; nothing when all count. */
export function nextSignOff(
  stage: Stage,
  given: readonly GivenSignOff[],
  roles: readonly Role[] = [],
): SignOff | undefined {
  const open = openSignOffs(stage, given)
  return open.find((each) => signRoles(each).some((role) => roles.includes(role))) ?? open[0]
}

/** Whose hands are in a closing: who signed, and who typed or checked a paper, also one that nobody has checked yet. */
export const involved = (given: readonly GivenSignOff[]): string[] => [
  ...handsIn(given),
  ...given.filter(awaitsCheck).map(({ paper }) => paper?.typedBy ?? ''),
]

/**
 * Who gave their word in a closing, and so brings no paper of another office to it: who signed, and who found a paper right.
 * Who submits it may type the papers that come with it, as long as others check them.
 */
export function pledged(stage: Stage, given: readonly GivenSignOff[]): string[] {
  const submission = stage.signOffs[0]?.as
  return given
    .filter(isSigned)
    .flatMap(({ as, account, paper }) => (paper ? paper.check?.by : as === submission ? [] : account) ?? [])
    .filter((account) => account !== '')
}
