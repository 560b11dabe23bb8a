-- Which homes were reached is reckoned from submissions and belongs to no record (records.ts): nobody looks for it by the submission.
drop index surveys.visited_by_submission;
