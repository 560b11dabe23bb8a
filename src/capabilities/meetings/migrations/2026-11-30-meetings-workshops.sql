-- A workshop (FGD, lokakarya) is held as a meeting is.
alter table meetings.meeting drop constraint meeting_meeting_group_check;
alter table meetings.meeting add constraint meeting_meeting_group_check
  check (meeting_group in ('meeting', 'training', 'workshop'));
