// Planning a workshop (FGD, lokakarya).
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { PlanScreen } from './PlanScreen.tsx'

export default function NewWorkshopScreen(props: ScreenProps) {
  return <PlanScreen {...props} group="workshop" />
}
