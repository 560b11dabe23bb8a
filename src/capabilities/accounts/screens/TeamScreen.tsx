// /d/:place/tim: the people of a village.
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { Team } from './Team.tsx'

export default function TeamScreen({ place }: ScreenProps) {
  return <Team place={place} />
}
