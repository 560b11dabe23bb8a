// How the state of a page looks; the word that goes with it is `fill.state.…`.
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import type { PageState } from './plan.ts'

export const pageStatus: Readonly<Record<PageState, Status>> = {
  answered: 'done',
  empty: 'later',
  needed: 'late',
  faulty: 'refused',
  reading: 'archive',
}
