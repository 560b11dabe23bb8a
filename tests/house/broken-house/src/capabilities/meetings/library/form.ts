export const form = 'a form'
