// Where a signature on paper stands: typed and not checked, checked, or found not right; and the check itself.
import { useEffect, useState } from 'react'
import type { Command } from '../../../kernel/command.ts'
import { longDay } from '../../../kernel/day.ts'
import {
  type CheckInput,
  officeOn,
  type PaperInput,
  rightCheck,
  type Sheet,
  type Typed,
  whyNotCheck,
  wordsAt,
} from '../../../kernel/paper.ts'
import { type Refusal, reasons, refuseField } from '../../../kernel/refusal.ts'
import { CommandDialog } from '../forms/CommandDialog.tsx'
import { useCommandForm } from '../forms/use-command-form.ts'
import { usePhone } from '../hooks.tsx'
import { language, translate } from '../language.ts'
import { useRoles } from '../place-context.tsx'
import { StoredLink } from '../stored-files.tsx'
import { isFileMissing, localFile } from '../sync/uploads.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { RadioCards } from '../ui/form/RadioCards.tsx'
import { TextArea } from '../ui/form/TextArea.tsx'
import { DialogButton } from '../ui/overlay/DialogButton.tsx'
import { Cluster } from '../ui/page/Cluster.tsx'
import { AppointedLine } from './AppointedLine.tsx'
import { paperTexts } from './paper-texts.ts'

const t = translate(paperTexts)
const dayText = (day: string) => longDay(day, language())

/** Opens a scan from this phone while it waits there, and from the server after. */
export function ScanLink({ place, id }: { place: string; id: string }) {
  return (
    <StoredLink place={place} id={id} name={t('paper.see-scan')}>
      {t('paper.see-scan')}
    </StoredLink>
  )
}

/** Whether a scan is neither on this phone nor on the server; false until that is known. */
function useAway(place: string, id: string | undefined): boolean {
  const phone = usePhone()
  const [away, setAway] = useState(false)
  useEffect(() => {
    let current = true
    const look = async (scan: string) => {
      if (await localFile(phone.open, scan)) return
      const missing = await isFileMissing(place, scan)
      if (current) setAway(missing)
    }
    if (id) look(id).catch((error: unknown) => console.warn('could not look for a scan', error))
    return () => {
      current = false
    }
  }, [phone, place, id])
  return away
}

export type PaperStateProps<Input> = {
  place: string
  paper: Typed<Sheet & Partial<PaperInput>>
  /** What was typed from the sheet, in words; of one signature left out: whose it is. */
  shows?: string
  /** What it proves, where that is more than one line. */
  proves?: readonly string[]
  command: Command<Input>
  input: (check: CheckInput) => NoInfer<Input>
  screen: string
  record: string
  /** The office that the signature stands for: whoever checks is asked whether it is that one. */
  office?: string
  /** Accounts that signed for the same thing already. */
  involved?: readonly string[]
}

const shownOn = ({ paper, shows }: Pick<PaperStateProps<never>, 'paper' | 'shows'>): string => {
  const { name, position = '', standing = 'own', on } = paper
  return [shows ?? [name, officeOn({ position, standing })].join(', '), dayText(on)].join(', ')
}

const proves = ({ proves = [] }: Pick<PaperStateProps<never>, 'proves'>) =>
  proves.length > 0 && (
    <ul>
      {proves.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )

/** Why it does not count yet: what stands against this reader's check, or that the check is theirs. */
const waitsWhy = (against: Refusal | undefined, may: boolean) =>
  t(against ? (against.code as 'platform.paper-own') : may ? 'paper.waits-for-you' : 'paper.waits-why')

const looks = {
  waits: ['warn', 'paper.waits'],
  signed: ['done', 'paper.signed'],
  wrong: ['refused', 'paper.wrong'],
} as const

export function PaperState<Input>(props: PaperStateProps<Input>) {
  const { place, paper, command, involved = [] } = props
  const roles = useRoles(place)
  const { id: account, holdings } = usePhone().open.account
  const hand = { ...{ account, name: '', roles }, vouchers: wordsAt(holdings, place).vouchers }
  const { check, scan } = paper
  const [tone, title] = looks[check === null ? 'waits' : check.agrees ? 'signed' : 'wrong']
  const checks = roles.some((role) => command.roles.includes(role))
  const may = check === null && checks
  // Who never checks, as an auditor does not, is only told that it waits.
  const [against] = checks ? whyNotCheck({ paper }, rightCheck(paper), hand, involved) : []
  const wrong = { ...rightCheck(paper), agrees: false, reason: t('paper.no') }
  const sayable = whyNotCheck({ paper }, wrong, hand, involved).length === 0
  return (
    <Notice tone={tone} title={t(title)}>
      <p>{t('paper.said', { what: shownOn(props), by: paper.typedByName || t('paper.by-you') })}</p>
      {proves(props)}
      {check?.agrees && (
        <p>
          {t('paper.checked-by', { by: check.byName, on: dayText(check.on) })} <AppointedLine {...check} />
        </p>
      )}
      {check?.agrees === false && (
        <p>{t('paper.wrong-why', { by: check.byName, on: dayText(check.on), reason: check.reason })}</p>
      )}
      {check === null && <p>{waitsWhy(against, may)}</p>}
      <Cluster>
        {scan && <ScanLink place={place} id={scan.id} />}
        {may && sayable && (
          <DialogButton
            icon={against ? 'x' : 'check'}
            dialog={(close) => <Check {...props} hand={hand} second={!against} onClose={close} />}
          >
            {t(against ? 'paper.say-wrong' : 'paper.check')}
          </DialogButton>
        )}
      </Cluster>
    </Notice>
  )
}

type Checking<Input> = PaperStateProps<Input> & {
  hand: Parameters<typeof whyNotCheck>[2]
  /** Whether they may say that it is right. Who may not can still say that it is wrong. */
  second: boolean
  onClose: () => void
}

type Said = { says: string; office: string; reason: string }
const isRight = ({ says, office }: Said) => says === 'yes' && office === 'yes'
const isWrong = ({ says, office }: Said) => says === 'no' || office === 'no'
/** Nothing is said for them: what is not answered yet is refused. */
const unanswered = ({ says, office }: Said): Refusal[] =>
  reasons(
    says === '' && refuseField('says', 'paper.unanswered'),
    office === '' && refuseField('office', 'paper.unanswered'),
  )

function Check<Input>(props: Checking<Input>) {
  const { place, paper, command, input, screen, record, office, involved = [], hand, second, onClose } = props
  const given = (draft: Said): CheckInput => {
    const agrees = isRight(draft)
    return { agrees, reason: agrees ? '' : draft.reason.trim(), scan: paper.scan?.id }
  }
  const form = useCommandForm({
    ...{ place, screen, record, command, says: [paperTexts], done: onClose },
    start: () => ({ says: second ? '' : 'no', office: second && office ? '' : 'yes', reason: '' }),
    input: (draft) => input(given(draft)),
    rules: (_, draft) =>
      isWrong(draft) || isRight(draft)
        ? whyNotCheck({ paper }, given(draft), hand, involved)
        : unanswered(draft),
  })
  const { field, draft } = form
  const away = useAway(place, paper.scan?.id)
  return (
    <CommandDialog
      form={form}
      title={t(second ? 'paper.check' : 'paper.say-wrong')}
      submit={t('paper.save')}
      onClose={onClose}
    >
      <p>{t('paper.check-hint')}</p>
      {away && <Notice tone="warn" title={t('platform.paper-not-arrived')} />}
      <p>
        {shownOn(props)}
        {paper.scan && (
          <>
            . <ScanLink place={place} id={paper.scan.id} />
          </>
        )}
      </p>
      {proves(props)}
      {second && (
        <RadioCards
          {...field('says', t('paper.agrees'))}
          choices={[
            { value: 'yes', label: t('paper.yes') },
            { value: 'no', label: t('paper.no') },
          ]}
        />
      )}
      {second && office && (
        <RadioCards
          {...field('office', t('paper.is-office', { office }))}
          choices={[
            { value: 'yes', label: t('paper.office-yes') },
            { value: 'no', label: t('paper.office-no') },
          ]}
        />
      )}
      {isWrong(draft) && <TextArea {...field('reason', t('paper.reason'))} maxLength={300} />}
    </CommandDialog>
  )
}
