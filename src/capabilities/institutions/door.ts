// What higher capabilities may tell institutions, on the server.
import type { Changes } from '../../platform/server/capability.ts'
import { agreementCollection, type ProfileAgreement } from './agreement.ts'
import { type At, agreementStore } from './store.ts'
import { settle, villageAt } from './work.ts'

/** What was agreed of the profiles, for each enrolment of the village. */
export const profileAgreements = (at: Omit<At, 'vault'>): Promise<ProfileAgreement[]> =>
  agreementStore(at).all()

/**
 * Told by whoever knows meetings: whether one still proves what was agreed in it. An agreement whose meeting has lost its signed
 * minutes counts for no gate until they are back.
 */
export async function proofOfMeeting(
  at: At & { changes: Pick<Changes, 'touch'> },
  proves: (meeting: string) => boolean,
): Promise<void> {
  const before = await villageAt(at)
  const turned = before.flatMap(({ collection, value }) => {
    if (collection !== agreementCollection) return []
    const row = value as ProfileAgreement
    const agreed = row.agreed.map(({ unproven: _, ...each }) =>
      proves(each.meeting) ? each : { ...each, unproven: true as const },
    )
    return JSON.stringify(agreed) === JSON.stringify(row.agreed)
      ? []
      : [{ collection, id: row.id, value: { ...row, agreed, version: row.version + 1 } }]
  })
  if (turned.length > 0) await settle(at, before, turned)
}
