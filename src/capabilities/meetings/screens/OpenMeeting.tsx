// The button that opens a meeting, wherever one is met that is not open yet.
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { openMeeting } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import { t } from './words.tsx'

export function OpenMeeting({ place, meeting }: { place: string; meeting: Meeting }) {
  const { give, giving } = useGiving()
  const open = () => void give((phone) => phone.give(openMeeting, place, { meeting: meeting.id }))
  return (
    <Button variant="primary" icon="play-circle" loading={giving} onClick={open}>
      {t('meetings.open')}
    </Button>
  )
}
