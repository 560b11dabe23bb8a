// By which way a form is counted. Read by both sides.
import type { MeasureMethod } from './measure.ts'

export const methodOf = (formId: string): MeasureMethod =>
  formId === 'rembug_bkkbn_stages' ? 'bkkbn' : formId === 'rembug_bps_14' ? 'bps14' : 'multidimensional'
