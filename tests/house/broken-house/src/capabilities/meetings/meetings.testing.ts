export const somebody = 1
