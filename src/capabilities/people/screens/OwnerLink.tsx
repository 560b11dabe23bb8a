// The record that stands in the way: who has this NIK already, which household has this card number.
import { Link } from 'wouter'
import type { Refusal } from '../../../kernel/refusal.ts'
import { translate } from '../../../platform/browser/language.ts'
import { screenTexts } from '../texts-screens.ts'

const t = translate(screenTexts)

export function OwnerLink({ place, refusal }: { place: string; refusal: Refusal }) {
  const { person, household } = refusal.facts ?? {}
  if (person) return <Link href={`/d/${place}/warga/${person}`}>{t('person.open-owner')}</Link>
  if (household) return <Link href={`/d/${place}/keluarga/${household}`}>{t('person.open-owner')}</Link>
  return null
}
