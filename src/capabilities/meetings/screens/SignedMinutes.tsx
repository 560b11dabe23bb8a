// The berita acara with its signatures: who signed by the scan of it, and whether somebody else has checked that.
import { isSigned, isTaken } from '../../../kernel/paper.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { PaperState, ScanLink } from '../../../platform/browser/paper/PaperState.tsx'
import { paperTexts } from '../../../platform/browser/paper/paper-texts.ts'
import { ScanField, useScan } from '../../../platform/browser/paper/ScanField.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { documentsOf, editionOf, handsOn, type Meeting, minutesSigners, signedMinutesOf } from '../meeting.ts'
import { checkMinutes, signMinutes, whyNotSignMinutes } from '../signed-minutes.ts'
import { meetingsTexts } from '../texts.ts'
import { dayInWords, dayText, may, t, todayAt } from './words.tsx'

type Props = { place: string; meeting: Meeting; onRemove?: (file: string) => void }

export function SignedMinutes({ place, meeting, onRemove }: Props) {
  const roles = useRoles(place)
  const { closing } = meeting
  const signedMinutes = signedMinutesOf(meeting)
  const before = signedMinutes ? null : meeting.signedMinutes
  const scan = signedMinutes?.paper.scan
  const loose = documentsOf(meeting).filter(
    ({ document, file }) => document === 'minutes' && file !== scan?.id,
  )
  const open = closing !== null && !isTaken(signedMinutes)
  if (!open && !signedMinutes && loose.length === 0) return null
  return (
    <div className="rb-field" id="berita-acara">
      <span className="rb-label">{t('meetings.signed-minutes')}</span>
      {signedMinutes && <Signed {...{ place, meeting, signedMinutes }} />}
      {before && isSigned(before) && (
        <Notice tone="warn">
          {t('meetings.amended-since', { name: namesOn(before), day: dayText(before.paper.on) })}
        </Notice>
      )}
      {scan && onRemove && <Remove file={scan.id} onRemove={onRemove} />}
      {loose.length > 0 && (
        <Notice tone="warn">
          <p>{t('meetings.unsigned-scans')}</p>
          {loose.map(({ file }) => (
            <Cluster key={file}>
              <ScanLink place={place} id={file} />
              {onRemove && <Remove file={file} onRemove={onRemove} />}
            </Cluster>
          ))}
        </Notice>
      )}
      {open && may(roles, signMinutes) && (
        <>
          <div className="rb-hint">{t('meetings.signed-minutes-why')}</div>
          <DialogButton icon="file" dialog={(close) => <Attach {...{ place, meeting }} onClose={close} />}>
            {t('meetings.sign-minutes')}
          </DialogButton>
        </>
      )}
    </div>
  )
}

function Remove({ file, onRemove }: { file: string; onRemove: (file: string) => void }) {
  return (
    <Button icon="trash" onClick={() => onRemove(file)}>
      {t('meetings.remove-scan')}
    </Button>
  )
}

type SignedProps = Props & { signedMinutes: NonNullable<Meeting['signedMinutes']> }

const namesOn = ({ paper }: SignedProps['signedMinutes']) =>
  minutesSigners.flatMap((who) => paper.signed[who] ?? []).join(', ')

function Signed({ place, meeting, signedMinutes: { paper } }: SignedProps) {
  const { chair, notulis, residents } = paper.signed
  const names = { chair: chair ?? '', notulis: notulis ?? '', residents: residents ?? '' }
  return (
    <PaperState
      {...{ place, paper, screen: 'meetings.check-minutes', record: meeting.id }}
      command={checkMinutes}
      involved={handsOn(meeting, 'signedMinutes')}
      shows={t('meetings.signed-by', names)}
      input={(check) => ({ meeting: meeting.id, ...check })}
    />
  )
}

function Attach({ place, meeting, onClose }: Props & { onClose: () => void }) {
  const now = todayAt(place)
  const scan = useScan()
  const form = useCommandForm({
    ...{ place, screen: 'meetings.sign-minutes', record: meeting.id, says: [meetingsTexts, paperTexts] },
    command: signMinutes,
    start: () => ({
      ...{ on: meeting.date, chair: meeting.chair, notulis: meeting.notulis, residents: '' },
      ...{ chairSigned: false, notulisSigned: false, residentsSigned: false },
    }),
    input: (draft) => {
      const of = (who: (typeof minutesSigners)[number]) => (draft[`${who}Signed`] ? draft[who].trim() : null)
      const signed = { chair: of('chair'), notulis: of('notulis'), residents: of('residents') }
      return {
        meeting: meeting.id,
        edition: editionOf(meeting),
        sheet: { on: draft.on, scan: scan.scan, signed },
      }
    },
    rules: (input) => whyNotSignMinutes(meeting, input, now),
    fieldOf: (path) => path.replace(/^sheet\.(signed\.)?/, '').replace(/^scan\..*/, 'scan'),
    give: (phone, input, taken) => phone.give(signMinutes, place, input, { ...taken, files: scan.files }),
    done: onClose,
  })
  const { field, errorOf, draft } = form
  /** A missing signature is said at its tick, a missing name at the name. */
  const tick = (who: (typeof minutesSigners)[number]) => {
    const ticked = draft[`${who}Signed`]
    const { value, ...rest } = field(
      `${who}Signed`,
      t(`meetings.signer-${who}`),
      ticked ? `${who}Signed` : who,
    )
    return { ...rest, checked: value }
  }
  return (
    <CommandDialog
      form={form}
      title={t('meetings.sign-minutes')}
      submit={t('meetings.keep-signed')}
      onClose={onClose}
    >
      <p>{t('meetings.signed-minutes-why')}</p>
      {minutesSigners.map((who) => (
        <div key={who} className="rb-field">
          <CheckField {...tick(who)} />
          {draft[`${who}Signed`] && <TextField {...field(who, t('meetings.signer-name'))} maxLength={300} />}
        </div>
      ))}
      <DateField {...field('on', t('meetings.signed-on'))} inWords={dayInWords(draft.on)} max={now} />
      <ScanField scan={scan} error={errorOf('scan')} />
    </CommandDialog>
  )
}
