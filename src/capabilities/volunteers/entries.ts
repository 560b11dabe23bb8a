// What volunteers brings to the lists of a village: a roll to acknowledge, and how many there are.
import { type Figure, mayCheck, mayGive, type Teller, type Waiting } from '../../kernel/entries.ts'
import { filled, type Text } from '../../kernel/text.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import { acknowledgeRoll, checkRollPaper } from './roll.ts'
import { acknowledgedIn, activeIn, enrolmentCollection, handsOnRoll, uncheckedIn } from './view.ts'
import { isActive, type Volunteer, volunteerCollection } from './volunteer.ts'

const checks: Teller<Waiting> = (view, asker) =>
  view.all<EnrolmentRow>(enrolmentCollection).flatMap(({ id }): Waiting[] => {
    const signing = uncheckedIn(view, id)
    if (!signing || !mayCheck(asker, checkRollPaper, signing, handsOnRoll(view, id))) return []
    const title: Text = ['Periksa kertas: daftar relawan', 'Check the paper: roll of volunteers']
    return [{ id: `${id} paper`, title, path: `relawan?pendaftaran=${id}`, since: signing.on, late: false }]
  })

export const waits: Teller<Waiting> = (view, asker) => [...rolls(view, asker), ...checks(view, asker)]

const rolls: Teller<Waiting> = (view, asker) => {
  if (!mayGive(asker, acknowledgeRoll)) return []
  return view.all<EnrolmentRow>(enrolmentCollection).flatMap(({ id, status }): Waiting[] => {
    const known = acknowledgedIn(view, id)
    const fresh = activeIn(view, id).filter((each) => !known.has(each.id))
    const [first] = fresh
    if (status !== 'started' || !first || uncheckedIn(view, id)) return []
    const title = filled(
      [
        'Nyatakan mengetahui daftar relawan: {count} belum',
        'Acknowledge the roll of volunteers: {count} not acknowledged yet',
      ],
      { count: fresh.length },
    )
    return [{ id, title, path: `relawan?pendaftaran=${id}`, since: first.registeredOn, late: false }]
  })
}

export const report: Teller<Figure> = (view) => {
  const active = view.all<Volunteer>(volunteerCollection).filter(isActive)
  const women = active.filter(({ sex }) => sex === 'female').length
  return [
    {
      id: 'active',
      label: ['Relawan', 'Volunteers'],
      path: 'relawan',
      value: active.length,
      note: filled(['{women} perempuan', '{women} women'], { women }),
    },
  ]
}
