// /tim/:area: the people at and below a district, city, province or the nation.
import { isPlaceCode } from '../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { e } from '../desk-words.browser.ts'
import { RoleNamesBelow } from '../role-names.browser.tsx'
import { Team } from './Team.tsx'

export default function AreaTeamScreen({ params }: ScreenProps) {
  const { area = '' } = params
  if (!isPlaceCode(area)) return <Notice tone="refused">{e('accounts.unknown-person')}</Notice>
  return (
    <RoleNamesBelow area={area}>
      <Team place={area} />
    </RoleNamesBelow>
  )
}
