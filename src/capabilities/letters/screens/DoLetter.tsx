// One thing done to a letter: sent, acknowledged, or cancelled; with its day, and every reason why not.
import { useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { acknowledge, cancel, type Letter, markSent, type SentHow, sentHows } from '../letter.ts'
import { whyNotAcknowledge, whyNotCancel, whyNotMarkSent } from '../rules.ts'
import { lettersTexts } from '../texts.ts'
import { dayInWords, t } from './words.ts'

export type Doing = 'send' | 'acknowledge' | 'cancel'

/** The words of each, and how long its text may be. */
const words = {
  send: {
    title: 'letters.mark-sent',
    day: 'letters.sent-on',
    text: 'letters.note',
    done: 'letters.save',
    most: 200,
  },
  acknowledge: {
    title: 'letters.acknowledge',
    day: 'letters.acknowledged-on',
    text: 'letters.acknowledged-by',
    done: 'letters.acknowledge',
    most: 120,
  },
  cancel: {
    title: 'letters.cancel-title',
    day: 'letters.date-of-cancelling',
    text: 'letters.cancel-reason',
    done: 'letters.cancel',
    most: 300,
  },
} as const

type DoingProps = { place: string; letter: Letter; doing: Doing; onClose: () => void }

export function DoLetter({ place, letter, doing, onClose }: DoingProps) {
  const phone = usePhone()
  const word = words[doing]
  const now = today(zoneOf(place))
  const [on, setOn] = useState(now)
  const [how, setHow] = useState<SentHow>('hand')
  const [text, setText] = useState(doing === 'acknowledge' ? phone.open.account.name : '')
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const [attempt, setAttempt] = useState(0)
  const based = { letter: letter.id, basedOn: letter.version, on }
  const go = async () => {
    const missing = doing !== 'send' && text.trim() === ''
    const why = missing
      ? [{ code: 'letters.required', field: 'text' }]
      : { send: whySend, acknowledge: whyAcknowledge, cancel: whyCancel }[doing]()
    setRefused(why)
    setAttempt(attempt + 1)
    if (why.length > 0) return
    await { send, acknowledge: acknowledgeNow, cancel: cancelNow }[doing]()
    onClose()
  }
  const sending = { ...based, how, note: text.trim() }
  const knowing = { ...based, name: text.trim(), note: '' }
  const ending = { ...based, reason: text.trim() }
  const whySend = () => whyNotMarkSent(letter, sending, now)
  const whyAcknowledge = () => whyNotAcknowledge(letter, knowing, now)
  const whyCancel = () => whyNotCancel(letter, ending, now)
  const send = () => phone.give(markSent, place, sending)
  const acknowledgeNow = () => phone.give(acknowledge, place, knowing)
  const cancelNow = () => phone.give(cancel, place, ending)
  const errorOf = (field: string) => {
    const found = refused.find((each) => each.field === field)
    return found && say(found, lettersTexts)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(word.title)}
      closeLabel={t('letters.cancel-word')}
      actions={
        <>
          <Button onClick={onClose}>{t('letters.cancel-word')}</Button>
          <Button variant={doing === 'cancel' ? 'danger' : 'primary'} onClick={() => void go()}>
            {t(word.done)}
          </Button>
        </>
      }
    >
      <ErrorSummary
        title={t('letters.mend')}
        faults={refused.map((each) => ({ field: each.field, message: say(each, lettersTexts) }))}
        attempt={attempt}
      />
      {doing === 'cancel' && <p>{t('letters.cancel-hint')}</p>}
      {doing === 'acknowledge' && <p>{t('letters.acknowledge-hint')}</p>}
      <DateField
        name="on"
        label={t(word.day)}
        value={on}
        onChange={setOn}
        max={now}
        inWords={dayInWords(on)}
        error={errorOf('on')}
      />
      {doing === 'send' && (
        <SelectField
          name="how"
          label={t('letters.sent-how')}
          value={how}
          onChange={(value) => setHow(value as SentHow)}
          options={sentHows.map((each) => ({ value: each, label: t(`letters.how-${each}`) }))}
        />
      )}
      <TextField
        name="text"
        label={t(word.text)}
        optional={doing === 'send' ? t('letters.optional') : undefined}
        value={text}
        onChange={setText}
        maxLength={word.most}
        error={errorOf('text')}
      />
    </Dialog>
  )
}
