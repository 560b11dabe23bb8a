export const sheet = 'to be signed'
