// Planning a meeting.
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { PlanScreen } from './PlanScreen.tsx'

export default function NewMeetingScreen(props: ScreenProps) {
  return <PlanScreen {...props} group="meeting" />
}
