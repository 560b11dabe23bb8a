-- What belongs to a submission is looked for at each command that touches it (records.ts).
create index conflict_by_submission on surveys.conflict (submission_id);
create index taken_by_submission on surveys.taken (submission_id);
create index visited_by_submission on surveys.visited (submission_id);
