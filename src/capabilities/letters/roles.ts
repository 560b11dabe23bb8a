// Who may write letters, and who keeps their book. Words only: the field app reads it at first load.
export const letterKeepers = ['facilitator', 'board-secretary', 'village-head'] as const
export const letterWriters = [...letterKeepers, 'volunteer', 'board-member'] as const
