// /d/:place/tim: the people of a village, by the titles of its programmes.
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { RoleNamesHere } from '../role-names.browser.tsx'
import { Team } from './Team.tsx'

export default function TeamScreen({ place }: ScreenProps) {
  return (
    <RoleNamesHere>
      <Team place={place} />
    </RoleNamesHere>
  )
}
