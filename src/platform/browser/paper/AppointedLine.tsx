// Beside a signature: who gave its holder the role, and who stands for it.
import { longDay } from '../../../kernel/day.ts'
import type { Behind } from '../../../kernel/paper.ts'
import type { Appointed, Appointing, Role } from '../../../kernel/role.ts'
import { roleTexts } from '../../../kernel/role-texts.ts'
import { language, translate } from '../language.ts'
import { usePlaceName } from '../place-names.ts'
import { paperTexts } from './paper-texts.ts'

const t = translate(paperTexts)
const r = translate(roleTexts)
const roleName = (role: Role): string => r(`accounts.role.${role}`)

/** "Retno Adiningsih (Petugas kecamatan, Danurejan)"; who keeps the server, where nobody is named. */
function useWhoText(by: Appointing | null, here: string): string {
  const { title } = usePlaceName(by?.place ?? here)
  if (!by) return t('paper.at-server')
  return by.role ? `${by.name} (${roleName(by.role)}, ${title})` : by.name
}

/** "diangkat oleh … dikonfirmasi …": of a role, in words. */
export function useAppointedText({ place, given, confirmed }: Omit<Appointed, 'role'>): string {
  const by = useWhoText(given, place)
  const second = useWhoText(confirmed, place)
  const on = (confirmed ?? given)?.on
  const day = on ? longDay(on, language()) : ''
  const same = given?.name === confirmed?.name && given?.role === confirmed?.role
  const said = same ? t('paper.appointed', { by }) : t('paper.appointed-confirmed', { by, second })
  return [said, day].filter(Boolean).join(', ')
}

const Known = ({ appointed }: { appointed: Appointed }) => (
  <>
    {roleName(appointed.role)}: {useAppointedText(appointed)}.
  </>
)

export function AppointedLine({ appointed, sameDevice }: Behind) {
  if (!appointed && !sameDevice) return null
  return (
    <small>
      {appointed && <Known appointed={appointed} />} {sameDevice && t('paper.same-device')}
    </small>
  )
}
