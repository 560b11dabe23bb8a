// Check-in by a resident's own code: typed, or scanned where the phone can.
import './attendance.css'
import { useState } from 'react'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import type { PersonRow } from '../../people/person.ts'
import type { Enrolled } from '../../programmes/serving.ts'
import type { Attendance, Attendee } from '../attendance.ts'
import { mistakenLetter, readCode } from '../code.ts'
import type { Setting } from '../plan-rules.ts'
import { presentOf } from '../tally.ts'
import { attendeeOf, residentsWithCode, useResidents } from './residents.ts'
import { canScan, Scanner } from './Scanner.tsx'
import { t } from './words.tsx'

type Props = {
  attendance: readonly Attendance[]
  setting: Setting
  enrolled: Enrolled | null
  /** Resolves to whether it lies on the phone. */
  onAdd: (attendee: Attendee) => Promise<boolean>
}

function whyNoCode(typed: string): string {
  const letter = mistakenLetter(typed)
  return letter ? t('meetings.code-odd', { letter }) : t('meetings.code-short')
}

export function CodeEntry({ attendance, setting, enrolled, onAdd }: Props) {
  const residents = useResidents()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [several, setSeveral] = useState<readonly PersonRow[]>([])
  const [scanning, setScanning] = useState(false)
  const [told, setTold] = useState('')
  const here = new Set(presentOf(attendance).map((each) => each.person))

  const add = async (resident: PersonRow, way: Attendee['checkedInBy']) => {
    setSeveral([])
    setTyped('')
    setError(undefined)
    if (here.has(resident.id)) {
      setTold(`${resident.name}: ${t('meetings.already-here')}`)
      return
    }
    const kept = await onAdd(attendeeOf(resident, way, setting, enrolled))
    if (kept) setTold(t('meetings.added', { name: resident.name }))
  }
  const take = (text: string, way: Attendee['checkedInBy']) => {
    const code = readCode(text)
    const found = code ? residentsWithCode(residents, code) : []
    setTold('')
    setError(undefined)
    setSeveral([])
    if (found.length > 1) setSeveral(found)
    else if (found[0]) void add(found[0], way)
    else setError(code ? t('meetings.code-unknown') : whyNoCode(text))
  }
  return (
    <>
      <Form onSubmit={() => take(typed, 'code')}>
        <TextField
          name="code"
          label={t('meetings.person-code')}
          hint={t('meetings.person-code-hint')}
          value={typed}
          onChange={(next) => setTyped(next.toUpperCase())}
          error={error}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={9}
          narrow
        />
        <FormActions>
          <Button type="submit" variant="primary" icon="check">
            {t('meetings.check-in')}
          </Button>
          {canScan() && (
            <Button icon="camera" onClick={() => setScanning(true)}>
              {t('meetings.scan')}
            </Button>
          )}
        </FormActions>
      </Form>
      {told && (
        <Notice tone="done" announce="status">
          {told}
        </Notice>
      )}
      {several.length > 0 && (
        <Notice tone="advice" title={t('meetings.code-several')}>
          <ul className="mt-found">
            {several.map((each) => (
              <li key={each.id}>
                <button type="button" onClick={() => void add(each, 'code')}>
                  <b>{each.name}</b>
                  <small>{each.birthYear}</small>
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Scanner open={scanning} onClose={() => setScanning(false)} onRead={(text) => take(text, 'qr')}>
        {told && (
          <Notice tone="done" announce="status">
            {told}
          </Notice>
        )}
        {error && <Notice tone="refused">{error}</Notice>}
      </Scanner>
    </>
  )
}
