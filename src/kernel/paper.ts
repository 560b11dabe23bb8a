// A signature on paper, of somebody who has no account or no signal: name, office, day and scan, and who typed it.
// It counts only once a second person of another role has held the scan against what was typed; so nobody
// acknowledges his own deed by typing it.
import * as z from 'zod/mini'
import type { Day } from './day.ts'
import { fileContent, id, line, prose, workDay } from './fields.ts'
import { covers, rolesAt } from './place-code.ts'
import { type Refusal, reasons, refuse, refuseField } from './refusal.ts'
import { type Appointed, type Holding, type Role, villageWorkers, vouchedFor } from './role.ts'

/** How somebody holds the office: himself, on behalf (a.n.), acting (Plt.), or as interim holder (Pj.). */
export const standings = ['own', 'on-behalf', 'acting', 'interim'] as const
export type Standing = (typeof standings)[number]
const before: Record<Standing, string> = { own: '', 'on-behalf': 'a.n. ', acting: 'Plt. ', interim: 'Pj. ' }

/** As it stands under a signature: "a.n. Lurah Tegal Panggung". */
export const officeOn = (paper: { standing: Standing; position: string }): string =>
  before[paper.standing] + paper.position

/** A file that a command brings: a scan or a photo of paper. */
export const scanInput = () =>
  z.strictObject({
    id: id(),
    mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
    ...fileContent(),
  })
export type Scan = z.infer<ReturnType<typeof scanInput>>

export const paperInput = () =>
  z.strictObject({
    /** As on the paper. */
    name: line(120),
    position: line(120),
    standing: z.enum(standings),
    on: workDay(),
    scan: z.nullable(scanInput()),
  })
export type PaperInput = z.infer<ReturnType<typeof paperInput>>

/** What was typed from a sheet: its day, its scan, and whatever else stands on it. */
export type Sheet = Pick<PaperInput, 'on' | 'scan'>

/** A sheet that was typed; it counts once somebody else has checked it. */
export type Typed<Input extends Sheet = Sheet> = Input & {
  /** Account, name and roles of who typed it; on a phone empty until the server has answered. */
  typedBy: string
  typedByName: string
  typedAs: readonly Role[]
  check: PaperCheck | null
}
export type PaperCheck = Behind & { by: string; byName: string; on: Day; agrees: boolean; reason: string }

/** Beside a signature or a check: who gave and confirmed the role it was given in, and what else is known of whose it is. */
export type Behind = {
  appointed?: Appointed
  /** On a device on which the other one whose word it needs has signed in as well. */
  sameDevice?: true
}
export type Paper = Typed<PaperInput>

/** What the second person says: whether the scan they looked at shows what was typed, and if not, why. */
export const checkInput = () => ({
  agrees: z.boolean(),
  reason: prose(300),
  /** The scan they looked at; an older app did not say, and is refused. */
  scan: z.optional(id()),
})
export type CheckInput = { agrees: boolean; reason: string; scan?: string | undefined }
/** What somebody says who finds this paper right. */
export const rightCheck = (paper: Sheet | null | undefined): CheckInput => ({
  ...{ agrees: true, reason: '', scan: paper?.scan?.id },
})

/** Who may type a paper, and who may check what somebody of another role typed. */
export const paperHands = [
  ...villageWorkers,
  'district-officer',
  'city-officer',
] as const satisfies readonly Role[]

/** The roles in which a word of somebody counts at a place, and the accounts of those who stand for them. */
export type Words = { roles: readonly Role[]; vouchers: readonly string[] }
const countedAt = (holdings: readonly Holding[], place: string) =>
  vouchedFor(holdings).filter((held) => covers(held.place, place))
export function wordsAt(holdings: readonly Holding[], place: string): Words {
  const counted = countedAt(holdings, place)
  return { roles: rolesAt(counted, place), vouchers: counted.flatMap(({ vouch }) => vouch?.by ?? []) }
}

/**
 * `vouchers`: see `Words`; left out: nobody need stand for them. `appointed`: by whom the roles were given that a word counts
 * in. `sharing`: who else has signed in on the device it comes from.
 */
export type Hand = {
  account: string
  name: string
  roles: readonly Role[]
  vouchers?: readonly string[]
  appointed?: readonly Appointed[]
  sharing?: readonly string[]
}
type Acting = {
  actor: Pick<Hand, 'account' | 'name' | 'sharing'> & { holdings: readonly Holding[] }
  roles: readonly Role[]
  place: string
}
export const handOf = ({ actor: { account, name, holdings, sharing = [] }, roles, place }: Acting): Hand => ({
  ...{ account, name, roles, sharing },
  vouchers: wordsAt(holdings, place).vouchers,
  appointed: countedAt(holdings, place).flatMap(({ vouch }) => vouch?.appointed ?? []),
})
/** What is known of who signs in one of these roles, held against whose word stands beside it. */
export function behind(
  hand: Hand,
  roles: readonly string[],
  others: readonly (string | undefined)[],
): Behind {
  const appointed = hand.appointed?.find(({ role }) => roles.includes(role))
  const same = others.some((other) => other !== undefined && (hand.sharing ?? []).includes(other))
  return { ...(appointed ? { appointed } : {}), ...(same ? { sameDevice: true } : {}) }
}
/** A phone does not say who it is before the server has answered. */
export const unknownHand: Hand = { account: '', name: '', roles: [] }

const handsOf = (roles: readonly Role[]) =>
  roles.filter((role) => (paperHands as readonly Role[]).includes(role))

/** In which of the roles somebody is a second person to who typed a paper. */
const secondRoles = (hand: Hand, { typedAs }: Pick<Typed, 'typedAs'>): Role[] =>
  handsOf(hand.roles).filter((role) => !typedAs.includes(role))

export const typed = <Input extends Sheet>(input: Input, hand: Hand): Typed<Input> => ({
  ...input,
  ...{ typedBy: hand.account, typedByName: hand.name, typedAs: handsOf(hand.roles), check: null },
})

export const checked = <Paper extends Typed>(
  paper: Paper,
  { agrees, reason }: CheckInput,
  hand: Hand,
  on: Day,
): Paper => ({
  ...paper,
  check: {
    ...{ by: hand.account, byName: hand.name, on, agrees, reason },
    ...behind(hand, secondRoles(hand, paper), [paper.typedBy]),
  },
})

type Signed = { paper?: Typed | null | undefined } | null | undefined

/**
 * What a signature was given for: the edition of it that was seen. Whatever changes what is signed for makes a new edition,
 * from 1 on; an older app did not say which, and knew of one.
 */
export type ForEdition = { edition?: number | undefined }
const firstEdition = 1
const isFor = ({ edition = firstEdition }: ForEdition, now: number) => edition === now
/** The signature that stands for the edition that is there now. One for an earlier edition is history: it counts no more. */
export const standing = <S extends ForEdition>(signed: S | null | undefined, now: number): S | null =>
  signed && isFor(signed, now) ? signed : null
/** The edition that was on the screen of who signs, or types what was signed. */
export const editionInput = () => z.optional(z.int().check(z.minimum(firstEdition), z.maximum(100_000)))
/** Nobody signs, or says that somebody signed, for what came after what they saw. */
export const whyNotEdition = (seen: number | undefined, now: number): Refusal | false =>
  !isFor({ edition: seen }, now) && refuse('platform.paper-changed')

type Given = { account?: string | undefined; paper?: Typed | null | undefined }
/** Accounts that had a hand in signatures that count: gave one, or typed or checked the paper of one. */
export const handsIn = (given: readonly (Given | null | undefined)[]): string[] =>
  given
    .filter(isSigned)
    .flatMap((each) =>
      each?.paper ? [each.paper.typedBy, each.paper.check?.by ?? ''] : [each?.account ?? ''],
    )
    .filter((account) => account !== '')

/** Whether something is signed for: by account, or on paper that was checked. */
export const isSigned = (signed: Signed): boolean =>
  signed != null && (!signed.paper || signed.paper.check?.agrees === true)
export const isOnPaper = (signed: Signed): boolean => signed?.paper?.check?.agrees === true
/** On paper, and nobody has checked it yet. */
export const awaitsCheck = (signed: Signed): boolean => signed?.paper != null && signed.paper.check === null
/** Signed for, or about to be: no second signature is taken. A paper that was found wrong leaves room for another. */
export const isTaken = (signed: Signed): boolean => isSigned(signed) || awaitsCheck(signed)

/** `since`: the day of what is signed for, which the signature cannot lie before. */
export function whyNotOnPaper(input: Sheet, today: Day, since: Day | null = null): Refusal[] {
  return reasons(
    input.scan === null && refuseField('scan', 'platform.paper-without-scan'),
    input.on > today && refuseField('on', 'platform.paper-ahead'),
    since !== null && input.on < since && refuseField('on', 'platform.paper-before', { since }),
  )
}

/** `involved`: accounts that had a hand in the same thing (`handsIn`, and who brought it about); none is a second person. */
function whyNotSecond(paper: Typed, hand: Hand, involved: readonly string[]): Refusal[] {
  if (paper.typedBy === '' || paper.typedBy === hand.account) return [refuse('platform.paper-own')]
  return reasons(
    involved.includes(hand.account) && refuse('platform.paper-involved'),
    // Whoever let an account in may be the one behind it.
    hand.vouchers?.includes(paper.typedBy) && refuse('platform.paper-vouched'),
    secondRoles(hand, paper).length === 0 && refuse('platform.paper-same-role'),
  )
}

/**
 * That a paper is right, a second person says. That it is wrong, anybody says who may check at all: also who typed it, and who
 * is waiting to sign, so that no wrong paper stands in the way for good.
 */
export function whyNotCheck(
  signed: Signed,
  input: CheckInput,
  hand: Hand,
  involved: readonly string[] = [],
): Refusal[] {
  const paper = signed?.paper
  if (!paper) return [refuse('platform.paper-none')]
  return reasons(
    paper.check !== null && refuse('platform.paper-checked'),
    paper.check === null && input.scan === undefined && refuse('platform.paper-unseen'),
    input.scan !== undefined && input.scan !== paper.scan?.id && refuse('platform.paper-replaced'),
    ...(input.agrees ? whyNotSecond(paper, hand, involved) : []),
    !input.agrees && input.reason === '' && refuseField('reason', 'platform.paper-needs-reason'),
  )
}
