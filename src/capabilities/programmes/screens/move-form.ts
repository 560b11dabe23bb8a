/** Where the move of an enrolment is kept while it is written: every version has a reason of its own. */
export const moveForm = (enrolment: string, programme: string) => ({
  ...{ screen: 'programmes.move', record: `${enrolment} ${programme}` },
})
